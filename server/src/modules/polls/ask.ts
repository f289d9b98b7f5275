// Asking and answering: drafted, opened, answered once per person with maintained counts, closed; a topic or a decision follows.
import { and, eq, inArray, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { ParsedBody } from '../../../../contract/src/endpoint.ts'
import type { pollsApi } from '../../../../contract/src/polls.ts'
import { notBinding } from '../../../../contract/src/polls-life.ts'
import { heldAt } from '../../platform/access.ts'
import type { Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import { decisionAt } from '../ballots/index.ts'
import { proposeTopic } from '../deliberation/index.ts'
import { placeById, placedOf } from '../places/index.ts'
import { dayOf } from '../publicnotices/index.ts'
import { applyStep, findPoll, isAsked, isTaking, lockToRun } from './policy.ts'
import { questionsOf } from './questions.ts'
import { pollAnswers, pollOptions, pollQuestions, polls } from './tables.ts'

type Api = typeof pollsApi
type Body<K extends keyof Api> = ParsedBody<Api[K]>
/** @throws poll.day, place.not-found, access.out-of-scope */
export const draftPoll = async (cx: Cx, input: Body<'POST /api/polls'>): Promise<string> => {
  const place = await placeById(cx.db, input.placeId)
  if (place === null || place.districtId !== cx.districtId) throw refuse('place.not-found')
  const held = heldAt(cx.actor, 'poll.run', placedOf(place))
  if (held === undefined) throw refuse('access.out-of-scope')
  const today = dayOf(cx.now)
  if (input.closesOn < today || Date.parse(input.closesOn) - Date.parse(today) > 366 * 86_400_000)
    throw refuse('poll.day', { fields: [{ path: 'closesOn', message: '从今天起一年内' }] })
  const id = uuidv7()
  const { questions, ...facts } = input
  await cx.db.insert(polls).values({
    ...facts,
    ...placedOf(place),
    id,
    placeName: place.path,
    askedBy: held.organisationName,
    state: 'draft',
    stateAt: cx.now,
    createdBy: cx.actor.personId,
    createdAt: cx.now,
  })
  const asked = questions.map((question, sort) => ({ ...question, id: uuidv7(), sort }))
  await cx.db
    .insert(pollQuestions)
    .values(
      asked.map(({ id: questionId, sort, words, isMany }) => ({ id: questionId, pollId: id, sort, words, isMany })),
    )
  await cx.db
    .insert(pollOptions)
    .values(
      asked.flatMap((question) =>
        question.options.map((words, sort) => ({ id: uuidv7(), pollId: id, questionId: question.id, sort, words })),
      ),
    )
  await cx.journal({
    action: 'poll.draft',
    sentence: `起草了意见征询：${input.title}`,
    thing: { kind: 'poll', id },
    after: { placeId: place.id, audience: input.audience, closesOn: input.closesOn },
  })
  return id
}
export const publishPoll = async (cx: Cx, id: string): Promise<void> => {
  const row = await lockToRun(cx, id)
  if (row.state === 'draft' && row.closesOn < dayOf(cx.now)) throw refuse('poll.day')
  await applyStep(cx, row, 'publish')
}
/** One option of every question, several where several are asked. @throws poll.options */
const checkOptions = async (cx: Cx, id: string, chosen: readonly string[]): Promise<void> => {
  const questions = await questionsOf(cx, id)
  const isFull = questions.every((question) => {
    const n = question.options.filter((one) => chosen.includes(one.id)).length
    return question.isMany ? n > 0 : n === 1
  })
  const known = questions.flatMap((question) => question.options.map((one) => one.id))
  const areOwn = chosen.every((one) => known.includes(one))
  if (!isFull || !areOwn || new Set(chosen).size !== chosen.length) throw refuse('poll.options')
}
const addTo = async (cx: Cx, optionIds: readonly string[], by: 1 | -1): Promise<void> => {
  await cx.db
    .update(pollOptions)
    .set({ answers: sql`${pollOptions.answers} + ${by}` })
    .where(inArray(pollOptions.id, [...optionIds]))
}
/** Answering again replaces. Answers of one consultation queue on its row, so that its sums are its answers. */
export const answerPoll = async (cx: Cx, id: string, input: Body<'POST /api/polls/:id/answers'>): Promise<void> => {
  const row = await findPoll(cx, id, true)
  if (!(await isAsked(cx, row))) throw refuse('poll.not-asked')
  if (!isTaking(row, cx.now)) throw refuse('poll.over')
  await checkOptions(cx, id, input.optionIds)
  const mine = and(eq(pollAnswers.pollId, id), eq(pollAnswers.personId, cx.actor.personId))
  const [before] = await cx.db.select().from(pollAnswers).where(mine)
  if (before !== undefined) await addTo(cx, before.optionIds, -1)
  const answer = { optionIds: [...input.optionIds], words: input.remark ?? '', at: cx.now }
  await cx.db
    .insert(pollAnswers)
    .values({ pollId: id, personId: cx.actor.personId, ...answer })
    .onConflictDoUpdate({ target: [pollAnswers.pollId, pollAnswers.personId], set: answer })
  await addTo(cx, input.optionIds, 1)
  if (before === undefined)
    await cx.db
      .update(polls)
      .set({ answered: sql`${polls.answered} + 1` })
      .where(eq(polls.id, id))
  // The journal says that it was answered, not how.
  await cx.journal({ action: 'poll.answer', sentence: '答了意见征询', thing: { kind: 'poll', id } })
}
export const endPoll = async (cx: Cx, id: string, name: 'close' | 'withdraw', reason?: string): Promise<void> => {
  const row = await lockToRun(cx, id)
  await applyStep(cx, row, name, { reason }, reason === undefined ? {} : { endedWords: reason })
}
/** Job: consultations whose last day is over. */
export const closePolls = async (cx: Cx<null>): Promise<void> => {
  const due = await cx.db
    .select()
    .from(polls)
    .where(and(eq(polls.state, 'open'), sql`${polls.closesOn} < ${dayOf(cx.now)}::date`))
    .limit(200)
    .for('update', { skipLocked: true })
  for (const row of due) await applyStep(cx, row, 'lapse')
}
/** @throws lifecycle.wrong-state, poll.has-topic */
export const toTopic = async (cx: Cx, id: string): Promise<void> => {
  const row = await lockToRun(cx, id)
  if (row.state !== 'closed') throw refuse('lifecycle.wrong-state')
  if (row.topicId !== null) throw refuse('poll.has-topic')
  const questions = await questionsOf(cx, id)
  const lines = questions.map(
    (question) => `${question.words}：${question.options.map((one) => `${one.words} ${one.answers}`).join('，')}`,
  )
  const topic = await proposeTopic(cx, {
    placeId: row.placeId,
    title: row.title.slice(0, 60),
    words: [`${notBinding.zh}，${row.answered}人答了。`, ...lines].join('\n').slice(0, 1000),
    source: 'proposal',
  })
  await cx.db.update(polls).set({ topicId: topic.id }).where(eq(polls.id, id))
  await cx.journal({
    action: 'poll.topic',
    sentence: '把意见征询转成了议题',
    thing: { kind: 'poll', id },
    after: { topicId: topic.id },
  })
}
/** @throws decision.not-found, poll.other-place */
export const linkDecision = async (cx: Cx, id: string, decisionId: string): Promise<void> => {
  const row = await lockToRun(cx, id)
  if (row.state === 'draft' || row.state === 'withdrawn') throw refuse('lifecycle.wrong-state')
  const place = await placeById(cx.db, await decisionAt(cx, decisionId))
  const around = place === null ? [] : [place.id, place.unitId, place.buildingId, place.estateId, place.communityId]
  if (!around.includes(row.placeId) && place?.id !== row.estateId) throw refuse('poll.other-place')
  await cx.db.update(polls).set({ decisionId }).where(eq(polls.id, id))
  await cx.journal({
    action: 'poll.link',
    sentence: '把意见征询连到了表决',
    thing: { kind: 'poll', id },
    after: { decisionId },
  })
}
