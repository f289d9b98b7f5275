// Categories: the district's own list, two levels.
import { and, eq } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { CaseKind } from '../../../../contract/src/cases-life.ts'
import type { Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import { forgetSettings, loadSettings, type CategoryRow } from './settings-cache.ts'
import { categories } from './tables.ts'

interface CategoryInput {
  name?: string | undefined
  parentId?: string | null | undefined
  kind?: CaseKind | undefined
  keywords?: string[] | undefined
  order?: number | undefined
  active?: boolean | undefined
}
export const showCategory = (row: CategoryRow) => ({
  id: row.id,
  name: row.name,
  parentId: row.parentId,
  kind: row.kind,
  keywords: row.keywords,
  active: row.active,
  order: row.sort,
})
const known = async (cx: Cx, id: string) => {
  const [row] = await cx.db
    .select()
    .from(categories)
    .where(and(eq(categories.id, id), eq(categories.districtId, cx.districtId)))
  if (row === undefined) throw refuse('category.not-found')
  return row
}
const checkParent = async (cx: Cx, id: string | null, parentId: string | null | undefined) => {
  if (parentId === undefined || parentId === null) return
  const parent = await known(cx, parentId)
  if (parent.parentId !== null || parentId === id)
    throw refuse('http.bad-input', { fields: [{ path: 'parentId', message: '只能有两级' }] })
}
const taken = async (cx: Cx, id: string | null, name: string) => {
  const rows = await cx.db
    .select({ id: categories.id })
    .from(categories)
    .where(and(eq(categories.districtId, cx.districtId), eq(categories.name, name), eq(categories.active, true)))
  if (rows.some((row) => row.id !== id))
    throw refuse('http.bad-input', { fields: [{ path: 'name', message: '已有同名类别' }] })
}
export const listCategories = async (cx: Cx) => (await loadSettings(cx.db, cx.districtId)).categories.map(showCategory)

export const addCategory = async (
  cx: Cx,
  input: CategoryInput & { name: string; kind: CaseKind; keywords: string[] },
) => {
  await checkParent(cx, null, input.parentId)
  await taken(cx, null, input.name)
  const row = {
    id: uuidv7(),
    districtId: cx.districtId,
    parentId: input.parentId ?? null,
    name: input.name,
    kind: input.kind,
    keywords: input.keywords,
    sort: input.order ?? 0,
    active: true,
  }
  await cx.db.insert(categories).values(row)
  await cx.journal({
    action: 'category.add',
    sentence: `新增类别“${row.name}”`,
    thing: { kind: 'category', id: row.id },
    after: row,
  })
  forgetSettings(cx.districtId)
  return showCategory(row)
}
export const changeCategory = async (cx: Cx, id: string, input: CategoryInput) => {
  const before = await known(cx, id)
  await checkParent(cx, id, input.parentId)
  if (input.name !== undefined) await taken(cx, id, input.name)
  const after = {
    ...before,
    name: input.name ?? before.name,
    parentId: input.parentId === undefined ? before.parentId : input.parentId,
    kind: input.kind ?? before.kind,
    keywords: input.keywords ?? before.keywords,
    sort: input.order ?? before.sort,
    active: input.active ?? before.active,
  }
  await cx.db.update(categories).set(after).where(eq(categories.id, id))
  await cx.journal({
    action: 'category.change',
    sentence: `修改类别“${after.name}”`,
    thing: { kind: 'category', id },
    before,
    after,
  })
  forgetSettings(cx.districtId)
  return showCategory(after)
}
