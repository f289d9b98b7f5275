// Every matter of a complaint meeting becomes a case, all or none.
import { and, asc, eq } from 'drizzle-orm'
import type { Cx } from '../../platform/cx.ts'
import { mayAt } from '../../platform/access.ts'
import { refuse } from '../../platform/refuse.ts'
import type { Sealing } from '../../platform/sealing.ts'
import { intakeCase } from '../cases/index.ts'
import { registerPerson } from '../identity/index.ts'
import { placedOf, placesByIds } from '../places/index.ts'
import { showMeeting, sittingHere, type MeetingView, type Sitting } from './meetings.ts'
import { bodyName } from './place-of.ts'
import { complaintRows, complaintSittings } from './tables.ts'

type Row = typeof complaintRows.$inferSelect
interface Wrong {
  readonly path: string
  readonly message: string
}
const MOBILE = /^1[3-9]\d{9}$/

const wrongIn = async (cx: Cx, sealing: Sealing, sitting: Sitting, rows: readonly Row[]): Promise<Wrong[]> => {
  const known = await placesByIds(
    cx.db,
    rows.flatMap((row) => row.placeId ?? []),
  )
  return rows.flatMap((row): Wrong[] => {
    const say = (field: string, message: string) => ({
      path: `rows.${row.seq}.${field}`,
      message: `第${row.seq + 1}行：${message}`,
    })
    const place = row.placeId === null ? null : known.get(row.placeId)
    const outside =
      row.placeId !== null &&
      (!place || place.districtId !== sitting.districtId || !mayAt(cx.actor, 'channel.work', placedOf(place)))
    const phone = row.whoPhoneSealed === null ? null : sealing.open(row.whoPhoneSealed)
    return [
      ...([...row.words].length < 2 ? [say('words', '至少写两个字')] : []),
      ...(outside ? [say('placeId', '地点不在您的辖区')] : []),
      ...(row.whoName !== null && !row.whoConsent ? [say('who', '留名要先征得本人同意')] : []),
      ...(phone !== null && !MOBILE.test(phone) ? [say('who', '手机号不对')] : []),
      ...(phone !== null && row.whoName === null ? [say('who', '有电话就要写称呼')] : []),
    ]
  })
}
const takeIn = async (cx: Cx, sealing: Sealing, sitting: Sitting, row: Row): Promise<string> => {
  const phone = row.whoPhoneSealed === null ? null : sealing.open(row.whoPhoneSealed)
  // With a phone number the person can sign in, follow the case and rate it.
  const reporterId =
    phone === null || row.whoName === null ? null : (await registerPerson(cx, sealing, { name: row.whoName, phone })).id
  const made = await intakeCase(
    cx,
    {
      placeId: row.placeId ?? sitting.placeId,
      words: row.words,
      photos: [],
      hideName: false,
      ...(row.kind === null ? {} : { kind: row.kind }),
      ...(row.placeNote === null ? {} : { placeNote: row.placeNote }),
    },
    {
      channel: 'complaintMeeting',
      reporterId,
      filedBy: cx.actor.personId,
      behalf: row.whoName === null ? null : { name: row.whoName, phoneSealed: row.whoPhoneSealed },
      organisationName: bodyName(cx),
    },
  )
  return made.id
}
/** Empty rows are passed over. @throws meeting.not-found, meeting.committed, meeting.changed, meeting.incomplete */
export const commitMeeting = async (cx: Cx, sealing: Sealing, id: string, version: number): Promise<MeetingView> => {
  const sitting = await sittingHere(cx, id, true)
  if (sitting.committedAt !== null) throw refuse('meeting.committed')
  if (sitting.version !== version) throw refuse('meeting.changed')
  const all = await cx.db
    .select()
    .from(complaintRows)
    .where(eq(complaintRows.sittingId, id))
    .orderBy(asc(complaintRows.seq))
  const rows = all.filter((row) => row.words !== '' || row.placeNote !== null || row.whoName !== null)
  if (rows.length === 0)
    throw refuse('meeting.incomplete', { fields: [{ path: 'rows', message: '还没有录入任何一条' }] })
  const wrong = await wrongIn(cx, sealing, sitting, rows)
  if (wrong.length > 0) throw refuse('meeting.incomplete', { fields: wrong })
  for (const row of rows) {
    const caseId = await takeIn(cx, sealing, sitting, row)
    await cx.db
      .update(complaintRows)
      // The case keeps the number, sealed; the draft no longer needs it.
      .set({ caseId, whoPhoneSealed: null })
      .where(and(eq(complaintRows.sittingId, id), eq(complaintRows.seq, row.seq)))
  }
  await cx.db.delete(complaintRows).where(and(eq(complaintRows.sittingId, id), eq(complaintRows.words, '')))
  await cx.db
    .update(complaintSittings)
    .set({ committedAt: cx.now, savedAt: cx.now, version: version + 1 })
    .where(eq(complaintSittings.id, id))
  await cx.journal({
    action: 'meeting.commit',
    sentence: `提交了吐槽会${sitting.name}的${rows.length}件诉求`,
    thing: { kind: 'complaintMeeting', id },
    after: { matters: rows.length, present: sitting.present },
  })
  return showMeeting(cx, sealing, id)
}
