// Writers of the kill test: residents who report and withdraw, and clerks who split, merge, blow whistles, promise,
// transcribe a chat and patrol; and what must be in the database of all that was answered.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type pg from 'pg'
import { uuidv7 } from 'uuidv7'
import type { BareTown } from './bare-town.ts'

interface Acknowledged {
  readonly id: string
  readonly number: string
  readonly words: string
  readonly withdrawn: boolean
}
export interface Writing {
  readonly acknowledged: Acknowledged[]
  readonly refused: string[]
  tries: number
  isOver: boolean
  /** The test failed: nobody waits for an answer any more. */
  isAbandoned: boolean
}
/** Sends until it is answered: the same key every time, whatever happened in between. */
const sendUntilAnswered = async (
  address: string,
  cookie: string,
  path: string,
  body: object,
  writing: Writing,
): Promise<{ id: string; number: string; cases: { id: string }[] } | null> => {
  const headers = { cookie, 'x-linli': '1', 'content-type': 'application/json', 'idempotency-key': randomUUID() }
  for (;;) {
    writing.tries++
    const answer = await fetch(`${address}${path}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(10_000),
    }).catch(() => null)
    const text = answer === null ? null : await answer.text().catch(() => null)
    if (answer?.status === 200 && text !== null)
      return JSON.parse(text) as { id: string; number: string; cases: { id: string }[] }
    if (answer !== null && text !== null && answer.status !== 503) {
      writing.refused.push(`${path} ${answer.status} ${text.slice(0, 300)}`)
      return null
    }
    if (writing.isAbandoned) return null
    await pause(40)
  }
}
export const write = async (address: string, cookie: string, unit: string, who: number, writing: Writing) => {
  for (let n = 0; !writing.isOver; n++) {
    const words = `路灯不亮，第${who}人第${n}件`
    const made = await sendUntilAnswered(address, cookie, '/api/cases', { placeId: unit, words }, writing)
    if (made === null) return
    const withdrawn = n % 2 === 1
    if (withdrawn && (await sendUntilAnswered(address, cookie, `/api/cases/${made.id}/withdraw`, {}, writing)) === null)
      return
    writing.acknowledged.push({ id: made.id, number: made.number, words, withdrawn })
  }
}

/** What was acknowledged, with the query that finds it: each must be there exactly so often. */
interface Act {
  readonly what: string
  readonly sql: string
  readonly values: readonly unknown[]
  readonly times: number
}
export interface Depth {
  readonly town: BareTown
  readonly acts: Act[]
  /** Of cases that must be there once, and no others. */
  readonly words: string[]
  nextPoint: number
}
export const depth = (town: BareTown): Depth => ({ town, acts: [], words: [], nextPoint: 0 })
type Send = (path: string, body: object) => Promise<{ id: string; cases: { id: string }[] } | null>
interface Turn {
  readonly name: string
  readonly deep: Depth
  readonly send: Send
  readonly n: number
}
const newCase = async ({ deep, send }: Turn, words: string): Promise<string | null> => {
  const made = await send('/api/cases', { placeId: deep.town.unit, words })
  if (made !== null) deep.words.push(words)
  return made?.id ?? null
}
const split = async (turn: Turn): Promise<boolean> => {
  const { deep, send, name } = turn
  const id = await newCase(turn, `深入${name}，几件事`)
  const parts = [`深入${name}，第一部分`, `深入${name}，第二部分`]
  if (id === null || (await send(`/api/cases/${id}/parts`, { parts: parts.map((words) => ({ words })) })) === null)
    return false
  deep.words.push(...parts)
  deep.acts.push({ what: 'parts', sql: 'select 1 from cases where parent_id = $1', values: [id], times: 2 })
  return true
}
const merge = async (turn: Turn): Promise<boolean> => {
  const { deep, send, name, n } = turn
  const into = await newCase(turn, `深入${name}，先来`)
  const id = into === null ? null : await newCase(turn, `深入${name}，后来`)
  if (id === null || (await send(`/api/cases/${id}/merge`, { intoId: into, reason: '同一件事' })) === null) return false
  const isUndone = n % 12 > 5
  if (isUndone && (await send(`/api/cases/${id}/unmerge`, { reason: '不是一件事' })) === null) return false
  deep.acts.push(
    {
      what: 'a merge',
      sql: 'select 1 from cases where id = $1 and merged_into_id is not distinct from $2',
      values: [id, isUndone ? null : into],
      times: 1,
    },
    {
      what: 'its entries',
      sql: "select 1 from journal where thing_kind = 'case' and thing_id = $1 and action in ('case.merge', 'case.unmerge')",
      values: [id],
      times: isUndone ? 2 : 1,
    },
  )
  return true
}
const whistle = async (turn: Turn): Promise<boolean> => {
  const { deep, send, name } = turn
  const { committee } = deep.town
  const caseId = await newCase(turn, `深入${name}，要吹哨`)
  const units = [{ organisationId: committee, asked: '到场看一看' }]
  if (
    caseId === null ||
    (await send('/api/whistles', { caseId, why: '一家办不了', units, leadId: committee })) === null
  )
    return false
  const of = (what: string, table: string) => ({
    what,
    sql: `select 1 from ${table} where case_id = $1`,
    values: [caseId],
    times: 1,
  })
  deep.acts.push(of('a whistle', 'whistles'), of('a part', 'whistle_parts'), of('a hold', 'case_holds'))
  return true
}
const promise = async (turn: Turn): Promise<boolean> => {
  const { deep, send, name } = turn
  const id = await newCase(turn, `深入${name}，有承诺`)
  const body = { what: '月底前修好', dueOn: '2099-12-31', organisationId: deep.town.committee }
  if (id === null || (await send(`/api/cases/${id}/promises`, body)) === null) return false
  deep.acts.push({ what: 'a promise', sql: 'select 1 from promises where case_id = $1', values: [id], times: 1 })
  return true
}
const transcribe = async ({ deep, send, name }: Turn): Promise<boolean> => {
  const words = [`深入${name}，群里一`, `深入${name}，群里二`]
  const body = { placeId: deep.town.unit, matters: words.map((one) => ({ words: one })) }
  if ((await send('/api/channels/chats/cases', body)) === null) return false
  deep.words.push(...words)
  return true
}
const patrol = async ({ deep, send, name }: Turn): Promise<boolean> => {
  const pointId = deep.town.points[deep.nextPoint++]
  if (pointId === undefined) return true
  const [id, found, words] = [uuidv7(), uuidv7(), `深入${name}，巡查发现`]
  const body = {
    id,
    pointId,
    walkedAt: new Date().toISOString(),
    findings: [{ id: found, item: 'parking', words, asCase: true }],
  }
  if ((await send(`/api/patrols/visits/${deep.town.visit}/checkins`, body)) === null) return false
  deep.words.push(words)
  deep.acts.push(
    { what: 'a check-in', sql: 'select 1 from patrol_checkins where point_id = $1', values: [pointId], times: 1 },
    { what: 'a finding', sql: 'select 1 from patrol_findings where point_id = $1', values: [pointId], times: 1 },
  )
  return true
}
const turns = [split, merge, whistle, promise, transcribe, patrol]

export const writeDepth = async (address: string, cookie: string, who: number, deep: Depth, writing: Writing) => {
  const send: Send = (path, body) => sendUntilAnswered(address, cookie, path, body, writing)
  for (let n = 0; !writing.isOver; n++) {
    const turn = turns[(n + who * 2) % turns.length]!
    if (!(await turn({ name: `${who}之${n}`, deep, send, n }))) return
  }
}
export const checkDepth = async (pool: pg.Pool, deep: Depth): Promise<void> => {
  for (const { what, sql, values, times } of deep.acts) {
    const { rowCount } = await pool.query(sql, [...values])
    assert.equal(rowCount, times, `${what}: ${sql} ${values.join(' ')}`)
  }
  const { rows } = await pool.query<{ words: string }>(
    "select words from cases where words like '深入%' order by words",
  )
  assert.deepEqual(
    rows.map((row) => row.words).toSorted(),
    deep.words.toSorted(),
    'every acknowledged case once, and none that nobody was told of',
  )
  assert.equal(
    (await pool.query('select 1 from patrol_checkins')).rowCount,
    deep.acts.filter((act) => act.what === 'a check-in').length,
  )
  for (const what of ['parts', 'a merge', 'a whistle', 'a promise', 'a check-in'])
    assert.ok(
      deep.acts.some((act) => act.what === what),
      `nobody made ${what}`,
    )
}
