// A report as plain lines and tables: what the spreadsheet and the document both print.
import { percentText } from '../../../../rules/src/three-rates.ts'
import { localTime } from '../../platform/list-sheet.ts'
import type { Report } from './report.ts'
import type { BarsChart } from './bars-picture.ts'
import type { TrendChart } from './trend-picture.ts'

export type Cell = string | number
export interface Section {
  readonly title: string
  readonly words: readonly string[]
  readonly head: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
  /** Drawn above the table in a document, below it in a spreadsheet. */
  readonly chart?: TrendChart | BarsChart
}
const share = (numerator: number, denominator: number): string => {
  const text = percentText({ numerator, denominator })
  return text === null ? '—' : `${text}%`
}
const rateCells = (row: Report['total']): Cell[] => [
  row.respondDue,
  share(row.responded, row.respondDue),
  row.resolveDue,
  share(row.resolved, row.resolveDue),
  row.rated,
  share(row.satisfied, row.rated),
  row.resolveExcluded,
]
const zh = {
  rates: ['应响应', '响应率', '应办结', '解决率', '已评价', '满意率', '剔除'],
  week: '周报',
  month: '月报',
}
const en = {
  rates: ['Response due', 'Response', 'Due', 'Resolution', 'Rated', 'Satisfaction', 'Left out'],
  week: 'Weekly report',
  month: 'Monthly report',
}
/** A month by its name; a week by its days. */
const periodText = (kind: Report['kind'], from: string, to: string, isChinese: boolean): string =>
  kind === 'week'
    ? `${from} – ${to.slice(5)}`
    : isChinese
      ? `${from.slice(0, 4)}年${Number(from.slice(5, 7))}月`
      : from.slice(0, 7)
export const reportTitle = (report: Report, isChinese: boolean): string =>
  `${report.scope.name} ${(isChinese ? zh : en)[report.kind]} ${periodText(report.kind, report.from, report.to, isChinese)}`

/** From the first period in which anything was due. */
const trendOf = (report: Report): Report['trend'] => {
  const first = report.trend.findIndex((row) => row.respondDue + row.resolveDue + row.rated > 0)
  return first < 0 ? report.trend.slice(-1) : report.trend.slice(first)
}
/** Room a text takes on paper: a Chinese sign is as wide as two letters. */
const roomOf = (text: string): number => [...text].reduce((sum, letter) => sum + (letter > '\u2e80' ? 2 : 1), 0)
const NARROWEST = 9
/** The first column names the row, a month at least. */
const NARROWEST_NAME = 13
const WIDEST = 44
/** How wide each column wants to be. */
export const columnRooms = ({ head, rows }: Section): number[] =>
  head.map((title, at) => {
    const rooms = rows.map((row) => roomOf(String(row[at] ?? '')))
    return Math.min(WIDEST, Math.max(at === 0 ? NARROWEST_NAME : NARROWEST, roomOf(title), ...rooms))
  })
/** Figures stand to the right. */
export const isFigure = (value: Cell): boolean => typeof value === 'number' || /^(—|[\d.]+%)$/.test(value)

/** Columns of nothing but figures: their heads stand to the right too. */
export const figureColumns = ({ head, rows }: Section): boolean[] =>
  head.map((_title, at) => rows.length > 0 && rows.every((row) => isFigure(row[at] ?? '')))

type Say = (chinese: string, english: string) => string
const list = (say: Say, title: string, head: readonly string[], rows: readonly (readonly Cell[])[]): Section => ({
  title,
  words: rows.length === 0 ? [say('没有。', 'None.')] : [],
  head,
  rows,
})
/** Weeks by their first day, months by their name. */
const trendChart = (report: Report, say: Say): { chart?: TrendChart } => {
  const rows = trendOf(report)
  if (rows.length < 2) return {}
  const month = (from: string) => say(`${from.slice(2, 4)}年${Number(from.slice(5, 7))}月`, from.slice(0, 7))
  return {
    chart: {
      shape: 'trend',
      rows,
      labels: rows.map(({ from }) => (report.kind === 'week' ? from.slice(5) : month(from))),
      says: say('三率走势图', 'Trend of the three rates'),
      names: [say('响应率', 'Response'), say('解决率', 'Resolution'), say('满意率', 'Satisfaction')],
    },
  }
}
const BARS = 10
/** The rows with the most to solve, as on screen. */
const barsChart = (rows: Report['bodies'], title: string, say: Say): { chart?: BarsChart } => {
  const most = rows
    .filter((row) => row.resolveDue > 0)
    .toSorted((a, b) => b.resolveDue - a.resolveDue)
    .slice(0, BARS)
    .map((row) => ({ name: row.of.name, part: row.resolved, all: row.resolveDue }))
  if (most.length < 2) return {}
  const names = [say('已解决', 'Solved'), say('应办结', 'Due')] as const
  return { chart: { shape: 'bars', rows: most, says: `${title}：${names.join('、')}`, names } }
}
const rateSections = (report: Report, say: Say, isChinese: boolean): Section[] => {
  const { rates } = isChinese ? zh : en
  const table = (title: string, head: string, rows: Report['bodies']): Section => ({
    ...barsChart(rows, title, say),
    title,
    words: [],
    head: [head, ...rates],
    rows: rows.map((row) => [row.of.name, ...rateCells(row)]),
  })
  return [
    {
      title: say('总体', 'Overall'),
      words: [
        say(
          `收到诉求 ${report.received} 件，其中已办结 ${report.closed} 件。`,
          `${report.received} cases received, ${report.closed} of them closed.`,
        ),
        say(
          `四星和五星为满意。算法 ${report.formula}，算到 ${report.countedTo}。`,
          `Four and five stars are satisfied. Formula ${report.formula}, counted to ${report.countedTo}.`,
        ),
        report.published
          ? say('本月三率已发布，数字已冻结。', 'The month is published; its rates are frozen.')
          : say('实时数字，尚未发布。', 'Live figures, not published.'),
      ],
      head: [say('时段', 'Period'), ...rates],
      rows: [
        [say('本期', 'This period'), ...rateCells(report.total)],
        [say('上期', 'The one before'), ...rateCells(report.before)],
      ],
    },
    {
      ...trendChart(report, say),
      title: say('走势', 'Trend'),
      words: [],
      head: [say('时段', 'Period'), ...rates],
      rows: trendOf(report).map((row) => [periodText(report.kind, row.from, row.to, isChinese), ...rateCells(row)]),
    },
    table(say('按类别', 'By category'), say('类别', 'Category'), report.categories),
    table(say('按承办单位', 'By body'), say('单位', 'Body'), report.bodies),
    ...(report.places.length === 0
      ? []
      : [table(say('按街道、社区', 'By place'), say('地方', 'Place'), report.places)]),
  ]
}
const activitySections = (report: Report, say: Say): Section[] => {
  const { overdue, whistles, patrols, promises } = report
  return [
    {
      ...list(
        say,
        say('超期未办', 'Overdue'),
        [say('编号', 'Number'), say('地点', 'Place'), say('单位', 'Body'), say('应办到', 'Due')],
        overdue.rows.map((row) => [row.number, row.place, row.body, localTime(row.dueAt)]),
      ),
      words: [say(`现有超期 ${overdue.count} 件，最早的如下。`, `${overdue.count} are overdue now; the oldest:`)],
    },
    list(
      say,
      say('热点问题', 'Hot spots'),
      [say('问题', 'What'), say('地点', 'Place'), say('件数', 'Cases')],
      report.hotSpots.map((row) => [row.title, row.place, row.cases]),
    ),
    {
      title: say('吹哨、巡查、承诺', 'Whistles, patrols, promises'),
      words: [
        say(
          `吹哨 ${whistles.called} 次，迟到 ${whistles.late} 次。`,
          `${whistles.called} calls, ${whistles.late} late.`,
        ),
        say(
          `巡查 ${patrols.planned} 次，完成 ${patrols.done} 次，漏 ${patrols.missed} 次，发现问题 ${patrols.findings} 个。`,
          `${patrols.planned} patrols, ${patrols.done} done, ${patrols.missed} missed, ${patrols.findings} findings.`,
        ),
        say(
          `到期承诺 ${promises.due} 项，按时兑现 ${promises.kept} 项，逾期 ${promises.late} 项。`,
          `${promises.due} promises due, ${promises.kept} kept in time, ${promises.late} late.`,
        ),
      ],
      head: [],
      rows: [],
    },
    list(
      say,
      say('表扬单位', 'Commended bodies'),
      [say('单位', 'Body'), say('已评价', 'Rated'), say('满意率', 'Satisfaction')],
      report.bestBodies.map((row) => [row.name, row.rated, share(row.satisfied, row.rated)]),
    ),
    list(
      say,
      say('表扬个人', 'Commended people'),
      [say('姓名', 'Name'), say('单位', 'Body'), say('五星', 'Five stars')],
      report.bestPeople.map((row) => [row.name, row.organisation, row.fives]),
    ),
  ]
}

/** Every section of a report in its order. */
export const sectionsOf = (report: Report, isChinese: boolean): Section[] => {
  const say: Say = (chinese, english) => (isChinese ? chinese : english)
  return [...rateSections(report, say, isChinese), ...activitySections(report, say)]
}
