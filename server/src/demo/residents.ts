// Who owns and lives in the homes of the demo county, who waits for a claim to be confirmed, and who leads a building.
import type { appointments } from '../modules/organisations/tables.ts'
import type { homePeople } from '../modules/places/tables.ts'
import type { DemoBodies, NewOrganisation } from './bodies.ts'
import { anyGeneration, personName } from './names.ts'
import { addPerson, type NewPerson, type PeopleBook } from './people.ts'
import { signInOf, type DemoRole } from './sign-ins.ts'
import { dayText } from './staff.ts'
import type { DemoBuilding, DemoEstate, DemoTown, NewPlace } from './town.ts'

export interface DemoResident {
  readonly person: NewPerson
  readonly home: NewPlace
  readonly building: DemoBuilding
  readonly estate: DemoEstate
}
export interface DemoResidents {
  readonly homePeople: (typeof homePeople.$inferInsert)[]
  readonly appointments: (typeof appointments.$inferInsert)[]
  /** Who consented and so can report; the demo's own resident comes first. */
  readonly reporters: readonly DemoResident[]
  /** Known only from paper: staff file for them. */
  readonly others: readonly DemoResident[]
}
interface Maker {
  readonly book: PeopleBook
  readonly bodies: DemoBodies
  readonly districtId: string
  readonly positions: ReadonlyMap<string, string>
  readonly confirmedBy: NewPerson
  readonly since: Date
  readonly now: Date
  readonly rows: (typeof homePeople.$inferInsert)[]
  readonly appointed: (typeof appointments.$inferInsert)[]
  readonly reporters: DemoResident[]
  readonly others: DemoResident[]
}
const DAY_MS = 86_400_000
const RESIDENTS = 3900
type Relation = 'owner' | 'occupant'
type State = 'claimed' | 'confirmed' | 'refused' | 'ended'
const refusals = ['产权人姓名和登记不一致，请带房产证到社区核对。', '这套房屋已登记为他人居住，请先联系房主。'] as const

const settle = (m: Maker, person: NewPerson, home: NewPlace, relation: Relation, state: State): void => {
  const { random } = m.book
  const decided = state !== 'claimed'
  const since =
    state === 'claimed'
      ? new Date(m.now.getTime() - random.int(2, 90) * 3_600_000)
      : new Date(m.since.getTime() - random.int(1, 120) * DAY_MS)
  m.rows.push({
    id: random.id(since),
    districtId: m.districtId,
    homeId: home.id,
    personId: person.id,
    relation,
    state,
    reason: state === 'refused' ? random.pick(refusals) : null,
    since,
    decidedBy: decided ? m.confirmedBy.id : null,
    decidedAt: decided ? new Date(since.getTime() + random.int(1, 40) * 3_600_000) : null,
  })
}
const newcomer = (m: Maker, family?: string, role?: DemoRole): NewPerson => {
  const { random } = m.book
  const signIn = role === undefined ? undefined : signInOf(role)
  const generated = personName(random, anyGeneration(random))
  return addPerson(m.book, {
    name: signIn?.name ?? (family === undefined ? generated : family + [...generated].slice(1).join('')),
    ...(signIn === undefined ? {} : { phone: signIn.phone, login: signIn.login }),
    since: new Date(m.since.getTime() - random.int(1, 200) * DAY_MS),
    hasConsented: signIn !== undefined || random.chance(0.62),
  })
}
const appoint = (m: Maker, person: NewPerson, code: string, organisation: NewOrganisation, scope: NewPlace): void => {
  const from = new Date(m.since.getTime() - m.book.random.int(20, 400) * DAY_MS)
  m.appointed.push({
    id: m.book.random.id(m.since),
    districtId: m.districtId,
    personId: person.id,
    positionId: m.positions.get(code)!,
    organisationId: organisation.id,
    scopeId: scope.id,
    fromOn: dayText(from),
    toOn: null,
    createdBy: null,
    createdAt: from,
  })
}
const note = (m: Maker, resident: DemoResident): void => {
  const consented = m.book.consents.at(-1)?.personId === resident.person.id
  ;(consented ? m.reporters : m.others).push(resident)
}
/** One household: an owner, often a second, sometimes a tenant instead. */
const household = (m: Maker, home: NewPlace, building: DemoBuilding, estate: DemoEstate): void => {
  const { random } = m.book
  const at = { home, building, estate }
  const owner = newcomer(m)
  settle(m, owner, home, 'owner', 'confirmed')
  const isLetOut = random.chance(0.14)
  if (!isLetOut) note(m, { person: owner, ...at })
  if (random.chance(isLetOut ? 0.95 : 0.32)) {
    const second = newcomer(m, isLetOut ? undefined : random.chance(0.4) ? [...owner.name][0] : undefined)
    const relation = !isLetOut && random.chance(0.6) ? 'owner' : 'occupant'
    const state = random.weighted<State>([
      ['confirmed', 93],
      ['claimed', 4],
      ['refused', 1],
      ['ended', 2],
    ])
    settle(m, second, home, relation, state)
    if (state === 'confirmed') note(m, { person: second, ...at })
  }
}
const leads = (m: Maker, town: DemoTown): void => {
  for (const estate of town.estates) {
    const council = m.bodies.councils.get(estate.community.place.id)!
    // Those of the welcome box have their one role already.
    const mine = m.reporters.filter((resident) => resident.estate === estate && resident.person.login === null)
    estate.buildings.forEach((building, i) => {
      const [first, second] = mine.filter((resident) => resident.building === building).map((one) => one.person)
      if (first === undefined || i % 3 !== 0) return
      appoint(m, first, 'buildingLead', council, building.place)
      if (second !== undefined) appoint(m, second, 'unitLead', council, building.units[0]!)
      if (i === 3 && estate.plan.sort !== 'commercial') appoint(m, first, 'steward', council, estate.place)
    })
    const committee = m.bodies.ownersCommittees.get(estate.place.id)
    if (committee === undefined) continue
    for (const { person } of mine.slice(2, 5)) appoint(m, person, 'ownersCommitteeMember', committee, estate.place)
  }
}
/** The people of the welcome box who live in the demo home's building. */
const heroes = (m: Maker, town: DemoTown): ReadonlySet<NewPlace> => {
  const estate = town.estates[0]!
  const building = estate.buildings[0]!
  const council = m.bodies.councils.get(estate.community.place.id)!
  const committee = m.bodies.ownersCommittees.get(estate.place.id)!
  const roles = ['resident', 'buildingLead', 'unitLead', 'steward', 'ownersCommitteeMember'] as const
  const taken = new Set<NewPlace>()
  roles.forEach((role, i) => {
    const home = building.homes[i]!
    const person = newcomer(m, undefined, role)
    settle(m, person, home, 'owner', 'confirmed')
    note(m, { person, home, building, estate })
    taken.add(home)
    if (role === 'buildingLead') appoint(m, person, role, council, building.place)
    if (role === 'unitLead') appoint(m, person, role, council, building.units[0]!)
    if (role === 'steward') appoint(m, person, role, council, estate.place)
    if (role === 'ownersCommitteeMember') appoint(m, person, role, committee, estate.place)
  })
  return taken
}
const secondHomes = (m: Maker, town: DemoTown): void => {
  const { random } = m.book
  const spaces = town.rows.filter((row) => row.kind === 'parking' || row.kind === 'shop')
  for (const space of spaces) {
    if (random.chance(0.4)) settle(m, random.pick(m.reporters).person, space, 'owner', 'confirmed')
  }
}

/** About four thousand people in a good half of the homes. */
export const buildResidents = (
  given: Omit<Maker, 'rows' | 'appointed' | 'reporters' | 'others'>,
  town: DemoTown,
): DemoResidents => {
  const m: Maker = { ...given, rows: [], appointed: [], reporters: [], others: [] }
  const taken = heroes(m, town)
  const before = m.book.rows.length
  const homes = town.estates.flatMap((estate) =>
    estate.buildings.flatMap((building) => building.homes.map((home) => ({ home, building, estate }))),
  )
  for (const { home, building, estate } of m.book.random.shuffled(homes)) {
    if (m.book.rows.length - before >= RESIDENTS) break
    if (!taken.has(home)) household(m, home, building, estate)
  }
  secondHomes(m, town)
  leads(m, town)
  return { homePeople: m.rows, appointments: m.appointed, reporters: m.reporters, others: m.others }
}
