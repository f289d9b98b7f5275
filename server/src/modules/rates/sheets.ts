// Columns of the lists of the three rates as spreadsheets.
import { caseStates, type CaseState } from '../../../../contract/src/cases-life.ts'
import { exclusionGrounds, exclusionStates, signKinds } from '../../../../contract/src/rates-kinds.ts'
import type { ratesApi } from '../../../../contract/src/rates.ts'
import { ifSo, inLanguage, localTime, type ListColumn } from '../../platform/list-sheet.ts'
import type { SheetsOf } from '../../platform/sheets.ts'
import type { Month } from './months.ts'
import { ratePercents } from './rates-sheet.ts'
import type { Sums } from './read-rates.ts'

/** The three rates of each row's sums, named for which sums they are. */
const threePercents = <R>(zh: string, en: string, sumsOf: (row: R) => Sums | null): ListColumn<R>[] =>
  ratePercents.map(([chinese, english, width, value]) => [
    `${chinese}（${zh}）`,
    `${english} (${en})`,
    width,
    (row, isChinese) => {
      const sums = sumsOf(row)
      return sums === null ? null : value(sums, isChinese)
    },
  ])
export const ratesSheets: SheetsOf<typeof ratesApi> = {
  'GET /api/rates/cases': [
    ['诉求', 'Case', 12, (row) => row.number],
    ['内容', 'Words', 50, (row) => row.words],
    ['地点', 'Place', 30, (row) => row.place],
    ['承办单位', 'Body', 26, (row) => row.body.name],
    ['进展', 'State', 14, (row, zh) => inLanguage(caseStates[row.state as CaseState], zh)],
    ['计入', 'Counted on', 14, (row) => row.day],
    ['评分', 'Rating', 8, (row) => row.rating],
    ['已合并', 'Merged', 8, (row, zh) => ifSo(row.merged, zh)],
    ['已剔除', 'Left out', 8, (row, zh) => ifSo(row.excluded, zh)],
  ],
  'GET /api/rates/exclusions': [
    ['诉求', 'Case', 12, (row) => row.case.number],
    ['地点', 'Place', 30, (row) => row.case.place],
    ['单位', 'Body', 26, (row) => row.body.name],
    ['理由', 'Ground', 24, (row, zh) => inLanguage(exclusionGrounds[row.ground], zh)],
    ['说明', 'Words', 50, (row) => row.words],
    ['申请人', 'Applicant', 14, (row) => row.applicant],
    ['申请', 'Asked', 20, (row) => localTime(row.askedAt)],
    ['进展', 'State', 12, (row, zh) => inLanguage(exclusionStates[row.state], zh)],
    ['审核人', 'Reviewer', 14, (row) => row.reviewer],
    ['审核意见', 'Decision', 40, (row) => row.decision],
    ['审核', 'Decided', 20, (row) => localTime(row.decidedAt)],
  ],
  'GET /api/rates/months': [
    ['月份', 'Month', 12, (row) => row.month],
    ...threePercents('实时', 'live', (row: Month) => row.live),
    ['发布时间', 'Published', 20, (row) => localTime(row.published?.at ?? null)],
    ...threePercents('已发布', 'published', (row: Month) => row.published?.sums ?? null),
  ],
  'GET /api/rates/signs': [
    ['月份', 'Month', 12, (row) => row.month],
    ['迹象', 'Sign', 30, (row, zh) => inLanguage(signKinds[row.kind], zh)],
    ['单位', 'Body', 30, (row) => row.body.name],
    ['件数', 'Cases', 8, (row) => row.counted],
    ['共办结', 'Of all', 8, (row) => row.ofAll],
    ['诉求', 'Numbers', 50, (row) => row.cases.map((one) => one.number).join('、')],
    ['发现', 'Found', 20, (row) => localTime(row.foundAt)],
  ],
}
