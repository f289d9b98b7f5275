// `npm run replay -- FILE.csv [--rate N] [--url http://localhost:8080]`: plays citizens' messages through the public API
// as residents' reports in the order of their time, lets simulated staff carry them through, and proves none is lost.
import { existsSync } from 'node:fs'
import { checkByApi, checkByDatabase, type Check } from './replay/checks.ts'
import { counts } from './replay/client.ts'
import { readCsv } from './replay/csv.ts'
import { peopleOf } from './replay/people.ts'
import { play, type Message, type Outcome } from './replay/play.ts'
import { startScratchServer } from './replay/scratch-server.ts'

const say = (line: string) => console.log(line)
const option = (name: string): string | null => {
  const at = process.argv.indexOf(`--${name}`)
  return at === -1 ? null : (process.argv[at + 1] ?? null)
}
const tally = (title: string, values: readonly string[], most = 100): void => {
  say(`\n${title}`)
  const groups = [...Map.groupBy(values, (value) => value)].sort((a, b) => b[1].length - a[1].length)
  for (const [name, all] of groups.slice(0, most)) say(`  ${String(all.length).padStart(6)}  ${name}`)
}
const print = (read: number, outcomes: readonly Outcome[], seconds: number): void => {
  const accepted = outcomes.flatMap((one) => (one.case === null ? [] : [one.case]))
  const refused = outcomes.filter((one) => one.case === null)
  say(`\n读入 ${read}，受理 ${accepted.length}，拒收 ${refused.length} / read, accepted, refused`)
  if (refused.length > 0) tally('拒收原因 / refused because', refused.map((one) => one.refusal ?? ''))
  const stuck = outcomes.flatMap((one) => (one.stuck === null ? [] : [one.stuck]))
  if (stuck.length > 0) tally('中途被拒的步骤 / steps refused on the way', stuck)
  tally('状态 / by state', accepted.map((one) => one.state))
  tally('类型 / by kind', accepted.map((one) => one.kind))
  tally('类别 / by category', accepted.map((one) => one.category.name))
  tally('承办单位（前十）/ ten busiest handlers', accepted.map((one) => one.handler?.name ?? '（未派单）'), 10)
  const { requests, retries } = counts
  say(`\n${seconds.toFixed(1)} 秒，每秒 ${(read / seconds).toFixed(1)} 条诉求、${(requests / seconds).toFixed(0)} 次请求，重试 ${retries} 次 / throughput`)
} // prettier-ignore

const main = async (): Promise<number> => {
  const file = process.argv.slice(2).find((arg, i, all) => !arg.startsWith('--') && !all[i - 1]?.startsWith('--'))
  if (file === undefined || !existsSync(file)) {
    console.error('用法：npm run replay -- FILE.csv [--rate N] [--url http://localhost:8080] / no such file.')
    return 2
  }
  const rows = await readCsv(file)
  const messages = rows
    .map(({ id = '', user = '', time = '', title = '', text = '' }): Message => ({ id, user, time, title, text }))
    .sort((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : 0))
  const rate = option('rate') === null ? null : Number(option('rate'))
  const url = option('url')
  say(`${file}：${messages.length} 条 / messages`)
  const scratch = url === null ? await startScratchServer(process.env.DATABASE_URL ?? '') : null
  process.once('SIGINT', () => void scratch?.stop().then(() => process.exit(130)))
  process.once('SIGTERM', () => void scratch?.stop().then(() => process.exit(143)))
  try {
    const people = await peopleOf(scratch?.site ?? url!)
    say(`  工作人员任职 ${people.posts} 项 / staff posts`)
    const since = new Date()
    const outcomes = await play(people, messages, rate, say)
    print(rows.length, outcomes, (Date.now() - since.getTime()) / 1000)
    const checks: Check[] = [
      {
        what: '每行恰好有一个结果 / every row has exactly one outcome',
        holds: outcomes.length === rows.length && new Set(outcomes.map((one) => one.id)).size === rows.length,
      },
      ...(await checkByApi(people, outcomes)),
      ...(scratch === null ? [] : await checkByDatabase(scratch.databaseUrl, since, outcomes)),
      { what: '没有一行被拒收 / no row was refused', holds: outcomes.every((one) => one.case !== null) },
      { what: '没有一步走不通 / no step was refused on the way', holds: outcomes.every((one) => one.stuck === null) },
    ]
    say('\n核对 / CHECKS')
    for (const { what, holds } of checks) say(`  ${holds ? '✔' : '✖'} ${what}`)
    return checks.every((one) => one.holds) ? 0 : 1
  } finally {
    await scratch?.stop()
  }
}
process.exit(await main())
