// Leaving a case out of the rates: the body applies with a reason and proof, somebody else decides.
import { and, eq, inArray, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { OutOf, ParsedBody, ParsedQuery } from '../../../../contract/src/endpoint.ts'
import type { ratesApi } from '../../../../contract/src/rates.ts'
import { holding, mayAt, visibleAt } from '../../platform/access.ts'
import { erasedName, type Cx } from '../../platform/cx.ts'
import { pageOf, readCursor } from '../../platform/paging.ts'
import { refuse } from '../../platform/refuse.ts'
import { addToTimeline, isHandler, lockCase } from '../cases/index.ts'
import { cases } from '../cases/tables.ts'
import { attachFiles } from '../files/index.ts'
import { personsByIds } from '../identity/index.ts'
import { organisationsByIds } from '../organisations/index.ts'
import { rateChanges, rateExclusions } from './tables.ts'

type Api = typeof ratesApi
type Exclusion = OutOf<Api['POST /api/rates/exclusions']>
type Row = typeof rateExclusions.$inferSelect

const mayDecide = (cx: Cx, row: Row) =>
  row.state === 'asked' && row.applicantId !== cx.actor.personId && mayAt(cx.actor, 'rates.review', row)
const view = async (cx: Cx, rows: readonly Row[]): Promise<Exclusion[]> => {
  if (rows.length === 0) return []
  const [people, bodies, found] = await Promise.all([
    personsByIds(
      cx.db,
      rows.flatMap((row) => [row.applicantId, row.reviewerId]).filter((one) => one !== null),
    ),
    organisationsByIds(
      cx.db,
      rows.map((row) => row.bodyId),
    ),
    cx.db
      .select({ id: cases.id, number: cases.number, place: cases.placePath })
      .from(cases)
      .where(
        inArray(
          cases.id,
          rows.map((row) => row.caseId),
        ),
      ),
  ])
  const nameOf = (id: string | null) => (id === null ? erasedName : (people.get(id)?.name ?? erasedName))
  return rows.map((row) => {
    const one = found.find(({ id }) => id === row.caseId)!
    return {
      id: row.id,
      case: { ...one, number: String(one.number) },
      body: { id: row.bodyId, name: bodies.get(row.bodyId)?.name ?? '' },
      ground: row.ground,
      words: row.words,
      photos: row.photos,
      applicant: nameOf(row.applicantId),
      askedAt: row.askedAt.toISOString(),
      state: row.state,
      reviewer: row.reviewerId === null ? null : nameOf(row.reviewerId),
      decision: row.decision,
      decidedAt: row.decidedAt?.toISOString() ?? null,
      may: mayDecide(cx, row) ? ['decide' as const] : [],
    }
  })
}
/** One's own body's, and those of the area whose rates one reads. */
const visible = (cx: Cx) => {
  const bodies = [...new Set(holding(cx.actor, 'case.handle').map((held) => held.organisationId))]
  const byPlace = visibleAt(cx.actor, 'rates.see', rateExclusions)
  return bodies.length === 0
    ? byPlace
    : sql`(${byPlace} or ${rateExclusions.bodyId} = any(${sql.param(bodies)}::uuid[]))`
}
export const listExclusions = async (cx: Cx, query: ParsedQuery<Api['GET /api/rates/exclusions']>) => {
  const cursor = readCursor(query.after, 2)
  const found = await cx.db
    .select()
    .from(rateExclusions)
    .where(
      and(
        eq(rateExclusions.districtId, cx.districtId),
        visible(cx),
        query.state === undefined ? undefined : eq(rateExclusions.state, query.state),
        query.caseId === undefined ? undefined : eq(rateExclusions.caseId, query.caseId),
        cursor === null
          ? undefined
          : sql`(${rateExclusions.askedAt}, ${rateExclusions.id}) < (${cursor[0]}::timestamptz, ${cursor[1]}::uuid)`,
      ),
    )
    .orderBy(sql`${rateExclusions.askedAt} desc`, sql`${rateExclusions.id} desc`)
    .limit(query.limit + 1)
  const { rows, next } = pageOf(found, query.limit, (row) => [row.askedAt.toISOString(), row.id])
  return { rows: await view(cx, rows), total: null, next }
}
/** @throws case.not-found, access.not-allowed, rates.exclusion-there, case.photo-not-yours */
export const askExclusion = async (
  cx: Cx,
  input: ParsedBody<Api['POST /api/rates/exclusions']>,
): Promise<Exclusion> => {
  const row = await lockCase(cx, input.caseId)
  if (!isHandler(cx.actor, row)) throw refuse('access.not-allowed')
  const id = uuidv7()
  const asked: Row = {
    id,
    districtId: row.districtId,
    streetId: row.streetId,
    communityId: row.communityId,
    gridId: row.gridId,
    microGridId: row.microGridId,
    estateId: row.estateId,
    buildingId: row.buildingId,
    unitId: row.unitId,
    caseId: row.id,
    bodyId: row.handlerId!,
    ground: input.ground,
    words: input.words,
    photos: input.photos,
    applicantId: cx.actor.personId,
    askedAt: cx.now,
    state: 'asked',
    reviewerId: null,
    decision: null,
    decidedAt: null,
  }
  const written = await cx.db.insert(rateExclusions).values(asked).onConflictDoNothing()
  if (written.rowCount === 0) throw refuse('rates.exclusion-there')
  await attachFiles(cx, input.photos, { kind: 'case', id: row.id }, 'photo')
  await addToTimeline(cx, row.id, {
    step: 'rates.exclusionAsked',
    words: input.words,
    audience: 'internal',
    photos: input.photos,
  })
  await cx.journal({
    action: 'rates.ask-exclusion',
    sentence: '申请把诉求剔除出三率',
    thing: { kind: 'case', id: row.id },
    after: { ground: input.ground, words: input.words, organisationId: row.handlerId },
  })
  return (await view(cx, [asked]))[0]!
}
/** @throws rates.exclusion-not-found, access.out-of-scope, rates.own-application, rates.exclusion-decided */
export const decideExclusion = async (
  cx: Cx,
  id: string,
  input: ParsedBody<Api['POST /api/rates/exclusions/:id/decision']>,
): Promise<Exclusion> => {
  const [row] = await cx.db
    .select()
    .from(rateExclusions)
    .where(and(eq(rateExclusions.id, id), eq(rateExclusions.districtId, cx.districtId)))
    .for('update')
  if (row === undefined) throw refuse('rates.exclusion-not-found')
  if (!mayAt(cx.actor, 'rates.review', row)) throw refuse('access.out-of-scope')
  if (row.applicantId === cx.actor.personId) throw refuse('rates.own-application')
  if (row.state !== 'asked') throw refuse('rates.exclusion-decided')
  const changes = {
    state: input.granted ? ('granted' as const) : ('refused' as const),
    reviewerId: cx.actor.personId,
    decision: input.words,
    decidedAt: cx.now,
  }
  await cx.db.update(rateExclusions).set(changes).where(eq(rateExclusions.id, id))
  await cx.db.insert(rateChanges).values({ caseId: row.caseId })
  await addToTimeline(cx, row.caseId, {
    step: input.granted ? 'rates.exclusionGranted' : 'rates.exclusionRefused',
    words: input.words,
    audience: 'internal',
  })
  await cx.journal({
    action: 'rates.decide-exclusion',
    sentence: input.granted ? '同意把诉求剔除出三率' : '不同意把诉求剔除出三率',
    thing: { kind: 'case', id: row.caseId },
    before: { state: row.state },
    after: { state: changes.state, words: input.words },
  })
  return (await view(cx, [{ ...row, ...changes }]))[0]!
}
