// Staff with their appointments from a spreadsheet.
import { and, eq, inArray, isNull, ne, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { shanghaiDay } from '../../../../rules/src/working-time.ts'
import { mayGrant } from '../../platform/access.ts'
import type { Cx } from '../../platform/cx.ts'
import { persons, sessions } from '../identity/tables.ts'
import { appointments, organisations, positions } from '../organisations/tables.ts'
import { loadPeople, loginsOf, type People, type Person } from './people.ts'
import { loadPlacesByName, type PlacesByName } from './places-by-name.ts'
import { errorList, firstRows, forbidden, type ImportRow, type Planner, type Verdict } from './plan.ts'
import { array } from './sql-array.ts'
import { dayOf } from './text.ts'

type Errors = ReturnType<typeof errorList>
type Position = typeof positions.$inferSelect
type Organisation = Pick<typeof organisations.$inferSelect, 'id' | 'kind' | 'name'>
interface Term {
  readonly id: string
  readonly personId: string
  readonly positionId: string
  readonly organisationId: string
  readonly scopeId: string
  readonly fromOn: string
  readonly toOn: string | null
}
interface Facts {
  readonly person: Person
  readonly login: string | null
  readonly term: Term
  readonly words: { readonly position: string; readonly organisation: string; readonly scope: string }
}
interface Known {
  readonly people: People
  readonly places: PlacesByName
  readonly positions: ReadonlyMap<string, Position>
  readonly organisations: ReadonlyMap<string, Organisation[]>
  readonly logins: Map<string, string>
}
const postOf = (term: Term) => `${term.personId} ${term.positionId} ${term.organisationId} ${term.scopeId}`
const overlaps = (a: Term, b: Term) =>
  (a.toOn === null || b.fromOn <= a.toOn) && (b.toOn === null || a.fromOn <= b.toOn)

const load = async (cx: Cx, sealing: Parameters<Planner>[1], rows: readonly ImportRow[]): Promise<Known> => {
  const all = (column: string) => [...new Set(rows.flatMap(({ cells }) => cells[column] ?? []))]
  const found = await cx.db.select().from(positions).where(eq(positions.districtId, cx.districtId))
  const named = await cx.db
    .select({ id: organisations.id, kind: organisations.kind, name: organisations.name })
    .from(organisations)
    .where(
      and(
        eq(organisations.districtId, cx.districtId),
        organisations.active,
        sql`${organisations.name} = any(${array(all('organisation'), 'text')})`,
      ),
    )
  return {
    people: await loadPeople(cx, sealing, rows),
    places: await loadPlacesByName(cx, all('scope')),
    positions: new Map(found.map((position) => [position.name, position])),
    organisations: Map.groupBy(named, (organisation) => organisation.name),
    logins: await loginsOf(cx, all('login')),
  }
}
const readDays = ({ cells }: ImportRow, errors: Errors) => {
  const day = (column: string) => {
    const text = cells[column]
    const value = text === undefined ? null : dayOf(text)
    if (text !== undefined && value === null) errors.add(column, '日期要写成 2026-01-05')
    return value
  }
  const [from, to] = [day('from'), day('to')]
  if (cells['from'] === undefined) errors.add('from', '要填开始日期')
  if (from !== null && to !== null && to < from) errors.add('to', '结束日期早于开始日期')
  return { from, to }
}
/** The position, where, and for whom; nobody grants more than they hold there. */
const readPost = (cx: Cx, { cells }: ImportRow, person: Person | null, known: Known, errors: Errors) => {
  for (const [column, title] of [
    ['position', '岗位'],
    ['organisation', '组织'],
    ['scope', '管辖地点'],
  ] as const) {
    if (cells[column] === undefined) errors.add(column, `要填${title}`)
  }
  const position = known.positions.get(cells['position'] ?? '')
  if (cells['position'] !== undefined && position === undefined) errors.add('position', '没有这个岗位')
  const named = known.organisations.get(cells['organisation'] ?? '') ?? []
  const fitting = named.filter((one) => position === undefined || position.organisationKinds.includes(one.kind))
  if (cells['organisation'] !== undefined && named.length === 0) errors.add('organisation', '没有这个组织')
  else if (named.length > 0 && fitting.length === 0) errors.add('organisation', '这类组织没有这个岗位')
  else if (fitting.length > 1) errors.add('organisation', '有几个同名组织')
  const found = cells['scope'] === undefined ? null : known.places.find(cells['scope'])
  if (found !== null && 'problem' in found) errors.add('scope', found.problem)
  const scope = found !== null && 'place' in found ? found.place : null
  if (scope === null || position === undefined || fitting.length !== 1) return null
  if (!position.scopeKinds.includes(scope.kind)) errors.add('scope', '这个岗位不管这一级地点')
  const why = forbidden(cx, ['appointment.edit', 'person.edit'], scope)
  if (why !== null) errors.add('scope', why)
  else if (!mayGrant(cx.actor, person?.id ?? '', position.permissions, scope))
    errors.add('position', '不能授予超出自己权限的岗位')
  return { position, organisation: fitting[0]!, scope }
}
const readLogin = ({ cells }: ImportRow, person: Person | null, known: Known, errors: Errors): string | null => {
  const login = cells['login'] ?? null
  if (login === null || person === null) return login
  if (!/^[\w.@-]{2,60}$/.test(login)) errors.add('login', '登录名要 2 到 60 个字母、数字、点或横线')
  const holder = known.logins.get(login.toLowerCase())
  if (holder !== undefined && holder !== person.id) errors.add('login', '这个登录名已有人用')
  if (person.login !== null && person.login !== login) errors.add('login', '这个人已有别的登录名')
  return login
}
const readRow = (cx: Cx, row: ImportRow, known: Known, errors: Errors): Facts | null => {
  const person = known.people.of(row, errors)
  if (row.cells['phone'] === undefined) errors.add('phone', '要填手机号')
  const login = readLogin(row, person, known, errors)
  const post = readPost(cx, row, person, known, errors)
  const { from, to } = readDays(row, errors)
  if (errors.errors.length > 0 || person === null || post === null || from === null) return null
  const { position, organisation, scope } = post
  const term = {
    id: uuidv7(),
    personId: person.id,
    positionId: position.id,
    organisationId: organisation.id,
    scopeId: scope.id,
    fromOn: from,
    toOn: to,
  }
  return { person, login, term, words: { position: position.name, organisation: organisation.name, scope: scope.name } }
}
const loadTerms = async (cx: Cx, personIds: readonly string[]): Promise<Map<string, Term[]>> => {
  const rows = await cx.db
    .select({
      id: appointments.id,
      personId: appointments.personId,
      positionId: appointments.positionId,
      organisationId: appointments.organisationId,
      scopeId: appointments.scopeId,
      fromOn: appointments.fromOn,
      toOn: appointments.toOn,
    })
    .from(appointments)
    .where(sql`${appointments.personId} = any(${array([...new Set(personIds)], 'uuid')})`)
  return Map.groupBy(rows, postOf)
}
interface Changes {
  readonly added: Facts[]
  readonly prolonged: Facts[]
  /** Person → sign-in name, for people registered before. */
  readonly logins: Map<string, string>
}
const write = async (cx: Cx, people: People, { added, prolonged, logins }: Changes): Promise<void> => {
  await people.write()
  for (const [id, login] of logins) await cx.db.update(persons).set({ login }).where(eq(persons.id, id))
  const terms = added.map(({ term }) => ({ ...term, districtId: cx.districtId, createdBy: cx.actor.personId }))
  for (let at = 0; at < terms.length; at += 5000) await cx.db.insert(appointments).values(terms.slice(at, at + 5000))
  for (const { term } of prolonged)
    await cx.db.update(appointments).set({ toOn: term.toOn }).where(eq(appointments.id, term.id))
  const day = shanghaiDay(cx.now)
  const changed = [...added, ...prolonged]
    .filter(({ term, person }) => !person.isNew && term.fromOn <= day)
    .map(({ person }) => person.id)
  // Whose privileges change signs in anew; the importer's own session goes on.
  if (changed.length > 0) {
    await cx.db
      .update(sessions)
      .set({ endedAt: cx.now })
      .where(and(inArray(sessions.personId, changed), isNull(sessions.endedAt), ne(sessions.id, cx.actor.sessionId)))
  }
  const addedTerms = new Set(added.map(({ term }) => term))
  for (const { term, words } of [...added, ...prolonged]) {
    const isNew = addedTerms.has(term)
    await cx.journal({
      action: isNew ? 'appointment.add' : 'appointment.end',
      sentence: isNew ? '任命了人员' : '免去了任职',
      thing: { kind: 'appointment', id: term.id },
      after: {
        personId: term.personId,
        ...words,
        positionId: term.positionId,
        organisationId: term.organisationId,
        scopeId: term.scopeId,
        from: term.fromOn,
        to: term.toOn,
        imported: true,
      },
    })
  }
}

export const planStaff: Planner = async (cx, sealing, rows) => {
  const known = await load(cx, sealing, rows)
  const read = rows.map((row) => {
    const errors = errorList()
    return { row, errors, facts: readRow(cx, row, known, errors) }
  })
  const terms = await loadTerms(
    cx,
    read.flatMap(({ facts }) => facts?.person.id ?? []),
  )
  const earlier = firstRows()
  const changes: Changes = { added: [], prolonged: [], logins: new Map() }
  const wrong = (column: string, message: string): Verdict => ({ does: 'error', errors: [{ column, message }] })
  const takeLogin = ({ person, login }: Facts): boolean => {
    if (login === null || person.login === login) return false
    known.logins.set(login.toLowerCase(), person.id)
    person.login = login
    if (!person.isNew) changes.logins.set(person.id, login)
    return true
  }
  const decide = ({ row, errors, facts }: (typeof read)[number]): Verdict => {
    if (facts === null) return { does: 'error', errors: errors.errors }
    const { term, person, login } = facts
    const holder = login === null ? undefined : known.logins.get(login.toLowerCase())
    if (holder !== undefined && holder !== person.id) return wrong('login', '这个登录名在表里写给了别人')
    const before = earlier(`${postOf(term)} ${term.fromOn}`, row.row)
    if (before !== null) return wrong('position', `和第 ${before} 行重复`)
    const same = terms.get(postOf(term)) ?? []
    const exact = same.find((one) => one.fromOn === term.fromOn)
    if (same.some((one) => one !== exact && overlaps(one, term))) return wrong('from', '同一岗位的任职时间重叠')
    person.isWanted = true
    const names = takeLogin(facts)
    if (exact === undefined) {
      terms.set(postOf(term), [...same, term])
      changes.added.push(facts)
      return { does: 'create', errors: [] }
    }
    if (exact.toOn === term.toOn) return { does: names ? 'update' : 'nothing', errors: [] }
    changes.prolonged.push({ ...facts, term: { ...term, id: exact.id } })
    return { does: 'update', errors: [] }
  }
  const verdicts = read.map(decide)
  return { verdicts, write: () => write(cx, known.people, changes) }
}
