// Complaint meetings: the list, one meeting with what became of each matter, and keeping its draft.
import { and, asc, desc, eq, lt, sql, type SQL } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { OutOf, ParsedBody, ParsedQuery } from '../../../../contract/src/endpoint.ts'
import type { channelsApi } from '../../../../contract/src/channels.ts'
import { mayAt, visibleAt } from '../../platform/access.ts'
import { afterId } from '../../platform/after-id.ts'
import type { Cx } from '../../platform/cx.ts'
import { pageOf } from '../../platform/paging.ts'
import { refuse } from '../../platform/refuse.ts'
import type { Sealing } from '../../platform/sealing.ts'
import { cases } from '../cases/tables.ts'
import { organisations } from '../organisations/tables.ts'
import { placedOf, placesByIds } from '../places/index.ts'
import { places } from '../places/tables.ts'
import { refOf, workPlace } from './place-of.ts'
import { complaintRows, complaintSittings } from './tables.ts'

export type MeetingView = OutOf<(typeof channelsApi)['GET /api/channels/meetings/:id']>
export type Sitting = typeof complaintSittings.$inferSelect
type Begin = ParsedBody<(typeof channelsApi)['POST /api/channels/meetings']>
type Draft = ParsedBody<(typeof channelsApi)['PUT /api/channels/meetings/:id']>

const columns = {
  sitting: complaintSittings,
  place: { id: places.id, kind: places.kind, name: places.name, path: places.path },
  matters: sql<number>`(select count(*)::int from complaint_rows r where r.sitting_id = complaint_sittings.id and r.words <> '')`,
  settled: sql<number>`(select count(*)::int from complaint_rows r join cases c on c.id = r.case_id where r.sitting_id = complaint_sittings.id and c.state in ('closed', 'confirmed'))`,
} as const
const meetingsWhere = (cx: Cx, where: SQL | undefined, limit: number) =>
  cx.db
    .select(columns)
    .from(complaintSittings)
    .innerJoin(places, eq(places.id, complaintSittings.placeId))
    .where(and(eq(complaintSittings.districtId, cx.districtId), where))
    .orderBy(desc(complaintSittings.id))
    .limit(limit)
type Found = Awaited<ReturnType<typeof meetingsWhere>>[number]
const briefOf = ({ sitting, place, matters, settled }: Found) => ({
  id: sitting.id,
  name: sitting.name,
  place,
  heldOn: sitting.heldOn,
  chair: sitting.chair,
  present: sitting.present,
  committedAt: sitting.committedAt?.toISOString() ?? null,
  matters,
  settled,
})
export const listMeetings = async (
  cx: Cx,
  query: ParsedQuery<(typeof channelsApi)['GET /api/channels/meetings']>,
): Promise<OutOf<(typeof channelsApi)['GET /api/channels/meetings']>> => {
  const after = afterId(query.after)
  const rows = await meetingsWhere(
    cx,
    and(
      visibleAt(cx.actor, 'channel.work', complaintSittings),
      after === null ? undefined : lt(complaintSittings.id, after),
    ),
    query.limit + 1,
  )
  const page = pageOf(rows, query.limit, (row) => [row.sitting.id])
  return { rows: page.rows.map(briefOf), total: null, next: page.next }
}
/** What was last said to the public on a case: the answer the next meeting asks for. */
const said = sql<
  string | null
>`(select e.words from case_events e where e.case_id = cases.id and e.audience = 'public' and e.words is not null and e.step <> 'report' order by e.at desc, e.id desc limit 1)`
const rowsOf = async (cx: Cx, sealing: Sealing, id: string): Promise<MeetingView['rows']> => {
  const rows = await cx.db
    .select({
      row: complaintRows,
      case: { id: cases.id, number: cases.number, state: cases.state, dueAt: cases.dueAt },
      handler: organisations.shortName,
      said,
    })
    .from(complaintRows)
    .leftJoin(cases, eq(cases.id, complaintRows.caseId))
    .leftJoin(organisations, eq(organisations.id, cases.handlerId))
    .where(eq(complaintRows.sittingId, id))
    .orderBy(asc(complaintRows.seq))
  const known = await placesByIds(
    cx.db,
    rows.flatMap(({ row }) => row.placeId ?? []),
  )
  return rows.map(({ row, case: made, handler, said: answer }) => {
    const place = row.placeId === null ? undefined : known.get(row.placeId)
    return {
      words: row.words,
      place: place === undefined ? null : refOf(place),
      placeNote: row.placeNote ?? '',
      kind: row.kind,
      who:
        row.whoName === null
          ? null
          : {
              name: row.whoName,
              // After the commit the number is with the case, and revealed there only.
              phone: row.whoPhoneSealed === null || made !== null ? '' : sealing.open(row.whoPhoneSealed),
              consent: row.whoConsent,
            },
      case:
        made === null
          ? null
          : {
              id: made.id,
              number: String(made.number),
              state: made.state,
              handler,
              dueAt: made.dueAt?.toISOString() ?? null,
              said: answer,
            },
    }
  })
}
/** @throws meeting.not-found */
export const sittingHere = async (cx: Cx, id: string, locks: boolean): Promise<Sitting> => {
  const query = cx.db
    .select()
    .from(complaintSittings)
    .where(and(eq(complaintSittings.id, id), eq(complaintSittings.districtId, cx.districtId)))
  const [row] = await (locks ? query.for('update') : query)
  if (row === undefined || !mayAt(cx.actor, 'channel.work', row)) throw refuse('meeting.not-found')
  return row
}
export const showMeeting = async (cx: Cx, sealing: Sealing, id: string): Promise<MeetingView> => {
  const sitting = await sittingHere(cx, id, false)
  const [found] = await meetingsWhere(cx, eq(complaintSittings.id, id), 1)
  return {
    ...briefOf(found!),
    version: sitting.version,
    savedAt: sitting.savedAt.toISOString(),
    rows: await rowsOf(cx, sealing, id),
  }
}
/** @throws place.not-found, access.out-of-scope, case.no-place */
export const beginMeeting = async (cx: Cx, sealing: Sealing, input: Begin): Promise<MeetingView> => {
  const place = await workPlace(cx, input.placeId, 'channel.work')
  const id = uuidv7()
  const { placeId: _placeId, ...head } = input
  await cx.db.insert(complaintSittings).values({
    id,
    ...placedOf(place),
    placeId: place.id,
    ...head,
    createdBy: cx.actor.personId,
    createdAt: cx.now,
    savedAt: cx.now,
  })
  await cx.journal({
    action: 'meeting.begin',
    sentence: `开始了吐槽会${input.name}`,
    thing: { kind: 'complaintMeeting', id },
    after: { ...head, place: place.path },
  })
  return showMeeting(cx, sealing, id)
}
/** @throws meeting.not-found, meeting.committed, meeting.changed */
export const keepDraft = async (
  cx: Cx,
  sealing: Sealing,
  id: string,
  draft: Draft,
): Promise<{ version: number; savedAt: string }> => {
  const sitting = await sittingHere(cx, id, true)
  if (sitting.committedAt !== null) throw refuse('meeting.committed')
  if (sitting.version !== draft.version) throw refuse('meeting.changed', { because: String(sitting.version) })
  const { rows, version, ...head } = draft
  await cx.db.delete(complaintRows).where(eq(complaintRows.sittingId, id))
  const written = rows.map((row, seq) => ({
    sittingId: id,
    seq,
    words: clean(row.words),
    placeId: row.placeId,
    placeNote: clean(row.placeNote) || null,
    kind: row.kind,
    whoName: row.who === null ? null : clean(row.who.name) || null,
    // Without consent nothing that leads to the person is kept.
    whoPhoneSealed: row.who?.consent && row.who.phone !== '' ? sealing.seal(clean(row.who.phone)) : null,
    whoConsent: row.who?.consent ?? false,
  }))
  if (written.length > 0) await cx.db.insert(complaintRows).values(written)
  await cx.db
    .update(complaintSittings)
    .set({ ...head, version: version + 1, savedAt: cx.now })
    .where(eq(complaintSittings.id, id))
  return { version: version + 1, savedAt: cx.now.toISOString() }
}
/** A draft is taken as it stands; what no database can hold goes. */
const clean = (text: string): string =>
  [...text.toWellFormed()]
    .filter((letter) => letter >= ' ' || letter === '\n' || letter === '\t')
    .join('')
    .trim()
