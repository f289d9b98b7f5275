// Topics: proposed by residents or staff, signed, selected by the body's rule, or dropped with a reason.
import { and, desc, eq, inArray, lt, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { deliberationApi } from '../../../../contract/src/deliberation.ts'
import { topicLife, type TopicStep } from '../../../../contract/src/deliberation-life.ts'
import type { OutOf, ParsedBody, ParsedQuery } from '../../../../contract/src/endpoint.ts'
import { afterId } from '../../platform/after-id.ts'
import type { Actor, Cx } from '../../platform/cx.ts'
import { mayTake, takeStep, type Standing } from '../../platform/lifecycle.ts'
import { pageOf } from '../../platform/paging.ts'
import { refuse } from '../../platform/refuse.ts'
import { orDuplicate } from '../../platform/unique.ts'
import { readCase } from '../cases/index.ts'
import { personsByIds } from '../identity/index.ts'
import { tell } from '../notices/index.ts'
import { placedOf, placesByIds } from '../places/index.ts'
import { livingIn, placeHere, runs, visibleTopics, type TopicRow } from './policy.ts'
import { assertMatter, schemeOf, schemesOf } from './schemes.ts'
import { agenda, meetings, topicNames, topics, topicSteps } from './tables.ts'

type Api = typeof deliberationApi
type Brief = OutOf<Api['GET /api/deliberation/topics']>['rows'][number]
type TopicView = OutOf<Api['GET /api/deliberation/topics/:id']>
const NAMES_WITHOUT_SCHEME = 10

const standingOf = (actor: Actor, row: TopicRow): Standing => ({
  reporter: row.proposedBy === actor.personId,
  handler: false,
  staff: () => runs(actor, row),
})
/** Buttons of a topic; an agenda is set when a meeting is called, an outcome by its decision. */
const shownSteps: readonly TopicStep[] = ['select', 'drop', 'withdraw']
const briefs = async (cx: Cx, rows: readonly TopicRow[]): Promise<Brief[]> => {
  if (rows.length === 0) return []
  const [places, signed, schemes] = [
    await placesByIds(
      cx.db,
      rows.map((row) => row.placeId),
    ),
    await cx.db
      .select({ topicId: topicNames.topicId })
      .from(topicNames)
      .where(
        and(
          inArray(
            topicNames.topicId,
            rows.map((row) => row.id),
          ),
          eq(topicNames.personId, cx.actor.personId),
        ),
      ),
    new Map((await schemesOf(cx)).map((one) => [one.code, one])),
  ]
  const lives = await livingIn(cx)
  return rows.map((row) => {
    const didSign = signed.some((one) => one.topicId === row.id)
    const may: Brief['may'] = mayTake(topicLife, row.state, standingOf(cx.actor, row)).filter((one) =>
      shownSteps.includes(one),
    )
    if (row.source === 'petition' && row.state === 'proposed' && !didSign && lives.includes(row.placeId))
      may.push('sign')
    const scheme = row.schemeCode === null ? undefined : schemes.get(row.schemeCode)
    return {
      id: row.id,
      number: String(row.number),
      title: row.title,
      words: row.words,
      place: { id: row.placeId, name: places.get(row.placeId)?.path ?? '' },
      source: row.source,
      matter: row.matter,
      scheme: row.schemeCode,
      stage: row.stage,
      state: row.state,
      stateAt: row.stateAt.toISOString(),
      reason: row.reason,
      names: row.names,
      namesNeeded: scheme?.petitionNames ?? NAMES_WITHOUT_SCHEME,
      mine: row.proposedBy === cx.actor.personId,
      signed: didSign,
      createdAt: row.createdAt.toISOString(),
      may,
    }
  })
}
export const listTopics = async (cx: Cx, query: ParsedQuery<Api['GET /api/deliberation/topics']>) => {
  const after = afterId(query.after)
  const found = await cx.db
    .select()
    .from(topics)
    .where(
      and(
        eq(topics.districtId, cx.districtId),
        visibleTopics(cx, await livingIn(cx)),
        query.state === undefined ? undefined : eq(topics.state, query.state),
        query.placeId === undefined ? undefined : eq(topics.placeId, query.placeId),
        query.mine === 'true' ? eq(topics.proposedBy, cx.actor.personId) : undefined,
        after === null ? undefined : lt(topics.id, after),
      ),
    )
    .orderBy(desc(topics.id))
    .limit(query.limit + 1)
  const { rows, next } = pageOf(found, query.limit, (row) => [row.id])
  return { rows: await briefs(cx, rows), total: null, next }
}
const find = async (cx: Cx, id: string, isLocked: boolean): Promise<TopicRow> => {
  const query = cx.db
    .select()
    .from(topics)
    .where(and(eq(topics.id, id), eq(topics.districtId, cx.districtId), visibleTopics(cx, await livingIn(cx))))
  const [row] = await (isLocked ? query.for('update') : query)
  if (row === undefined) throw refuse('deliberation.topic-not-found')
  return row
}
export const showTopic = async (cx: Cx, id: string): Promise<TopicView> => {
  const row = await find(cx, id, false)
  const [brief] = await briefs(cx, [row])
  const steps = await cx.db
    .select()
    .from(topicSteps)
    .where(eq(topicSteps.topicId, id))
    .orderBy(topicSteps.at, topicSteps.id)
    .limit(200)
  const held = await cx.db
    .selectDistinct({ id: meetings.id, title: meetings.title, startsAt: meetings.startsAt, state: meetings.state })
    .from(agenda)
    .innerJoin(meetings, eq(meetings.id, agenda.meetingId))
    .where(eq(agenda.topicId, id))
    .orderBy(desc(meetings.startsAt))
    .limit(50)
  // Names stay among those who run it: to neighbours a topic is of the estate, not of a person.
  const seesNames = runs(cx.actor, row) || row.proposedBy === cx.actor.personId
  const known = await personsByIds(
    cx.db,
    [...steps.map((one) => one.actorId), row.proposedBy].filter((one) => one !== null),
  )
  const nameOf = (personId: string | null) =>
    !seesNames || personId === null ? null : (known.get(personId)?.name ?? null)
  return {
    ...brief!,
    caseId: runs(cx.actor, row) ? row.caseId : null,
    proposer: nameOf(row.proposedBy),
    meetings: held.map((one) => ({ ...one, startsAt: one.startsAt.toISOString() })),
    steps: steps.map((one) => ({
      step: one.step,
      words: one.words,
      by: nameOf(one.actorId),
      at: one.at.toISOString(),
    })),
  }
}
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
const caseOf = async (cx: Cx, input: Proposal): Promise<string | null> => {
  if (input.caseId === undefined) return null
  const row = await readCase(cx, input.caseId)
  const [known] = await cx.db
    .select({ id: topics.id })
    .from(topics)
    .where(and(eq(topics.caseId, row.id), inArray(topics.state, ['proposed', 'selected', 'onAgenda'])))
    .limit(1)
  if (known !== undefined) throw refuse('deliberation.case-open-topic')
  return row.id
}
/** @throws place.not-found, deliberation.not-here, deliberation.case-open-topic, deliberation.matter */
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
  const caseId = await caseOf(cx, input)
  await cx.db.insert(topics).values({
    id,
    ...placedOf(place),
    placeId: place.id,
    title: input.title,
    words: input.words,
    source: input.source,
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
  await cx.journal({
    action: 'topic.propose',
    sentence: `提出了议题${input.title}`,
    thing: { kind: 'topic', id },
    after: { title: input.title, source: input.source, placeId: place.id, caseId },
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
