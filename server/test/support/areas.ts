// An area (a community with an estate, a home and the bodies that serve it) and makers of every thing that lies in it.
import { uuidv7 } from 'uuidv7'
import type { CaseState } from '../../../contract/src/cases-life.ts'
import { makeCode } from '../../src/modules/doorcodes/signing.ts'
import { defaultTemplates } from '../../src/modules/notices/index.ts'
import { addPlace } from './small-district.ts'
import type { TestApp } from './test-app.ts'

/** Whoever calls: things that must be the caller's own are made for them. */
export interface Caller {
  readonly personId: string
  readonly organisationId: string | null
  /** Communities in which cases may be with the caller's body. */
  readonly serves: readonly string[]
  /** Reported the cases made for them. */
  readonly reports: boolean
}
interface AreaPlaces {
  readonly district: string
  readonly community: string
  readonly grid: string
  readonly estate: string
  readonly building: string
  readonly unit: string
  readonly committee: string
  readonly property: string
  readonly category: string
}
export type Area = Awaited<ReturnType<typeof areaOf>>
let made = 0
const jpeg = Buffer.from(
  '/9j/2wBDAP//////////////////////////////////////////////////////////////////////////////////////2wBDAf//////////////////////////////////////////////////////////////////////////////////////wAARCAABAAEDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAP/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFAEBAAAAAAAAAAAAAAAAAAAAAP/EABQRAQAAAAAAAAAAAAAAAAAAAAD/2gAMAwEAAhEDEQA/AKAA/9k=',
  'base64',
)

/** What the makers of one area share. */
const benchOf = (app: TestApp, at: AreaPlaces) => {
  const ids = new Set<string>([at.community, at.grid, at.estate, at.building, at.unit, at.committee, at.property])
  const note = (id: string): string => (ids.add(id), id)
  const insert = async (table: string, row: Readonly<Record<string, unknown>>): Promise<string> => {
    const all: Record<string, unknown> = { id: uuidv7(), ...row }
    const columns = Object.keys(all)
    await app.sql(
      `insert into ${table} (${columns.join(', ')}) values (${columns.map((_, i) => `$${i + 1}`).join(', ')})`,
      Object.values(all),
    )
    return note(all.id as string)
  }
  return { app, at, ids, note, insert }
}
type Bench = ReturnType<typeof benchOf>
type People = ReturnType<typeof peopleOf>

const peopleOf = ({ app, at, note, insert }: Bench) => {
  const home = async () => note(await addPlace(app.sql, 'home', `9${++made}`, at.unit))
  const person = async () => {
    const { id } = await app.makePerson(`住户${++made}`)
    await app.sql('update persons set district_id = $2 where id = $1', [id, at.district])
    return note(id)
  }
  const homePerson = (homeId: string, personId: string, state: 'confirmed' | 'claimed') =>
    insert('home_people', { district_id: at.district, home_id: homeId, person_id: personId, relation: 'owner', state })
  const resident = async () => {
    const id = await person()
    await homePerson(await home(), id, 'confirmed')
    return id
  }
  /** An appointment of somebody, from a day. */
  const appointment = async (from: string) => {
    const id = uuidv7()
    await app.sql(
      "insert into appointments (id, district_id, person_id, position_id, organisation_id, scope_id, from_on) select $1, $2, $3, p.id, $4, $5, $6 from positions p where p.code = 'buildingLead' limit 1",
      [id, at.district, await person(), at.committee, at.building, from],
    )
    return note(id)
  }
  const claim = async () => homePerson(await home(), await person(), 'claimed')
  const occupancy = async () => homePerson(await home(), await person(), 'confirmed')
  /** A resident who has one-time codes. */
  const withTotp = async () => {
    const id = await resident()
    await app.sql("update persons set totp_sealed = 'sealed' where id = $1", [id])
    return id
  }
  const session = (of: string) =>
    insert('sessions', {
      person_id: of,
      token_hash: uuidv7(),
      expires_at: new Date(Date.now() + 86_400_000),
      device: 'x',
      address: '127.0.0.1',
    })
  const organisation = () =>
    insert('organisations', {
      district_id: at.district,
      kind: 'partnerUnit',
      name: `共建单位${++made}`,
      short_name: '共建',
      place_id: at.community,
    })
  const position = () =>
    insert('positions', {
      district_id: at.district,
      code: `custom${++made}`,
      name: `岗位${made}`,
      organisation_kinds: ['communityCommittee'],
      scope_kinds: ['building'],
      permissions: ['place.see'],
    })
  const positionOf = async (code: string) =>
    (await app.sql<{ id: string }>('select id from positions where code = $1 limit 1', [code]))[0]!.id
  return {
    home,
    person,
    resident,
    withTotp,
    appointment,
    claim,
    occupancy,
    session,
    organisation,
    position,
    positionOf,
  }
}
const casesOf = ({ app, at, note, insert }: Bench, people: People) => {
  const aCase = async (state: CaseState, caller: Caller, handler: string | null = at.property) => {
    const id = note(uuidv7())
    const reporter = caller.reports ? caller.personId : await people.resident()
    await app.sql(
      `insert into cases (id, district_id, street_id, community_id, grid_id, estate_id, building_id, unit_id, place_id, place_kind, place_name, place_path, kind, category_id, channel, words, reporter_id, state, state_at, handler_id, closed_at, suspend_until, created_at, updated_at)
       select $1, p.district_id, p.street_id, p.community_id, p.grid_id, p.estate_id, p.building_id, p.unit_id, p.id, p.kind, p.name, p.path, 'small', $2, 'app', '楼道灯不亮', $3, $4, now(), $5, $6, $7, now(), now() from places p where p.id = $8`,
      [
        id,
        at.category,
        reporter,
        state,
        ['submitted', 'accepted'].includes(state) ? null : handler,
        state === 'closed' ? new Date() : null,
        state === 'suspended' ? new Date(Date.now() + 86_400_000) : null,
        at.unit,
      ],
    )
    return id
  }
  /** The caller's case, merged into another that stands in `root`. */
  const aMerged = async (caller: Caller, root: CaseState) => {
    const into = await aCase(root, caller, handlerFor(caller))
    const id = await aCase('merged', caller, handlerFor(caller))
    await app.sql("update cases set merged_into_id = $2, merged_from_state = 'dispatched' where id = $1", [id, into])
    return id
  }
  const file = async (uploader: string, caseId: string | null) => {
    const id = note(uuidv7())
    const stored = await app.parts.storage.put(jpeg, 'jpg')
    await app.sql(
      "insert into files (id, district_id, uploader_id, kind, mime, bytes, width, height, sha256, stored_as, thumbnail_as, thing_kind, thing_id) values ($1, $2, $3, 'photo', 'image/jpeg', $4, 1, 1, $5, $6, $6, $7, $8)",
      [id, at.district, uploader, jpeg.length, 'x', stored, caseId === null ? null : 'case', caseId],
    )
    return id
  }
  /** The caller's own body where the caller has one that belongs here, else the property company. */
  const handlerFor = (caller: Caller) =>
    caller.organisationId !== null && caller.serves.includes(at.community) ? caller.organisationId : at.property
  const view = (by: string) =>
    insert('case_views', { district_id: at.district, person_id: by, name: '我的', query: {} })
  const newCategory = () => insert('categories', { district_id: at.district, name: `类别${++made}`, kind: 'small' })
  const rule = () =>
    insert('dispatch_rules', { district_id: at.district, sort: ++made, name: `规则${made}`, target: 'community' })
  return { aCase, aMerged, file, handlerFor, view, newCategory, rule }
}
const paperOf = ({ app, at, note, insert }: Bench, people: People) => {
  const doorcode = async (code: string) =>
    insert('doorcodes', {
      district_id: at.district,
      code,
      kind: 'facility',
      label: '垃圾房',
      place_id: at.unit,
      issued_at: new Date(),
      issued_by: await people.person(),
    })
  /** A door code as it is scanned. */
  const codeText = async () => {
    const code = makeCode(app.parts.sealing)
    await doorcode(code)
    return code
  }
  /** One of the product's own templates: each call another. */
  const template = async () => {
    const { event, audience, zh } = defaultTemplates[++made % defaultTemplates.length]!
    await app.sql(
      'insert into message_templates (id, district_id, event, audience, title, body) values ($1, $2, $3, $4, $5, $6) on conflict do nothing',
      [uuidv7(), at.district, event, audience, zh.title, zh.body],
    )
    const [row] = await app.sql<{ id: string }>(
      'select id from message_templates where district_id = $1 and event = $2 and audience = $3',
      [at.district, event, audience],
    )
    return note(row!.id)
  }
  const anImport = (by: string) =>
    insert('imports', {
      district_id: at.district,
      kind: 'places',
      file_name: 'a.xlsx',
      state: 'previewed',
      rows: 0,
      good: 0,
      bad: 0,
      by_person: by,
      at: new Date(),
    })
  return { code: () => doorcode(makeCode(app.parts.sealing)), codeText, template, import: anImport }
}
/** Every maker gives the id of a new thing; `ids` are the things of this area that nobody outside may see. */
const areaOf = async (app: TestApp, at: AreaPlaces) => {
  const bench = benchOf(app, at)
  const people = peopleOf(bench)
  return {
    ...at,
    app,
    ids: bench.ids,
    insert: bench.insert,
    ...people,
    ...casesOf(bench, people),
    ...paperOf(bench, people),
  }
}
/** The area of the test district itself: its first community with what lies in it. */
export const districtArea = (app: TestApp): Promise<Area> => {
  const { id, communityA1, grid1, estate1, building1, unit1, organisations, categories } = app.district
  return areaOf(app, {
    district: id,
    community: communityA1,
    grid: grid1,
    estate: estate1,
    building: building1,
    unit: unit1,
    committee: organisations.communityA1,
    property: organisations.property1,
    category: categories.light,
  })
}
/** A new community in a street, with an estate, a grid, a unit and the bodies that serve it. */
export const makeArea = async (app: TestApp, district: string, street: string, category: string): Promise<Area> => {
  const community = await addPlace(app.sql, 'community', `平安社区${++made}`, street)
  const grid = await addPlace(app.sql, 'grid', '第一网格', community)
  const estate = await addPlace(app.sql, 'estate', '平安苑', community)
  const building = await addPlace(app.sql, 'building', '1号楼', estate, grid)
  const unit = await addPlace(app.sql, 'unit', '1单元', building)
  const body = async (kind: string, name: string, place: string) => {
    const id = uuidv7()
    await app.sql(
      'insert into organisations (id, district_id, kind, name, short_name, place_id) values ($1, $2, $3, $4, $4, $5)',
      [id, district, kind, name, place],
    )
    await app.sql('insert into organisation_places values ($1, $2)', [id, place])
    return id
  }
  const committee = await body('communityCommittee', `平安社区居委会${made}`, community)
  const property = await body('propertyCompany', `平安物业${made}`, estate)
  return areaOf(app, { district, community, grid, estate, building, unit, category, committee, property })
}
/** An area in a district of its own. */
export const makeOtherDistrict = async (app: TestApp): Promise<Area> => {
  const district = await addPlace(app.sql, 'district', '邻溪县', null)
  const street = await addPlace(app.sql, 'street', '河东街道', district)
  const category = uuidv7()
  await app.sql("insert into categories (id, district_id, name, kind) values ($1, $2, '路灯', 'small')", [
    category,
    district,
  ])
  return makeArea(app, district, street, category)
}
