// Who edits a department's lists: its own officers, and the district.
import { holding } from '../../platform/access.ts'
import type { Actor, Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import { organisationById, type OrganisationRow } from '../organisations/index.ts'

export const mayEditListsOf = (actor: Actor | null, organisationId: string): boolean =>
  actor !== null &&
  holding(actor, 'dutylist.edit').some(
    (held) => held.organisationId === organisationId || held.organisationKind === 'districtOffice',
  )
/** @throws organisation.not-found, dutylist.department, access.out-of-scope */
export const departmentToEdit = async (cx: Cx, organisationId: string): Promise<OrganisationRow> => {
  const found = await organisationById(cx.db, organisationId)
  if (found === null || found.districtId !== cx.districtId) throw refuse('organisation.not-found')
  if (!mayEditListsOf(cx.actor, organisationId)) throw refuse('access.out-of-scope')
  if (found.kind !== 'department') throw refuse('dutylist.department')
  return found
}
