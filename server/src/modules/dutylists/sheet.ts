// Duty lists from a spreadsheet: the template, and reading it; one wrong row and nothing is written.
import { and, eq, inArray } from 'drizzle-orm'
import { dutyLists, dutyListShort, type DutyList } from '../../../../contract/src/dutylists-kinds.ts'
import { loadExcel } from '../../platform/excel.ts'
import type { Cx } from '../../platform/cx.ts'
import type { Download } from '../../platform/module.ts'
import { refuse } from '../../platform/refuse.ts'
import { XLSX } from '../../platform/sheet.ts'
import { categories } from '../cases/tables.ts'
import { readWorkbook, tidy } from '../imports/index.ts'
import { places } from '../places/tables.ts'
import { insertDuty, type Duty } from './edit-duty.ts'
import { departmentToEdit } from './policy.ts'

const titles = ['清单', '事项', '说明', '诉求类别', '责任区域', '联系岗位', '依据'] as const
type Title = (typeof titles)[number]
const needed: readonly Title[] = ['清单', '事项', '联系岗位']
const MOST_ROWS = 500
const MOST_FAULTS = 50

export const dutyTemplate = async (): Promise<Download> => {
  const { Workbook } = await loadExcel()
  const book = new Workbook()
  const page = book.addWorksheet('三张清单', { views: [{ state: 'frozen', ySplit: 1 }] })
  page.columns = titles.map((header) => ({ header, width: header === '说明' || header === '依据' ? 44 : 22 }))
  page.getRow(1).font = { bold: true }
  page.addRow([
    '执法职责专项清单',
    '查处占道经营',
    '劝离占道摊点，不听的依法处罚',
    '占道经营',
    '',
    '执法包片人员',
    '《城市市容和环境卫生管理条例》第十四条',
  ]).font = { italic: true, color: { argb: 'FF5B626B' } }
  const help = book.addWorksheet('填写说明')
  help.getColumn(1).width = 80
  for (const words of [
    '第二行是示例，填写前请删掉。',
    `清单写：${Object.values(dutyLists)
      .map((one) => one.zh)
      .join('、')}。`,
    '诉求类别和责任区域可以写几个，用顿号隔开。名字要和平台上的一样。',
    '责任区域不填，就是全区县都管。',
  ])
    help.addRow([words])
  return { name: '三张清单模板.xlsx', mime: XLSX, bytes: Buffer.from(await book.xlsx.writeBuffer()) }
}
interface Line {
  readonly row: number
  readonly cells: Readonly<Record<Title, string>>
}
/** @throws import.not-excel, import.encrypted, import.too-large, import.empty */
const linesOf = async (bytes: Buffer): Promise<Line[]> => {
  for await (const rows of readWorkbook(bytes)) {
    const [head, ...rest] = rows
    if (head === undefined) continue
    const at = new Map(titles.map((title) => [title, [...head.cells].find(([, text]) => tidy(text) === title)?.[0]]))
    if (needed.some((title) => at.get(title) === undefined)) throw refuse('import.empty')
    const cell = (cells: ReadonlyMap<number, string>, title: Title) => {
      const column = at.get(title)
      return column === undefined ? '' : tidy(cells.get(column) ?? '')
    }
    return rest.map(({ number, cells }) => ({
      row: number,
      cells: Object.fromEntries(titles.map((title) => [title, cell(cells, title)])) as Record<Title, string>,
    }))
  }
  throw refuse('import.empty')
}
const split = (text: string): string[] =>
  text
    .split(/[、，,；;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
const listOf = (text: string): DutyList | null =>
  (Object.keys(dutyLists) as DutyList[]).find(
    (list) => dutyLists[list].zh === text || dutyListShort[list] === text || dutyLists[list].en === text,
  ) ?? null

const knownNames = async (cx: Cx, lines: readonly Line[]) => {
  const ofCategories = await cx.db
    .select({ id: categories.id, name: categories.name })
    .from(categories)
    .where(eq(categories.districtId, cx.districtId))
  const wanted = [...new Set(lines.flatMap((line) => split(line.cells['责任区域'])))]
  const ofPlaces =
    wanted.length === 0
      ? []
      : await cx.db
          .select({ id: places.id, name: places.name, path: places.path })
          .from(places)
          .where(
            and(
              eq(places.districtId, cx.districtId),
              inArray(places.kind, ['district', 'street', 'community', 'grid', 'estate']),
              inArray(places.name, wanted),
              places.active,
            ),
          )
  return { ofCategories, ofPlaces }
}
type Names = Awaited<ReturnType<typeof knownNames>>
const dutyOf = ({ row, cells }: Line, { ofCategories, ofPlaces }: Names, fault: (message: string) => void): Duty => {
  const list = listOf(cells['清单'])
  if (list === null) fault('没有这种清单')
  if (cells['事项'].length < 2 || cells['事项'].length > 80) fault('事项要写2到80个字')
  if (cells['联系岗位'] === '' || cells['联系岗位'].length > 60) fault('联系岗位要写1到60个字')
  const categoryIds = split(cells['诉求类别']).flatMap((name) => {
    const found = ofCategories.find((one) => one.name === name)
    if (found === undefined) fault(`没有类别“${name}”`)
    return found === undefined ? [] : [found.id]
  })
  const placeIds = split(cells['责任区域']).flatMap((name) => {
    const found = ofPlaces.filter((one) => one.name === name)
    if (found.length === 0) fault(`没有地点“${name}”`)
    if (found.length > 1) fault(`有几个地点叫“${name}”，请在平台上选`)
    return found.length === 1 ? [found[0]!.id] : []
  })
  return {
    list: list ?? 'broughtIn',
    order: row,
    name: cells['事项'],
    description: cells['说明'].slice(0, 1000) || '—',
    categoryIds,
    placeIds,
    contact: cells['联系岗位'],
    legalBasis: cells['依据'].slice(0, 300) || '—',
  }
}
/** @throws dutylist.file naming each wrong row, import.*, access.out-of-scope */
export const importDuties = async (cx: Cx, organisationId: string, bytes: Buffer): Promise<{ added: number }> => {
  const department = await departmentToEdit(cx, organisationId)
  const lines = (await linesOf(bytes)).filter((line) => titles.some((title) => line.cells[title] !== ''))
  if (lines.length === 0) throw refuse('import.empty')
  if (lines.length > MOST_ROWS) throw refuse('import.too-large')
  const names = await knownNames(cx, lines)
  const faults: { path: string; message: string }[] = []
  const duties = lines.map((line) =>
    dutyOf(line, names, (message) => faults.push({ path: `第${line.row}行`, message })),
  )
  if (faults.length > 0) throw refuse('dutylist.file', { fields: faults.slice(0, MOST_FAULTS) })
  for (const duty of duties) await insertDuty(cx, organisationId, duty)
  await cx.journal({
    action: 'dutylist.import',
    sentence: `导入了${department.name}的职责${duties.length}项`,
    thing: { kind: 'organisation', id: organisationId },
    after: { added: duties.length },
  })
  return { added: duties.length }
}
