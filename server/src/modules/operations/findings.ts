// What an operation found, per unit; a finding becomes a case at once or later.
import { and, eq } from 'drizzle-orm'
import type { ParsedBody } from '../../../../contract/src/endpoint.ts'
import type { operationsApi } from '../../../../contract/src/operations.ts'
import type { Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import { intakeCase } from '../cases/index.ts'
import { attachFiles, handOver } from '../files/index.ts'
import { organisationById } from '../organisations/index.ts'
import { placeById, placedOf } from '../places/index.ts'
import { findOperation, lockRun, unitFor, type OperationRow } from './policy.ts'
import { operationShown, type Operation } from './show.ts'
import { operationFindings } from './tables.ts'

type Body = ParsedBody<(typeof operationsApi)['POST /api/operations/:id/findings']>
const takeIn = async (
  cx: Cx,
  finding: { placeId: string; words: string; photos: readonly string[]; personId: string },
  unitId: string | null,
) =>
  intakeCase(
    cx,
    { placeId: finding.placeId, words: finding.words, photos: [...finding.photos], hideName: false },
    {
      channel: 'patrol',
      reporterId: null,
      filedBy: finding.personId,
      behalf: null,
      organisationName: unitId === null ? null : ((await organisationById(cx.db, unitId))?.name ?? null),
    },
  )
/** A place outside the operation's own area belongs to no finding of it. */
const checkPlace = async (cx: Cx, row: OperationRow, placeId: string) => {
  const place = await placeById(cx.db, placeId)
  if (place === null || place.districtId !== cx.districtId || !place.active) throw refuse('place.not-found')
  if (place.id !== row.placeId && !Object.values(placedOf(place)).includes(row.placeId))
    throw refuse('operation.outside')
}
/** Sent twice with the same id it is noted once. @throws operation.not-found, operation.not-yours, operation.ended, operation.outside */
export const noteFinding = async (cx: Cx, id: string, body: Body): Promise<Operation> => {
  const row = await findOperation(cx, id, true)
  const unitId = await unitFor(cx, row)
  const [there] = await cx.db
    .select({ id: operationFindings.id })
    .from(operationFindings)
    .where(and(eq(operationFindings.id, body.id), eq(operationFindings.operationId, id)))
  if (there !== undefined) return operationShown(cx, row)
  if (row.closedAt !== null) throw refuse('operation.ended')
  await checkPlace(cx, row, body.placeId)
  const finding = { placeId: body.placeId, words: body.words, photos: [...body.photos], personId: cx.actor.personId }
  const made = body.asCase ? await takeIn(cx, finding, unitId) : null
  if (made === null) await attachFiles(cx, body.photos, { kind: 'operation', id }, 'photo')
  await cx.db.insert(operationFindings).values({
    id: body.id,
    operationId: id,
    organisationId: unitId,
    ...finding,
    at: cx.now,
    caseId: made?.id ?? null,
  })
  await cx.journal({
    action: 'operation.finding',
    sentence: '记录了联合执法发现的问题',
    thing: { kind: 'operation', id },
    after: { words: body.words, number: made?.number ?? null },
  })
  return operationShown(cx, row)
}
/** @throws operation.finding-not-found, access.out-of-scope, operation.case-already */
export const openCase = async (cx: Cx, findingId: string): Promise<Operation> => {
  const [about] = await cx.db
    .select({ operationId: operationFindings.operationId })
    .from(operationFindings)
    .where(eq(operationFindings.id, findingId))
  if (about === undefined) throw refuse('operation.finding-not-found')
  const row = await lockRun(cx, about.operationId)
  const [finding] = await cx.db.select().from(operationFindings).where(eq(operationFindings.id, findingId))
  if (finding === undefined || finding.caseId !== null) throw refuse('operation.case-already')
  await handOver(cx, finding.photos, { kind: 'operation', id: row.id })
  const made = await takeIn(cx, finding, finding.organisationId)
  await cx.db.update(operationFindings).set({ caseId: made.id }).where(eq(operationFindings.id, findingId))
  await cx.journal({
    action: 'operation.case',
    sentence: '把联合执法发现的问题转为诉求',
    thing: { kind: 'operation', id: row.id },
    after: { number: made.number },
  })
  return operationShown(cx, row)
}
