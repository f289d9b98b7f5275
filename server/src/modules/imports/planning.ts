// Runs the planner of a kind over the rows of a sheet.
import type { Cx } from '../../platform/cx.ts'
import type { Sealing } from '../../platform/sealing.ts'
import { tooLong } from './cells.ts'
import type { ImportKind } from './columns.ts'
import { planOrganisations } from './plan-organisations.ts'
import { planPlaces } from './plan-places.ts'
import { planResidents } from './plan-residents.ts'
import { planStaff } from './plan-staff.ts'
import type { Does, ImportRow, Plan, Planner, Verdict } from './plan.ts'

const planners: Record<ImportKind, Planner> = {
  places: planPlaces,
  residents: planResidents,
  organisations: planOrganisations,
  staff: planStaff,
}
/** Verdicts in the order of the rows. Rows with overlong cells reach no planner. */
export const planImport = async (
  cx: Cx,
  sealing: Sealing,
  kind: ImportKind,
  rows: readonly ImportRow[],
): Promise<Plan> => {
  const long = new Map(rows.map((row) => [row, tooLong(kind, row)] as const).filter(([, errors]) => errors.length > 0))
  const plan = await planners[kind](
    cx,
    sealing,
    rows.filter((row) => !long.has(row)),
  )
  let next = 0
  const verdicts = rows.map((row): Verdict => {
    const errors = long.get(row)
    return errors === undefined ? plan.verdicts[next++]! : { does: 'error', errors }
  })
  return { verdicts, write: () => plan.write() }
}
export const countOf = (verdicts: readonly Verdict[]): Record<Does, number> => {
  const counts = { create: 0, update: 0, nothing: 0, error: 0 }
  for (const { does } of verdicts) counts[does]++
  return counts
}
