// The opening night of a large vote: owners open it, get their code and vote at a steady pace while turnout is watched.
import http from 'node:http'
import pg from 'pg'
import type { Sealing } from '../../server/src/platform/sealing.ts'
import { summary, type Sample } from './load.ts'
import { sendAs } from './send-as.ts'
import type { VotingEstate } from './voting-estate.ts'

const acts = ['open', 'code', 'ballot', 'turnout'] as const
export type Act = (typeof acts)[number]
export interface Night {
  readonly ballots: number
  readonly seconds: number
  readonly samples: Readonly<Record<Act, Sample>>
  /** Answers other than 200. */
  readonly failed: number
  /** Voters whose turn came more than a second late: the pace was not kept. */
  readonly late: number
  readonly acknowledged: number
  /** What the log holds, and what the kept sums say. */
  readonly inLog: number
  readonly sums: { readonly owners: number; readonly area: number }
  /** The same two, counted again from the log and the roll. */
  readonly recount: { readonly owners: number; readonly area: number }
  readonly prepareSeconds: Readonly<Record<string, number>>
  /** The whole log opened, checked link by link and counted. */
  readonly countSeconds: number
}
const WATCHERS = 4
const CODE = '246810'
const dayAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10)
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
type Asking = (method: string, path: string, token: string, body?: object) => Promise<string>
interface Decision {
  readonly id: string
  readonly items: readonly { readonly id: string }[]
}
/** From the register to the open vote, by the same steps as a convener takes. */
const openVote = async (ask: Asking, estate: VotingEstate) => {
  const seconds: Record<string, number> = {}
  const step = async (name: string, path: string, body: object) => {
    const started = performance.now()
    const answer = JSON.parse(await ask('POST', path, estate.convener, body)) as Decision
    seconds[name] = (performance.now() - started) / 1000
    return answer
  }
  const { id } = await step('build the roll', '/api/decisions', {
    placeId: estate.estateId,
    partKinds: ['home'],
    title: '选聘物业公司',
    words: '原合同到期，选聘安居物业。',
    items: [{ matter: 'propertyCompany', title: '选聘安居物业', cost: '每月每平方米1.5元' }],
  })
  const at = `/api/decisions/${id}`
  await step('publish it', `${at}/publishRoll`, { postedOn: dayAgo(50), days: 7 })
  await step('freeze it', `${at}/freezeRoll`, {})
  const closesAt = new Date(Date.now() + 3 * 86_400_000).toISOString()
  await step('announce', `${at}/postNotice`, { postedOn: dayAgo(40), photos: [estate.photoId], closesAt })
  const decision = await step('open', `${at}/open`, { knowsReach: true })
  return { decision, seconds }
}
const figures = async (db: pg.Pool, id: string) => {
  const { rows } = await db.query<Record<'log' | 'owners' | 'area' | 'kept_owners' | 'kept_area', string>>(
    `select (select count(*) from decision_ballots where decision_id = d.id) log, d.turned_owners kept_owners, d.turned_area kept_area,
       count(o.key) owners, coalesce(sum(o.area), 0) area
     from decisions d left join decision_owners o on o.decision_id = d.id and exists (select 1 from decision_ballots b where b.decision_id = d.id and b.owner_key = o.key)
     where d.id = $1 group by d.id`,
    [id],
  )
  const row = rows[0]!
  return {
    inLog: Number(row.log),
    sums: { owners: Number(row.kept_owners), area: Number(row.kept_area) },
    recount: { owners: Number(row.owners), area: Number(row.area) },
  }
}
/** The vote ends now and is counted. */
const count = async (db: pg.Pool, ask: Asking, estate: VotingEstate, id: string): Promise<number> => {
  await db.query(
    "update decisions set opens_at = opens_at - interval '1 day', closes_at = now() - interval '1 second' where id = $1",
    [id],
  )
  const started = performance.now()
  await ask('POST', `/api/decisions/${id}/count`, estate.convener, {})
  return (performance.now() - started) / 1000
}
type Timed = (act: Act, method: string, path: string, token: string, body?: object) => Promise<boolean>
const timing = (agent: http.Agent, port: number) => {
  const took: Record<Act, number[]> = { open: [], code: [], ballot: [], turnout: [] }
  let failed = 0
  const timed: Timed = async (act, method, path, token, body) => {
    const started = performance.now()
    const answer = await sendAs(agent, port, method, path, token, body)
    took[act].push(performance.now() - started)
    if (answer.status === 200) return true
    if (failed++ < 3) console.error(`${method} ${path}: ${answer.status} ${answer.text.slice(0, 200)}`)
    return false
  }
  return { took, timed, failed: () => failed }
}
/** Everybody in turn, evenly: an open loop, so that a slow server meets the same pace. */
const inTurn = async (count: number, seconds: number, one: (n: number) => Promise<void>): Promise<number> => {
  const started = performance.now()
  const running: Promise<void>[] = []
  let late = 0
  for (let n = 0; n < count; n++) {
    const wait = started + (n * seconds * 1000) / count - performance.now()
    if (wait > 0) await pause(wait)
    else if (wait < -1000) late++
    running.push(one(n))
  }
  await Promise.all(running)
  return late
}
export interface Evening {
  readonly port: number
  readonly url: string
  readonly sealing: Sealing
  readonly estate: VotingEstate
  readonly ballots: number
  readonly seconds: number
}
export const measureNight = async ({ port, url, sealing, estate, ballots, seconds }: Evening): Promise<Night> => {
  const db = new pg.Pool({ connectionString: url, max: 8 })
  const agent = new http.Agent({ keepAlive: true, maxSockets: 256 })
  const ask: Asking = async (method, path, token, body) => {
    const answer = await sendAs(agent, port, method, path, token, body)
    if (answer.status !== 200) throw new Error(`${method} ${path}: ${answer.status} ${answer.text.slice(0, 300)}`)
    return answer.text
  }
  const { decision, seconds: prepareSeconds } = await openVote(ask, estate)
  const at = `/api/decisions/${decision.id}`
  const { took, timed, failed } = timing(agent, port)
  let acknowledged = 0
  const vote = async (n: number) => {
    const { token, phone, phoneHash } = estate.voters[n]!
    await timed('open', 'GET', at, token)
    if (!(await timed('code', 'POST', `${at}/voting-code`, token, {}))) return
    // The code went to a phone nobody holds here: one that is known takes its place.
    const known = sealing.hash(`${phone}\n${CODE}`, 'phone-code')
    await db.query('update phone_codes set code_hash = $1 where phone_hash = $2', [known, phoneHash])
    const marks = decision.items.map((item) => ({ itemId: item.id, mark: n % 3 === 0 ? 'against' : 'for' }))
    if (await timed('ballot', 'POST', `${at}/ballot`, token, { code: CODE, marks })) acknowledged++
  }
  const started = performance.now()
  let isOver = false
  const watcher = async () => {
    while (!isOver) {
      await timed('turnout', 'GET', `${at}/turnout`, estate.convener)
      await pause(1000)
    }
  }
  const watchers = Array.from({ length: WATCHERS }, watcher)
  const late = await inTurn(ballots, seconds, vote)
  isOver = true
  await Promise.all(watchers)
  const elapsed = (performance.now() - started) / 1000
  const stands = await figures(db, decision.id)
  const countSeconds = await count(db, ask, estate, decision.id)
  agent.destroy()
  await db.end()
  const samples = Object.fromEntries(acts.map((act) => [act, summary(took[act], elapsed)])) as Record<Act, Sample>
  return {
    ballots,
    seconds: elapsed,
    samples,
    failed: failed(),
    late,
    acknowledged,
    ...stands,
    prepareSeconds,
    countSeconds,
  }
}
