// The demo county's dispatch rules, and which body they propose for a case.
import type { CaseKind } from '../../../contract/src/cases-life.ts'
import type { dispatchRules } from '../modules/cases/tables.ts'
import type { DemoBodies, DepartmentKey, NewOrganisation } from './bodies.ts'
import type { Random } from './random.ts'
import type { DemoEstate, DemoTown } from './town.ts'

type Target = DepartmentKey | 'estateProperty' | 'community' | 'street'
/** In order: what it is called, the category or group it is for, where it goes. */
const plans: readonly (readonly [string, string, Target])[] = [
  ['燃气问题转燃气公司', 'gas', 'gas'],
  ['供暖问题转热力公司', 'heat', 'heat'],
  ['停电和线路转供电公司', 'power', 'power'],
  ['停水和水压转供水公司', 'water', 'water'],
  ['违章搭建按三张清单', 'illegal', 'enforcement'],
  ['油烟和异味转综合执法', 'smell', 'enforcement'],
  ['房屋安全转住建', 'structure', 'housing'],
  ['公交出行转交通', 'transit', 'transport'],
  ['入学托管转教体', 'school', 'education'],
  ['医疗转卫健', 'health', 'health'],
  ['工资就业转人社', 'wages', 'labour'],
  ['市场消费转市场监管', 'market', 'market'],
  ['房产证和安置转自然资源', 'housing', 'planning'],
  ['业委会和公共收益转街道', 'committee', 'street'],
  ['物业和邻里由社区先协调', '物业和邻里', 'community'],
  ['民生和政务由社区先答复', '民生和政务', 'community'],
  ['小区内的事先找小区物业', '', 'estateProperty'],
]
export interface DemoRules {
  readonly rows: (typeof dispatchRules.$inferInsert)[]
  propose(
    estate: DemoEstate,
    key: string,
    group: string,
  ): { readonly organisation: NewOrganisation; readonly rule: string | null; readonly why: string }
}
const bodyFor = (
  bodies: DemoBodies,
  town: DemoTown,
  target: Target,
  estate: DemoEstate,
): NewOrganisation | undefined => {
  if (target === 'estateProperty') return bodies.companies.get(estate.place.id)
  if (target === 'community') return bodies.committees.get(estate.community.place.id)
  if (target === 'street') return bodies.streetOffices[town.streets.indexOf(estate.community.street)]
  return bodies.departments.get(target)
}

export const buildRules = (
  random: Random,
  at: Date,
  town: DemoTown,
  bodies: DemoBodies,
  categoryIds: ReadonlyMap<string, string>,
): DemoRules => {
  const placed = (target: Target) => target === 'estateProperty' || target === 'community' || target === 'street'
  /** The department is found by its own list; the demo knows which it is. */
  const byList = (name: string) => name.endsWith('按三张清单')
  const rows = plans.map(([name, category, target], i) => ({
    id: random.id(at),
    districtId: town.district.id,
    sort: (i + 1) * 10,
    name,
    categoryId: category === '' ? null : categoryIds.get(category)!,
    kind: null as CaseKind | null,
    placeId: null as string | null,
    target: byList(name) ? ('dutyList' as const) : placed(target) ? target : ('organisation' as const),
    organisationId: byList(name) || placed(target) ? null : bodies.departments.get(target)!.id,
    active: true,
  }))
  const retired = { name: '汛期积水转住建（汛期启用）', categoryId: categoryIds.get('road')!, active: false }
  rows.push({ ...rows[6]!, ...retired, id: random.id(at), sort: 5 })
  const propose: DemoRules['propose'] = (estate, key, group) => {
    for (const [rule, category, target] of plans) {
      if (category !== '' && category !== key && category !== group) continue
      const organisation = bodyFor(bodies, town, target, estate)
      if (organisation === undefined) continue
      return { organisation, rule, why: `符合规则“${rule}”，转给${organisation.name}` }
    }
    const organisation = bodies.committees.get(estate.community.place.id)!
    return { organisation, rule: null, why: '没有规则符合，按惯例先转社区居委会' }
  }
  return { rows, propose }
}
