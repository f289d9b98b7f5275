// What waits for me today, and what is about to be late: counts over open cases only.
import { and, sql, type SQL } from 'drizzle-orm'
import type { CaseFigure } from '../../../../contract/src/cases-figures.ts'
import type { Cx } from '../../platform/cx.ts'
import { closedLately, isOpen, openFigures } from './figures.ts'
import { visibleWork } from './policy.ts'
import { shapeRows } from './page.ts'
import { cases } from './tables.ts'

type Counts = Record<CaseFigure, number>
const countOpen = async (cx: Cx, visible: SQL): Promise<Counts> => {
  const figures = Object.entries(openFigures(cx)).map(
    ([name, condition]) => sql`count(*) filter (where ${condition})::int as ${sql.identifier(name)}`,
  )
  const counted = await cx.db.execute<Counts>(
    sql`select ${sql.join(figures, sql`, `)} from ${cases} where ${and(visible, isOpen)}`,
  )
  return counted.rows[0]!
}
const countClosed = async (cx: Cx, visible: SQL): Promise<number> => {
  const counted = await cx.db.execute<{ n: number }>(
    sql`select count(*)::int as n from ${cases} where ${visible} and ${closedLately(cx)}`,
  )
  return counted.rows[0]!.n
}
export const today = async (cx: Cx) => {
  const visible = visibleWork(cx.actor)
  const [counted, closed, soonRows, newest] = await Promise.all([
    countOpen(cx, visible),
    countClosed(cx, visible),
    cx.db
      .select()
      .from(cases)
      .where(and(visible, isOpen, sql`${cases.dueAt} is not null`))
      .orderBy(sql`${cases.dueAt} asc`, sql`${cases.id} asc`)
      .limit(8),
    cx.db
      .select()
      .from(cases)
      .where(and(visible, isOpen))
      .orderBy(sql`${cases.createdAt} desc`, sql`${cases.id} desc`)
      .limit(8),
  ])
  const counts = { ...counted, closedThisWeek: closed }
  return { counts, soon: await shapeRows(cx.db, cx, soonRows), newest: await shapeRows(cx.db, cx, newest) }
}
