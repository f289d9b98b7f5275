// The whistle on one case: for those who work on it with all its parts, for its reporter the names of the units only.
import { and, eq } from 'drizzle-orm'
import { openStates, type CaseState } from '../../../../contract/src/cases-life.ts'
import type { Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import { isReporter, placedOfCase, readCase } from '../cases/index.ts'
import { cases } from '../cases/tables.ts'
import { organisationsByIds } from '../organisations/index.ts'
import { partsOfCase, shapeParts } from './part-view.ts'
import { isCaller, isUnit, seesPart, type PartRow } from './policy.ts'
import { budgetsFor } from './settings.ts'
import { whistleParts, whistleRatings } from './tables.ts'

export const whistleOfCase = async (cx: Cx, caseId: string) => {
  const row = await readCase(cx, caseId)
  const mayCall = isCaller(cx.actor, placedOfCase(row)) && (openStates as readonly CaseState[]).includes(row.state)
  const parts = (await partsOfCase(cx, caseId)).filter((part) => seesPart(cx.actor, part))
  return { parts: await shapeParts(cx, parts), mayCall, defaults: await budgetsFor(cx.db, cx.districtId, row.kind) }
}
const rateable: readonly PartRow['state'][] = ['accepted', 'rated']
export const unitsOfCase = async (cx: Cx, caseId: string) => {
  const row = await readCase(cx, caseId)
  const parts = (await partsOfCase(cx, caseId)).filter((part) => part.state !== 'released')
  const [names, ratings] = await Promise.all([
    organisationsByIds(
      cx.db,
      parts.map((part) => part.organisationId),
    ),
    cx.db
      .select({ partId: whistleRatings.partId, rating: whistleRatings.rating })
      .from(whistleRatings)
      .innerJoin(whistleParts, eq(whistleParts.id, whistleRatings.partId))
      .where(and(eq(whistleParts.caseId, caseId), eq(whistleRatings.by, 'reporter'))),
  ])
  const mine = isReporter(cx.actor, row)
  return parts.map((part) => {
    const rated = ratings.find((one) => one.partId === part.id)?.rating ?? null
    return {
      id: part.id,
      name: names.get(part.organisationId)?.name ?? '',
      isLead: part.isLead,
      state: part.state,
      myRating: mine ? rated : null,
      mayRate: mine && rated === null && rateable.includes(part.state) && !isUnit(cx.actor, part),
    }
  })
}
/** 群众评卷: the reporter rates a unit once its result is accepted. @throws whistle.rating-closed, case.not-reporter */
export const rateAsReporter = async (cx: Cx, partId: string, rating: number) => {
  const [part] = await cx.db
    .select()
    .from(whistleParts)
    .where(and(eq(whistleParts.id, partId), eq(whistleParts.districtId, cx.districtId)))
    .for('update')
  if (part === undefined) throw refuse('whistle.not-found')
  const [of] = await cx.db.select().from(cases).where(eq(cases.id, part.caseId))
  // The unit does not rate itself, also where its people reported the case.
  if (!isReporter(cx.actor, of!) || isUnit(cx.actor, part)) {
    if (!seesPart(cx.actor, part) && !isReporter(cx.actor, of!)) throw refuse('whistle.not-found')
    throw refuse('case.not-reporter')
  }
  if (!rateable.includes(part.state)) throw refuse('whistle.rating-closed')
  await cx.db
    .insert(whistleRatings)
    .values({ partId, by: 'reporter', rating, words: null, personId: cx.actor.personId, at: cx.now })
    .onConflictDoUpdate({ target: [whistleRatings.partId, whistleRatings.by], set: { rating, at: cx.now } })
  await cx.journal({
    action: 'whistle.reporterRating',
    sentence: '反映人给单位评分',
    thing: { kind: 'case', id: part.caseId },
    after: { partId, rating },
  })
  return { rating }
}
