// Keys of the open interface: issued once in full, kept as a hash, switched on and off, journalled.
import { and, desc, eq, sql } from 'drizzle-orm'
import { randomBytes } from 'node:crypto'
import { uuidv7 } from 'uuidv7'
import type { OutOf, ParsedBody } from '../../../../contract/src/endpoint.ts'
import type { open311Api } from '../../../../contract/src/open311.ts'
import type { Cx } from '../../platform/cx.ts'
import { mayAt } from '../../platform/access.ts'
import { afterId } from '../../platform/after-id.ts'
import { pageOf } from '../../platform/paging.ts'
import { refuse } from '../../platform/refuse.ts'
import { personsByIds } from '../identity/index.ts'
import { placeById, placedOf, placesByIds } from '../places/index.ts'
import { hashOfKey, type KeyRow } from './callers.ts'
import { open311Keys } from './tables.ts'

type KeyView = OutOf<(typeof open311Api)['PATCH /api/open311/keys/:id']>
type NewKey = ParsedBody<(typeof open311Api)['POST /api/open311/keys']>
type Change = ParsedBody<(typeof open311Api)['PATCH /api/open311/keys/:id']>

const viewsOf = async (cx: Cx, rows: readonly KeyRow[]): Promise<KeyView[]> => {
  const [places, people] = await Promise.all([
    placesByIds(
      cx.db,
      rows.map((row) => row.scopeId),
    ),
    personsByIds(cx.db, [...new Set(rows.map((row) => row.madeBy))]),
  ])
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    hint: row.hint,
    scope: { id: row.scopeId, name: places.get(row.scopeId)?.name ?? '' },
    mayReport: row.mayReport,
    mayUpdate: row.mayUpdate,
    active: row.active,
    madeBy: people.get(row.madeBy)?.name ?? '',
    madeAt: row.madeAt.toISOString(),
  }))
}
export const listKeys = async (cx: Cx, query: { after?: string | undefined; limit: number }) => {
  const after = afterId(query.after)
  const found = await cx.db
    .select()
    .from(open311Keys)
    .where(
      and(
        eq(open311Keys.districtId, cx.districtId),
        after === null ? undefined : sql`${open311Keys.id} < ${after}::uuid`,
      ),
    )
    .orderBy(desc(open311Keys.id))
    .limit(query.limit + 1)
  const { rows, next } = pageOf(found, query.limit, (row) => [row.id])
  return { rows: await viewsOf(cx, rows), total: null, next }
}
/** @throws place.not-found, access.out-of-scope */
export const issueKey = async (cx: Cx, input: NewKey): Promise<KeyView & { key: string }> => {
  const place = await placeById(cx.db, input.scopeId)
  if (place === null || place.districtId !== cx.districtId) throw refuse('place.not-found')
  if (!mayAt(cx.actor, 'open311.manage', placedOf(place))) throw refuse('access.out-of-scope')
  const key = randomBytes(24).toString('base64url')
  const row: KeyRow = {
    ...input,
    id: uuidv7(),
    districtId: cx.districtId,
    keyHash: hashOfKey(key),
    hint: key.slice(0, 4),
    active: true,
    madeBy: cx.actor.personId,
    madeAt: cx.now,
    changedAt: cx.now,
  }
  await cx.db.insert(open311Keys).values(row)
  await cx.journal({
    action: 'open311.key',
    sentence: `发放了接口密钥：${input.name}`,
    thing: { kind: 'open311Key', id: row.id },
    after: { ...input },
  })
  return { ...(await viewsOf(cx, [row]))[0]!, key }
}
/** @throws open311.not-found */
export const changeKey = async (cx: Cx, id: string, change: Change): Promise<KeyView> => {
  const [before] = await cx.db
    .select()
    .from(open311Keys)
    .where(and(eq(open311Keys.id, id), eq(open311Keys.districtId, cx.districtId)))
    .for('update')
  if (before === undefined) throw refuse('open311.not-found')
  const after: KeyRow = {
    ...before,
    active: change.active ?? before.active,
    mayReport: change.mayReport ?? before.mayReport,
    mayUpdate: change.mayUpdate ?? before.mayUpdate,
    changedAt: cx.now,
  }
  await cx.db.update(open311Keys).set(after).where(eq(open311Keys.id, id))
  const facts = (row: KeyRow) => ({ active: row.active, mayReport: row.mayReport, mayUpdate: row.mayUpdate })
  await cx.journal({
    action: 'open311.key',
    sentence: `修改了接口密钥：${before.name}`,
    thing: { kind: 'open311Key', id },
    before: facts(before),
    after: facts(after),
  })
  return (await viewsOf(cx, [after]))[0]!
}
