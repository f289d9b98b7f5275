// The staff side of the board: which communities have one, and what is public of a case.
import { and, eq, sql } from 'drizzle-orm'
import type { OutOf } from '../../../../contract/src/endpoint.ts'
import type { boardApi } from '../../../../contract/src/board.ts'
import { holding, mayAt, visibleAt } from '../../platform/access.ts'
import type { Cx } from '../../platform/cx.ts'
import { pageOf, readCursor } from '../../platform/paging.ts'
import { refuse } from '../../platform/refuse.ts'
import { lockCase, placedOfCase, readCase, type CaseRow } from '../cases/index.ts'
import { cases } from '../cases/tables.ts'
import { placeById, placedColumns } from '../places/index.ts'
import { places } from '../places/tables.ts'
import { forgetFigures } from './list-board.ts'
import { boardFaces } from './faces.ts'
import { boardsOff } from './shown.ts'
import { boardSettings, casePublications } from './tables.ts'

type Setting = OutOf<(typeof boardApi)['PUT /api/board/settings/:id']>
type Publication = OutOf<(typeof boardApi)['GET /api/board/cases/:id']>
type Choice =
  | { readonly openness: 'plain' }
  | { readonly openness: 'summary'; readonly summary: string }
  | { readonly openness: 'withheld'; readonly reason: string }

const settingQuery = (cx: Cx) =>
  cx.db
    .select({
      id: places.id,
      name: places.name,
      street: sql<string>`(select s.name from places s where s.id = ${places.streetId})`,
      isOn: boardSettings.isOn,
      reason: boardSettings.reason,
      changedAt: boardSettings.changedAt,
    })
    .from(places)
    .leftJoin(boardSettings, eq(boardSettings.communityId, places.id))
type Found = Awaited<ReturnType<typeof settingQuery>>[number]
const shape = (row: Found): Setting => ({
  community: { id: row.id, name: row.name },
  street: row.street ?? '',
  isOn: row.isOn ?? true,
  reason: row.reason,
  changedAt: row.changedAt?.toISOString() ?? null,
})
/** Communities in which the actor moderates. */
export const listSettings = async (cx: Cx, query: { after?: string | undefined; limit: number }) => {
  const cursor = readCursor(query.after, 2)
  const found = await settingQuery(cx)
    .where(
      and(
        eq(places.districtId, cx.districtId),
        eq(places.kind, 'community'),
        eq(places.active, true),
        visibleAt(cx.actor, 'board.moderate', placedColumns),
        cursor === null ? undefined : sql`(${places.name}, ${places.id}) > (${cursor[0]}, ${cursor[1]}::uuid)`,
      ),
    )
    .orderBy(places.name, places.id)
    .limit(query.limit + 1)
  const { rows, next } = pageOf(found, query.limit, (row) => [row.name, row.id])
  return { rows: rows.map(shape), total: null, next }
}
/** @throws board.district-only, place.not-found */
export const switchBoard = async (
  cx: Cx,
  communityId: string,
  input: { isOn: boolean; reason: string },
): Promise<Setting> => {
  const isDistrict = holding(cx.actor, 'board.moderate').some((held) => held.scopeKind === 'district')
  if (!isDistrict) throw refuse('board.district-only')
  const place = await placeById(cx.db, communityId)
  if (place === undefined || place === null || place.districtId !== cx.districtId || place.kind !== 'community')
    throw refuse('place.not-found')
  const values = { ...input, changedBy: cx.actor.personId, changedAt: cx.now }
  await cx.db
    .insert(boardSettings)
    .values({ communityId, districtId: cx.districtId, ...values })
    .onConflictDoUpdate({ target: boardSettings.communityId, set: values })
  await cx.journal({
    action: 'board.switch',
    sentence: input.isOn ? '开通了社区公开栏' : '关闭了社区公开栏',
    thing: { kind: 'place', id: communityId },
    after: input,
  })
  forgetFigures()
  const [row] = await settingQuery(cx).where(eq(places.id, communityId))
  return shape(row!)
}
const hiddenBecause = async (cx: Cx, row: CaseRow): Promise<Publication['hiddenBecause']> => {
  if (row.openness === 'withheld') return 'withheld'
  if (row.mergedIntoId !== null) return 'merged'
  if (row.state === 'withdrawn') return 'withdrawn'
  return (await boardsOff(cx)).has(row.communityId) ? 'boardOff' : null
}
const publicationOf = async (cx: Cx, row: CaseRow): Promise<Publication> => {
  const hidden = await hiddenBecause(cx, row)
  const [[words], [face]] = await Promise.all([
    cx.db.select().from(casePublications).where(eq(casePublications.caseId, row.id)),
    hidden === null ? boardFaces(cx, [row]) : [],
  ])
  return {
    openness: row.openness,
    summary: words?.summary ?? null,
    reason: words?.withheldReason ?? null,
    shown: face ?? null,
    hiddenBecause: hidden,
  }
}
const check = (cx: Cx, row: CaseRow): CaseRow => {
  if (!mayAt(cx.actor, 'board.moderate', placedOfCase(row))) throw refuse('access.out-of-scope')
  return row
}
/** @throws case.not-found, access.out-of-scope */
export const showPublication = async (cx: Cx, caseId: string): Promise<Publication> =>
  publicationOf(cx, check(cx, await readCase(cx, caseId)))

const sentences = { plain: '公开类别、小区和进展', summary: '公开了文字摘要', withheld: '设为不公开' } as const
/** @throws case.not-found, access.out-of-scope */
export const decidePublication = async (cx: Cx, caseId: string, choice: Choice): Promise<Publication> => {
  const row = check(cx, await lockCase(cx, caseId))
  const values = {
    // Words once released are kept for the next time they are wanted.
    ...(choice.openness === 'summary' ? { summary: choice.summary } : {}),
    withheldReason: choice.openness === 'withheld' ? choice.reason : null,
    changedBy: cx.actor.personId,
    changedAt: cx.now,
  }
  await cx.db
    .insert(casePublications)
    .values({ caseId, districtId: cx.districtId, ...values })
    .onConflictDoUpdate({ target: casePublications.caseId, set: values })
  await cx.db.update(cases).set({ openness: choice.openness }).where(eq(cases.id, caseId))
  await cx.journal({
    action: 'board.publish',
    sentence: sentences[choice.openness],
    thing: { kind: 'case', id: caseId },
    before: { openness: row.openness },
    after: choice,
  })
  forgetFigures()
  cx.live('case', caseId)
  return publicationOf(cx, { ...row, openness: choice.openness })
}
