// Shows the reporter's full phone once, for a reason that is journalled.
import type { Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import type { Sealing } from '../../platform/sealing.ts'
import { personsByIds } from '../identity/index.ts'
import { lockCase } from './load-case.ts'
import { mayReveal } from './policy.ts'

export const revealReporter = async (
  cx: Cx,
  id: string,
  reason: string,
  sealing: Sealing,
): Promise<{ name: string; phone: string | null }> => {
  const row = await lockCase(cx, id)
  if (!mayReveal(cx.actor, row)) throw refuse('access.out-of-scope')
  const person = row.reporterId === null ? undefined : (await personsByIds(cx.db, [row.reporterId])).get(row.reporterId)
  const sealed = person?.phoneSealed ?? row.behalfPhoneSealed
  await cx.journal({
    action: 'case.reveal',
    sentence: `查看了反映人电话：${reason}`,
    thing: { kind: 'case', id },
    after: { reason },
  })
  return {
    name: person?.name ?? row.behalfName ?? '',
    phone: sealed === null || sealed === undefined ? null : sealing.open(sealed),
  }
}
