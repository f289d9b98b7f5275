// Sheets of the hotline: upload, preview with each row's errors, say which column is which, commit.
import { and, eq, lt, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { hotlineFields, type HotlineField } from '../../../../contract/src/channels-kinds.ts'
import type { OutOf } from '../../../../contract/src/endpoint.ts'
import type { hotlineApi } from '../../../../contract/src/hotline.ts'
import { mayAt } from '../../platform/access.ts'
import type { Actor, Cx } from '../../platform/cx.ts'
import type { UploadedFile } from '../../platform/module.ts'
import { refuse } from '../../platform/refuse.ts'
import { maskPhone, type Sealing } from '../../platform/sealing.ts'
import { placedOf } from '../places/index.ts'
import { addressFinder, type AddressFinder } from './find-address.ts'
import { guessMapping, momentOf, readHotlineSheet, type SheetRows } from './read-sheet.ts'
import { hotlineImports } from './tables.ts'
import { changesOf, orderByNumber, takeOrder, type Order } from './take-order.ts'

type View = OutOf<(typeof hotlineApi)['GET /api/hotline/imports/:id']>
type Row = View['rows'][number]
type Mapping = View['mapping']
type Run = typeof hotlineImports.$inferSelect
interface Planned {
  readonly shown: Row
  readonly order: Order | null
}
const NUMBER = /^[\p{L}\p{N}._\-()（）]{1,60}$/u
const MOBILE = /^1[3-9]\d{9}$/
const fields = Object.keys(hotlineFields) as HotlineField[]
const missingIn = (mapping: Mapping) => fields.filter((field) => hotlineFields[field].required && !mapping[field])

const maskedPhone = (phone: string) => (MOBILE.test(phone) ? maskPhone(phone) : `${phone.slice(0, 2)}****`)
const doesOf = (known: Parameters<typeof changesOf>[0] | null, order: Order | null): Row['does'] => {
  if (order === null) return 'error'
  if (known === null) return 'create'
  return Object.keys(changesOf(known, order)).length > 0 ? 'update' : 'nothing'
}
/** The texts of a row by field, with what is wrong so far. */
const cellsOf = (cells: Readonly<Record<string, string>>, mapping: Mapping) => {
  const errors: Row['errors'] = []
  const cell = (field: HotlineField) => cells[mapping[field] ?? ''] ?? ''
  const wrong = (field: HotlineField, message: string) => void errors.push({ field, message })
  const moment = (field: 'replyDue' | 'receivedAt'): Date | null => {
    const text = cell(field)
    const at = text === '' ? null : momentOf(text)
    if (at === undefined) wrong(field, `“${text.slice(0, 20)}”不是时间，如 2026-11-20 18:00`)
    return at ?? null
  }
  return { errors, cell, wrong, moment }
}
const planRow = async (
  cx: Cx,
  find: AddressFinder,
  seen: Set<string>,
  { row, cells }: SheetRows['rows'][number],
  mapping: Mapping,
): Promise<Planned> => {
  const { errors, cell, wrong, moment } = cellsOf(cells, mapping)
  const [number, words, address] = [cell('number'), cell('words'), cell('address')]
  if (!NUMBER.test(number)) wrong('number', number === '' ? '必填' : '编号里有不认识的字符')
  else if (seen.has(number)) wrong('number', '这张表里有重复的编号')
  seen.add(number)
  if ([...words].length < 2) wrong('words', words === '' ? '必填' : '至少两个字')
  const known = errors.length > 0 ? null : await orderByNumber(cx, number)
  const place = address === '' ? null : await find(address)
  if (address === '') wrong('address', '必填')
  else if (place === null) wrong('address', '看不出是哪个小区或社区，请写全称')
  else if (!mayAt(cx.actor, 'hotline.exchange', placedOf(place))) wrong('address', '不在您的辖区')
  const phone = cell('callerPhone').replace(/[\s-]/g, '')
  if (phone !== '' && !/^[0-9]{7,13}$/.test(phone)) wrong('callerPhone', '不是电话号码')
  const [replyDueAt, receivedAt] = [moment('replyDue'), moment('receivedAt')]
  const name = cell('callerName').slice(0, 60) || (phone === '' ? '' : '来电人')
  const order: Order | null =
    errors.length > 0 || place === null
      ? null
      : {
          number,
          words,
          placeId: place.id,
          address,
          receivedAt,
          replyDueAt,
          caller: name === '' ? null : { name, phone: phone || null },
        }
  const caller = name === '' ? null : phone === '' ? name : `${name} ${maskedPhone(phone)}`
  const shown: Row = {
    row,
    number,
    words,
    place: place === null ? null : place.path,
    replyDueAt: replyDueAt?.toISOString() ?? null,
    caller,
    does: doesOf(known, order),
    errors,
  }
  return { shown, order }
}
const plan = async (cx: Cx, sealing: Sealing, run: Run): Promise<Planned[]> => {
  if (run.rowsSealed === '' || missingIn(run.mapping).length > 0) return []
  const rows = JSON.parse(sealing.open(run.rowsSealed)) as SheetRows['rows']
  const find = await addressFinder(cx.db, cx.districtId)
  const seen = new Set<string>()
  const planned: Planned[] = []
  for (const row of rows) planned.push(await planRow(cx, find, seen, row, run.mapping))
  return planned
}
const viewOf = (run: Run, planned: readonly Planned[]): View => {
  const counts = { create: 0, update: 0, nothing: 0, error: 0 }
  for (const { shown } of planned) counts[shown.does]++
  const rows = planned.map(({ shown }) => shown)
  return {
    id: run.id,
    fileName: run.fileName,
    state: run.state,
    headers: run.headers,
    mapping: run.mapping,
    missing: missingIn(run.mapping),
    counts,
    // Those with errors first: they are what one came to see.
    rows: [...rows.filter((row) => row.does === 'error'), ...rows.filter((row) => row.does !== 'error')],
    at: run.at.toISOString(),
    by: run.byName,
  }
}
/** One's own uploads only: they hold callers' words. @throws hotline.not-found */
const runHere = async (cx: Cx, id: string, locks: boolean): Promise<Run> => {
  const query = cx.db
    .select()
    .from(hotlineImports)
    .where(
      and(
        eq(hotlineImports.id, id),
        eq(hotlineImports.districtId, cx.districtId),
        eq(hotlineImports.byPerson, cx.actor.personId),
      ),
    )
  const [run] = await (locks ? query.for('update') : query)
  if (run === undefined) throw refuse('hotline.not-found')
  return run
}
/** @throws import.not-excel, import.encrypted, import.too-large, import.empty */
export const uploadOrders = async (cx: Cx, sealing: Sealing, file: UploadedFile): Promise<View> => {
  if (file.bytes.length === 0) throw refuse('import.empty')
  const sheet = await readHotlineSheet(file.bytes, file.name)
  const run: Run = {
    id: uuidv7(),
    districtId: cx.districtId,
    fileName: file.name.toWellFormed().slice(0, 200),
    headers: sheet.headers,
    mapping: guessMapping(sheet.headers),
    rowsSealed: sealing.seal(JSON.stringify(sheet.rows)),
    rowCount: sheet.rows.length,
    state: 'previewed',
    created: 0,
    updated: 0,
    byPerson: cx.actor.personId,
    byName: cx.actor.name,
    at: cx.now,
  }
  await cx.db.insert(hotlineImports).values(run)
  await cx.journal({
    action: 'hotline.upload',
    sentence: '上传了热线工单表',
    thing: { kind: 'hotlineImport', id: run.id },
    after: { fileName: run.fileName, rows: run.rowCount },
  })
  return viewOf(run, await plan(cx, sealing, run))
}
export const showOrders = async (cx: Cx, sealing: Sealing, id: string): Promise<View> => {
  const run = await runHere(cx, id, false)
  return viewOf(run, await plan(cx, sealing, run))
}
/** @throws hotline.not-found, hotline.import-done */
export const mapColumns = async (cx: Cx, sealing: Sealing, id: string, mapping: Mapping): Promise<View> => {
  const run = await runHere(cx, id, true)
  if (run.state !== 'previewed') throw refuse('hotline.import-done')
  const known = Object.fromEntries(
    Object.entries(mapping).filter(([, header]) => run.headers.includes(header as string)),
  ) as Mapping
  await cx.db.update(hotlineImports).set({ mapping: known }).where(eq(hotlineImports.id, id))
  const changed = { ...run, mapping: known }
  return viewOf(changed, await plan(cx, sealing, changed))
}
/** @throws hotline.not-found, hotline.import-done, hotline.no-mapping, hotline.has-errors */
export const commitOrders = async (cx: Cx, sealing: Sealing, id: string, which: 'all' | 'good') => {
  const run = await runHere(cx, id, true)
  if (run.state !== 'previewed') throw refuse('hotline.import-done')
  if (missingIn(run.mapping).length > 0) throw refuse('hotline.no-mapping')
  const planned = await plan(cx, sealing, run)
  if (which === 'all' && planned.some(({ order }) => order === null)) throw refuse('hotline.has-errors')
  const body = cx.actor.held[0]?.organisationName ?? null
  let [created, updated] = [0, 0]
  for (const { order } of planned) {
    if (order === null) continue
    const { did } = await takeOrder(cx, sealing, order, 'sheet', body)
    if (did === 'created') created++
    if (did === 'updated') updated++
  }
  const written = { state: 'committed' as const, created, updated, rowsSealed: '' }
  await cx.db.update(hotlineImports).set(written).where(eq(hotlineImports.id, id))
  await cx.journal({
    action: 'hotline.import',
    sentence: `导入了热线工单，新建${created}件，更新${updated}件`,
    thing: { kind: 'hotlineImport', id },
    after: { created, updated, rows: run.rowCount },
  })
  return { ...viewOf({ ...run, ...written }, planned), created, updated }
}
const KEPT_DAYS = 7
/** Previews nobody committed: the callers' words go after a week. */
export const forgetOrders = async (cx: Cx<Actor | null>): Promise<void> => {
  await cx.db
    .update(hotlineImports)
    .set({ state: 'forgotten', rowsSealed: '' })
    .where(
      and(
        eq(hotlineImports.state, 'previewed'),
        lt(hotlineImports.at, sql`${cx.now.toISOString()}::timestamptz - make_interval(days => ${KEPT_DAYS})`),
      ),
    )
}
