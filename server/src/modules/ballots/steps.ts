// The convener's steps: publish and freeze the roll, announce, open, close, withdraw, annul. Unlawful ones are refused.
import { and, eq, isNull, lte, sql } from 'drizzle-orm'
import { mayOpenOn, publicityOf } from '../../../../rules/src/publicity-clock.ts'
import { reachOf } from '../../../../rules/src/vote-certainty.ts'
import { partsFrom } from '../../../../rules/src/decision-count.ts'
import { developerKey } from '../../../../rules/src/owners-roll.ts'
import { loadCalendar } from '../../platform/calendar/working-calendar.ts'
import type { Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import { placeById } from '../places/index.ts'
import { checkPostedOn, dayOf, postNoticeAt } from '../publicnotices/index.ts'
import { freezeParts, readRoll } from './build-roll.ts'
import { decisionColumns, findAs, itemsOf, lockAs, type DecisionRow } from './policy.ts'
import { applyDecisionStep, checkStep } from './take-step.ts'
import { tellOwners } from './tell-owners.ts'
import { rollFigures } from './roll-figures.ts'
import { silenceSaid } from './silence-words.ts'
import { decisionObjections, decisions } from './tables.ts'

export const unansweredObjections = async (
  cx: Pick<Cx, 'db'>,
  id: string,
  about: 'roll' | 'result',
): Promise<boolean> =>
  (
    await cx.db
      .select({ id: decisionObjections.id })
      .from(decisionObjections)
      .where(
        and(
          eq(decisionObjections.decisionId, id),
          eq(decisionObjections.about, about),
          isNull(decisionObjections.answer),
        ),
      )
      .limit(1)
  ).length > 0
export const publishRoll = async (cx: Cx, id: string, input: { postedOn: string; days: number }): Promise<void> => {
  const row = await lockAs(cx, id, 'decision.convene')
  checkStep(cx, row, 'publishRoll', input)
  checkPostedOn(cx, input.postedOn)
  const { endsOn } = publicityOf(input.postedOn, input.days, await loadCalendar(cx.db, cx.districtId))
  await applyDecisionStep(cx, row, 'publishRoll', input, { objectionsUntil: endsOn })
  await tellOwners(cx, id, 'decision.roll')
}
export const freezeRoll = async (cx: Cx, id: string): Promise<void> => {
  const row = await lockAs(cx, id, 'decision.convene')
  checkStep(cx, row, 'freezeRoll')
  if (row.objectionsUntil !== null && dayOf(cx.now) <= row.objectionsUntil) throw refuse('decision.objection-window')
  if (await unansweredObjections(cx, id, 'roll')) throw refuse('decision.objections-open')
  await applyDecisionStep(
    cx,
    row,
    'freezeRoll',
    {},
    {
      ...(await freezeParts(cx, row)),
      rollFigures: await rollFigures(cx, id),
      rollFrozenAt: cx.now,
    },
  )
}
export interface Announcement {
  readonly postedOn: string
  readonly photos: readonly string[]
  readonly closesAt: string
  readonly days?: number | undefined
}
const noticeWords = (row: DecisionRow, items: readonly { title: string }[], closesAt: Date): string =>
  [
    row.words,
    '',
    ...items.map((item, i) => `${i + 1}. ${item.title}`),
    '',
    `名册指纹：${row.rollHash ?? ''}`,
    `表决截止：${closesAt.toLocaleString('sv-SE', { timeZone: 'Asia/Shanghai' }).slice(0, 16)}`,
    silenceSaid(row.rules),
  ].join('\n')
/** @throws decision.notice-days, decision.closing, publicNotice.day, publicNotice.proof */
export const announce = async (cx: Cx, id: string, input: Announcement): Promise<void> => {
  const row = await lockAs(cx, id, 'decision.convene')
  checkStep(cx, row, 'postNotice', { ...input })
  const days = input.days ?? row.rules.noticeDays
  if (days < row.rules.noticeDays)
    throw refuse('decision.notice-days', { fields: [{ path: 'days', message: `至少${row.rules.noticeDays}天` }] })
  const calendar = await loadCalendar(cx.db, cx.districtId)
  checkPostedOn(cx, input.postedOn)
  const { endsOn, nextDay } = publicityOf(input.postedOn, days, calendar)
  const closesAt = new Date(input.closesAt)
  if (dayOf(closesAt) < nextDay || closesAt <= cx.now || closesAt.getTime() - cx.now.getTime() > 400 * 86_400_000)
    throw refuse('decision.closing', { fields: [{ path: 'closesAt', message: `不能早于${nextDay}` }] })
  const place = await placeById(cx.db, row.placeId)
  const notice = await postNoticeAt(
    cx,
    place!,
    {
      title: row.title,
      words: noticeWords(row, await itemsOf(cx, id), closesAt),
      postedOn: input.postedOn,
      days,
      photos: input.photos,
    },
    { postedBy: row.convener, thing: { kind: 'decision', id } },
  )
  await applyDecisionStep(
    cx,
    row,
    'postNotice',
    { ...input },
    {
      noticeId: notice.id,
      noticePostedOn: input.postedOn,
      noticeEndsOn: endsOn,
      opensFrom: nextDay,
      closesAt,
    },
  )
  await tellOwners(cx, id, 'decision.announced')
}
/** Whether two thirds can take part at all if the developer stays away. */
export const reachOfDecision = async (cx: Cx, id: string) => {
  const row = await findAs(cx, id, 'decision.see')
  return reachNow(cx, row)
}
const reachNow = async (cx: Pick<Cx, 'db'>, row: DecisionRow) => {
  const parts = await readRoll(cx, row)
  const reach = reachOf(partsFrom(parts), row.rules)
  return { ...reach, developerParts: parts.filter((part) => part.owner === developerKey).length }
}
const isSurelyReachable = async (cx: Pick<Cx, 'db'>, row: DecisionRow): Promise<boolean> => {
  const { isReachable, isSure } = await reachNow(cx, row)
  return isReachable && isSure
}
/** @throws decision.notice-running, decision.reach, decision.closing */
export const openVote = async (cx: Cx, id: string, knowsReach: boolean): Promise<void> => {
  const row = await lockAs(cx, id, 'decision.convene')
  checkStep(cx, row, 'open')
  const notice = {
    postedOn: row.noticePostedOn!,
    days: row.rules.noticeDays,
    endsOn: row.noticeEndsOn!,
    nextDay: row.opensFrom!,
  }
  if (!mayOpenOn(dayOf(cx.now), notice)) throw refuse('decision.notice-running')
  if (row.closesAt === null || row.closesAt <= cx.now) throw refuse('decision.closing')
  if (!knowsReach && !(await isSurelyReachable(cx, row))) throw refuse('decision.reach')
  await applyDecisionStep(cx, row, 'open', {}, { opensAt: cx.now })
  await tellOwners(cx, id, 'decision.opened')
}
/** Job: votes whose time is over. */
export const closeVotes = async (cx: Cx<null>): Promise<void> => {
  const due = await cx.db
    .select(decisionColumns)
    .from(decisions)
    .where(and(sql`${decisions.state} = 'open'`, lte(decisions.closesAt, cx.now)))
    .limit(50)
    .for('update', { skipLocked: true })
  for (const row of due) await applyDecisionStep(cx, row, 'close')
}
export const endDecision = async (cx: Cx, id: string, name: 'annul' | 'withdraw', reason: string): Promise<void> => {
  const row = await lockAs(cx, id, 'decision.convene')
  await applyDecisionStep(cx, row, name, { reason }, { endedWords: reason })
  if (name === 'annul') await tellOwners(cx, id, 'decision.annulled')
}
