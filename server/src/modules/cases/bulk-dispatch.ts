// Dispatches several cases: to one body, or each as its rule proposes. Each stands alone; what fails says why.
import { sql } from 'drizzle-orm'
import { refusalTable } from '../../../../contract/src/refusals.ts'
import type { Cx } from '../../platform/cx.ts'
import { Refused, refuse } from '../../platform/refuse.ts'
import { organisationById } from '../organisations/index.ts'
import { readCase } from './load-case.ts'
import { takeCaseStep } from './take-step.ts'

interface Result {
  id: string
  number: string
  dispatched: boolean
  to: string | null
  refusal: string | null
}
const words = (cx: Cx, error: Refused) => {
  const said = refusalTable[error.code]
  const { cause, remedy } = cx.origin.language === 'en' ? said.en : said.zh
  return `${cause}${remedy}`
}
export const bulkDispatch = async (
  cx: Cx,
  ids: readonly string[],
  organisationId: string | undefined,
): Promise<{ results: Result[] }> => {
  const results: Result[] = []
  // In one order everywhere, so that two clerks never wait for each other in a circle.
  for (const id of [...new Set(ids)].sort()) {
    let number = ''
    // A savepoint per case: one refused leaves the others.
    await cx.db.execute(sql`savepoint one_case`)
    try {
      const row = await readCase(cx, id)
      number = String(row.number)
      const target = organisationId ?? row.proposedId
      if (target === null) throw refuse('case.cannot-handle')
      await takeCaseStep(cx, id, 'dispatch', { organisationId: target })
      await cx.db.execute(sql`release savepoint one_case`)
      results.push({
        id,
        number,
        dispatched: true,
        to: (await organisationById(cx.db, target))?.name ?? null,
        refusal: null,
      })
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      await cx.db.execute(sql`rollback to savepoint one_case`)
      results.push({ id, number, dispatched: false, to: null, refusal: words(cx, error) })
    }
  }
  return { results }
}
