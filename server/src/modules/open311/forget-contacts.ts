// Whom to contact about a request is kept while its case may need it: it goes with the person, or some time after the end.
import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import { caseStates } from '../../../../contract/src/cases-states.ts'
import type { Actor, Cx } from '../../platform/cx.ts'
import type { Sealing } from '../../platform/sealing.ts'
import { forgetBehalf } from '../cases/index.ts'
import { open311Requests } from './tables.ts'

const MOBILE = /^1[3-9]\d{9}$/
/** A mobile number as a sender wrote it. */
export const mobileIn = (phone: string | null | undefined): string | null =>
  phone !== null && phone !== undefined && MOBILE.test(phone) ? phone : null
/** By which a person's own requests are found when they go; empty where no number was given. */
export const contactHash = (sealing: Sealing, phone: string | null | undefined): string => {
  const mobile = mobileIn(phone)
  return mobile === null ? '' : sealing.hash(mobile, 'phone')
}
const gone = { contactSealed: null, contactHash: null } as const
const ended = Object.entries(caseStates).flatMap(([state, words]) => ('ends' in words ? [state] : []))
/** In the erasure itself, while the number is known: the case stays, without the person. */
export const forgetPhone = async (cx: Cx<Actor | null>, phoneHash: string): Promise<void> => {
  const theirs = await cx.db
    .update(open311Requests)
    .set(gone)
    .where(and(eq(open311Requests.contactHash, phoneHash), isNotNull(open311Requests.contactSealed)))
    .returning({ caseId: open311Requests.caseId })
  await forgetBehalf(
    cx,
    theirs.map((one) => one.caseId),
  )
}
const AT_ONCE = 1000
/** Those of an older version have no hash yet. */
const hashOlder = async (cx: Cx<null>, sealing: Sealing): Promise<void> => {
  const older = await cx.db
    .select({ caseId: open311Requests.caseId, sealed: open311Requests.contactSealed })
    .from(open311Requests)
    .where(and(isNotNull(open311Requests.contactSealed), isNull(open311Requests.contactHash)))
    .limit(AT_ONCE)
  for (const { caseId, sealed } of older) {
    const { phone } = JSON.parse(sealing.open(sealed!)) as { phone: string | null }
    await cx.db
      .update(open311Requests)
      .set({ contactHash: contactHash(sealing, phone) })
      .where(eq(open311Requests.caseId, caseId))
  }
}
/** The case, or the one it was merged into, ended so long ago. */
const isOver = (now: Date, days: number) =>
  sql`exists (select 1 from cases c left join cases root on root.id = c.merged_into_id
    where c.id = ${open311Requests.caseId} and coalesce(root.state, c.state) = any(${sql.param(ended)}::text[])
      and coalesce(root.state_at, c.state_at) < ${now.toISOString()}::timestamptz - make_interval(days => ${days}))`
/** Nightly: contacts of cases that ended so many days ago. */
export const forgetContacts = async (cx: Cx<null>, sealing: Sealing, days: number): Promise<void> => {
  await hashOlder(cx, sealing)
  await cx.db
    .update(open311Requests)
    .set(gone)
    .where(and(isNotNull(open311Requests.contactSealed), isOver(cx.now, days)))
}
