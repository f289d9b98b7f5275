// Positions: permission sets as data. Nobody grants what they do not hold.
import { and, eq, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { OutOf, ParsedBody } from '../../../../contract/src/endpoint.ts'
import { defaultPositions } from '../../../../contract/src/organisations-positions.ts'
import type { organisationsApi } from '../../../../contract/src/organisations.ts'
import { permissions, type Permission } from '../../../../contract/src/permissions.ts'
import { placeKinds, type PlaceKind } from '../../../../contract/src/places-tree.ts'
import { mayAt } from '../../platform/access.ts'
import type { Cx } from '../../platform/cx.ts'
import { listSheet } from '../../platform/list-sheet.ts'
import type { Download } from '../../platform/module.ts'
import { refuse } from '../../platform/refuse.ts'
import { placeById, placedOf } from '../places/index.ts'
import { endSessionsOfAll } from './end-sessions.ts'
import { holdersAt } from './holders.ts'
import { appointments, inForce, positions } from './tables.ts'

type Position = OutOf<(typeof organisationsApi)['GET /api/organisations/positions']>[number]
type New = ParsedBody<(typeof organisationsApi)['POST /api/organisations/positions']>
type Change = ParsedBody<(typeof organisationsApi)['PATCH /api/organisations/positions/:id']>

const rank = (code: string) => {
  const at = defaultPositions.findIndex((position) => position.code === code)
  return at === -1 ? defaultPositions.length : at
}
const fetchPositions = async (cx: Cx, id?: string): Promise<Position[]> => {
  const rows = await cx.db
    .select({
      id: positions.id,
      code: positions.code,
      name: positions.name,
      organisationKinds: positions.organisationKinds,
      scopeKinds: positions.scopeKinds,
      permissions: positions.permissions,
      isDefault: positions.isDefault,
      holders: sql<number>`count(distinct ${appointments.personId})::int`,
    })
    .from(positions)
    .leftJoin(appointments, and(eq(appointments.positionId, positions.id), inForce))
    .where(and(eq(positions.districtId, cx.districtId), id === undefined ? undefined : eq(positions.id, id)))
    .groupBy(positions.id)
  return rows.sort((a, b) => rank(a.code) - rank(b.code) || a.name.localeCompare(b.name, 'zh-CN'))
}
/** Defaults in their order, then the district's own. */
export const listPositions = (cx: Cx): Promise<Position[]> => fetchPositions(cx)

/** The same as a spreadsheet: what each may do, in words. Journalled. */
export const exportPositions = async (cx: Cx): Promise<Download> => {
  await cx.journal({
    action: 'position.export',
    sentence: '导出了岗位表',
    thing: { kind: 'person', id: cx.actor.personId },
  })
  const rows = await fetchPositions(cx)
  return listSheet<Position>(cx, {
    name: ['岗位权限', 'positions'],
    columns: [
      ['岗位', 'Position', 18, (row) => row.name],
      ['在任人数', 'In office', 10, (row) => row.holders],
      ['权限数', 'How many', 10, (row) => row.permissions.length],
      [
        '能做什么',
        'What it may do',
        80,
        (row, zh) => row.permissions.map((one) => permissions[one][zh ? 'zh' : 'en']).join(zh ? '、' : '; '),
      ],
    ],
    page: async () => ({ rows, next: null }),
  })
}
const districtPlaced = async (cx: Cx) => placedOf((await placeById(cx.db, cx.districtId))!)
/** A position is the district's: whoever edits it must hold, over the whole district, all that is granted. */
const checkHolds = async (cx: Cx, granted: readonly Permission[]): Promise<void> => {
  const placed = await districtPlaced(cx)
  if (!mayAt(cx.actor, 'position.edit', placed)) throw refuse('access.out-of-scope')
  const beyond = granted.filter((permission) => !mayAt(cx.actor, permission, placed))
  if (beyond.length > 0) throw refuse('appointment.beyond-own', { because: beyond.join(', ') })
}
const checkName = async (cx: Cx, name: string, except: string | null): Promise<void> => {
  const same = (await fetchPositions(cx)).some((position) => position.name === name && position.id !== except)
  if (same) throw refuse('position.duplicate')
}
/** @throws appointment.beyond-own, position.duplicate, http.bad-input for a scope that is no kind of place */
export const addPosition = async (cx: Cx, input: New): Promise<Position> => {
  await checkHolds(cx, input.permissions)
  await checkName(cx, input.name, null)
  const unknown = input.scopeKinds.filter((kind) => !(kind in placeKinds))
  if (unknown.length > 0)
    throw refuse('http.bad-input', { fields: [{ path: 'scopeKinds', message: unknown.join(', ') }] })
  const id = uuidv7()
  const row = {
    id,
    districtId: cx.districtId,
    code: `own-${id.slice(-12)}`,
    name: input.name,
    organisationKinds: [...new Set(input.organisationKinds)],
    scopeKinds: [...new Set(input.scopeKinds)] as PlaceKind[],
    permissions: [...new Set(input.permissions)],
  }
  await cx.db.insert(positions).values(row)
  await cx.journal({
    action: 'position.add',
    sentence: '新增了岗位',
    thing: { kind: 'position', id },
    after: row,
  })
  return (await fetchPositions(cx, id))[0]!
}
/**
 * Changes name and permissions. When permissions change, the holders' sessions end.
 * @throws position.not-found, appointment.beyond-own, position.duplicate; access.not-allowed when nobody could edit positions any more
 */
export const changePosition = async (cx: Cx, id: string, change: Change): Promise<Position> => {
  await cx.db.select({ id: positions.id }).from(positions).where(eq(positions.id, id)).for('update')
  const [before] = await fetchPositions(cx, id)
  if (before === undefined) throw refuse('position.not-found')
  const after = [...new Set(change.permissions ?? before.permissions)]
  await checkHolds(
    cx,
    after.filter((permission) => !before.permissions.includes(permission)),
  )
  if (change.name !== undefined) await checkName(cx, change.name, id)
  await cx.db
    .update(positions)
    .set({ name: change.name ?? before.name, permissions: after })
    .where(eq(positions.id, id))
  const left = await holdersAt(cx.db, cx.districtId, 'position.edit', await districtPlaced(cx))
  if (left.length === 0) throw refuse('access.not-allowed', { because: 'nobody could edit positions any more' })
  const isSame =
    after.length === before.permissions.length && after.every((permission) => before.permissions.includes(permission))
  if (!isSame)
    await endSessionsOfAll(cx, sql`select person_id from appointments where position_id = ${id} and ${inForce}`)
  await cx.journal({
    action: 'position.change',
    sentence: '修改了岗位',
    thing: { kind: 'position', id },
    before: { name: before.name, permissions: before.permissions },
    after: { name: change.name ?? before.name, permissions: after },
  })
  return (await fetchPositions(cx, id))[0]!
}
