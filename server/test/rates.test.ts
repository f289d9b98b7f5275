// The three rates (A11): after any lives of cases the counters equal a rebuild, the rule of civic-rules §3, and every list.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { rateFigures, SATISFIED_FROM, type RateFigure } from '../../contract/src/rates-kinds.ts'
import { threeRates, type CaseFacts } from '../../rules/src/three-rates.ts'
import { rebuild } from '../src/modules/rates/index.ts'
import {
  app,
  count,
  DAY_MS,
  district,
  dueBefore,
  get,
  inJob,
  listed,
  moves,
  names,
  officer,
  period,
  post,
  report,
  secretary,
} from './support/rate-town.ts'

interface Loaded {
  readonly facts: CaseFacts
  readonly merged: boolean
}
/** Read case by case, in words of the rule and not by the SQL that counts. */
const load = async (): Promise<Loaded[]> => {
  const rows = await app.sql('select * from cases order by id')
  const loaded: Loaded[] = []
  for (const row of rows) {
    let root = row
    while (root.merged_into_id !== null) root = rows.find((one) => one.id === root.merged_into_id)!
    const clocks = await app.sql('select * from case_clocks where case_id = $1 order by started_at', [root.id])
    const respond = clocks.find((clock) => clock.kind === 'respond')!
    const resolve = clocks.find((clock) => clock.kind === 'resolve')!
    const events = await app.sql(
      "select step from case_events where case_id = $1 and to_state = 'confirmed' order by at desc, id desc",
      [root.id],
    )
    const [granted] = await app.sql(
      "select words, reviewer_id from rate_exclusions where case_id = $1 and state = 'granted'",
      [root.id],
    )
    const { state } = root
    const isWithdrawn = state === 'withdrawn'
    const stopped = (clock: typeof respond) => clock.stopped_at as Date | null
    const early = (clock: typeof respond) => stopped(clock) !== null && stopped(clock)! <= clock.promised_at
    const byWithdrawal = isWithdrawn && stopped(respond) !== null && stopped(respond)! >= root.state_at
    const stands = (clock: typeof respond) => clock.stopped_at === null && clock.due_at === null
    const noResolve =
      state === 'rejected' || (state === 'suspended' && stands(resolve)) || (isWithdrawn && early(resolve))
    const answers: Record<string, CaseFacts['reporterAnswer']> = { confirm: 'confirmed', confirmBySilence: 'silent' }
    loaded.push({
      merged: root !== row,
      facts: {
        respondDueAt: stands(respond) || (byWithdrawal && early(respond)) ? null : respond.promised_at,
        respondedAt: byWithdrawal ? null : stopped(respond),
        resolveDueAt: noResolve ? null : resolve.promised_at,
        reporterAnswer: state === 'confirmed' ? (answers[events[0]!.step] ?? 'disputed') : 'open',
        recheck: null,
        isSatisfied: row.rating === null ? null : row.rating >= SATISFIED_FROM,
        exclusion: granted === undefined ? null : { reason: granted.words, reviewedBy: granted.reviewer_id },
      },
    })
  }
  return loaded
}
const shanghai = (date: string, plus = 0) => new Date(Date.parse(`${date}T00:00:00+08:00`) + plus * DAY_MS)
const asRule = async () => {
  const all = await load()
  const span = { from: shanghai(period.from), to: shanghai(period.to, 1) }
  const own = threeRates(
    all.filter((one) => !one.merged).map((one) => one.facts),
    span,
  )
  const later = threeRates(
    all.filter((one) => one.merged && one.facts.isSatisfied !== null).map((one) => one.facts),
    span,
  )
  return {
    respondDue: own.response.denominator,
    responded: own.response.numerator,
    resolveDue: own.resolution.denominator,
    resolved: own.resolution.numerator,
    silentUnchecked: own.silentUnchecked,
    rated: own.satisfaction.denominator + later.satisfaction.denominator,
    satisfied: own.satisfaction.numerator + later.satisfaction.numerator,
  }
}
const figureOf = (sums: Record<string, number>, figure: RateFigure): number =>
  figure === 'respondLate'
    ? sums.respondDue! - sums.responded!
    : figure === 'unresolved'
      ? sums.resolveDue! - sums.resolved!
      : figure === 'unsatisfied'
        ? sums.rated! - sums.satisfied!
        : sums[figure]!

test('after any life of cases the counters equal a rebuild, the rule, and every list', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(fc.tuple(fc.constantFrom(...names), fc.nat(40)), { minLength: 3, maxLength: 12 }), {
        minLength: 2,
        maxLength: 4,
      }),
      fc.boolean(),
      async (lives, isMerged) => {
        const ids: string[] = []
        for (const life of lives) {
          const id = await report()
          ids.push(id)
          for (const [name, n] of life) {
            await moves[name]!(id, n)
            if (n % 4 === 0) await count()
          }
        }
        const [first, second] = [ids[0]!, await report()]
        if (isMerged) {
          await post(secretary, `cases/${second}/merge`, { intoId: first, reason: '同一件事' })
          await count()
          await app.sql('update cases set rating = 5 where id = $1 and merged_into_id is not null', [second])
          if (lives.length % 2 === 0) await post(secretary, `cases/${second}/unmerge`, { reason: '不是一件' })
        }
        await dueBefore(first, 3)
        await count()
        assert.equal((await inJob((cx) => rebuild(cx.db))).different, 0)
        const { total } = await get(officer, 'rates', period)
        const rule = await asRule()
        for (const [name, value] of Object.entries(rule)) assert.equal(total[name], value, name)
      },
    ),
    { numRuns: 8, seed: 17 },
  )
  const rates = await get(officer, 'rates', period)
  for (const figure of Object.keys(rateFigures) as RateFigure[])
    assert.equal(await listed(figure), figureOf(rates.total, figure), figure)
  for (const body of rates.bodies)
    assert.equal(await listed('resolveDue', { bodyId: body.of.id ?? 'none' }), body.resolveDue)
  for (const category of rates.categories)
    assert.equal(await listed('respondDue', { categoryId: category.of.id }), category.respondDue)
  const sum = (rows: Record<string, number>[], name: string) => rows.reduce((all, row) => all + row[name]!, 0)
  assert.ok(rates.total.resolveDue > 0)
  for (const rows of [rates.bodies, rates.categories, rates.places, rates.trend])
    assert.equal(sum(rows, 'resolveDue'), rates.total.resolveDue)
})

test('a month of the whole district is read by an index from daily sums, whatever the number of cases', async () => {
  await app.sql('set enable_seqscan = off')
  const plan = await app.sql<{ 'QUERY PLAN': string }>(
    `explain select sum(resolved) from rate_days where scope_id = '${district.id}' and axis = 'body' and day between '2026-01-01' and '2026-01-31' group by key_id`,
  )
  const text = plan.map((row) => row['QUERY PLAN']).join('\n')
  assert.match(text, /Index/)
  assert.doesNotMatch(text, /cases|rate_facts/)
})
