// Sustained intake: new cases at a steady pace, each dispatched, while people read queues; notices and counters run behind.
import http from 'node:http'
import pg from 'pg'
import { summary, type Sample } from './load.ts'
import { sendAs } from './send-as.ts'
import type { Scratch } from './scratch-district.ts'

export interface Intake {
  readonly perSecond: number
  readonly seconds: number
  readonly create: Sample
  readonly dispatch: Sample
  readonly queue: Sample
  /** Answers other than 200. */
  readonly failed: number
  /** Created but not yet begun when their turn came: the pace was not kept. */
  readonly late: number
  readonly messages: number
  readonly jobsWaiting: number
}
const READERS = 4
interface Town {
  readonly clerkOf: ReadonlyMap<string, string>
  readonly companyOf: ReadonlyMap<string, string>
}
const townOf = async (db: pg.Client, scratch: Scratch): Promise<Town> => {
  const { rows } = await db.query<{ unit: string; community: string; company: string }>(
    "select u.id as unit, u.community_id as community, o.id as company from places u join organisations o on o.kind = 'propertyCompany' and o.place_id = u.estate_id where u.kind = 'unit'",
  )
  const tokens = new Map(scratch.clerks.map((clerk) => [clerk.communityId, clerk.token]))
  return {
    clerkOf: new Map(rows.map((row) => [row.unit, tokens.get(row.community)!])),
    companyOf: new Map(rows.map((row) => [row.unit, row.company])),
  }
}
const words = '楼道路灯不亮了，老人晚上出门看不见，请派人修一修'

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
const countIn = (text: string) => async (db: pg.Client) => (await db.query<{ n: number }>(text)).rows[0]!.n
const messagesIn = countIn('select count(*)::int as n from messages')
const waitingIn = countIn("select count(*)::int as n from pgboss.job where state < 'active'")

/** `perSecond` cases a second for `seconds`: open loop, so that a slow server meets the same pace. */
export const measureIntake = async (
  port: number,
  scratch: Scratch,
  perSecond: number,
  seconds: number,
): Promise<Intake> => {
  const db = new pg.Client({ connectionString: scratch.url })
  await db.connect()
  const town = await townOf(db, scratch)
  const before = await messagesIn(db)
  const agent = new http.Agent({ keepAlive: true, maxSockets: 128 })
  const took: Record<'create' | 'dispatch' | 'queue', number[]> = { create: [], dispatch: [], queue: [] }
  const waiting: Promise<void>[] = []
  let [failed, late] = [0, 0]
  const timed = async (name: keyof typeof took, method: string, path: string, token: string, body?: object) => {
    const started = performance.now()
    const answer = await sendAs(agent, port, method, path, token, body)
    took[name].push(performance.now() - started)
    if (answer.status === 200) return answer.text
    failed++
    return null
  }
  const one = async (n: number) => {
    const { token, unitId } = scratch.residents[n % scratch.residents.length]!
    const made = await timed('create', 'POST', '/api/cases', token, { placeId: unitId, words })
    if (made === null) return
    const path = `/api/cases/${(JSON.parse(made) as { id: string }).id}/dispatch`
    await timed('dispatch', 'POST', path, town.clerkOf.get(unitId)!, { organisationId: town.companyOf.get(unitId)! })
  }
  const started = performance.now()
  const reader = async (at: number) => {
    for (let n = at; performance.now() < started + seconds * 1000; n += READERS) {
      await timed('queue', 'GET', '/api/cases?open=true&count=true', scratch.clerks[n % scratch.clerks.length]!.token)
      await pause(100)
    }
  }
  const readers = Array.from({ length: READERS }, (_, at) => reader(at))
  for (let n = 0; n < perSecond * seconds; n++) {
    const wait = started + (n * 1000) / perSecond - performance.now()
    if (wait > 0) await pause(wait)
    else if (wait < -1000) late++
    waiting.push(one(n))
  }
  await Promise.all([...waiting, ...readers])
  agent.destroy()
  const of = (name: keyof typeof took) => summary(took[name], (performance.now() - started) / 1000)
  const [after, jobsWaiting] = [await messagesIn(db), await waitingIn(db)]
  await db.end()
  return {
    perSecond,
    seconds,
    create: of('create'),
    dispatch: of('dispatch'),
    queue: of('queue'),
    failed,
    late,
    messages: after - before,
    jobsWaiting,
  }
}
