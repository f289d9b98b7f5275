// Funds, entries, applications and plans put into the database in a given state.
import { uuidv7 } from 'uuidv7'
import type { Area } from './areas.ts'
import type { TestApp } from './test-app.ts'

const JPEG = Buffer.from(
  '/9j/4AAQSkZJRgABAQEAYABgAAD/2wBDAAMCAgICAgMCAgIDAwMDBAYEBAQEBAgGBgUGCQgKCgkICQkKDA8MCgsOCwkJDRENDg8QEBEQCgwSExIQEw8QEBD/yQALCAABAAEBAREA/8wABgAQEAX/2gAIAQEAAD8A0s8g/9k=',
  'base64',
)
/** An unattached photo of this person. */
export const makePhoto = async (app: TestApp, uploader: string, district = app.district.id): Promise<string> => {
  const id = uuidv7()
  const stored = await app.parts.storage.put(JPEG, 'jpg')
  await app.sql(
    "insert into files (id, district_id, uploader_id, kind, mime, bytes, width, height, sha256, stored_as, thumbnail_as) values ($1, $2, $3, 'photo', 'image/jpeg', $4, 1, 1, 'x', $5, $5)",
    [id, district, uploader, JPEG.length, stored],
  )
  return id
}
const TODAY = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
type Row = Readonly<Record<string, unknown>>
/** A fund at the area's estate, with this much in its bank. */
export const aFund = async (area: Area, more: Row = {}, money = 0): Promise<string> => {
  const id = await area.insert('funds', {
    ...(await placedAt(area, area.estate)),
    kind: 'commonIncome',
    name: '公共收益',
    purpose: '车位收入',
    state: 'open',
    decide_above: more['kind'] === 'maintenanceFund' ? 0 : null,
    created_at: new Date(),
    ...more,
  })
  if (money > 0) await anEntry(area, id, money)
  return id
}
const placedAt = async (area: Area, placeId: string): Promise<Row> => {
  const [row] = await area.app.sql<Record<string, string | null>>(
    'select district_id, street_id, community_id, grid_id, micro_grid_id, estate_id, building_id, unit_id, id as place_id from places where id = $1',
    [placeId],
  )
  return row!
}
/** Money into the bank, as income. */
export const anEntry = async (area: Area, fundId: string, amount: number): Promise<string> => {
  const id = uuidv7()
  area.ids.add(id)
  await area.app.sql(
    `with a as (
       insert into fund_accounts (id, district_id, fund_id, kind, role) values (gen_random_uuid(), $1, $2, 'asset', 'bank'), (gen_random_uuid(), $1, $2, 'income', 'income')
       on conflict (fund_id, role, place_id, plan_id) do update set role = excluded.role returning id, role
     ), e as (
       insert into fund_entries (id, district_id, fund_id, kind, day, purpose, lines, actor_name, at) values ($3, $1, $2, 'income', $4, '车位收入', 2, '记账员', now()) returning id
     )
     insert into fund_postings select e.id, a.id, case a.role when 'bank' then $5::bigint else -$5::bigint end from a, e`,
    [area.district, fundId, id, TODAY, amount],
  )
  return id
}
/** One with 100 fen in the account of its estate. */
export const aMaintenanceFund = async (area: Area): Promise<string> => {
  const id = await aFund(area, { kind: 'maintenanceFund' })
  const entryId = uuidv7()
  await area.app.sql(
    `with a as (
       insert into fund_accounts (id, district_id, fund_id, kind, role, place_id) values (gen_random_uuid(), $1, $2, 'asset', 'bank', null), (gen_random_uuid(), $1, $2, 'liability', 'estate', $5) returning id, role
     ), e as (
       insert into fund_entries (id, district_id, fund_id, kind, day, purpose, lines, actor_name, at) values ($3, $1, $2, 'deposit', $4, '交存', 2, '记账员', now()) returning id
     )
     insert into fund_postings select e.id, a.id, case a.role when 'bank' then 100 else -100 end from a, e`,
    [area.district, id, entryId, TODAY, area.estate],
  )
  return id
}
export const aPledge = async (area: Area, fundId: string, personId: string | null = null): Promise<string> =>
  area.insert('fund_pledges', {
    district_id: area.district,
    fund_id: fundId,
    person_id: personId,
    name: '李婶',
    amount: 500,
    at: new Date(),
  })
/** An application by somebody else, or by this person. */
export const anApplication = async (area: Area, state: string, applicant?: string): Promise<string> => {
  const fundId = await aFund(area, {}, 1000)
  return area.insert('fund_applications', {
    district_id: area.district,
    fund_id: fundId,
    title: '更换路灯',
    reason: '不亮',
    payee: '照明公司',
    amount: 100,
    state,
    state_at: new Date(),
    applicant_id: applicant ?? (await area.person()),
    applicant_name: '申请人',
    applied_at: new Date(),
  })
}
/** Approved and paid by the API's own rules is tested elsewhere: here an application with its entry, to be reversed. */
export const aPaidApplication = async (area: Area): Promise<string> => {
  const id = await anApplication(area, 'paid')
  const [row] = await area.app.sql<{ fund_id: string }>('select fund_id from fund_applications where id = $1', [id])
  const entryId = await anEntry(area, row!.fund_id, 100)
  await area.app.sql('update fund_applications set entry_id = $2 where id = $1', [id, entryId])
  return id
}
export const aPlan = async (area: Area, state: string, line: Row = {}, more: Row = {}) => {
  const fundId = await aFund(area, { kind: 'maintenanceFund' })
  const homeId = await area.home()
  const isFrozen = state !== 'draft'
  const id = await area.insert('fund_plans', {
    ...(await placedAt(area, area.building)),
    fund_id: fundId,
    title: '修屋顶',
    reason: '漏雨',
    method: 'household',
    total: 100,
    subsidy: 0,
    uses_accounts: false,
    state,
    state_at: new Date(),
    answer_by: isFrozen ? '2099-12-31' : null,
    due_on: isFrozen ? '2099-12-31' : null,
    frozen_text: isFrozen ? '{}' : null,
    frozen_hash: isFrozen ? 'x' : null,
    frozen_at: isFrozen ? new Date() : null,
    created_at: new Date(),
    ...more,
  })
  const lineId = await area.insert('fund_plan_lines', {
    plan_id: id,
    home_id: homeId,
    sort: 0,
    label: '一户',
    weight: 1,
    share: 100,
    ...line,
  })
  return { id, lineId, fundId, homeId }
}
