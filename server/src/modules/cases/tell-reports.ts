// Many fresh reports at once: the people of their communities are told in a handful of statements.
import { sql } from 'drizzle-orm'
import type { Cx } from '../../platform/cx.ts'
import { tellAll } from '../notices/index.ts'
import { coveringIds, holdersByScope, organisationsByIds } from '../organisations/index.ts'
import type { CaseRow } from './policy.ts'
import { cases } from './tables.ts'
import { fieldsOf, tellPeople, type Told } from './tell-people.ts'

/** As `holdersNear`, else `holdersAt`. */
const nearestOf = (row: CaseRow, byScope: ReadonlyMap<string, readonly string[]>): string[] => {
  const at = (ids: readonly string[]) => [...new Set(ids.flatMap((id) => byScope.get(id) ?? []))]
  const covering = coveringIds(row)
  const near = at(covering.filter((id) => id !== row.streetId && id !== row.districtId))
  return near.length > 0 ? near : at(covering)
}
/** The same as `tellPeople` for each with the step `report`. */
const tellReports = async (cx: Cx<null>, caseIds: readonly string[]): Promise<void> => {
  const rows = await cx.db
    .select()
    .from(cases)
    .where(sql`${cases.id} = any(${sql.param(caseIds)}::uuid[])`)
  const [byScope, handlers] = await Promise.all([
    holdersByScope(cx.db, cx.districtId, 'case.accept', rows.flatMap(coveringIds)),
    organisationsByIds(
      cx.db,
      rows.map((row) => row.handlerId).filter((id) => id !== null),
    ),
  ])
  await tellAll(
    cx,
    rows.map((row) => ({
      event: 'case.reported',
      audience: 'community',
      personIds: nearestOf(row, byScope),
      thing: { kind: 'case', id: row.id },
      fields: fieldsOf(row, row.handlerId === null ? '' : (handlers.get(row.handlerId)?.name ?? '')),
    })),
  )
}
/** The job `case.tell`, several at once. */
export const tellMany = async (cx: Cx<null>, all: readonly Told[]): Promise<void> => {
  const reported = all.filter((told) => told.step === 'report')
  if (reported.length > 0)
    await tellReports(
      cx,
      reported.map((told) => told.caseId),
    )
  for (const told of all) if (told.step !== 'report') await tellPeople(cx, told)
}
