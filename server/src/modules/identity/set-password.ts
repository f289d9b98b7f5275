// Sets or changes one's own password: other sessions end, this browser gets a new one.
import { eq } from 'drizzle-orm'
import type { Cx } from '../../platform/cx.ts'
import { beginAttempt, failedAttempt, forgiveFailures } from './failures.ts'
import { checkStrength, hashPassword, passwordIs } from './password.ts'
import { renewSession } from './sessions.ts'
import { persons } from './tables.ts'

/** @throws identity.wrong-password, identity.weak-password, identity.locked */
export const setPassword = async (cx: Cx, input: { current?: string | undefined; next: string }): Promise<void> => {
  const id = cx.actor.personId
  const key = `person:${id}`
  const [me] = await cx.db
    .select({ login: persons.login, passwordHash: persons.passwordHash })
    .from(persons)
    .where(eq(persons.id, id))
  if (me!.passwordHash !== null) {
    await beginAttempt(cx, key)
    if (!(await passwordIs(me!.passwordHash, input.current ?? '')))
      throw await failedAttempt(cx, key, 'identity.wrong-password')
    await forgiveFailures(cx, key)
  }
  checkStrength(input.next, me!.login, 'next')
  const passwordHash = await hashPassword(input.next)
  await cx.db.update(persons).set({ passwordHash }).where(eq(persons.id, id))
  await renewSession(cx)
  await cx.journal({ action: 'identity.password', sentence: '设置了自己的密码', thing: { kind: 'person', id } })
}
