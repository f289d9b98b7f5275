// Ninety days of cases in the demo county: what, where, by whom, and how far each has come.
import type { CaseChannel, CaseKind, CaseState } from '../../../contract/src/cases-life.ts'
import { deadlineDefaults } from '../../../rules/src/deadline-defaults.ts'
import { firstGroups, type FirstCategory } from '../first-district/categories.ts'
import { nextDue } from '../modules/cases/clocks.ts'
import type { CaseRow } from '../modules/cases/policy.ts'
import type { DemoBodies } from './bodies.ts'
import { searchText } from './bulk.ts'
import { attach, firstClocks, type CaseBook, type CaseWorld, type Doer } from './case-book.ts'
import { carry, type Cast } from './case-life.ts'
import type { NewPerson } from './people.ts'
import type { DemoResident, DemoResidents } from './residents.ts'
import type { DemoRules } from './rules.ts'
import type { DemoStaff, Worker } from './staff.ts'
import type { DemoTown, NewPlace } from './town.ts'
import { reportWords } from './words-cases.ts'
import { notesInternal, notesPublic } from './words-steps.ts'

export interface CaseSetting {
  readonly world: CaseWorld
  readonly town: DemoTown
  readonly bodies: DemoBodies
  readonly staff: DemoStaff
  readonly residents: DemoResidents
  readonly rules: DemoRules
  readonly categoryIds: ReadonlyMap<string, string>
  /** In rising order, one for each case. */
  readonly numbers: readonly number[]
}
interface Matter {
  readonly at: Date
  readonly resident: DemoResident
  readonly category: FirstCategory
  readonly goal: CaseState | null
}
const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const SHANGHAI_MS = 8 * HOUR_MS
const groupOf = new Map(firstGroups.flatMap((group) => group.categories.map((one) => [one.key, group.name])))
const leaves = firstGroups.flatMap((group) => group.categories)
/** How often each is heard; the rest once. */
const often: Readonly<Record<string, number>> = {
  light: 9, leak: 7, drain: 7, parking: 9, rubbish: 8, noise: 8, charging: 7, property: 7, lift: 4, gate: 5, clutter: 5,
  green: 4, fire: 3, road: 4, water: 4, power: 3, heat: 3, gas: 2, dispute: 4, pets: 4, illegal: 3, smell: 3, committee: 2, care: 3, structure: 2,
} // prettier-ignore
const hours: readonly (readonly [number, number])[] = [
  6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22,
].map((hour) => [hour, [8, 9, 10, 19, 20].includes(hour) ? 3 : hour < 7 || hour > 21 ? 0.5 : 1.5] as const)
const wanted: readonly CaseState[] = [
  'returned',
  'suspended',
  'reopenAsked',
  'reopened',
  'closureRequested',
  'closed',
  'inProgress',
  'takenUp',
  'dispatched',
  'accepted',
]

const fill = (setting: CaseSetting, text: string, { building, home }: DemoResident, unit: NewPlace): string => {
  const { random } = setting.world
  const slots: Readonly<Record<string, string>> = {
    楼: building.place.name,
    单元: unit.name,
    层: `${home.floor}楼`,
    户: home.name,
    天: random.pick(['三天', '四五天', '一个星期', '半个月', '好几天']),
    时: random.pick(['早上六点', '中午', '晚上八点', '晚上十点多', '半夜']),
    次: random.pick(['两次', '三次', '好几次']),
    人: random.pick(['有人', '一位住户', '隔壁楼的', '租户']),
  }
  return text.replace(/\{(.+?)\}/g, (whole, key: string) => slots[key] ?? whole)
}
const doerOf = (worker: Worker): Doer => ({ person: worker.person, organisationName: worker.organisation.name })
const castOf = (setting: CaseSetting, matter: Matter, reporter: Doer | null): Cast => {
  const { bodies, staff, world, town } = setting
  const { estate } = matter.resident
  const community = estate.community.place.id
  const key = matter.category.key
  const proposed = setting.rules.propose(estate, key, groupOf.get(key)!).organisation.id
  const committee = bodies.committees.get(community)!.id
  const street = bodies.streetOffices[town.streets.indexOf(estate.community.street)]!.id
  return {
    clerk: () => doerOf(world.random.pick(staff.clerks.get(community)!)),
    verifier: () => doerOf(staff.secretaries.get(community)!),
    handler: (organisationId) =>
      doerOf(
        world.random.pick(
          staff.handlers.get(`${organisationId} ${estate.place.id}`) ?? staff.handlers.get(organisationId)!,
        ),
      ),
    reporter,
    proposed,
    another: proposed === committee ? street : committee,
    category: key,
  }
}
interface Source {
  readonly channel: CaseChannel
  readonly reporter: NewPerson | null
  readonly filer: Worker | null
  readonly behalf: NewPerson | null
}
const sourceOf = (setting: CaseSetting, { resident }: Matter): Source => {
  const { world, staff, residents } = setting
  const { random } = world
  const byPhone = random.chance(0.6) ? 'doorCode' : 'app'
  if (residents.reporters[0] === resident || random.chance(0.78)) {
    return { channel: byPhone, reporter: resident.person, filer: null, behalf: null }
  }
  const channel = random.weighted<CaseChannel>([
    ['doorKnock', 4],
    ['telephone', 5],
    ['opinionBox', 2],
    ['meeting', 2],
    ['hotline', 3],
    ['patrol', 3],
  ])
  const grid = resident.building.place.gridId!
  const filer =
    channel === 'doorKnock' || channel === 'patrol'
      ? staff.gridWorkers.get(grid)!
      : random.pick(staff.clerks.get(resident.estate.community.place.id)!)
  const behalf = channel === 'patrol' || channel === 'opinionBox' ? null : resident.person
  return { channel, reporter: behalf, filer, behalf }
}
const placeOf = (setting: CaseSetting, { resident, category }: Matter, source: Source, unit: NewPlace): NewPlace => {
  const { random } = setting.world
  if (source.channel === 'doorCode') return unit
  if (['parking', 'road', 'playground', 'green', 'property', 'committee', 'transit'].includes(category.key))
    return resident.estate.place
  return random.pick([unit, resident.building.place, unit])
}
const rowOf = (setting: CaseSetting, matter: Matter, source: Source, number: number): CaseRow => {
  const { world, rules, categoryIds } = setting
  const { random } = world
  const { resident, category, at } = matter
  const unit = resident.building.units.find((one) => one.id === resident.home.unitId)!
  const place = placeOf(setting, matter, source, unit)
  const kind: CaseKind = random.chance(0.93) ? category.kind : random.pick(['small', 'nuisance', 'household'])
  const words = fill(setting, random.pick(reportWords[category.key] ?? reportWords.other!), resident, unit)
  const placeNote = random.chance(0.12)
    ? random.pick(['靠东墙', '北门口', '自行车棚旁', '顶楼平台', '垃圾亭后面'])
    : null
  const proposal = rules.propose(resident.estate, category.key, groupOf.get(category.key)!)
  const { districtId, gridId, microGridId, estateId, buildingId, unitId } = place
  const placed = {
    districtId,
    streetId: place.streetId!,
    communityId: place.communityId!,
    gridId,
    microGridId,
    estateId,
    buildingId,
    unitId,
  }
  return {
    id: random.id(at), number, ...placed, placeId: place.id, placeKind: place.kind, placeName: place.name, placePath: place.path, placeNote,
    lon: place.lon, lat: place.lat, kind, categoryId: categoryIds.get(category.key)!, channel: source.channel, words, photos: [], voice: null,
    reporterId: source.reporter?.id ?? null, nameHidden: source.filer === null && random.chance(0.1), filedBy: source.filer?.person.id ?? null,
    behalfName: source.behalf?.name ?? null, behalfPhoneSealed: source.behalf?.phoneSealed ?? null, behalfConsent: source.behalf === null ? null : true,
    state: 'submitted', stateAt: at, handlerId: null, proposedId: proposal.organisation.id, proposedRule: proposal.rule, proposedWhy: proposal.why, doerId: null,
    dueAt: null, dueKind: null, overdue: false, suspendUntil: null, suspensions: 0, closedAt: null, rating: null, ratingReasons: [],
    parentId: null, mergedIntoId: null, mergedFromState: null, mergedFromRating: null, mergedFromReasons: null, level: 'community', levelSince: null, openness: 'plain',
    search: searchText(words, place.path, placeNote, String(number)), createdAt: at, updatedAt: at,
  } // prettier-ignore
}
const open = (setting: CaseSetting, matter: Matter, source: Source, number: number): CaseBook => {
  const { world } = setting
  const { random } = world
  const row = rowOf(setting, matter, source, number)
  const budgets = deadlineDefaults[row.kind]
  const clocks = firstClocks(world, row.id, budgets, row.createdAt)
  const book: CaseBook = {
    row: { ...row, ...nextDue(clocks) },
    clocks,
    budgets,
    events: [],
    misses: [],
    files: [],
    journal: [],
  }
  const person = source.filer?.person ?? source.reporter!
  if (random.chance(0.42))
    book.row = { ...book.row, photos: attach(world, book, person, row.createdAt, random.int(1, 3)) }
  const organisationName = source.filer?.organisation.name ?? null
  const by = { actorId: person.id, actorName: person.name, organisationName }
  const states = { step: 'report', fromState: null, toState: 'submitted' as const }
  book.events.push({
    id: random.id(row.createdAt),
    caseId: row.id,
    at: row.createdAt,
    ...states,
    ...by,
    words: null,
    audience: 'public',
    photos: [],
    data: null,
  })
  book.journal.push({
    at: row.createdAt,
    actor: { id: person.id, name: person.name },
    action: 'case.report',
    sentence: source.filer === null ? '反映了诉求' : '代居民登记了诉求',
    thing: { kind: 'case', id: row.id },
    after: {
      kind: row.kind,
      category: matter.category.name,
      channel: row.channel,
      place: row.placePath,
      state: 'submitted',
    },
  })
  return book
}
const addNote = (setting: CaseSetting, book: CaseBook): void => {
  const { random } = setting.world
  const handled = book.events.find((event) => event.step === 'takeUp')
  if (handled === undefined || !random.chance(0.14)) return
  const audience = random.chance(0.5) ? 'internal' : 'public'
  const at = new Date(handled.at.getTime() + random.int(1, 9) * 60_000)
  const words = random.pick(audience === 'internal' ? notesInternal : notesPublic)
  book.events.push({
    ...handled,
    id: random.id(at),
    at,
    step: 'note',
    fromState: null,
    toState: null,
    words,
    audience,
    photos: [],
    data: null,
  })
}
const when = (setting: CaseSetting): Date => {
  const { random, now } = setting.world
  for (;;) {
    const day = Math.floor((now.getTime() + SHANGHAI_MS) / DAY_MS) - Math.floor(90 * random.next() ** 1.15)
    const at = new Date(day * DAY_MS - SHANGHAI_MS + random.weighted(hours) * HOUR_MS + random.int(0, 3_599_999))
    if (at < now) return at
  }
}
/** The demo resident has one case in each telling stage. */
const heroGoals: readonly (readonly [CaseState, string, number])[] = [
  ['inProgress', 'light', 2], ['closed', 'gate', 3], ['submitted', 'parking', 0.1], ['confirmed', 'drain', 21], ['rejected', 'other', 40], ['dispatched', 'rubbish', 1.2],
] // prettier-ignore

const plan = (setting: CaseSetting): Matter[] => {
  const { world, residents, numbers } = setting
  const { random, now } = world
  const ago = (days: number) => new Date(now.getTime() - days * DAY_MS)
  const category = (key: string) => leaves.find((one) => one.key === key)!
  const matters: Matter[] = heroGoals.map(([goal, key, days]) => ({
    goal,
    category: category(key),
    at: ago(days),
    resident: residents.reporters[0]!,
  }))
  for (let i = 0; i < 60; i++) {
    const goal = wanted[i % wanted.length]!
    matters.push({
      goal,
      at: ago(2.5 + random.next() * 5),
      resident: random.pick(residents.reporters),
      category: random.pick(leaves.slice(0, 22)),
    })
  }
  while (matters.length < numbers.length) {
    const drawn = random.weighted(leaves.map((one) => [one, often[one.key] ?? 1] as const))
    matters.push({ goal: null, at: when(setting), resident: random.pick(residents.reporters), category: drawn })
  }
  return matters.sort((a, b) => a.at.getTime() - b.at.getTime())
}

/** As many cases as there are numbers, oldest first. */
export const buildCases = (setting: CaseSetting): CaseBook[] =>
  plan(setting).map((matter, i) => {
    const { world } = setting
    const source = sourceOf(setting, matter)
    const book = open(setting, matter, source, setting.numbers[i]!)
    const reporter: Doer | null = source.reporter === null ? null : { person: source.reporter, organisationName: null }
    // A few cases have been left lying: dispatched, then nothing.
    const isForgotten =
      matter.goal === null && world.random.chance(0.015) && matter.at.getTime() > world.now.getTime() - 40 * DAY_MS
    carry(world, book, castOf(setting, matter, reporter), isForgotten ? 'takenUp' : matter.goal)
    addNote(setting, book)
    return book
  })
