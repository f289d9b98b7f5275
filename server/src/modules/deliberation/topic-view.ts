// Topics as their readers see them: the list, and one with what became of it.
import { and, desc, eq, inArray, lt } from 'drizzle-orm'
import type { deliberationApi } from '../../../../contract/src/deliberation.ts'
import { topicLife, type TopicStep } from '../../../../contract/src/deliberation-life.ts'
import type { OutOf, ParsedQuery } from '../../../../contract/src/endpoint.ts'
import { afterId } from '../../platform/after-id.ts'
import type { Actor, Cx } from '../../platform/cx.ts'
import { mayTake, type Standing } from '../../platform/lifecycle.ts'
import { pageOf } from '../../platform/paging.ts'
import { refuse } from '../../platform/refuse.ts'
import { personsByIds } from '../identity/index.ts'
import { placesByIds } from '../places/index.ts'
import { livingIn, runs, visibleTopics, type TopicRow } from './policy.ts'
import { schemesOf } from './schemes.ts'
import { agenda, meetings, topicNames, topics, topicSteps } from './tables.ts'

type Api = typeof deliberationApi
type Brief = OutOf<Api['GET /api/deliberation/topics']>['rows'][number]
export type TopicView = OutOf<Api['GET /api/deliberation/topics/:id']>
/** A petition needs so many names where no scheme says. */
export const NAMES_WITHOUT_SCHEME = 10

export const standingOf = (actor: Actor, row: TopicRow): Standing => ({
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
/** @throws deliberation.topic-not-found */
export const find = async (cx: Cx, id: string, isLocked: boolean): Promise<TopicRow> => {
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
