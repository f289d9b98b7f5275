// Makes a case of a finding that was noted without one; its photos go over to the case.
import { and, eq, sql } from 'drizzle-orm'
import type { Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import { intakeCase } from '../cases/index.ts'
import { handOver } from '../files/index.ts'
import { personsByIds } from '../identity/index.ts'
import { organisationById } from '../organisations/index.ts'
import { lockVisit } from './policy.ts'
import { patrolFindings, patrolPoints, patrolVisits } from './tables.ts'
import { findingShown, pointsShown, type Visit } from './visit-view.ts'

/** @throws patrol.finding-not-found, access.out-of-scope, patrol.case-already */
export const openCaseOf = async (
  cx: Cx,
  id: string,
  input: { readonly categoryId?: string | undefined } = {},
): Promise<Visit['found'][number]> => {
  const [found] = await cx.db
    .select({ finding: patrolFindings, point: patrolPoints })
    .from(patrolFindings)
    .innerJoin(patrolPoints, eq(patrolPoints.id, patrolFindings.pointId))
    .innerJoin(patrolVisits, eq(patrolVisits.id, patrolFindings.visitId))
    .where(and(eq(patrolFindings.id, id), eq(patrolVisits.districtId, cx.districtId)))
  if (found === undefined) throw refuse('patrol.finding-not-found')
  const { plans } = await lockVisit(cx, found.finding.visitId)
  if (!plans) throw refuse('access.out-of-scope')
  const [now] = await cx.db.select().from(patrolFindings).where(eq(patrolFindings.id, id)).for('update')
  const finding = now!
  if (finding.caseId !== null) throw refuse('patrol.case-already')
  const organisation =
    finding.organisationId === null ? null : ((await organisationById(cx.db, finding.organisationId))?.name ?? null)
  await handOver(cx, finding.photos, { kind: 'patrol', id: finding.visitId })
  const made = await intakeCase(
    cx,
    {
      placeId: found.point.placeId,
      words: finding.words,
      photos: finding.photos,
      placeNote: found.point.name,
      hideName: false,
      ...(input.categoryId === undefined ? {} : { categoryId: input.categoryId }),
    },
    { channel: 'patrol', reporterId: null, filedBy: finding.personId, behalf: null, organisationName: organisation },
  )
  await cx.db.update(patrolFindings).set({ caseId: made.id }).where(eq(patrolFindings.id, id))
  await cx.db
    .update(patrolVisits)
    .set({ cases: sql`${patrolVisits.cases} + 1` })
    .where(eq(patrolVisits.id, finding.visitId))
  await cx.journal({
    action: 'patrol.case',
    sentence: '把巡查发现的问题转为诉求',
    thing: { kind: 'patrol', id: finding.visitId },
    after: { number: made.number },
  })
  const name = (await personsByIds(cx.db, [finding.personId])).get(finding.personId)?.name ?? ''
  const point = (await pointsShown(cx, [found.point])).get(found.point.id)
  return findingShown({ ...finding, caseId: made.id }, made.number, name, organisation, point)
}
