// Loads the demo district into an empty database: everything in the caller's one transaction, told step by step.
import { hash } from '@node-rs/argon2'
import { sql } from 'drizzle-orm'
import { writeSettings } from '../first-district/settings.ts'
import { caseClocks, caseEvents, caseHolds, caseMisses, cases, dispatchRules } from '../modules/cases/tables.ts'
import { makeCode } from '../modules/doorcodes/signing.ts'
import { doorcodes } from '../modules/doorcodes/tables.ts'
import { files } from '../modules/files/tables.ts'
import { consents, persons } from '../modules/identity/tables.ts'
import { ensurePositions } from '../modules/organisations/index.ts'
import { appointments, organisationPlaces, organisations } from '../modules/organisations/tables.ts'
import { homePeople, places } from '../modules/places/tables.ts'
import { loadCalendar } from '../platform/calendar/working-calendar.ts'
import type { Tx } from '../platform/database.ts'
import type { Parts } from '../platform/parts.ts'
import { buildBodies, type DemoBodies } from './bodies.ts'
import { insertRows } from './bulk.ts'
import type { CaseBook } from './case-book.ts'
import { buildCases } from './cases.ts'
import { playChannels } from './channels.ts'
import { playDeliberation } from './deliberation.ts'
import { writeJournal } from './journal.ts'
import { playDuties } from './duties.ts'
import { playCommittees } from './committees.ts'
import { playDecisions } from './decisions.ts'
import { playFunds } from './funds.ts'
import { playMediations } from './mediations.ts'
import { orderMessages, writeMessages } from './messages.ts'
import type { NewPerson, PeopleBook } from './people.ts'
import { makeFamilies } from './families.ts'
import { makePictures } from './pictures.ts'
import { playPublicNotices } from './public-notices.ts'
import { playPublic } from './public.ts'
import { randomFrom, type Random } from './random.ts'
import { playField } from './field.ts'
import { playRates } from './rates.ts'
import { buildResidents } from './residents.ts'
import { buildRules } from './rules.ts'
import { demoPassword } from './sign-ins.ts'
import { buildStaff } from './staff.ts'
import { makeWave } from './wave.ts'
import type { Stage } from './stage.ts'
import { playSupervision } from './supervision.ts'
import { buildTown, type DemoTown, type NewPlace } from './town.ts'
import { playWhistles } from './whistles.ts'

const SEED = 20_230_319
const CASES = 1500
const DAY_MS = 86_400_000
export interface DemoRun {
  readonly db: Tx
  readonly parts: Pick<Parts, 'sealing' | 'storage'>
  readonly now: Date
  readonly say: (line: string) => void
}
const writeDoorcodes = async (
  run: DemoRun,
  random: Random,
  town: DemoTown,
  by: NewPerson,
  at: Date,
): Promise<number> => {
  const door = (place: NewPlace, kind: 'unit' | 'estate' | 'station', label: string) => ({
    id: random.id(at),
    districtId: town.district.id,
    code: makeCode(run.parts.sealing),
    kind,
    label,
    placeId: place.id,
    issuedAt: at,
    issuedBy: by.id,
    revokedAt: null,
    revokedBy: null,
    revokedReason: null,
    scans: random.int(0, 40),
  })
  const units = town.rows.filter((row) => row.kind === 'unit').map((unit) => door(unit, 'unit', unit.path))
  const estates = town.estates.map(({ place }) => door(place, 'estate', place.path))
  const stations = town.communities.map(({ place }) => door(place, 'station', `${place.name}党群服务驿站`))
  await insertRows(run.db, doorcodes, [...units, ...estates, ...stations])
  return units.length + estates.length + stations.length
}
const writeCases = async ({ db }: DemoRun, districtId: string, books: readonly CaseBook[]): Promise<void> => {
  await insertRows(db, cases, books.map((book) => book.row))
  await insertRows(db, caseEvents, books.flatMap((book) => book.events))
  await insertRows(db, caseClocks, books.flatMap((book) => book.clocks))
  await insertRows(db, caseMisses, books.flatMap((book) => book.misses))
  await insertRows(db, files, books.flatMap((book) => book.files))
  await writeJournal(db, districtId, books.flatMap((book) => book.journal))
} // prettier-ignore

const writePlacesAndBodies = async (run: DemoRun, town: DemoTown, bodies: DemoBodies): Promise<void> => {
  await insertRows(run.db, places, town.rows)
  const homes = town.rows.filter((row) => row.kind === 'home').length
  run.say(`  地点 ${town.rows.length} 个，其中小区 ${town.estates.length} 个、住宅 ${homes} 套 / places and homes`)
  await insertRows(run.db, organisations, bodies.rows)
  await insertRows(run.db, organisationPlaces, bodies.serves)
  run.say(`  组织 ${bodies.rows.length} 个 / organisations`)
}
const takeNumbers = async (db: Tx): Promise<number[]> => {
  const taken = await db.execute<{ n: string }>(
    sql`select nextval('case_numbers') as n from generate_series(1, ${CASES})`,
  )
  return taken.rows.map((row) => Number(row.n))
}
const writePeople = async (run: DemoRun, town: DemoTown, bodies: DemoBodies, random: Random, since: Date) => {
  const { db, parts, now, say } = run
  const districtId = town.district.id
  const positions = await ensurePositions(db, districtId)
  const passwordHash = await hash(demoPassword)
  const book: PeopleBook = { random, sealing: parts.sealing, districtId, passwordHash, rows: [], consents: [] }
  const staff = buildStaff(book, town, bodies, positions, since)
  const confirmedBy = staff.administrator
  const residents = buildResidents({ book, bodies, districtId, positions, confirmedBy, since, now }, town)
  await insertRows(db, persons, book.rows)
  await insertRows(db, consents, book.consents)
  await insertRows(db, appointments, [...staff.appointments, ...residents.appointments])
  await insertRows(db, homePeople, residents.homePeople)
  say(`  人员 ${book.rows.length} 名，任职 ${staff.appointments.length + residents.appointments.length} 项 / people`)
  return { staff, residents }
}

type Staging = (salt: number) => Stage
/** What the other rooms add to the cases. */
const playCases = async ({ parts, now, say }: DemoRun, stage: Staging): Promise<void> => {
  const whistles = await playWhistles(stage(14), now)
  const channels = await playChannels(stage(20), parts.sealing, now)
  say(`  吹哨 ${whistles} 次，渠道 ${channels} 个 / whistles and channels`)
  const visits = await playField(stage(18), now)
  say(`  巡查 ${visits} 次，联合执法、应急各有记录 / patrols, operations, an emergency`)
  const mediations = await playMediations(stage(24), parts.sealing, now)
  const drawn = await playSupervision(stage(28), now)
  say(`  调解 ${mediations} 件，督办、承诺各有记录，随机复查 ${drawn} 件 / mediations, orders, promises, re-checks`)
  const shown = await playPublic(stage(21), parts.storage, now)
  const months = await playRates(stage(27), now)
  say(`  公开照片 ${shown} 张，已发布 ${months.join('、')} 的三率 / public photos, published months`)
}
/** What people decide together, and the money of it. */
const playDeciding = async ({ parts, now, say }: DemoRun, stage: Staging): Promise<void> => {
  const decided = await playDecisions(stage(38), parts.sealing, now)
  say(`  业主表决 ${decided} 次：一次有证书，一次正在投票 / owners’ decisions`)
  await playFunds(stage(36), now)
  await playPublicNotices(stage(35), now)
  const met = await playDeliberation(stage(34), now)
  say(`  议事 ${met} 次，有纪要、决议和督办事项 / meetings with minutes`)
  const seated = await playCommittees(stage(43), parts.sealing, now)
  say(`  业委会 ${seated} 个在任，另有筹备、物管会、先尝后买、意见征询 / committees, a trial, consultations`)
}

/** The same district every time but for its dates, which end now, and its codes, which this installation signs. */
export const loadDemo = async (run: DemoRun): Promise<void> => {
  const { db, parts, now, say } = run
  const random = randomFrom(SEED)
  const since = new Date(now.getTime() - 91 * DAY_MS)
  const town = buildTown(random, since)
  const districtId = town.district.id
  const bodies = buildBodies(random, since, town)
  await writePlacesAndBodies(run, town, bodies)
  const { staff, residents } = await writePeople(run, town, bodies, random, since)
  const categoryIds = await writeSettings(db, districtId, () => random.id(since))
  const rules = buildRules(random, since, town, bodies, categoryIds)
  await insertRows(db, dispatchRules, rules.rows)
  const codes = await writeDoorcodes(run, random, town, staff.administrator, since)
  say(`  门牌码 ${codes} 个，派单规则 ${rules.rows.length} 条 / door codes and rules`)
  const [pictures, calendar, numbers] = [
    await makePictures(random, parts.storage, 12),
    await loadCalendar(db, districtId),
    await takeNumbers(db),
  ]
  const organisationNames = new Map(bodies.rows.map((row) => [row.id, row.name]))
  const world = { random, calendar, now, pictures, organisationNames, committees: bodies.committees }
  const books = buildCases({ world, town, bodies, staff, residents, rules, categoryIds, numbers })
  makeWave(world, books, residents.reporters[0]!.person.id, categoryIds.get('charging')!)
  const holds = makeFamilies(world, staff, books, residents.reporters[0]!.person.id)
  await writeCases(run, districtId, books)
  await insertRows(db, caseHolds, holds)
  const told = await writeMessages(db, world, staff, books)
  const events = books.reduce((sum, book) => sum + book.events.length, 0)
  say(`  诉求 ${books.length} 件，经过 ${events} 步，消息 ${told} 条 / cases, their steps, messages`)
  const stage = (salt: number): Stage => ({ db, districtId, random: randomFrom(SEED + salt), pictures })
  await playCases(run, stage)
  const duties = await playDuties(stage(25), bodies, categoryIds, since)
  say(`  部门职责 ${duties} 项 / duties of departments`)
  await playDeciding(run, stage)
  await orderMessages(db)
}
