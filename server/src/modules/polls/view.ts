// Consultations as their readers may see them: counts by answer, never who answered what.
import { and, eq, sql, type SQL } from 'drizzle-orm'
import type { OutOf, ParsedQuery } from '../../../../contract/src/endpoint.ts'
import type { pollsApi } from '../../../../contract/src/polls.ts'
import { pollLife } from '../../../../contract/src/polls-life.ts'
import { mayAt, visibleAt } from '../../platform/access.ts'
import type { Cx } from '../../platform/cx.ts'
import { mayTake } from '../../platform/lifecycle.ts'
import { newestFirst, olderThan } from '../../platform/newest-first.ts'
import { pageOf } from '../../platform/paging.ts'
import { atMyHomes, dayOf } from '../publicnotices/index.ts'
import { findPoll, isAsked, isTaking, runs, standingOf, type PollRow } from './policy.ts'
import { questionsOf } from './questions.ts'
import { pollAnswers, polls } from './tables.ts'

type Api = typeof pollsApi
export type PollView = OutOf<Api['GET /api/polls/:id']>
type Page = OutOf<Api['GET /api/polls']>
const rowView = (row: PollRow, waitsForMe: boolean): Page['rows'][number] => ({
  id: row.id,
  number: String(row.number),
  title: row.title,
  place: { id: row.placeId, name: row.placeName },
  audience: row.audience,
  state: row.state,
  closesOn: row.closesOn,
  answered: row.answered,
  waitsForMe,
})
/** SQL: open, asks me, and I have not answered. */
const waits = (
  cx: Cx,
): SQL<boolean> => sql<boolean>`(${polls.state} = 'open' and ${polls.closesOn} >= ${dayOf(cx.now)}::date
  and not exists (select 1 from poll_answers a where a.poll_id = polls.id and a.person_id = ${cx.actor.personId})
  and exists (select 1 from home_people h join places p on p.id = h.home_id where h.person_id = ${cx.actor.personId} and h.state = 'confirmed'
    and polls.place_id in (p.id, p.unit_id, p.building_id, p.estate_id, p.grid_id, p.community_id, p.street_id, p.district_id)
    and (polls.audience = 'residents' or h.relation = 'owner')))`
const pageWhere = async (
  cx: Cx,
  query: { after?: string | undefined; limit: number },
  where: SQL | undefined,
): Promise<Page> => {
  const rows = await cx.db
    .select({ row: polls, waits: waits(cx) })
    .from(polls)
    .where(and(eq(polls.districtId, cx.districtId), where, olderThan(polls, query.after)))
    .orderBy(...newestFirst(polls))
    .limit(query.limit + 1)
  const page = pageOf(rows, query.limit, (last) => [last.row.id])
  return { rows: page.rows.map((one) => rowView(one.row, one.waits)), total: null, next: page.next }
}
const isLive = sql`${polls.state} in ('draft', 'open')`
export const listPolls = (cx: Cx, query: ParsedQuery<Api['GET /api/polls']>): Promise<Page> =>
  pageWhere(
    cx,
    query,
    and(
      visibleAt(cx.actor, 'poll.run', polls),
      query.open === undefined ? undefined : query.open ? isLive : sql`not ${isLive}`,
    ),
  )
export const listMine = (cx: Cx, query: ParsedQuery<Api['GET /api/polls/mine']>): Promise<Page> =>
  pageWhere(cx, query, and(sql`${polls.state} in ('open', 'closed')`, atMyHomes(cx, sql`${polls.placeId}`)))
const mayOf = (cx: Cx, row: PollRow, asked: boolean): PollView['may'] => {
  const mine = runs(cx.actor, row)
  return [
    ...mayTake(pollLife, row.state, standingOf(cx.actor, row)),
    ...(asked && isTaking(row, cx.now) ? (['answer'] as const) : []),
    ...(mine && row.state === 'closed' && row.topicId === null && mayAt(cx.actor, 'deliberation.run', row)
      ? (['toTopic'] as const)
      : []),
    ...(mine && row.state === 'closed' && row.decisionId === null && mayAt(cx.actor, 'decision.see', row)
      ? (['link'] as const)
      : []),
  ]
}
/** @throws poll.not-found */
export const showPoll = async (cx: Cx, id: string): Promise<PollView> => {
  const row = await findPoll(cx, id)
  const asked = await isAsked(cx, row)
  const questions = await questionsOf(cx, id)
  const [mine] = await cx.db
    .select({ optionIds: pollAnswers.optionIds })
    .from(pollAnswers)
    .where(and(eq(pollAnswers.pollId, id), eq(pollAnswers.personId, cx.actor.personId)))
  const seesCounts = runs(cx.actor, row) || row.state === 'closed' || mine !== undefined
  const seesRemarks = runs(cx.actor, row) || row.state === 'closed'
  const remarks = seesRemarks
    ? await cx.db
        .select({ words: pollAnswers.words })
        .from(pollAnswers)
        .where(and(eq(pollAnswers.pollId, id), sql`${pollAnswers.words} <> ''`))
        // In an order that tells nothing of who answered when.
        .orderBy(sql`md5(${pollAnswers.words})`)
        .limit(200)
    : []
  return {
    ...rowView(row, asked && isTaking(row, cx.now) && mine === undefined),
    words: row.words,
    askedBy: row.askedBy,
    stateAt: row.stateAt.toISOString(),
    questions: questions.map((question) => ({
      id: question.id,
      words: question.words,
      isMany: question.isMany,
      options: question.options.map((one) => ({
        id: one.id,
        words: one.words,
        count: seesCounts ? one.answers : null,
      })),
      mine: question.options.map((one) => one.id).filter((one) => mine?.optionIds.includes(one)),
    })),
    remarks: remarks.map((one) => one.words),
    endedWords: row.endedWords,
    topicId: row.topicId,
    decisionId: row.decisionId,
    may: mayOf(cx, row, asked),
  }
}
