// The organisations of the demo county and the places they serve.
import type { OrganisationKind } from '../../../contract/src/organisations-kinds.ts'
import type { organisationPlaces, organisations } from '../modules/organisations/tables.ts'
import { searchText } from './bulk.ts'
import type { Random } from './random.ts'
import type { DemoCommunity, DemoEstate, DemoTown, NewPlace } from './town.ts'

export type NewOrganisation = Required<typeof organisations.$inferInsert>
export interface DemoBodies {
  readonly rows: NewOrganisation[]
  readonly serves: (typeof organisationPlaces.$inferInsert)[]
  readonly office: NewOrganisation
  readonly streetOffices: readonly NewOrganisation[]
  /** By community id. */
  readonly committees: ReadonlyMap<string, NewOrganisation>
  readonly councils: ReadonlyMap<string, NewOrganisation>
  readonly partyBodies: ReadonlyMap<string, NewOrganisation>
  readonly departments: ReadonlyMap<DepartmentKey, NewOrganisation>
  /** By estate id; estates without one have no entry. */
  readonly companies: ReadonlyMap<string, NewOrganisation>
  readonly ownersCommittees: ReadonlyMap<string, NewOrganisation>
}
const departmentNames = {
  enforcement: ['临溪县综合行政执法局', '综合执法'],
  police: ['临溪县公安局', '公安'],
  fire: ['临溪县消防救援大队', '消防'],
  housing: ['临溪县住房和城乡建设局', '住建'],
  power: ['临溪供电公司', '供电'],
  water: ['临溪供水有限公司', '供水'],
  gas: ['临溪燃气有限公司', '燃气'],
  heat: ['临溪热力有限公司', '热力'],
  market: ['临溪县市场监督管理局', '市场监管'],
  civil: ['临溪县民政局', '民政'],
  ecology: ['临溪县生态环境分局', '生态环境'],
  health: ['临溪县卫生健康局', '卫健'],
  transport: ['临溪县交通运输局', '交通'],
  education: ['临溪县教育和体育局', '教体'],
  labour: ['临溪县人力资源和社会保障局', '人社'],
  planning: ['临溪县自然资源和规划局', '自然资源'],
} as const satisfies Record<string, readonly [string, string]>
export type DepartmentKey = keyof typeof departmentNames

/** Who serves which estate; the first also looks after every old estate that has a steward. */
const companyPlans = [
  { name: '临溪红管家物业服务有限公司', short: '红管家物业', estates: [] },
  { name: '和悦物业服务有限公司', short: '和悦物业', estates: ['柳岸花园', '溪畔华庭'] },
  { name: '锦泰物业管理有限公司', short: '锦泰物业', estates: ['新城国际', '锦绣江南'] },
  { name: '润家物业服务有限公司', short: '润家物业', estates: ['书香苑', '枫林晚苑'] },
  { name: '安泰物业管理有限公司', short: '安泰物业', estates: ['安泰府', '泉景湾'] },
  { name: '东苑物业服务有限公司', short: '东苑物业', estates: ['东苑名居'] },
  { name: '惠民物业服务有限公司', short: '惠民物业', estates: ['柳园新居', '石桥嘉园', '东关安置区'] },
  { name: '新安居物业服务有限公司', short: '新安居物业', estates: ['新城安居园', '枫桥里'] },
  { name: '泉源社区领办物业服务有限公司', short: '泉源领办物业', estates: ['甘泉家园'] },
] as const
const otherPlans: readonly (readonly [OrganisationKind, string, string])[] = [
  ['partyBody', '临溪县物业服务行业党委', '物业行业党委'],
  ['partnerUnit', '临溪县档案馆', '档案馆'],
  ['partnerUnit', '临溪县农商银行', '农商银行'],
  ['partnerUnit', '临溪县第二中学', '第二中学'],
  ['partnerUnit', '临溪县中医院', '中医院'],
  ['partnerUnit', '临溪县图书馆', '图书馆'],
  ['socialOrganisation', '溪畔公益服务中心', '溪畔公益'],
  ['socialOrganisation', '银龄互助社', '银龄互助'],
  ['merchant', '老柳树早餐店', '老柳树早餐'],
  ['merchant', '邻家便民超市', '邻家超市'],
  ['merchant', '巧手缝补铺', '巧手缝补'],
  ['team', '红扳手服务队', '红扳手'],
  ['team', '小蓝帽夜巡队', '小蓝帽'],
]
interface Builder {
  readonly random: Random
  readonly at: Date
  readonly town: DemoTown
  readonly rows: NewOrganisation[]
  readonly serves: (typeof organisationPlaces.$inferInsert)[]
}
type Seat = { readonly place: NewPlace; readonly serves?: readonly NewPlace[]; readonly parent?: NewOrganisation }

const add = (b: Builder, kind: OrganisationKind, name: string, shortName: string, seat: Seat): NewOrganisation => {
  const row: NewOrganisation = {
    id: b.random.id(b.at),
    districtId: b.town.district.id,
    kind,
    name,
    shortName,
    phone: `0530-6${String(100_000 + b.rows.length * 37).slice(-6)}`,
    placeId: seat.place.id,
    parentId: seat.parent?.id ?? null,
    active: true,
    search: searchText(name, shortName),
    createdAt: b.at,
  }
  b.rows.push(row)
  for (const place of seat.serves ?? []) b.serves.push({ organisationId: row.id, placeId: place.id })
  return row
}
const addCompanies = (b: Builder): Map<string, NewOrganisation> => {
  const served = new Map<string, NewOrganisation>()
  companyPlans.forEach((plan, i) => {
    const mine = b.town.estates.filter((estate) =>
      i === 0 ? estate.plan.sort === 'stewarded' : (plan.estates as readonly string[]).includes(estate.plan.name),
    )
    const places = mine.map((estate) => estate.place)
    const company = add(b, 'propertyCompany', plan.name, plan.short, { place: places[0]!, serves: places })
    for (const place of places) served.set(place.id, company)
  })
  return served
}
const addEstateBody = (b: Builder, estate: DemoEstate): NewOrganisation | null => {
  const { name, sort } = estate.plan
  const seat = { place: estate.place, serves: [estate.place] }
  if (sort === 'commercial') return add(b, 'ownersCommittee', `${name}业主委员会`, `${name}业委会`, seat)
  if (sort === 'resettlement') return add(b, 'managementCommittee', `${name}物业管理委员会`, `${name}物管会`, seat)
  return null
}
const addCommunityBodies = (b: Builder, community: DemoCommunity, parent: NewOrganisation) => {
  const { place } = community
  const short = place.name.replace('社区', '')
  const seat = { place, serves: [place], parent }
  return {
    committee: add(b, 'communityCommittee', `${place.name}居民委员会`, place.name, seat),
    partyBody: add(b, 'partyBody', `${place.name}党委`, `${short}党委`, seat),
    council: add(b, 'residentsCouncil', `${place.name}居民议事会`, `${short}议事会`, { place, serves: [place] }),
    station: add(b, 'station', `${short}党群服务驿站`, `${short}驿站`, { place, serves: [place] }),
  }
}
const addEstateParties = (b: Builder, parents: ReadonlyMap<string, NewOrganisation>): void => {
  for (const estate of b.town.estates) {
    const parent = parents.get(estate.community.place.id)!
    const seat = { place: estate.place, serves: [estate.place], parent }
    add(b, 'partyBody', `${estate.plan.name}党支部`, `${estate.plan.name}支部`, seat)
  }
}

/** Every body of the county; departments and companies with the places they serve. */
export const buildBodies = (random: Random, at: Date, town: DemoTown): DemoBodies => {
  const b: Builder = { random, at, town, rows: [], serves: [] }
  const { district } = town
  const office = add(b, 'districtOffice', '临溪县社会工作部', '社会工作部', { place: district, serves: [district] })
  const streetOffices = town.streets.map((street) =>
    add(b, 'streetOffice', `${street.name}办事处`, street.name, { place: street, serves: [street], parent: office }),
  )
  const departments = new Map<DepartmentKey, NewOrganisation>()
  for (const [key, [name, short]] of Object.entries(departmentNames) as [DepartmentKey, readonly [string, string]][]) {
    departments.set(key, add(b, 'department', name, short, { place: district, serves: [district] }))
  }
  const companies = addCompanies(b)
  const [committees, partyBodies, councils] = [new Map(), new Map(), new Map()] as Map<string, NewOrganisation>[]
  for (const community of town.communities) {
    const bodies = addCommunityBodies(b, community, streetOffices[town.streets.indexOf(community.street)]!)
    committees!.set(community.place.id, bodies.committee)
    partyBodies!.set(community.place.id, bodies.partyBody)
    councils!.set(community.place.id, bodies.council)
  }
  const ownersCommittees = new Map<string, NewOrganisation>()
  for (const estate of town.estates) {
    const body = addEstateBody(b, estate)
    if (body !== null) ownersCommittees.set(estate.place.id, body)
  }
  addEstateParties(b, partyBodies!)
  for (const [kind, name, short] of otherPlans) add(b, kind, name, short, { place: district, serves: [district] })
  const maps = { committees: committees!, partyBodies: partyBodies!, councils: councils! }
  return { rows: b.rows, serves: b.serves, office, streetOffices, departments, companies, ownersCommittees, ...maps }
}
