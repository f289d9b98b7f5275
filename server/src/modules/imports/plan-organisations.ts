// Organisations from a spreadsheet, with the estates they serve.
import { and, eq, inArray, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { organisationKinds, type OrganisationKind } from '../../../../contract/src/organisations-kinds.ts'
import type { Cx } from '../../platform/cx.ts'
import { bigrams } from '../../platform/search.ts'
import { placesByIds, type PlaceRow } from '../places/index.ts'
import { organisationPlaces, organisations } from '../organisations/tables.ts'
import { loadPlacesByName, type PlacesByName } from './places-by-name.ts'
import { errorList, firstRows, forbidden, type ImportRow, type Planner, type Verdict } from './plan.ts'
import { array } from './sql-array.ts'

interface Facts {
  readonly kind: OrganisationKind
  readonly name: string
  readonly shortName: string | null
  readonly phone: string | null
  readonly place: PlaceRow
  readonly serves: readonly PlaceRow[]
}
interface Written {
  readonly id: string
  readonly kind: OrganisationKind
  readonly name: string
  readonly shortName: string
  readonly phone: string | null
  readonly placeId: string
  readonly isNew: boolean
}
type Errors = ReturnType<typeof errorList>
type Known = typeof organisations.$inferSelect
const kindByWord = new Map(
  Object.entries(organisationKinds).map(([kind, { zh }]) => [zh as string, kind as OrganisationKind]),
)
const servedNames = (text: string | undefined) => [
  ...new Set(
    (text ?? '')
      .split(/[、,，;；]/)
      .map((name) => name.trim())
      .filter((name) => name !== ''),
  ),
]
const keyOf = (kind: string, name: string) => `${kind}\n${name}`

const findPlace = (
  cx: Cx,
  places: PlacesByName,
  path: string,
  column: string,
  kinds: readonly PlaceRow['kind'][],
  errors: Errors,
) => {
  const found = places.find(path, kinds)
  const why = 'problem' in found ? found.problem : forbidden(cx, ['organisation.edit'], found.place)
  if (why !== null) errors.add(column, 'problem' in found ? why : `${path}：${why}`)
  return 'problem' in found ? null : found.place
}
const readRow = (cx: Cx, { cells }: ImportRow, places: PlacesByName, errors: Errors): Facts | null => {
  for (const [column, title] of [
    ['kind', '类型'],
    ['name', '名称'],
    ['place', '所在社区或街道'],
  ] as const) {
    if (cells[column] === undefined) errors.add(column, `要填${title}`)
  }
  const kind = kindByWord.get(cells['kind'] ?? '')
  if (cells['kind'] !== undefined && kind === undefined) errors.add('kind', '没有这个类型，请从列表里选')
  if (cells['phone'] !== undefined && !/^[\d\-+ ()（）转]{3,20}$/.test(cells['phone']))
    errors.add('phone', '电话只写数字和横线')
  const place =
    cells['place'] === undefined
      ? null
      : findPlace(cx, places, cells['place'], 'place', ['district', 'street', 'community', 'estate'], errors)
  const serves = servedNames(cells['serves']).map((name) => findPlace(cx, places, name, 'serves', ['estate'], errors))
  if (errors.errors.length > 0 || kind === undefined || place === null) return null
  return {
    kind,
    name: cells['name']!,
    shortName: cells['shortName'] ?? null,
    phone: cells['phone'] ?? null,
    place,
    serves: serves.filter((one) => one !== null),
  }
}
const loadKnown = async (cx: Cx, names: readonly string[]) => {
  const rows = await cx.db
    .select()
    .from(organisations)
    .where(
      and(
        eq(organisations.districtId, cx.districtId),
        organisations.active,
        sql`${organisations.name} = any(${array(names, 'text')})`,
      ),
    )
  const ids = rows.map((row) => row.id)
  const served =
    ids.length === 0
      ? []
      : await cx.db.select().from(organisationPlaces).where(inArray(organisationPlaces.organisationId, ids))
  const seats = await placesByIds(
    cx.db,
    rows.map((row) => row.placeId ?? cx.districtId),
  )
  return {
    byKey: new Map(rows.map((row) => [keyOf(row.kind, row.name), row])),
    served: new Set(served.map((row) => `${row.organisationId} ${row.placeId}`)),
    seats,
  }
}
const writeOrganisations = async (
  cx: Cx,
  rows: readonly Written[],
  served: readonly { organisationId: string; placeId: string }[],
) => {
  if (rows.length > 0) {
    const texts = (pick: (row: Written) => string | null) => array(rows.map(pick), 'text')
    await cx.db.execute(sql`
      insert into organisations (id, district_id, kind, name, short_name, phone, place_id, search)
      select o.id, ${cx.districtId}::uuid, o.kind, o.name, o.short_name, o.phone, o.place_id, array_to_tsvector(string_to_array(o.grams, ' '))
      from unnest(${array(
        rows.map((row) => row.id),
        'uuid',
      )}, ${texts((row) => row.kind)}, ${texts((row) => row.name)}, ${texts((row) => row.shortName)}, ${texts((row) => row.phone)},
        ${array(
          rows.map((row) => row.placeId),
          'uuid',
        )}, ${texts((row) => bigrams(`${row.name} ${row.shortName}`).join(' '))}) as o (id, kind, name, short_name, phone, place_id, grams)
      on conflict (id) do update set short_name = excluded.short_name, phone = excluded.phone, place_id = excluded.place_id, search = excluded.search`)
  }
  if (served.length > 0)
    await cx.db
      .insert(organisationPlaces)
      .values([...served])
      .onConflictDoNothing()
  for (const row of rows) {
    await cx.journal({
      action: row.isNew ? 'organisation.add' : 'organisation.change',
      sentence: row.isNew ? '新增了组织' : '修改了组织',
      thing: { kind: 'organisation', id: row.id },
      after: {
        kind: row.kind,
        name: row.name,
        shortName: row.shortName,
        phone: row.phone,
        placeId: row.placeId,
        serves: served.filter((one) => one.organisationId === row.id).map((one) => one.placeId),
        imported: true,
      },
    })
  }
}
/** What the row makes of a known organisation: empty cells change nothing, estates are only added. */
const nextOf = (known: Known | undefined, facts: Facts): Written => ({
  id: known?.id ?? uuidv7(),
  kind: facts.kind,
  name: facts.name,
  shortName: facts.shortName ?? known?.shortName ?? facts.name.slice(0, 20),
  phone: facts.phone ?? known?.phone ?? null,
  placeId: facts.place.id,
  isNew: known === undefined,
})

export const planOrganisations: Planner = async (cx, _sealing, rows) => {
  const paths = rows.flatMap(({ cells }) => [
    ...(cells['place'] === undefined ? [] : [cells['place']]),
    ...servedNames(cells['serves']),
  ])
  const places = await loadPlacesByName(cx, [...new Set(paths)])
  const known = await loadKnown(cx, [...new Set(rows.flatMap(({ cells }) => cells['name'] ?? []))])
  const earlier = firstRows()
  const written: Written[] = []
  const served: { organisationId: string; placeId: string }[] = []
  const decide = (row: ImportRow): Verdict => {
    const errors = errorList()
    const facts = readRow(cx, row, places, errors)
    if (facts === null) return { does: 'error', errors: errors.errors }
    const there = known.byKey.get(keyOf(facts.kind, facts.name))
    const seat = there === undefined ? undefined : known.seats.get(there.placeId ?? cx.districtId)
    const why = seat === undefined ? null : forbidden(cx, ['organisation.edit'], seat)
    if (why !== null) errors.add('name', `已有这个组织，${why}`)
    const before = earlier(keyOf(facts.kind, facts.name), row.row)
    if (before !== null) errors.add('name', `和第 ${before} 行重复`)
    if (errors.errors.length > 0) return { does: 'error', errors: errors.errors }
    const next = nextOf(there, facts)
    const more = facts.serves.filter((place) => !known.served.has(`${next.id} ${place.id}`))
    const isSame =
      there !== undefined &&
      more.length === 0 &&
      there.shortName === next.shortName &&
      there.phone === next.phone &&
      there.placeId === next.placeId
    if (isSame) return { does: 'nothing', errors: [] }
    written.push(next)
    served.push(...more.map((place) => ({ organisationId: next.id, placeId: place.id })))
    return { does: next.isNew ? 'create' : 'update', errors: [] }
  }
  const verdicts = rows.map(decide)
  return { verdicts, write: () => writeOrganisations(cx, written, served) }
}
