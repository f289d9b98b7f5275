// A roll from a spreadsheet: parts with areas and owners; every wrong row is named, and then nothing is written.
import { and, eq, inArray } from 'drizzle-orm'
import { faultOfShares } from '../../../../rules/src/owner-shares.ts'
import type { Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import type { Sealing } from '../../platform/sealing.ts'
import { persons } from '../identity/tables.ts'
import { personsByIds, registerPerson } from '../identity/index.ts'
import { readWorkbook, tidy } from '../imports/index.ts'
import { partsOf, writeParts, type PartRow } from './build-roll.ts'
import { lockForRoll } from './edit-roll.ts'

const titles = ['专有部分', '种类', '楼栋', '面积（平方米）', '面积来源', '业主', '业主电话', '份额', '开发商'] as const
type Title = (typeof titles)[number]
const needed: readonly Title[] = ['专有部分', '面积（平方米）', '业主']
const MOST_ROWS = 20_000
const MOST_FAULTS = 50
const kinds = { '': 'home', 住宅: 'home', 商铺: 'shop', 车位: 'parking' } as const
const sources = { 不动产登记: 'register', 实测: 'survey', 购房合同: 'contract' } as const
interface Line {
  readonly row: number
  readonly cells: Readonly<Record<Title, string>>
}
const linesOf = async (bytes: Buffer): Promise<Line[]> => {
  for await (const rows of readWorkbook(bytes)) {
    const [head, ...rest] = rows
    if (head === undefined) continue
    const at = new Map(titles.map((title) => [title, [...head.cells].find(([, text]) => tidy(text) === title)?.[0]]))
    const absent = needed.filter((title) => at.get(title) === undefined)
    if (absent.length > 0)
      throw refuse('decision.roll-file', {
        fields: absent.map((title) => ({ path: '第1行', message: `第1行：缺少“${title}”一列` })),
      })
    return rest
      .map(({ number, cells }) => ({
        row: number,
        cells: Object.fromEntries(
          titles.map((title) => [title, at.get(title) === undefined ? '' : tidy(cells.get(at.get(title)!) ?? '')]),
        ) as Record<Title, string>,
      }))
      .filter((line) => titles.some((title) => line.cells[title] !== ''))
  }
  throw refuse('import.empty')
}
const split = (text: string): string[] =>
  text
    .split(/[、，,；;]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
/** Square metres with at most two decimals as whole 0.01 m²; null for none, undefined for no such thing. */
export const readArea = (text: string): number | null | undefined => {
  if (text === '' || text === '未知' || text === '不详') return null
  const found = /^(\d{1,7})(?:\.(\d{1,2}))?$/.exec(text)
  if (found === null) return undefined
  const area = Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0'))
  return area > 0 && area <= 100_000_000 ? area : undefined
}
interface Planned {
  readonly part: Omit<PartRow, 'id' | 'decisionId' | 'sort' | 'ownerKey' | 'ownerIds'>
  readonly owners: readonly { readonly name: string; readonly phone: string | null }[]
}
const shareFaults = {
  unreadable: '份额要写成 1/2 或 50%',
  count: '份额个数和业主人数不一样',
  sum: '份额加起来不等于1',
} as const
const plan = ({ cells }: Line, fault: (message: string) => void): Planned => {
  const area = readArea(cells['面积（平方米）'])
  if (area === undefined) fault('面积要写数字，最多两位小数；不知道就空着')
  const kind = kinds[cells['种类'] as keyof typeof kinds]
  if (kind === undefined) fault('种类写住宅、商铺或车位')
  const source = cells['面积来源'] === '' ? null : sources[cells['面积来源'] as keyof typeof sources]
  if (source === undefined) fault('面积来源写不动产登记、实测或购房合同')
  const isDevelopers = ['是', '1', 'yes'].includes(cells['开发商'])
  const names = split(cells['业主'])
  const phones = split(cells['业主电话'])
  if (cells['专有部分'] === '' || cells['专有部分'].length > 120) fault('专有部分要写1到120个字')
  if (names.length === 0 && !isDevelopers) fault('没有写业主')
  if (names.some((name) => name.length > 60)) fault('业主名字太长')
  if (phones.length > 0 && phones.length !== names.length) fault('电话个数和业主人数不一样')
  if (phones.some((one) => !/^1[3-9]\d{9}$/.test(one))) fault('电话号码不对')
  if (new Set(phones).size !== phones.length) fault('两位业主的电话一样')
  const shares = split(cells['份额'])
  const wrong = shares.length === 0 ? null : faultOfShares(shares, names.length)
  if (wrong !== null) fault(shareFaults[wrong])
  return {
    part: {
      placeId: null,
      kind: kind ?? 'home',
      label: cells['专有部分'],
      building: cells['楼栋'].slice(0, 40),
      area: area ?? null,
      areaSource: area === null || area === undefined ? null : (source ?? null),
      isDevelopers,
      shares: isDevelopers ? '' : shares.join('、'),
    },
    owners: isDevelopers ? [] : names.map((name, i) => ({ name, phone: phones[i] ?? null })),
  }
}
type NewPart = Omit<PartRow, 'id' | 'decisionId' | 'sort' | 'ownerKey'>
/** The persons of each part: as the roll had them where the same names stand at the same part, else by their phones. */
const withPeople = async (cx: Cx, sealing: Sealing, id: string, planned: readonly Planned[]): Promise<NewPart[]> => {
  const before = new Map((await partsOf(cx, id)).map((part) => [part.label, part]))
  const people = await personsByIds(
    cx.db,
    [...before.values()].flatMap((part) => part.ownerIds),
  )
  const byPhone = new Map<string, string>()
  const rows: NewPart[] = []
  for (const { part, owners } of planned) {
    const known = before.get(part.label)
    const names = known?.ownerIds.map((one) => people.get(one)?.name ?? '') ?? []
    const isSame = names.length > 0 && names.join('、') === owners.map((owner) => owner.name).join('、')
    const ownerIds: string[] = []
    for (const [i, owner] of owners.entries()) {
      // One phone is one person, so that somebody with several parts counts once; without a phone nobody can say so.
      const personId =
        owner.phone === null
          ? isSame
            ? known!.ownerIds[i]!
            : (await registerPerson(cx, sealing, owner)).id
          : (byPhone.get(owner.phone) ?? (await registerPerson(cx, sealing, owner)).id)
      if (owner.phone !== null) byPhone.set(owner.phone, personId)
      ownerIds.push(personId)
    }
    rows.push({ ...part, placeId: known?.placeId ?? null, ownerIds })
  }
  return rows
}
/** A vote goes to whoever holds the phone: one that is another person's, on record or in the sheet, is a fault. */
const checkNames = async (
  cx: Cx,
  sealing: Sealing,
  lines: readonly Line[],
  planned: readonly Planned[],
  note: (row: number, message: string) => void,
): Promise<void> => {
  const phones = [...new Set(planned.flatMap(({ owners }) => owners.flatMap(({ phone }) => phone ?? [])))]
  const hashes = new Map(phones.map((phone) => [sealing.hash(phone, 'phone'), phone]))
  const known = await cx.db
    .select({ hash: persons.phoneHash, name: persons.name })
    .from(persons)
    .where(and(eq(persons.districtId, cx.districtId), inArray(persons.phoneHash, [...hashes.keys()])))
  const nameOf = new Map(known.map(({ hash, name }) => [hashes.get(hash!)!, name]))
  for (const [i, { owners }] of planned.entries())
    for (const { name, phone } of owners) {
      if (phone === null) continue
      const held = nameOf.get(phone)
      if (held === undefined) nameOf.set(phone, name)
      else if (held !== name) note(lines[i]!.row, `${name}的电话登记的是另一个名字`)
    }
}
/** @throws decision.roll-file naming each wrong row, decision.roll-fixed, import.* */
export const importRoll = async (cx: Cx, sealing: Sealing, id: string, bytes: Buffer): Promise<void> => {
  await lockForRoll(cx, id)
  const lines = await linesOf(bytes)
  if (lines.length === 0) throw refuse('import.empty')
  if (lines.length > MOST_ROWS) throw refuse('import.too-large')
  const faults: { path: string; message: string }[] = []
  const rowOf = new Map<string, number>()
  const note = (row: number, message: string) =>
    void faults.push({ path: `第${row}行`, message: `第${row}行：${message}` })
  const planned = lines.map((line) => {
    const fault = (message: string) => note(line.row, message)
    const known = rowOf.get(line.cells['专有部分'])
    if (known !== undefined) fault(`和第${known}行是同一个专有部分`)
    rowOf.set(line.cells['专有部分'], line.row)
    return plan(line, fault)
  })
  await checkNames(cx, sealing, lines, planned, note)
  if (faults.length > 0) throw refuse('decision.roll-file', { fields: faults.slice(0, MOST_FAULTS) })
  const rows = await withPeople(cx, sealing, id, planned)
  await writeParts(cx, id, rows)
  await cx.journal({
    action: 'decision.rollImport',
    sentence: `导入了名册${rows.length}行`,
    thing: { kind: 'decision', id },
    after: { parts: rows.length, withoutArea: rows.filter((row) => row.area === null).length },
  })
}
