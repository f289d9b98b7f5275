// A case that becomes a topic: whether it may, whether it is one already, and for which place.
import { and, desc, eq, inArray, type SQL } from 'drizzle-orm'
import type { deliberationApi } from '../../../../contract/src/deliberation.ts'
import type { OutOf, ParsedBody } from '../../../../contract/src/endpoint.ts'
import type { Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import { lockCase, openHolds, readCase, type CaseRow } from '../cases/index.ts'
import { placedOf, placesByIds, type PlaceRow } from '../places/index.ts'
import { livingIn, runs, visibleTopics, type TopicRow } from './policy.ts'
import { topics } from './tables.ts'

type Proposal = ParsedBody<(typeof deliberationApi)['POST /api/deliberation/topics']>
type TopicOfCase = OutOf<(typeof deliberationApi)['GET /api/deliberation/of-case/:id']>
const openTopicStates: TopicRow['state'][] = ['proposed', 'selected', 'onAgenda']
/** A case that was never anybody's matter, or is part of another, is talked over nowhere. */
const isOut = (row: CaseRow): boolean => ['rejected', 'withdrawn', 'merged'].includes(row.state)
const isConfidential = async (cx: Cx, caseId: string): Promise<boolean> =>
  (await openHolds(cx.db, caseId)).some((hold) => hold.kind === 'mediation')

/** Locks the case, so that it has one open topic. A case found on a patrol brings its topic from there. @throws case.not-found, deliberation.case-open-topic, deliberation.case-in-mediation */
export const caseForTopic = async (
  cx: Cx,
  input: Proposal,
): Promise<{ readonly id: string | null; readonly source: Proposal['source'] }> => {
  if (input.caseId === undefined) return { id: null, source: input.source }
  const row = await lockCase(cx, input.caseId)
  const [known] = await cx.db
    .select({ id: topics.id })
    .from(topics)
    .where(and(eq(topics.caseId, row.id), inArray(topics.state, openTopicStates)))
    .limit(1)
  if (known !== undefined) throw refuse('deliberation.case-open-topic')
  if (await isConfidential(cx, row.id)) throw refuse('deliberation.case-in-mediation')
  return { id: row.id, source: row.channel === 'patrol' ? 'patrol' : 'case' }
}
/** The estate rather than the home where it happened: neighbours read a topic. The widest the actor may run. */
const placeOfTopic = async (cx: Cx, row: CaseRow): Promise<PlaceRow | null> => {
  const ids = [row.estateId, row.communityId, row.gridId, row.buildingId, row.unitId].filter((id) => id !== null)
  const found = await placesByIds(cx.db, ids)
  const known = ids.map((id) => found.get(id)).filter((place) => place !== undefined)
  return known.find((place) => runs(cx.actor, placedOf(place))) ?? null
}
/** @throws case.not-found */
export const topicOfCase = async (cx: Cx, caseId: string): Promise<TopicOfCase> => {
  const row = await readCase(cx, caseId)
  const of = eq(topics.caseId, row.id)
  const latest = (where: SQL | undefined) => cx.db.select().from(topics).where(where).orderBy(desc(topics.id)).limit(1)
  const [last] = await latest(of)
  const [seen] = last === undefined ? [] : await latest(and(of, visibleTopics(cx, await livingIn(cx))))
  const place = await placeOfTopic(cx, row)
  const mayRaise =
    place !== null &&
    !isOut(row) &&
    !(last !== undefined && openTopicStates.includes(last.state)) &&
    !(await isConfidential(cx, row.id))
  return {
    topic:
      seen === undefined ? null : { id: seen.id, number: String(seen.number), title: seen.title, state: seen.state },
    mayRaise,
    place: !mayRaise || place === null ? null : { id: place.id, kind: place.kind, name: place.name, path: place.path },
  }
}
