// Which body a case should go to: the first rule that fires and finds its target, and why the others did not.
import type { CaseKind } from '../../../../contract/src/cases-life.ts'
import { handlingKinds, type OrganisationKind } from '../../../../contract/src/organisations-kinds.ts'
import type { Placed } from '../../platform/access.ts'
import type { Tx } from '../../platform/database.ts'
import { organisationById, servingAt } from '../organisations/index.ts'
import { byDutyList } from './duty-list.ts'
import type { CategoryRow, RuleRow } from './settings-cache.ts'

export interface ServingBody {
  readonly id: string
  readonly kind: OrganisationKind
  readonly name: string
}
export interface Matter {
  readonly districtId: string
  readonly placeId: string
  readonly placed: Placed
  readonly categoryId: string
  readonly kind: CaseKind
  /** The bodies that serve the place, nearest first, where they are known already. */
  readonly serving?: readonly ServingBody[]
}
export interface Proposal {
  readonly organisation: { readonly id: string; readonly name: string } | null
  readonly rule: string | null
  readonly why: string
  /** The rule dispatches by itself. */
  readonly automatic: boolean
  readonly steps: readonly { readonly rule: string; readonly fires: boolean; readonly why: string }[]
}
const targetKind = {
  estateProperty: 'propertyCompany',
  community: 'communityCommittee',
  street: 'streetOffice',
} as const
const targetWords = { estateProperty: '小区物业', community: '社区居委会', street: '街道办事处' } as const

interface Target {
  readonly id: string
  readonly name: string
  /** Why it is this one, where that is not plain. */
  readonly because?: string
}
const findTarget = async (
  db: Tx,
  matter: Matter,
  target: RuleRow['target'],
  organisationId: string | null,
): Promise<Target | null> => {
  if (target === 'dutyList') {
    const found = await byDutyList(db, matter.districtId, matter.categoryId, matter.placed)
    return found === null ? null : { ...found.organisation, because: found.because }
  }
  if (target === 'organisation') {
    const found = organisationId === null ? null : await organisationById(db, organisationId)
    return found?.active ? found : null
  }
  if (matter.serving !== undefined) return matter.serving.find((one) => one.kind === targetKind[target]) ?? null
  return (await servingAt(db, matter.districtId, targetKind[target], matter.placed))[0] ?? null
}
const mismatch = (rule: RuleRow, matter: Matter, categories: readonly CategoryRow[]): string | null => {
  const category = categories.find((one) => one.id === matter.categoryId)
  if (rule.categoryId !== null && rule.categoryId !== matter.categoryId && rule.categoryId !== category?.parentId)
    return '类别不符'
  if (rule.kind !== null && rule.kind !== matter.kind) return '类型不符'
  if (rule.placeId !== null && rule.placeId !== matter.placeId && !Object.values(matter.placed).includes(rule.placeId))
    return '地点不在规则范围内'
  return null
}
/** Rules come in their order. Without a rule: the estate's property company, else the community. */
export const proposeHandler = async (
  db: Tx,
  matter: Matter,
  rules: readonly RuleRow[],
  categories: readonly CategoryRow[],
): Promise<Proposal> => {
  const steps: { rule: string; fires: boolean; why: string }[] = []
  for (const rule of rules) {
    const why = mismatch(rule, matter, categories)
    if (why !== null) {
      steps.push({ rule: rule.name, fires: false, why })
      continue
    }
    const found = await findTarget(db, matter, rule.target, rule.organisationId)
    if (found === null) {
      steps.push({
        rule: rule.name,
        fires: false,
        why: rule.target === 'dutyList' ? '没有部门清单管这里的这类事' : '条件符合，但没有找到承办单位',
      })
      continue
    }
    const said = `符合规则“${rule.name}”，转给${found.name}${found.because === undefined ? '' : `（${found.because}）`}`
    return {
      organisation: { id: found.id, name: found.name },
      rule: rule.name,
      why: said,
      automatic: rule.automatic,
      steps: [...steps, { rule: rule.name, fires: true, why: said }],
    }
  }
  for (const target of ['estateProperty', 'community'] as const) {
    const found = await findTarget(db, matter, target, null)
    if (found !== null)
      return {
        organisation: { id: found.id, name: found.name },
        rule: null,
        why: `没有规则符合，按惯例先转${targetWords[target]}`,
        automatic: false,
        steps,
      }
  }
  return { organisation: null, rule: null, why: '没有规则符合，也没有找到可承办的单位', automatic: false, steps }
}
/** Every body a case at this place can go to: by kind, nearest first. */
export const handlersAt = async (db: Tx, districtId: string, placed: Placed) => {
  const found = await servingAt(db, districtId, handlingKinds, placed)
  return handlingKinds.flatMap((kind) => found.filter((one) => one.kind === kind))
}
