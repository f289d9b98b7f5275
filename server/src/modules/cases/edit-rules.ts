// Dispatch rules in their order, and the dry run that shows which one would fire and why.
import { and, eq } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { z } from 'zod'
import type { dispatchRule, ruleTarget } from '../../../../contract/src/cases.ts'
import type { CaseKind } from '../../../../contract/src/cases-life.ts'
import { mayAt } from '../../platform/access.ts'
import type { Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import { organisationById, organisationsByIds } from '../organisations/index.ts'
import { placeById } from '../places/index.ts'
import { casePlace } from './case-place.ts'
import { proposeHandler } from './propose-handler.ts'
import { forgetSettings, loadSettings, type RuleRow } from './settings-cache.ts'
import { dispatchRules } from './tables.ts'

interface RuleInput {
  name: string
  order: number
  categoryId: string | null
  kind: CaseKind | null
  placeId: string | null
  target: z.output<typeof ruleTarget>
  automatic: boolean
  active: boolean
}
const targetWords = {
  estateProperty: '小区物业',
  community: '社区居委会',
  street: '街道办事处',
  dutyList: '按三张清单',
} as const
const show = (row: RuleRow, names: ReadonlyMap<string, { name: string }>): z.input<typeof dispatchRule> => ({
  id: row.id,
  order: row.sort,
  name: row.name,
  categoryId: row.categoryId,
  kind: row.kind,
  placeId: row.placeId,
  automatic: row.automatic,
  active: row.active,
  target:
    row.target === 'organisation' ? { to: 'organisation', organisationId: row.organisationId! } : { to: row.target },
  targetName: row.target === 'organisation' ? (names.get(row.organisationId!)?.name ?? '') : targetWords[row.target],
})
const showOne = async (cx: Cx, row: RuleRow) =>
  show(row, await organisationsByIds(cx.db, row.organisationId === null ? [] : [row.organisationId]))
const checked = async (cx: Cx, id: string, input: RuleInput): Promise<RuleRow> => {
  const { categories } = await loadSettings(cx.db, cx.districtId)
  if (input.categoryId !== null && !categories.some((one) => one.id === input.categoryId))
    throw refuse('category.not-found')
  const organisationId = input.target.to === 'organisation' ? input.target.organisationId : null
  if (organisationId !== null && (await organisationById(cx.db, organisationId))?.districtId !== cx.districtId)
    throw refuse('organisation.not-found')
  if (input.placeId !== null) await casePlaceOrAbove(cx, input.placeId)
  return {
    id,
    districtId: cx.districtId,
    sort: input.order,
    name: input.name,
    categoryId: input.categoryId,
    kind: input.kind,
    placeId: input.placeId,
    target: input.target.to,
    organisationId,
    automatic: input.automatic,
    active: input.active,
  }
}
const casePlaceOrAbove = async (cx: Cx, placeId: string) => {
  if ((await placeById(cx.db, placeId))?.districtId !== cx.districtId) throw refuse('place.not-found')
}
const known = async (cx: Cx, id: string): Promise<RuleRow> => {
  const [row] = await cx.db
    .select()
    .from(dispatchRules)
    .where(and(eq(dispatchRules.id, id), eq(dispatchRules.districtId, cx.districtId)))
  if (row === undefined) throw refuse('rule.not-found')
  return row
}
export const listRules = async (cx: Cx) => {
  const rows = await cx.db
    .select()
    .from(dispatchRules)
    .where(eq(dispatchRules.districtId, cx.districtId))
    .orderBy(dispatchRules.sort, dispatchRules.id)
  const names = await organisationsByIds(
    cx.db,
    rows.map((row) => row.organisationId).filter((id) => id !== null),
  )
  return rows.map((row) => show(row, names))
}
export const addRule = async (cx: Cx, input: RuleInput) => {
  const row = await checked(cx, uuidv7(), input)
  await cx.db.insert(dispatchRules).values(row)
  await cx.journal({
    action: 'rule.add',
    sentence: `新增派单规则“${row.name}”`,
    thing: { kind: 'rule', id: row.id },
    after: row,
  })
  forgetSettings(cx.districtId)
  return showOne(cx, row)
}
export const changeRule = async (cx: Cx, id: string, input: RuleInput) => {
  const before = await known(cx, id)
  const row = await checked(cx, id, input)
  await cx.db.update(dispatchRules).set(row).where(eq(dispatchRules.id, id))
  await cx.journal({
    action: 'rule.change',
    sentence: `修改派单规则“${row.name}”`,
    thing: { kind: 'rule', id },
    before,
    after: row,
  })
  forgetSettings(cx.districtId)
  return showOne(cx, row)
}
export const removeRule = async (cx: Cx, id: string) => {
  const before = await known(cx, id)
  await cx.db.delete(dispatchRules).where(eq(dispatchRules.id, id))
  await cx.journal({
    action: 'rule.remove',
    sentence: `删除派单规则“${before.name}”`,
    thing: { kind: 'rule', id },
    before,
  })
  forgetSettings(cx.districtId)
  return { done: true as const }
}
/** Which rule would fire for such a case, and why the others would not. @throws access.out-of-scope */
export const dryRun = async (cx: Cx, input: { placeId: string; categoryId: string; kind: CaseKind }) => {
  const place = await casePlace(cx.db, cx.districtId, input.placeId)
  const placed = { ...place, districtId: cx.districtId }
  if (!mayAt(cx.actor, 'case.dispatch', placed)) throw refuse('access.out-of-scope')
  const { rules, categories } = await loadSettings(cx.db, cx.districtId)
  const { organisation, rule, steps } = await proposeHandler(
    cx.db,
    { districtId: cx.districtId, ...input, placed },
    rules,
    categories,
  )
  return { organisation, rule, steps: [...steps] }
}
