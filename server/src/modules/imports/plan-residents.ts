// Owners and occupants from a spreadsheet: people are registered, and confirmed for their homes.
import { and, eq, inArray, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { Cx } from '../../platform/cx.ts'
import { persons } from '../identity/tables.ts'
import { homePeople } from '../places/tables.ts'
import { relationWords } from './columns.ts'
import { loadHomes, type HomePlace } from './homes-by-name.ts'
import { loadPeople, type People, type Person } from './people.ts'
import { errorList, firstRows, type ImportRow, type Planner, type Verdict } from './plan.ts'
import { array } from './sql-array.ts'

type Relation = 'owner' | 'occupant'
interface Bond {
  readonly id: string
  readonly homeId: string
  readonly personId: string
  readonly relation: Relation
}
interface Known extends Bond {
  readonly state: 'claimed' | 'confirmed'
  readonly name: string
}
const relationByWord = new Map<string, Relation>(Object.entries(relationWords))
const bondKey = (bond: Omit<Bond, 'id'>) => `${bond.homeId} ${bond.personId} ${bond.relation}`
const nameKey = (homeId: string, relation: Relation, name: string) => `${homeId} ${relation} ${name}`

const loadBonds = async (cx: Cx, homes: readonly string[]): Promise<Known[]> => {
  if (homes.length === 0) return []
  const rows = await cx.db
    .select({
      id: homePeople.id,
      homeId: homePeople.homeId,
      personId: homePeople.personId,
      relation: homePeople.relation,
      state: homePeople.state,
      name: persons.name,
    })
    .from(homePeople)
    .innerJoin(persons, eq(persons.id, homePeople.personId))
    .where(
      and(
        sql`${homePeople.homeId} = any(${array([...new Set(homes)], 'uuid')})`,
        inArray(homePeople.state, ['claimed', 'confirmed']),
      ),
    )
  return rows as Known[]
}
const writeBonds = async (cx: Cx, added: readonly Bond[], confirmed: readonly string[]) => {
  const now = sql`${cx.now.toISOString()}::timestamptz`
  if (added.length > 0) {
    await cx.db.execute(sql`
      insert into home_people (id, district_id, home_id, person_id, relation, state, since, decided_by, decided_at)
      select b.id, ${cx.districtId}::uuid, b.home_id, b.person_id, b.relation, 'confirmed', ${now}, ${cx.actor.personId}::uuid, ${now}
      from unnest(${array(
        added.map((bond) => bond.id),
        'uuid',
      )}, ${array(
        added.map((bond) => bond.homeId),
        'uuid',
      )}, ${array(
        added.map((bond) => bond.personId),
        'uuid',
      )}, ${array(
        added.map((bond) => bond.relation),
        'text',
      )})
        as b (id, home_id, person_id, relation)`)
  }
  if (confirmed.length === 0) return
  await cx.db
    .update(homePeople)
    .set({ state: 'confirmed', decidedBy: cx.actor.personId, decidedAt: cx.now })
    .where(inArray(homePeople.id, [...confirmed]))
}
const readRow = (row: ImportRow, people: People, home: HomePlace | null, errors: ReturnType<typeof errorList>) => {
  const relation = relationByWord.get(row.cells['relation'] ?? '')
  if (relation === undefined)
    errors.add('relation', row.cells['relation'] === undefined ? '要填身份' : '身份只能是业主或住户')
  const person = people.of(row, errors)
  return errors.errors.length > 0 || home === null || relation === undefined ? null : { home, relation, person }
}

export const planResidents: Planner = async (cx, sealing, rows) => {
  const homes = await loadHomes(cx, rows, ['person.edit', 'home.confirm'])
  const people = await loadPeople(cx, sealing, rows)
  const read = rows.map((row) => {
    const errors = errorList()
    const home = homes.of(row, errors)
    return { row, errors, facts: readRow(row, people, home, errors) }
  })
  const known = await loadBonds(
    cx,
    read.flatMap(({ facts }) => facts?.home.id ?? []),
  )
  const bonds = new Map(known.map((bond) => [bondKey(bond), bond]))
  const byName = new Map(known.map((bond) => [nameKey(bond.homeId, bond.relation, bond.name), bond]))
  const earlier = firstRows()
  const added: Bond[] = []
  const confirmed: string[] = []
  const decide = ({ row, errors, facts }: (typeof read)[number]): Verdict => {
    if (facts === null) return { does: 'error', errors: errors.errors }
    const { home, relation } = facts
    const name = row.cells['name']!
    const before = earlier(`${home.id} ${relation} ${facts.person?.id ?? name}`, row.row)
    if (before !== null) return { does: 'error', errors: [{ column: 'name', message: `和第 ${before} 行重复` }] }
    const there =
      facts.person === null
        ? byName.get(nameKey(home.id, relation, name))
        : bonds.get(bondKey({ homeId: home.id, personId: facts.person.id, relation }))
    if (there?.state === 'confirmed') return { does: 'nothing', errors: [] }
    if (there !== undefined) {
      confirmed.push(there.id)
      return { does: 'update', errors: [] }
    }
    const person: Person = facts.person ?? people.without(name)
    person.isWanted = true
    added.push({ id: uuidv7(), homeId: home.id, personId: person.id, relation })
    return { does: 'create', errors: [] }
  }
  const verdicts = read.map(decide)
  return {
    verdicts,
    write: async () => {
      await people.write()
      await writeBonds(cx, added, confirmed)
    },
  }
}
