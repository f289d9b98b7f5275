// What is done with a trial: planned, served, judged by the households, put to the vote, agreed or left.
import { eq, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { ParsedBody } from '../../../../contract/src/endpoint.ts'
import type { trialsApi } from '../../../../contract/src/trials.ts'
import { mayAt } from '../../platform/access.ts'
import type { Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import { orDuplicate } from '../../platform/unique.ts'
import { outcomeOf, prepareFor } from '../ballots/index.ts'
import { refuseUndeliberated } from '../deliberation/index.ts'
import { attachFiles } from '../files/index.ts'
import { beginToServe, ceaseToServe, organisationById } from '../organisations/index.ts'
import { placeById, placedOf } from '../places/index.ts'
import { dayOf } from '../publicnotices/index.ts'
import { applyStep, checkStep, findTrial, isServing, lockToLog, lockToRun, myHomeAt } from './policy.ts'
import { trialLog, trialMarks, trials } from './tables.ts'

type Api = typeof trialsApi
type Body<K extends keyof Api> = ParsedBody<Api[K]>
const wrongDay = (path: string, message: string) => refuse('trial.dates', { fields: [{ path, message }] })
export const yuan = (fen: number): string => (fen / 100).toFixed(2)
/** The Monday of a day's week. */
export const weekOf = (day: string): string => {
  const at = new Date(`${day}T00:00:00Z`)
  return new Date(at.getTime() - ((at.getUTCDay() + 6) % 7) * 86_400_000).toISOString().slice(0, 10)
}
/** @throws trial.place, trial.company, trial.dates, trial.running, place.not-found, access.out-of-scope */
export const planTrial = async (cx: Cx, input: Body<'POST /api/trials'>): Promise<string> => {
  const place = await placeById(cx.db, input.placeId)
  if (place === null || place.districtId !== cx.districtId) throw refuse('place.not-found')
  if (!mayAt(cx.actor, 'trial.run', placedOf(place))) throw refuse('access.out-of-scope')
  if (place.kind !== 'estate' || !place.active) throw refuse('trial.place')
  const company = await organisationById(cx.db, input.companyId)
  if (company === null || company.districtId !== cx.districtId || company.kind !== 'propertyCompany' || !company.active)
    throw refuse('trial.company')
  const days = (Date.parse(input.endsOn) - Date.parse(input.startsOn)) / 86_400_000
  if (days < 7 || days > 366) throw wrongDay('endsOn', '试用7天到一年')
  const id = uuidv7()
  await orDuplicate(
    Promise.resolve(
      cx.db.insert(trials).values({
        ...placedOf(place),
        id,
        placeId: place.id,
        placeName: place.path,
        companyId: company.id,
        state: 'planned',
        stateAt: cx.now,
        conditions: input.conditions,
        fee: input.fee,
        startsOn: input.startsOn,
        endsOn: input.endsOn,
        createdBy: cx.actor.personId,
        createdAt: cx.now,
      }),
    ),
    'trials_one_at_a_time',
    'trial.running',
  )
  await cx.journal({
    action: 'trial.plan',
    sentence: `准备了${company.name}在${place.name}先尝后买`,
    thing: { kind: 'trial', id },
    after: { placeId: place.id, companyId: company.id, fee: input.fee, startsOn: input.startsOn, endsOn: input.endsOn },
  })
  return id
}
/** @throws trial.not-yet */
export const startTrial = async (cx: Cx, id: string): Promise<void> => {
  const row = await lockToRun(cx, id)
  checkStep(cx, row, 'start')
  if (dayOf(cx.now) < row.startsOn) throw refuse('trial.not-yet')
  await beginToServe(cx, row.companyId, row.placeId)
  await applyStep(cx, row, 'start')
}
/** @throws trial.not-serving, trial.dates, access.out-of-scope */
export const logWork = async (cx: Cx, id: string, input: Body<'POST /api/trials/:id/log'>): Promise<void> => {
  const row = await lockToLog(cx, id)
  if (row.state !== 'serving' && row.state !== 'deciding') throw refuse('trial.not-serving')
  if (input.day < row.startsOn || input.day > dayOf(cx.now)) throw wrongDay('day', '要在试用期里，不能晚于今天')
  await attachFiles(cx, input.photos, { kind: 'trial', id }, 'photo')
  await cx.db.insert(trialLog).values({
    id: uuidv7(),
    trialId: id,
    day: input.day,
    words: input.words,
    photos: [...input.photos],
    byName: cx.actor.held.find((held) => held.organisationId === row.companyId)?.organisationName ?? cx.actor.name,
    byPerson: cx.actor.personId,
    at: cx.now,
  })
  await cx.journal({
    action: 'trial.log',
    sentence: '记录了试用期做的事',
    thing: { kind: 'trial', id },
    after: { day: input.day },
  })
}
/** One mark of a household for the week; whoever of it marks last is counted. @throws trial.home, trial.not-serving */
export const giveMark = async (cx: Cx, id: string, input: Body<'POST /api/trials/:id/marks'>): Promise<void> => {
  const row = await findTrial(cx, id, true)
  if ((await myHomeAt(cx, row, input.homeId)) === undefined) throw refuse('trial.home')
  if (!isServing(row, cx.now)) throw refuse('trial.not-serving')
  const mark = { personId: cx.actor.personId, mark: input.mark, words: input.words ?? '', at: cx.now }
  await cx.db
    .insert(trialMarks)
    .values({ trialId: id, homeId: input.homeId, week: weekOf(dayOf(cx.now)), ...mark })
    .onConflictDoUpdate({ target: [trialMarks.trialId, trialMarks.homeId, trialMarks.week], set: mark })
  // The journal says that it was marked, not how.
  await cx.journal({ action: 'trial.mark', sentence: '给试用打了分', thing: { kind: 'trial', id } })
}
/** Hiring needs a deliberation on record, and households that judged. @throws trial.not-yet, deliberation.must, decision.* */
export const putToVote = async (cx: Cx, id: string, input: Body<'POST /api/trials/:id/decide'>): Promise<void> => {
  const row = await lockToRun(cx, id)
  checkStep(cx, row, 'decide')
  const [judged] = await cx.db
    .select({ n: sql<number>`count(*)::int`, average: sql<number>`round(avg(${trialMarks.mark}) * 100)::int` })
    .from(trialMarks)
    .where(eq(trialMarks.trialId, id))
  if (judged === undefined || judged.n === 0)
    throw refuse('trial.not-yet', { fields: [{ path: 'marks', message: '还没有居民打分' }] })
  await refuseUndeliberated(cx, 'hiring', row.placeId)
  const company = await organisationById(cx.db, row.companyId)
  const { partKinds, proxyCap, citySystem, years, fee } = input
  const decision = await prepareFor(cx, {
    placeId: row.placeId,
    partKinds,
    proxyCap,
    citySystem,
    title: `选聘${company!.name}`,
    words: `${company!.name}从${row.startsOn}起先尝后买。\n${row.conditions}\n居民打分${judged.n}次，平均${(judged.average / 100).toFixed(2)}分（满分5分）。`,
    items: [
      {
        matter: 'propertyCompany',
        title: `选聘${company!.name}，${years}年，每月每平方米${yuan(fee)}元`,
        cost: `每月每平方米${yuan(fee)}元`,
      },
    ],
  })
  await applyStep(cx, row, 'decide', {}, { decisionId: decision.id, votedFee: fee })
}
/** @throws trial.not-certified, trial.fee, trial.dates */
export const agreeFee = async (cx: Cx, id: string, input: Body<'POST /api/trials/:id/agree'>): Promise<void> => {
  const row = await lockToRun(cx, id)
  checkStep(cx, row, 'agree', input)
  const outcome = await outcomeOf(cx, row.decisionId!)
  if (outcome.state !== 'certified' || outcome.certifiedAt === null || outcome.items[0]?.isPassed !== true)
    throw refuse('trial.not-certified')
  if (input.fee > row.votedFee!)
    throw refuse('trial.fee', { fields: [{ path: 'fee', message: `不能高于${yuan(row.votedFee!)}元` }] })
  if (input.from < dayOf(outcome.certifiedAt)) throw wrongDay('from', '不能早于证书日期')
  if (input.to <= input.from || Date.parse(input.to) - Date.parse(input.from) > 3660 * 86_400_000)
    throw wrongDay('to', '要晚于开始，最长十年')
  await applyStep(cx, row, 'agree', input, { agreedFee: input.fee, contractFrom: input.from, contractTo: input.to })
}
/** Out of a trial that the residents did not take to, or of a decision that did not pass. @throws trial.passed, trial.dates */
export const failTrial = async (cx: Cx, id: string, input: Body<'POST /api/trials/:id/fail'>): Promise<void> => {
  const row = await lockToRun(cx, id)
  checkStep(cx, row, 'fail', input)
  if (row.decisionId !== null) {
    const { state } = await outcomeOf(cx, row.decisionId)
    if (!['failed', 'annulled', 'withdrawn'].includes(state)) throw refuse('trial.passed')
  }
  if (input.leavesOn < dayOf(cx.now)) throw wrongDay('leavesOn', '不能早于今天')
  await applyStep(cx, row, 'fail', input, { leavesOn: input.leavesOn, endedWords: input.reason })
}
/** @throws trial.dates */
export const recordLeft = async (cx: Cx, id: string, on: string): Promise<void> => {
  const row = await lockToRun(cx, id)
  checkStep(cx, row, 'leave', { on })
  if (on > dayOf(cx.now) || on < row.startsOn) throw wrongDay('on', '不能晚于今天')
  await ceaseToServe(cx, row.companyId, row.placeId)
  await applyStep(cx, row, 'leave', { on }, { leavesOn: on })
}
export const cancelTrial = async (cx: Cx, id: string, reason: string): Promise<void> => {
  const row = await lockToRun(cx, id)
  await applyStep(cx, row, 'cancel', { reason }, { endedWords: reason })
}
