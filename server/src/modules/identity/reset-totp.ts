// Helping somebody who lost phone and recovery codes: their one-time codes go, their sessions end, and they are told.
import type { Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import type { IdentityNeighbours } from './neighbours.ts'
import { checkMayChangeSignIn, findPerson } from './policy.ts'
import { endSessionsOf } from './sessions.ts'
import { forgetTotp } from './totp.ts'

/** @throws identity.no-person, identity.totp-own, appointment.beyond-own, identity.no-totp */
export const resetTotp = async (
  cx: Cx,
  tell: IdentityNeighbours['tell'],
  id: string,
  reason: string,
): Promise<void> => {
  const person = await findPerson(cx, id, 'person.edit', true)
  if (id === cx.actor.personId) throw refuse('identity.totp-own')
  await checkMayChangeSignIn(cx, id)
  if (person.totpSealed === null) throw refuse('identity.no-totp')
  await forgetTotp(cx, id)
  await endSessionsOf(cx.db, id)
  await cx.journal({
    action: 'identity.totp-reset',
    sentence: `重置了二次验证，原因：${reason}`,
    thing: { kind: 'person', id },
    after: { reason },
  })
  await tell(cx, {
    event: 'identity.totpReset',
    audience: 'person',
    personIds: [id],
    thing: null,
    fields: { name: cx.actor.name },
  })
}
