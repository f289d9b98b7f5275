// Who works in the demo county: appointments for every default position, several of them cross-appointments.
import type { appointments } from '../modules/organisations/tables.ts'
import type { DemoBodies, NewOrganisation } from './bodies.ts'
import { anyGeneration, personName } from './names.ts'
import { addPerson, type NewPerson, type PeopleBook } from './people.ts'
import { signInOf, type DemoRole } from './sign-ins.ts'
import type { DemoCommunity, DemoTown, NewPlace } from './town.ts'

export interface Worker {
  readonly person: NewPerson
  readonly organisation: NewOrganisation
}
export interface DemoStaff {
  readonly appointments: (typeof appointments.$inferInsert)[]
  readonly administrator: NewPerson
  /** By community id: those who accept and dispatch, and the secretary who verifies. */
  readonly clerks: ReadonlyMap<string, readonly Worker[]>
  readonly secretaries: ReadonlyMap<string, Worker>
  /** By grid id. */
  readonly gridWorkers: ReadonlyMap<string, Worker>
  /** By organisation id: who handles its cases. A company's people serve all its estates. */
  readonly handlers: ReadonlyMap<string, readonly Worker[]>
}
interface Maker {
  readonly book: PeopleBook
  readonly town: DemoTown
  readonly bodies: DemoBodies
  readonly positions: ReadonlyMap<string, string>
  readonly since: Date
  readonly rows: (typeof appointments.$inferInsert)[]
  readonly clerks: Map<string, Worker[]>
  readonly secretaries: Map<string, Worker>
  readonly gridWorkers: Map<string, Worker>
  readonly handlers: Map<string, Worker[]>
}
const DAY_MS = 86_400_000
/** The day in Shanghai. */
export const dayText = (at: Date) => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)

const someone = (m: Maker, login: string, role?: DemoRole): NewPerson => {
  const signIn = role === undefined ? undefined : signInOf(role)
  const { random } = m.book
  return addPerson(m.book, {
    name: signIn?.name ?? personName(random, anyGeneration(random)),
    ...(signIn === undefined ? { login } : { login: signIn.login, phone: signIn.phone }),
    since: new Date(m.since.getTime() - random.int(1, 300) * DAY_MS),
    hasConsented: true,
  })
}
type Dates = { readonly fromDays?: number; readonly toDays?: number }
/** Days count from the first day of the demo's cases. */
const appoint = (
  m: Maker,
  person: NewPerson,
  code: string,
  organisation: NewOrganisation,
  scope: NewPlace,
  dates: Dates = {},
): Worker => {
  const { random } = m.book
  const from = new Date(m.since.getTime() + (dates.fromDays ?? -random.int(30, 700)) * DAY_MS)
  m.rows.push({
    id: random.id(m.since),
    districtId: m.town.district.id,
    personId: person.id,
    positionId: m.positions.get(code)!,
    organisationId: organisation.id,
    scopeId: scope.id,
    fromOn: dayText(from),
    toOn: dates.toDays === undefined ? null : dayText(new Date(m.since.getTime() + dates.toDays * DAY_MS)),
    createdBy: null,
    createdAt: from,
  })
  return { person, organisation }
}
const push = <V>(map: Map<string, V[]>, key: string, value: V) => void map.set(key, [...(map.get(key) ?? []), value])

const staffOffices = (m: Maker): NewPerson => {
  const { bodies, town } = m
  const administrator = someone(m, 'admin', 'administrator')
  appoint(m, administrator, 'administrator', bodies.office, town.district)
  appoint(m, someone(m, 'district', 'districtOfficer'), 'districtOfficer', bodies.office, town.district)
  appoint(m, someone(m, 'district-2'), 'districtOfficer', bodies.office, town.district)
  bodies.streetOffices.forEach((office, i) => {
    const street = town.streets[i]!
    for (let n = 1; n <= 3; n++) {
      const person = someone(m, `street${i + 1}-${n}`, i === 0 && n === 1 ? 'streetOfficer' : undefined)
      push(m.handlers, office.id, appoint(m, person, 'streetOfficer', office, street))
    }
  })
  for (const [key, department] of bodies.departments) {
    for (let n = 1; n <= 2; n++) {
      const person = someone(m, `${key}-${n}`, key === 'enforcement' && n === 1 ? 'departmentOfficer' : undefined)
      push(m.handlers, department.id, appoint(m, person, 'departmentOfficer', department, town.district))
    }
  }
  return administrator
}
const staffGrids = (m: Maker, community: DemoCommunity, number: number): NewPerson[] => {
  const committee = m.bodies.committees.get(community.place.id)!
  const isHero = number === 1
  // The demo home's grid is the one its grid worker and lead answer for.
  const home = community.estates[0]!.buildings[0]!.place.gridId
  const leads: NewPerson[] = []
  const grids = [...community.grids].sort((a, b) => Number(b.place.id === home) - Number(a.place.id === home))
  grids.forEach((grid, i) => {
    const lead =
      i % 2 === 1 ? leads.at(-1)! : someone(m, `c${number}-lead${i + 1}`, isHero && i === 0 ? 'gridLead' : undefined)
    if (i % 2 === 0) leads.push(lead)
    appoint(m, lead, 'gridLead', committee, grid.place)
    const worker = someone(m, `c${number}-grid${i + 1}`, isHero && i === 0 ? 'gridWorker' : undefined)
    m.gridWorkers.set(grid.place.id, appoint(m, worker, 'gridWorker', committee, grid.place))
  })
  return leads
}
const staffCommunity = (m: Maker, community: DemoCommunity, number: number): void => {
  const { place } = community
  const committee = m.bodies.committees.get(place.id)!
  const partyBody = m.bodies.partyBodies.get(place.id)!
  const secretary = someone(m, `c${number}-secretary`, number === 1 ? 'communitySecretary' : undefined)
  m.secretaries.set(place.id, appoint(m, secretary, 'communitySecretary', committee, place))
  appoint(m, secretary, 'communitySecretary', partyBody, place)
  for (let n = 1; n <= 3; n++) {
    const role = n > 1 ? undefined : number === 1 ? 'communityClerk' : number === 2 ? 'otherCommunityClerk' : undefined
    const worker = appoint(m, someone(m, `c${number}-clerk${n}`, role), 'communityClerk', committee, place)
    push(m.clerks, place.id, worker)
    push(m.handlers, committee.id, worker)
  }
  appoint(m, someone(m, `c${number}-former`), 'communityClerk', committee, place, { toDays: 20 })
  appoint(m, someone(m, `c${number}-next`), 'communityClerk', committee, place, { fromDays: 110 })
  const leads = staffGrids(m, community, number)
  // 双向进入、交叉任职: grid leads watch over the companies' service, community people advise their party branches.
  community.estates.forEach((estate, i) => {
    const company = m.bodies.companies.get(estate.place.id)
    if (company === undefined) return
    appoint(m, leads[i % leads.length]!, 'qualitySupervisor', company, estate.place)
    if (i % 2 === 0) appoint(m, secretary, 'partyAdviser', company, estate.place)
  })
}
const staffEstates = (m: Maker): void => {
  const byCompany = Map.groupBy(
    m.town.estates.filter((estate) => m.bodies.companies.has(estate.place.id)),
    (estate) => m.bodies.companies.get(estate.place.id)!,
  )
  let number = 0
  for (const [company, estates] of byCompany) {
    number += 1
    estates.forEach((estate, i) => {
      const isHero = estate === m.town.estates[0]
      const isOther = estate.plan.name === '新城国际'
      const manager = someone(m, `p${number}-manager${i + 1}`, isHero ? 'propertyManager' : undefined)
      appoint(m, manager, 'propertyManager', company, estate.place)
      const partyBody = m.bodies.partyBodies.get(estate.community.place.id)!
      appoint(m, manager, 'partTimeMember', partyBody, estate.community.place)
      for (let n = 1; n <= 2; n++) {
        const role = n > 1 ? undefined : isHero ? 'propertyWorker' : isOther ? 'otherPropertyWorker' : undefined
        const person = someone(m, `p${number}-worker${i + 1}${n}`, role)
        const worker = appoint(m, person, 'propertyWorker', company, estate.place)
        push(m.handlers, company.id, worker)
        push(m.handlers, `${company.id} ${estate.place.id}`, worker)
        const grid = estate.buildings[0]!.place.gridId
        const gridPlace = estate.community.grids.find((one) => one.place.id === grid)!.place
        if (n === 2) appoint(m, person, 'gridWorker', company, gridPlace)
      }
    })
  }
}
/** Contacts of partner units, teams and associations; enforcement officers of an area; mediators (mission A8, A12, E7). */
const staffPartners = (m: Maker): void => {
  const { town, bodies } = m
  const kinds: readonly string[] = ['partnerUnit', 'team', 'socialOrganisation']
  bodies.rows
    .filter((body) => kinds.includes(body.kind))
    .forEach((body, i) => {
      const person = someone(m, `unit-${i + 1}`, i === 0 ? 'unitContact' : undefined)
      push(m.handlers, body.id, appoint(m, person, 'unitContact', body, town.district))
    })
  const firefighter = someone(m, 'fire', 'fireOfficer')
  appoint(m, firefighter, 'departmentOfficer', bodies.departments.get('fire')!, town.district)
  const police = someone(m, 'police', 'policeOfficer')
  appoint(m, police, 'departmentOfficer', bodies.departments.get('police')!, town.district)
  const enforcement = bodies.departments.get('enforcement')!
  town.communities.forEach((community, i) => {
    const officer = someone(m, `enforcement-c${i + 1}`, i === 0 ? 'enforcementOfficer' : undefined)
    appoint(m, officer, 'enforcementOfficer', enforcement, community.place)
    const mediator = someone(m, `c${i + 1}-mediator`, i === 0 ? 'mediator' : undefined)
    appoint(m, mediator, 'mediator', bodies.committees.get(community.place.id)!, community.place)
  })
}

/** Everybody who works, with logins like `c1-clerk2`; the sign-ins of the welcome box are among them. */
export const buildStaff = (
  book: PeopleBook,
  town: DemoTown,
  bodies: DemoBodies,
  positions: ReadonlyMap<string, string>,
  since: Date,
): DemoStaff => {
  const maps = { clerks: new Map(), secretaries: new Map(), gridWorkers: new Map(), handlers: new Map() }
  const m: Maker = { book, town, bodies, positions, since, rows: [], ...maps }
  const administrator = staffOffices(m)
  town.communities.forEach((community, i) => staffCommunity(m, community, i + 1))
  staffEstates(m)
  staffPartners(m)
  return { appointments: m.rows, administrator, ...maps }
}
