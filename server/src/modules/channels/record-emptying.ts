// An emptying of an opinion box: its slips become cases, or are filed with a reason.
import { and, asc, desc, eq, inArray, lt } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { OutOf, ParsedBody, ParsedQuery } from '../../../../contract/src/endpoint.ts'
import type { channelsApi } from '../../../../contract/src/channels.ts'
import { afterId } from '../../platform/after-id.ts'
import type { Cx } from '../../platform/cx.ts'
import { pageOf } from '../../platform/paging.ts'
import { refuse } from '../../platform/refuse.ts'
import { intakeCase } from '../cases/index.ts'
import { boxHere, lockBox, type BoxRow } from './opinion-boxes.ts'
import { bodyName, caseBriefs } from './place-of.ts'
import { boxEmptyings, boxSlips } from './tables.ts'

type Emptying = OutOf<(typeof channelsApi)['POST /api/channels/boxes/:id/emptyings']>
type Entered = ParsedBody<(typeof channelsApi)['POST /api/channels/boxes/:id/emptyings']>
type Slip = Entered['slips'][number]
type Row = typeof boxEmptyings.$inferSelect

const withSlips = async (cx: Cx, rows: readonly Row[]): Promise<Emptying[]> => {
  if (rows.length === 0) return []
  const slips = await cx.db
    .select()
    .from(boxSlips)
    .where(inArray(boxSlips.emptyingId, rows.map((row) => row.id)))
    .orderBy(asc(boxSlips.emptyingId), asc(boxSlips.seq)) // prettier-ignore
  const known = await caseBriefs(
    cx.db,
    cx.districtId,
    slips.map((slip) => slip.caseId),
  )
  return rows.map((row) => ({
    id: row.id,
    on: row.emptiedOn,
    by: row.byName,
    slipCount: row.slipCount,
    slips: slips
      .filter((slip) => slip.emptyingId === row.id)
      .map(({ id, seq, words, caseId, filedAs, reason }) => ({
        id,
        seq,
        words,
        case: caseId === null ? null : (known.get(caseId) ?? null),
        filedAs,
        reason,
      })),
  }))
}
export const listEmptyings = async (
  cx: Cx,
  boxId: string,
  query: ParsedQuery<(typeof channelsApi)['GET /api/channels/boxes/:id/emptyings']>,
): Promise<OutOf<(typeof channelsApi)['GET /api/channels/boxes/:id/emptyings']>> => {
  const box = await boxHere(cx, boxId)
  const after = afterId(query.after)
  const rows = await cx.db
    .select()
    .from(boxEmptyings)
    .where(and(eq(boxEmptyings.boxId, box.id), after === null ? undefined : lt(boxEmptyings.id, after)))
    .orderBy(desc(boxEmptyings.id))
    .limit(query.limit + 1)
  const page = pageOf(rows, query.limit, (row) => [row.id])
  return { rows: await withSlips(cx, page.rows), total: null, next: page.next }
}
const enterSlips = async (cx: Cx, box: BoxRow, emptying: Row, slips: readonly Slip[], entered: number) => {
  if (entered + slips.length > emptying.slipCount) throw refuse('box.too-many-slips')
  const unreasoned = slips.flatMap((slip, i) =>
    slip.filedAs !== undefined && slip.filedAs !== 'thanks' && slip.reason === undefined
      ? [{ path: `slips.${i}.reason`, message: `第${entered + i + 1}张要写原因` }]
      : [],
  )
  if (unreasoned.length > 0) throw refuse('box.reason-needed', { fields: unreasoned })
  for (const [i, slip] of slips.entries()) {
    const made =
      slip.filedAs !== undefined
        ? null
        : await intakeCase(
            cx,
            {
              placeId: box.placeId,
              words: slip.words,
              photos: slip.photos,
              hideName: false,
              ...(slip.kind === undefined ? {} : { kind: slip.kind }),
              ...(slip.placeNote === undefined ? {} : { placeNote: slip.placeNote }),
            },
            {
              channel: 'opinionBox',
              reporterId: null,
              filedBy: cx.actor.personId,
              behalf: null,
              organisationName: bodyName(cx),
            },
          )
    await cx.db.insert(boxSlips).values({
      id: uuidv7(),
      districtId: cx.districtId,
      emptyingId: emptying.id,
      seq: entered + i + 1,
      words: slip.words,
      caseId: made?.id ?? null,
      filedAs: slip.filedAs ?? null,
      reason: slip.reason ?? null,
      createdAt: cx.now,
    })
  }
}
/** @throws box.not-found, box.removed, box.too-many-slips, box.reason-needed, case.photo-not-yours */
export const recordEmptying = async (cx: Cx, boxId: string, input: Entered): Promise<Emptying> => {
  const box = await lockBox(cx, boxId)
  if (box.removedAt !== null) throw refuse('box.removed')
  const row: Row = {
    id: uuidv7(),
    districtId: cx.districtId,
    boxId,
    emptiedOn: input.on,
    slipCount: input.slipCount,
    byPerson: cx.actor.personId,
    byName: cx.actor.name,
    createdAt: cx.now,
  }
  await cx.db.insert(boxEmptyings).values(row)
  await enterSlips(cx, box, row, input.slips, 0)
  await cx.journal({
    action: 'box.empty',
    sentence: `开启了意见箱${box.name}`,
    thing: { kind: 'opinionBox', id: boxId },
    after: { on: input.on, slips: input.slipCount, entered: input.slips.length },
  })
  return (await withSlips(cx, [row]))[0]!
}
/** @throws emptying.not-found, box.too-many-slips, box.reason-needed */
export const transcribeSlips = async (cx: Cx, emptyingId: string, slips: readonly Slip[]): Promise<Emptying> => {
  const [row] = await cx.db
    .select()
    .from(boxEmptyings)
    .where(and(eq(boxEmptyings.id, emptyingId), eq(boxEmptyings.districtId, cx.districtId)))
    .for('update')
  const box = row === undefined ? null : await boxHere(cx, row.boxId).catch(() => null)
  if (row === undefined || box === null) throw refuse('emptying.not-found')
  const entered = await cx.db.$count(boxSlips, eq(boxSlips.emptyingId, emptyingId))
  await enterSlips(cx, box, row, slips, entered)
  await cx.journal({
    action: 'box.transcribe',
    sentence: `录入了${slips.length}张纸条`,
    thing: { kind: 'opinionBox', id: box.id },
    after: { entered: entered + slips.length, of: row.slipCount },
  })
  return (await withSlips(cx, [row]))[0]!
}
