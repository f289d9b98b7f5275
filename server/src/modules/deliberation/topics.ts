// Topics: proposed by residents or staff, signed, selected by the body's rule, or dropped with a reason.
import { eq, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { deliberationApi } from '../../../../contract/src/deliberation.ts'
import { topicLife, type TopicStep } from '../../../../contract/src/deliberation-life.ts'
import type { ParsedBody } from '../../../../contract/src/endpoint.ts'
import type { Actor, Cx } from '../../platform/cx.ts'
import { takeStep } from '../../platform/lifecycle.ts'
import { refuse } from '../../platform/refuse.ts'
import { orDuplicate } from '../../platform/unique.ts'
import { addToTimeline } from '../cases/index.ts'
import { tell } from '../notices/index.ts'
import { placedOf } from '../places/index.ts'
import { caseForTopic } from './case-topic.ts'
import { livingIn, placeHere, runs, type TopicRow } from './policy.ts'
import { assertMatter, schemeOf } from './schemes.ts'
import { topicNames, topics, topicSteps } from './tables.ts'
import { find, NAMES_WITHOUT_SCHEME, showTopic, standingOf, type TopicView } from './topic-view.ts'

type Api = typeof deliberationApi
/** Moves a topic and writes its history; the caller has locked the row and checked who may. */
export const moveTopic = async (
  cx: Cx<Actor | null>,
  row: TopicRow,
  name: TopicStep,
  change: { readonly words?: string | null; readonly meetingId?: string | null } & Partial<
    Pick<TopicRow, 'schemeCode' | 'stage' | 'reason' | 'meetingId'>
  >,
): Promise<void> => {
  const taker =
    cx.actor === null || name === 'comeBack' ? { system: true as const } : { person: standingOf(cx.actor, row) }
  const to = takeStep(topicLife, row.state, name, taker, { reason: change.words ?? change.reason })
  const { words = null, ...columns } = change
  await cx.db
    .update(topics)
    .set({ ...columns, state: to as TopicRow['state'], stateAt: cx.now })
    .where(eq(topics.id, row.id))
  await writeTopicStep(cx, row.id, name, words, change.meetingId ?? null)
}
export const writeTopicStep = async (
  cx: Cx<Actor | null>,
  topicId: string,
  step: string,
  words: string | null,
  meetingId: string | null = null,
) => {
  await cx.db.insert(topicSteps).values({
    id: uuidv7(),
    topicId,
    step,
    words,
    meetingId,
    actorId: cx.actor?.personId ?? null,
    at: cx.now,
  })
}
const tellProposer = async (cx: Cx, row: TopicRow, event: 'topic.selected' | 'topic.dropped', reason: string) => {
  if (row.proposedBy !== null && row.proposedBy !== cx.actor.personId)
    await tell(cx, {
      event,
      audience: 'person',
      personIds: [row.proposedBy],
      thing: { kind: 'topic', id: row.id },
      fields: { title: row.title, reason },
    })
}
type Proposal = ParsedBody<Api['POST /api/deliberation/topics']>
/** The place covers a home of the actor: a resident proposes for the estate, the building, the community. */
const assertOfPlace = async (cx: Cx, placeId: string): Promise<void> => {
  if (!(await livingIn(cx)).includes(placeId)) throw refuse('deliberation.not-here')
}
/** @throws place.not-found, deliberation.not-here, deliberation.case-open-topic, deliberation.case-in-mediation, deliberation.matter */
export const proposeTopic = async (cx: Cx, input: Proposal): Promise<TopicView> => {
  const place = await placeHere(cx, input.placeId)
  const isStaff = runs(cx.actor, placedOf(place))
  const byResidents = input.source === 'proposal' || input.source === 'petition'
  if (!isStaff) {
    if (!byResidents || input.caseId !== undefined) throw refuse('access.not-allowed')
    await assertOfPlace(cx, place.id)
  }
  await assertMatter(cx, input.matter)
  const id = uuidv7()
  const { id: caseId, source } = await caseForTopic(cx, input)
  await cx.db.insert(topics).values({
    id,
    ...placedOf(place),
    placeId: place.id,
    title: input.title,
    words: input.words,
    source,
    matter: input.matter ?? null,
    caseId,
    state: 'proposed',
    stateAt: cx.now,
    proposedBy: cx.actor.personId,
    names: input.source === 'petition' ? 1 : 0,
    createdAt: cx.now,
  })
  if (input.source === 'petition')
    await cx.db.insert(topicNames).values({ topicId: id, personId: cx.actor.personId, at: cx.now })
  await writeTopicStep(cx, id, 'propose', null)
  if (caseId !== null)
    await addToTimeline(cx, caseId, { step: 'deliberation.topic', words: input.title, audience: 'public' })
  await cx.journal({
    action: 'topic.propose',
    sentence: `提出了议题${input.title}`,
    thing: { kind: 'topic', id },
    after: { title: input.title, source, placeId: place.id, caseId },
  })
  return showTopic(cx, id)
}
/** @throws deliberation.no-petition, deliberation.not-here, deliberation.signed-already */
export const putName = async (cx: Cx, id: string): Promise<TopicView> => {
  const row = await find(cx, id, true)
  if (row.source !== 'petition' || row.state !== 'proposed') throw refuse('deliberation.no-petition')
  await assertOfPlace(cx, row.placeId)
  await orDuplicate(
    cx.db.insert(topicNames).values({ topicId: id, personId: cx.actor.personId, at: cx.now }),
    'topic_names_pkey',
    'deliberation.signed-already',
  )
  await cx.db
    .update(topics)
    .set({ names: sql`${topics.names} + 1` })
    .where(eq(topics.id, id))
  await cx.journal({
    action: 'topic.name',
    sentence: '在联名提议上签了名',
    thing: { kind: 'topic', id },
    after: { names: row.names + 1 },
  })
  return showTopic(cx, id)
}
const lockToRun = async (cx: Cx, id: string): Promise<TopicRow> => {
  const row = await find(cx, id, true)
  if (!runs(cx.actor, row)) throw refuse('access.out-of-scope')
  return row
}
/** A petition needs its names. @throws deliberation.scheme, deliberation.scheme-place, deliberation.too-few-names */
export const selectTopic = async (cx: Cx, id: string, code: string): Promise<TopicView> => {
  const row = await lockToRun(cx, id)
  const scheme = await schemeOf(cx, code)
  const place = await placeHere(cx, row.placeId)
  if (!scheme.placeKinds.includes(place.kind)) throw refuse('deliberation.scheme-place')
  if (row.source === 'petition' && row.names < scheme.petitionNames) throw refuse('deliberation.too-few-names')
  await moveTopic(cx, row, 'select', { schemeCode: code, words: scheme.name })
  await cx.journal({
    action: 'topic.select',
    sentence: `把议题${row.title}列入${scheme.name}`,
    thing: { kind: 'topic', id },
    before: { state: row.state },
    after: { state: 'selected', scheme: code },
  })
  await tellProposer(cx, row, 'topic.selected', scheme.name)
  return showTopic(cx, id)
}
/** A petition that has its names cannot be set aside. @throws deliberation.must-take */
export const dropTopic = async (cx: Cx, id: string, reason: string): Promise<TopicView> => {
  const row = await lockToRun(cx, id)
  const needed = row.schemeCode === null ? NAMES_WITHOUT_SCHEME : (await schemeOf(cx, row.schemeCode)).petitionNames
  if (row.source === 'petition' && row.names >= needed) throw refuse('deliberation.must-take')
  await moveTopic(cx, row, 'drop', { reason, words: reason })
  await cx.journal({
    action: 'topic.drop',
    sentence: `没有列入议题${row.title}`,
    thing: { kind: 'topic', id },
    before: { state: row.state },
    after: { state: 'dropped', reason },
  })
  await tellProposer(cx, row, 'topic.dropped', reason)
  return showTopic(cx, id)
}
export const withdrawTopic = async (cx: Cx, id: string): Promise<TopicView> => {
  const row = await find(cx, id, true)
  await moveTopic(cx, row, 'withdraw', {})
  await cx.journal({
    action: 'topic.withdraw',
    sentence: `撤回了议题${row.title}`,
    thing: { kind: 'topic', id },
    before: { state: row.state },
    after: { state: 'withdrawn' },
  })
  return showTopic(cx, id)
}
