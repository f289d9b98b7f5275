// Trial services as their readers may see them: counts and averages for all, words without names for those inside.
import { and, asc, desc, eq, inArray, or, sql, type SQL } from 'drizzle-orm'
import type { OutOf, ParsedQuery } from '../../../../contract/src/endpoint.ts'
import type { trialsApi } from '../../../../contract/src/trials.ts'
import { trialLife, type TrialStep } from '../../../../contract/src/trials-life.ts'
import { holding, mayAt, visibleAt } from '../../platform/access.ts'
import type { Cx } from '../../platform/cx.ts'
import { mayTake } from '../../platform/lifecycle.ts'
import { newestFirst, olderThan } from '../../platform/newest-first.ts'
import { pageOf } from '../../platform/paging.ts'
import { outcomeOf } from '../ballots/index.ts'
import { organisationsByIds } from '../organisations/index.ts'
import { places } from '../places/tables.ts'
import { atMyHomes, dayOf } from '../publicnotices/index.ts'
import { findTrial, isServing, mayLog, myHomeAt, seesInside, standingOf, type TrialRow } from './policy.ts'
import { weekOf } from './steps.ts'
import { trialLog, trialMarks, trials } from './tables.ts'

type Api = typeof trialsApi
export type TrialView = OutOf<Api['GET /api/trials/:id']>
const hundredths = sql<number | null>`round(avg(${trialMarks.mark}) * 100)::int`
const rowsOf = async (cx: Cx, rows: readonly TrialRow[]): Promise<OutOf<Api['GET /api/trials/mine']>> => {
  const companies = await organisationsByIds(
    cx.db,
    rows.map((row) => row.companyId),
  )
  const judged =
    rows.length === 0
      ? []
      : await cx.db
          .select({ id: trialMarks.trialId, marks: sql<number>`count(*)::int`, average: hundredths })
          .from(trialMarks)
          .where(
            inArray(
              trialMarks.trialId,
              rows.map((row) => row.id),
            ),
          )
          .groupBy(trialMarks.trialId)
  return rows.map((row) => {
    const found = judged.find((one) => one.id === row.id)
    return {
      id: row.id,
      number: String(row.number),
      place: { id: row.placeId, name: row.placeName },
      company: { id: row.companyId, name: companies.get(row.companyId)?.name ?? '' },
      state: row.state,
      startsOn: row.startsOn,
      endsOn: row.endsOn,
      fee: row.fee,
      marks: found?.marks ?? 0,
      average: found?.average ?? null,
    }
  })
}
const visible = (cx: Cx): SQL => {
  const own = [...new Set(holding(cx.actor, 'trial.see').map((held) => held.organisationId))]
  return or(visibleAt(cx.actor, 'trial.see', trials), own.length === 0 ? sql`false` : inArray(trials.companyId, own))!
}
const isOpen = sql`${trials.state} in ('planned', 'serving', 'deciding', 'leaving')`
export const listTrials = async (
  cx: Cx,
  query: ParsedQuery<Api['GET /api/trials']>,
): Promise<OutOf<Api['GET /api/trials']>> => {
  const rows = await cx.db
    .select()
    .from(trials)
    .where(
      and(
        eq(trials.districtId, cx.districtId),
        visible(cx),
        query.open === undefined ? undefined : query.open ? isOpen : sql`not ${isOpen}`,
        olderThan(trials, query.after),
      ),
    )
    .orderBy(...newestFirst(trials))
    .limit(query.limit + 1)
  const page = pageOf(rows, query.limit, (last) => [last.id])
  return { rows: await rowsOf(cx, page.rows), total: null, next: page.next }
}
export const listMine = async (cx: Cx): Promise<OutOf<Api['GET /api/trials/mine']>> =>
  rowsOf(
    cx,
    await cx.db
      .select()
      .from(trials)
      .where(and(eq(trials.districtId, cx.districtId), atMyHomes(cx, sql`${trials.placeId}`)))
      .orderBy(desc(trials.createdAt))
      .limit(50),
  )
const mineOf = async (cx: Cx, row: TrialRow): Promise<TrialView['mine']> => {
  const home = await myHomeAt(cx, row)
  if (home === undefined) return null
  const week = weekOf(dayOf(cx.now))
  const [given] = await cx.db
    .select({ mark: trialMarks.mark, words: trialMarks.words, personId: trialMarks.personId })
    .from(trialMarks)
    .where(and(eq(trialMarks.trialId, row.id), eq(trialMarks.homeId, home.id), eq(trialMarks.week, week)))
  // What another of the household wrote stays theirs; that the household has marked is known to it.
  const isOwn = given?.personId === cx.actor.personId
  return { homeId: home.id, week, mark: given?.mark ?? null, words: isOwn ? given.words : '' }
}
const mayOf = (cx: Cx, row: TrialRow, hasHome: boolean): TrialView['may'] => {
  const steps: TrialStep[] = mayTake(trialLife, row.state, standingOf(cx.actor, row)).filter(
    (name) => name !== 'decide' || mayAt(cx.actor, 'decision.convene', row),
  )
  const isRunning = row.state === 'serving' || row.state === 'deciding'
  return [
    ...steps,
    ...(hasHome && isServing(row, cx.now) ? (['mark'] as const) : []),
    ...(isRunning && mayLog(cx.actor, row) ? (['log'] as const) : []),
  ]
}
const remarksOf = async (cx: Cx, row: TrialRow): Promise<TrialView['remarks']> =>
  seesInside(cx.actor, row)
    ? cx.db
        .select({ week: trialMarks.week, mark: trialMarks.mark, words: trialMarks.words })
        .from(trialMarks)
        .where(and(eq(trialMarks.trialId, row.id), sql`${trialMarks.words} <> ''`))
        .orderBy(desc(trialMarks.week), asc(trialMarks.mark))
        .limit(200)
    : []
/** @throws trial.not-found */
export const showTrial = async (cx: Cx, id: string): Promise<TrialView> => {
  const row = await findTrial(cx, id)
  const [facts] = await rowsOf(cx, [row])
  const [homes] = await cx.db
    .select({ n: sql<number>`count(*)::int` })
    .from(places)
    .where(and(eq(places.estateId, row.placeId), eq(places.kind, 'home'), places.active))
  const weeks = await cx.db
    .select({ week: trialMarks.week, marks: sql<number>`count(*)::int`, average: hundredths })
    .from(trialMarks)
    .where(eq(trialMarks.trialId, id))
    .groupBy(trialMarks.week)
    .orderBy(asc(trialMarks.week))
  const log = await cx.db
    .select({
      id: trialLog.id,
      day: trialLog.day,
      words: trialLog.words,
      photos: trialLog.photos,
      byName: trialLog.byName,
    })
    .from(trialLog)
    .where(eq(trialLog.trialId, id))
    .orderBy(desc(trialLog.day), desc(trialLog.id))
    .limit(200)
  const outcome = row.decisionId === null ? null : await outcomeOf(cx, row.decisionId)
  const mine = await mineOf(cx, row)
  return {
    ...facts!,
    conditions: row.conditions,
    homes: homes?.n ?? 0,
    decisionId: row.decisionId,
    decisionPassed: outcome?.state === 'certified' && outcome.items[0]?.isPassed === true,
    weeks,
    log,
    remarks: await remarksOf(cx, row),
    mine,
    agreed: row.agreedFee === null ? null : { fee: row.agreedFee, from: row.contractFrom!, to: row.contractTo! },
    leavesOn: row.leavesOn,
    endedWords: row.endedWords,
    stateAt: row.stateAt.toISOString(),
    may: mayOf(cx, row, mine !== null),
  }
}
