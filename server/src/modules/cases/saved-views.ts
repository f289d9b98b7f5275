// Saved filters of a person, or shared with their organisation.
import { and, eq, inArray, or } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import { caseViews } from './tables.ts'

const VIEW_LIMIT = 50
const show = (cx: Cx, row: typeof caseViews.$inferSelect) => ({
  id: row.id,
  name: row.name,
  query: row.query,
  shared: row.organisationId !== null,
  mine: row.personId === cx.actor.personId,
})
export const listViews = async (cx: Cx) => {
  const organisations = cx.actor.held.map((held) => held.organisationId)
  const rows = await cx.db
    .select()
    .from(caseViews)
    .where(
      and(
        eq(caseViews.districtId, cx.districtId),
        or(
          eq(caseViews.personId, cx.actor.personId),
          organisations.length > 0 ? inArray(caseViews.organisationId, organisations) : undefined,
        ),
      ),
    )
    .orderBy(caseViews.name)
    .limit(200)
  return rows.map((row) => show(cx, row))
}
export const saveView = async (cx: Cx, input: { name: string; query: Record<string, string>; shared: boolean }) => {
  const mine = await cx.db.$count(caseViews, eq(caseViews.personId, cx.actor.personId))
  if (mine >= VIEW_LIMIT) throw refuse('http.too-large')
  const row = {
    id: uuidv7(),
    districtId: cx.districtId,
    personId: cx.actor.personId,
    name: input.name,
    query: input.query,
    organisationId: input.shared ? (cx.actor.held[0]?.organisationId ?? null) : null,
  }
  await cx.db.insert(caseViews).values(row)
  return show(cx, row)
}
export const removeView = async (cx: Cx, id: string) => {
  const gone = await cx.db.delete(caseViews).where(and(eq(caseViews.id, id), eq(caseViews.personId, cx.actor.personId)))
  if (gone.rowCount === 0) throw refuse('view.not-found')
  return { done: true as const }
}
