// `npm run bench:likeness -- FOLDER [--cases 1000000] [--seconds 20]`: how good triage, hints and hot spots are on messages of
// citizens (labelled.csv, wave.csv in FOLDER), and with --cases how fast hints come with that many cases.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { measureGroups, printTop } from './likeness/groups.ts'
import { measureHints } from './likeness/hints.ts'
import { measureSpeed } from './likeness/speed.ts'
import { measureTriage } from './likeness/triage.ts'

const option = (name: string): string | null => {
  const at = process.argv.indexOf(`--${name}`)
  return at === -1 ? null : (process.argv[at + 1] ?? '')
}
const main = async (): Promise<number> => {
  const folder = process.argv.slice(2).find((arg, i, all) => !arg.startsWith('--') && !all[i - 1]?.startsWith('--'))
  const files = ['labelled.csv', 'wave.csv'].map((name) => join(folder ?? '', name))
  if (folder === undefined || !files.every((file) => existsSync(file))) {
    console.error(
      '用法：npm run bench:likeness -- 文件夹（内有 labelled.csv 和 wave.csv）[--cases 1000000] / a folder with both files is needed.',
    )
    return 2
  }
  const [labelled, wave] = files as [string, string]
  await measureTriage(labelled)
  await measureHints(wave)
  await measureGroups(wave)
  if (option('show') !== null) await printTop(wave)
  const cases = option('cases')
  if (cases !== null) await measureSpeed(wave, Number(cases), Number(option('seconds') ?? 20))
  return 0
}
process.exit(await main())
