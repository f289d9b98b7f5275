// Is every row of the file accounted for? Asked of the API, and of the database where it is ours.
import { createHash } from 'node:crypto'
import pg from 'pg'
import { verifyChain, type ChainEntry } from '../../rules/src/hash-chain.ts'
import { call, everyPage } from './client.ts'
import type { People } from './people.ts'
import type { Outcome } from './play.ts'

export interface Check {
  readonly what: string
  readonly holds: boolean
}
type Row = { readonly id: string; readonly words: string; readonly state: string }

/** As the residents themselves see it: their list holds each of their cases once, in the state it was left in. */
export const checkByApi = async (people: People, outcomes: readonly Outcome[]): Promise<Check[]> => {
  const accepted = outcomes.filter((one) => one.case !== null)
  const found = new Map<string, Row[]>()
  for (const resident of people.residents()) {
    const caller = await resident.catch(() => null)
    if (caller === null) continue
    for (const row of await everyPage<Row>(caller, '/api/cases/mine?limit=200'))
      found.set(row.id, [...(found.get(row.id) ?? []), row])
  }
  const once = accepted.every((one) => found.get(one.case!.id)?.length === 1)
  const states = accepted.every((one) => found.get(one.case!.id)?.[0]?.state === one.case!.state)
  let longKept = true
  for (const one of accepted.filter((each) => each.rest.length > 0)) {
    const caller = await people.resident(one.user)
    const view = await call<{ timeline: { step: string; words: string | null }[] }>(
      caller,
      'GET',
      `/api/cases/${one.case!.id}`,
    )
    const notes = view.timeline.filter((entry) => entry.step === 'note').map((entry) => entry.words)
    longKept &&= one.rest.every((part) => notes.includes(part))
  }
  return [
    {
      what: `每件受理的都在本人列表里，恰好一次 / each accepted row once in its reporter’s list (${accepted.length})`,
      holds: once && found.size === accepted.length,
    },
    { what: '每件的状态和办理结果一致 / each in the state it was left in', holds: states },
    { what: '超长的内容由补充说明接全 / long messages are whole', holds: longKept },
  ]
}
/** The words of every case, and the journal's chains, straight from the tables. */
export const checkByDatabase = async (url: string, since: Date, outcomes: readonly Outcome[]): Promise<Check[]> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const stored = await client.query<{ id: string; words: string }>(
      'select id, words from cases where created_at >= $1',
      [since],
    )
    const byId = new Map(stored.rows.map((row) => [row.id, row.words]))
    const accepted = outcomes.filter((one) => one.case !== null)
    const entries = await client.query<ChainEntry & { thing: string }>(
      'select thing_id as thing, canonical, hash, prev_hash as "prevHash" from journal where thing_kind = \'case\' and thing_id = any($1) order by thing_id, seq',
      [accepted.map((one) => one.case!.id)],
    )
    const chains = Map.groupBy(entries.rows, (row) => row.thing)
    const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
    const intact = [...chains.values()].every((chain) => verifyChain(chain, sha256).intact)
    const sameWords = accepted.every((one) => byId.get(one.case!.id) === one.words)
    return [
      {
        what: `数据库里的新诉求数等于受理数 / new cases in the database (${stored.rows.length}) as many as accepted`,
        holds: stored.rows.length === accepted.length,
      },
      { what: '每件的文字一字不差 / the words of each are the words of its row', holds: sameWords },
      {
        what: `每件的日志链完整 / the journal chains of all cases hold (${chains.size})`,
        holds: intact && chains.size === accepted.length,
      },
    ]
  } finally {
    await client.end()
  }
}
