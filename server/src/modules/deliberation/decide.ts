// Decisions of a meeting: counted by the rule of its scheme, each with what follows from it; and items carried on.
import { and, eq, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { deliberationApi } from '../../../../contract/src/deliberation.ts'
import {
  resolutionResults,
  type DecisionWay,
  type ResolutionResult,
} from '../../../../contract/src/deliberation-life.ts'
import type { Scheme } from '../../../../contract/src/deliberation-schemes.ts'
import type { ParsedBody } from '../../../../contract/src/endpoint.ts'
import { shanghaiDay } from '../../../../rules/src/working-time.ts'
import type { Actor, Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import { bringOutcome } from '../promises/index.ts'
import { assertItems, writeItems, type NewItem } from './items.ts'
import { lockToRun, peopleOf, quorumOf, showMeeting, type MeetingView } from './meeting-view.ts'
import { runs, type MeetingRow, type ResolutionRow } from './policy.ts'
import { assertMatter } from './schemes.ts'
import { agenda, resolutions, topics } from './tables.ts'
import { moveTopic, writeTopicStep } from './topics.ts'

type Api = typeof deliberationApi
type Decision = ParsedBody<Api['POST /api/deliberation/meetings/:id/decisions']>
export interface Votes {
  readonly for: number
  readonly against: number
  readonly abstain: number
}
/** By the rule: more than the share of votes cast, or of all who have one; a share of 100 asks for every one. */
export const resultOf = (
  way: DecisionWay,
  scheme: Pick<Scheme, 'passPercent' | 'passOf'>,
  votes: Votes,
  entitled: number,
): ResolutionResult => {
  if (way === 'owners') return 'sent'
  const cast = votes.for + votes.against + votes.abstain
  if (way === 'consensus') return votes.against + votes.abstain === 0 && cast > 0 ? 'adopted' : 'rejected'
  const of = scheme.passOf === 'all' ? Math.max(entitled, cast) : cast
  const passes = scheme.passPercent === 100 ? votes.for === of : votes.for * 100 > scheme.passPercent * of
  return passes && votes.for > 0 ? 'adopted' : 'rejected'
}
export interface NewResolution {
  readonly agendaId: string | null
  readonly topicId: string | null
  readonly title: string
  readonly words: string
  readonly matter: string | null
  readonly way: DecisionWay
  readonly votes: Votes
  readonly result: ResolutionResult
  readonly budgetFen: number | null
  readonly expiresOn: string | null
  readonly items: readonly NewItem[]
  /** The issue goes on to the next meeting of a staged scheme. */
  readonly goesOn?: boolean
}
const placedOfRow = (row: MeetingRow) => {
  const { districtId, streetId, communityId, gridId, microGridId, estateId, buildingId, unitId, placeId } = row
  return { districtId, streetId, communityId, gridId, microGridId, estateId, buildingId, unitId, placeId }
}
/** A decision from which nothing follows yet says openly that nobody has it. */
const orNobody = (title: string, items: readonly NewItem[]): readonly NewItem[] =>
  items.length > 0 ? items : [{ what: `落实：${title}` }]
/** Writes a resolution with its items; what came of a case goes back to it. */
export const writeResolution = async (cx: Cx, row: MeetingRow, of: NewResolution): Promise<ResolutionRow> => {
  const topic =
    of.topicId === null
      ? undefined
      : (await cx.db.select().from(topics).where(eq(topics.id, of.topicId)).for('update'))[0]
  await assertItems(cx, row.id, of.items)
  const [made] = await cx.db
    .insert(resolutions)
    .values({
      id: uuidv7(),
      ...placedOfRow(row),
      meetingId: row.id,
      agendaId: of.agendaId,
      topicId: of.topicId,
      schemeCode: row.schemeCode,
      title: of.title,
      words: of.words,
      matter: of.matter,
      way: of.way,
      votesFor: of.votes.for,
      votesAgainst: of.votes.against,
      votesAbstain: of.votes.abstain,
      result: of.result,
      budgetFen: of.budgetFen,
      expiresOn: of.expiresOn,
      planned: of.result === 'sent' ? of.items : [],
      madeAt: cx.now,
    })
    .returning()
  if (of.result === 'adopted')
    await writeItems(cx, made!, orNobody(of.title, of.items), { caseId: topic?.caseId ?? null, isLater: false })
  if (topic !== undefined) {
    const said = `${of.title}：${resolutionResults[of.result].zh}`
    if (of.goesOn === true && topic.state === 'onAgenda')
      await moveTopic(cx, topic, 'carryOn', {
        stage: row.stage! + 1,
        meetingId: null,
        words: `${said}。接下来：${row.scheme.stages[row.stage! + 1]}`,
      })
    else if (topic.state === 'onAgenda' || topic.state === 'selected' || topic.state === 'proposed')
      await moveTopic(cx, topic, 'resolve', { reason: said, words: said, meetingId: row.id })
    else await writeTopicStep(cx, topic.id, 'resolve', said, row.id)
    if (topic.caseId !== null && of.result !== 'sent')
      await bringOutcome(cx, topic.caseId, `${row.scheme.name}：${said}。${of.words}`.slice(0, 1000))
  }
  await cx.journal({
    action: 'deliberation.decide',
    sentence: `会议${row.title}作出决定：${of.title}（${resolutionResults[of.result].zh}）`,
    thing: { kind: 'resolution', id: made!.id },
    after: { way: of.way, ...of.votes, result: of.result, matter: of.matter, items: of.items.length },
  })
  return made!
}
const lockItem = async (cx: Cx, meetingId: string, agendaId: string) => {
  const [item] = await cx.db
    .select()
    .from(agenda)
    .where(and(eq(agenda.id, agendaId), eq(agenda.meetingId, meetingId)))
    .for('update')
  if (item === undefined) throw refuse('deliberation.agenda')
  return item
}
/** A resolution of before is replaced by this one. @throws deliberation.resolution-not-found */
const amend = async (cx: Cx, id: string, by: string): Promise<void> => {
  const [row] = await cx.db
    .select()
    .from(resolutions)
    .where(and(eq(resolutions.id, id), eq(resolutions.districtId, cx.districtId)))
    .for('update')
  if (row === undefined || row.id === by || !runs(cx.actor, row)) throw refuse('deliberation.resolution-not-found')
  await cx.db
    .update(resolutions)
    .set({ amendedBy: by })
    .where(and(eq(resolutions.id, id), sql`${resolutions.amendedBy} is null`))
}
/** @throws deliberation.quorum, deliberation.votes, deliberation.agenda, deliberation.agenda-done, deliberation.day */
export const decide = async (cx: Cx, id: string, input: Decision): Promise<MeetingView> => {
  const { row } = await lockToRun(cx, id)
  if (row.state !== 'inSession') throw refuse('lifecycle.wrong-state')
  const item = await lockItem(cx, id, input.agendaId)
  if (item.outcome !== null && item.outcome !== 'resolved') throw refuse('deliberation.agenda-done')
  await assertMatter(cx, input.matter)
  if (input.expiresOn !== undefined && input.expiresOn < shanghaiDay(cx.now)) throw refuse('deliberation.day')
  const all = await peopleOf(cx, id)
  const quorum = quorumOf(row, all)
  if (!quorum.met) throw refuse('deliberation.quorum', { because: `${quorum.present} of ${quorum.needed}` })
  const votes =
    input.way === 'consensus'
      ? { for: quorum.present, against: 0, abstain: 0 }
      : { for: input.votesFor, against: input.votesAgainst, abstain: input.votesAbstain }
  if (input.way === 'hands' && votes.for + votes.against + votes.abstain > quorum.present)
    throw refuse('deliberation.votes')
  const made = await writeResolution(cx, row, {
    agendaId: item.id,
    topicId: item.topicId,
    title: input.title,
    words: input.words,
    matter: input.matter ?? null,
    way: input.way,
    votes: input.way === 'owners' ? { for: 0, against: 0, abstain: 0 } : votes,
    result: resultOf(input.way, row.scheme, votes, quorum.votes),
    budgetFen: input.budgetFen ?? null,
    expiresOn: input.expiresOn ?? null,
    items: input.items,
    goesOn: row.stage !== null && row.stage < row.scheme.stages.length - 1 && !input.endsHere,
  })
  await cx.db.update(agenda).set({ outcome: 'resolved' }).where(eq(agenda.id, item.id))
  if (input.amends !== undefined) await amend(cx, input.amends, made.id)
  return showMeeting(cx, id)
}
/** To the next stage of the scheme, or back to the list. @throws deliberation.agenda, deliberation.agenda-done */
export const carryOn = async (
  cx: Cx,
  id: string,
  agendaId: string,
  input: ParsedBody<Api['POST /api/deliberation/meetings/:id/agenda/:thingId']>,
): Promise<MeetingView> => {
  const { row } = await lockToRun(cx, id)
  if (row.state !== 'inSession') throw refuse('lifecycle.wrong-state')
  const item = await lockItem(cx, id, agendaId)
  if (item.outcome !== null) throw refuse('deliberation.agenda-done')
  const last = row.scheme.stages.length - 1
  const isStaged = input.outcome === 'carriedOn' && row.stage !== null
  if (isStaged && row.stage! >= last) throw refuse('deliberation.stage')
  await cx.db.update(agenda).set(input).where(eq(agenda.id, agendaId))
  if (item.topicId !== null) {
    const [topic] = await cx.db.select().from(topics).where(eq(topics.id, item.topicId)).for('update')
    if (topic !== undefined && topic.state === 'onAgenda') {
      const stage = isStaged ? row.stage! + 1 : topic.stage
      const next = isStaged ? `${row.scheme.stages[stage]}：` : ''
      await moveTopic(cx, topic, 'carryOn', { stage, meetingId: null, words: `${next}${input.words}` })
    }
  }
  await cx.journal({
    action: 'deliberation.carryOn',
    sentence: `会议${row.title}：${item.title}${input.outcome === 'later' ? '以后再议' : '转到下一个会'}`,
    thing: { kind: 'deliberationMeeting', id },
    after: input,
  })
  return showMeeting(cx, id)
}
const caseOfTopic = async (cx: Cx<Actor | null>, topicId: string | null): Promise<string | null> => {
  if (topicId === null) return null
  const [topic] = await cx.db.select({ caseId: topics.caseId }).from(topics).where(eq(topics.id, topicId))
  return topic?.caseId ?? null
}
/** What was planned for a yes is given out; topic and case read the result. */
const carryBack = async (
  cx: Cx<Actor | null>,
  row: ResolutionRow,
  of: { readonly adopted: boolean; readonly words: string },
): Promise<void> => {
  const caseId = await caseOfTopic(cx, row.topicId)
  if (of.adopted) {
    const today = shanghaiDay(cx.now)
    // A day that passed while the owners voted is set anew by who gives the work out.
    const items = row.planned.map(({ dueOn, ...item }) =>
      dueOn === undefined || dueOn < today ? item : { ...item, dueOn },
    )
    await writeItems(cx, row, orNobody(row.title, items), { caseId, isLater: true })
  }
  if (row.topicId !== null) await writeTopicStep(cx, row.topicId, 'ownersDecided', of.words, row.meetingId)
  if (caseId !== null) await bringOutcome(cx, caseId, of.words.slice(0, 1000))
}
/** For the module of owners' decisions: what was sent to the owners came back. The caller journals. */
export const ownersDecided = async (
  cx: Cx<Actor | null>,
  of: { readonly decisionId: string; readonly adopted: boolean; readonly words: string },
): Promise<void> => {
  const back = await cx.db
    .update(resolutions)
    .set({ ownersResult: of.adopted ? 'adopted' : 'rejected' })
    .where(
      and(
        eq(resolutions.decisionId, of.decisionId),
        eq(resolutions.districtId, cx.districtId),
        eq(resolutions.result, 'sent'),
        sql`${resolutions.ownersResult} is null`,
      ),
    )
    .returning()
  for (const row of back) await carryBack(cx, row, of)
}
