// The rates by body as a spreadsheet, with what they were counted from.
import type { ParsedQuery } from '../../../../contract/src/endpoint.ts'
import type { ratesApi } from '../../../../contract/src/rates.ts'
import { percentText } from '../../../../rules/src/three-rates.ts'
import type { Cx } from '../../platform/cx.ts'
import { listSheet, type ListColumn } from '../../platform/list-sheet.ts'
import type { Download } from '../../platform/module.ts'
import { readRates, type Sums } from './read-rates.ts'

export interface NamedSums extends Sums {
  readonly of: { readonly name: string }
}
const percent = (numerator: number, denominator: number) => {
  const text = percentText({ numerator, denominator })
  return text === null ? null : Number(text)
}
const respondedShare: ListColumn<Sums> = ['响应率%', 'Response %', 10, (row) => percent(row.responded, row.respondDue)]
const resolvedShare: ListColumn<Sums> = ['解决率%', 'Resolution %', 10, (row) => percent(row.resolved, row.resolveDue)]
const satisfiedShare: ListColumn<Sums> = ['满意率%', 'Satisfaction %', 10, (row) => percent(row.satisfied, row.rated)]
/** The three rates of some sums, as columns. */
export const ratePercents = [respondedShare, resolvedShare, satisfiedShare] as const
/** Columns of a table of rates, after the one that names the row. */
export const rateColumns: readonly ListColumn<NamedSums>[] = [
  ['应响应', 'Response due', 10, (row) => row.respondDue],
  ['按时响应', 'Responded in time', 10, (row) => row.responded],
  respondedShare,
  ['应办结', 'Resolution due', 10, (row) => row.resolveDue],
  ['已解决', 'Resolved', 10, (row) => row.resolved],
  resolvedShare,
  ['默认确认未抽查', 'Silent, not re-checked', 16, (row) => row.silentUnchecked],
  ['等待确认', 'Waiting', 10, (row) => row.waiting],
  ['已评价', 'Rated', 10, (row) => row.rated],
  ['满意', 'Satisfied', 10, (row) => row.satisfied],
  satisfiedShare,
  ['响应剔除', 'Left out (response)', 10, (row) => row.respondExcluded],
  ['解决剔除', 'Left out (resolution)', 10, (row) => row.resolveExcluded],
]
export const ratesSheet = async (
  cx: Cx,
  query: ParsedQuery<(typeof ratesApi)['GET /api/rates/sheet']>,
): Promise<Download> => {
  const rates = await readRates(cx, query)
  const total = { ...rates.total, of: { name: cx.actor.language === 'zh-CN' ? '合计' : 'Total' } }
  return listSheet<NamedSums>(cx, {
    name: [`${rates.scope.name} 三率`, `${rates.scope.name} three rates`],
    columns: [['单位', 'Body', 28, (row) => row.of.name], ...rateColumns],
    page: async () => ({ rows: [...rates.bodies, total], next: null }),
  })
}
