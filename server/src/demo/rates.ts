// The demo's three rates: counted from its cases, the months before published, applications to leave cases out, signs.
import { and, eq, isNotNull, sql } from 'drizzle-orm'
import { createHash } from 'node:crypto'
import { askExclusion, decideExclusion } from '../modules/rates/exclusions.ts'
import { countChanges, findSigns, freezeMonth, monthBefore } from '../modules/rates/index.ts'
import { isHandler } from '../modules/cases/index.ts'
import { cases } from '../modules/cases/tables.ts'
import { persons } from '../modules/identity/tables.ts'
import { shanghaiDay } from '../../../rules/src/working-time.ts'
import { actorBy, cxAt, type Stage } from './stage.ts'

const HOUR_MS = 3_600_000
const pleas = [
  ['wrongRecord', '同一件事登记了两次，另一件已经办结，附登记截图。'],
  ['beyondControl', '暴雨红色预警期间停工，附气象局证明。'],
  ['underLaw', '双方已到法院起诉，附受理通知书。'],
] as const
const answers = [null, [true, '证明属实，同意剔除'], [false, '请先调解，暂不剔除']] as const

const count = async (stage: Stage): Promise<void> => {
  while ((await countChanges(stage.db)).more);
}
/** The company's manager applies for three cases; the district decides on two. */
const playExclusions = async (stage: Stage, now: Date): Promise<void> => {
  const manager = await actorBy(stage, 'manager')
  const officer = await actorBy(stage, 'district')
  const bodies = manager.held.map((held) => held.organisationId)
  const closed = await stage.db
    .select()
    .from(cases)
    .where(and(sql`${cases.handlerId} = any(${sql.param(bodies)}::uuid[])`, isNotNull(cases.closedAt)))
    .orderBy(cases.number)
    .limit(500)
  const rows = closed.filter((row) => isHandler(manager, row)).slice(0, pleas.length)
  for (const [at, row] of rows.entries()) {
    const [ground, words] = pleas[at]!
    const cx = cxAt(stage, manager, new Date(now.getTime() - (30 - at) * HOUR_MS))
    const asked = await askExclusion(cx, { caseId: row.id, ground, words, photos: [] })
    const answer = answers[at]!
    if (answer === null) continue
    const [granted, reply] = answer
    const later = cxAt(stage, officer, new Date(now.getTime() - (20 - at) * HOUR_MS))
    await decideExclusion(later, asked.id, { granted, words: reply })
  }
}
/** Five stars for several cases of one body came from one device. */
const playOneDevice = (stage: Stage, month: string) =>
  stage.db.execute(sql`
    insert into rating_origins (case_id, device_hash, at)
    select c.id, ${createHash('sha256').update('demo').digest('base64url')}, c.state_at from cases c join rate_facts f on f.case_id = c.id
    where c.district_id = ${stage.districtId} and c.rating = 5 and to_char(f.resolve_day, 'YYYY-MM') = ${month}
      and f.resolve_body = (select resolve_body from rate_facts r join cases d on d.id = r.case_id
        where d.rating = 5 and to_char(r.resolve_day, 'YYYY-MM') = ${month} group by 1 order by count(*) desc, 1 limit 1)
    order by c.number limit 4`)
/** Gives the months published. */
export const playRates = async (stage: Stage, now: Date): Promise<readonly string[]> => {
  const thisMonth = shanghaiDay(now).slice(0, 7)
  const [last, earlier] = [monthBefore(thisMonth), monthBefore(monthBefore(thisMonth))]
  await count(stage)
  const [publisher] = await stage.db.select({ id: persons.id }).from(persons).where(eq(persons.name, '郑怀民')).limit(1)
  const by = publisher?.id ?? null
  // Published on the third of the month after it.
  const at = new Date(`${last}-03T10:00:00+08:00`)
  await freezeMonth(stage.db, { districtId: stage.districtId, month: earlier, by, at })
  await playExclusions(stage, now)
  await count(stage)
  await playOneDevice(stage, last)
  const officer = await actorBy(stage, 'district')
  for (const month of [last, thisMonth]) await findSigns(cxAt(stage, officer, now), month)
  return [earlier]
}
