// One-time codes (RFC 6238) and recovery codes: each is good once.
import { and, eq, isNull, lt, or } from 'drizzle-orm'
import { randomInt } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import type { Actor, Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import type { Sealing } from '../../platform/sealing.ts'
import { beginAttempt, failedAttempt, forgiveFailures } from './failures.ts'
import { passwordIs } from './password.ts'
import { renewSession } from './sessions.ts'
import { persons, recoveryCodes } from './tables.ts'

const PERIOD_S = 30
/** A code of the step before or after is taken too: clocks differ. */
const WINDOW = 1
const RECOVERY_CODES = 10
/** Without letters and digits that look alike. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789'

const totpOf = (secret: string, label = '') =>
  new TOTP({
    issuer: '邻里 Linli',
    label,
    secret: Secret.fromBase32(secret),
    digits: 6,
    period: PERIOD_S,
    algorithm: 'SHA1',
  })
/** The time step a code belongs to; null for a wrong code. */
export const stepOf = (secret: string, code: string, now: Date): number | null => {
  const delta = totpOf(secret).validate({ token: code, timestamp: now.getTime(), window: WINDOW })
  return delta === null ? null : Math.floor(now.getTime() / 1000 / PERIOD_S) + delta
}
const recoveryHash = (sealing: Sealing, code: string) =>
  sealing.hash(code.toLowerCase().replaceAll(/[^a-z0-9]/g, ''), 'recovery-code')

/** Takes a one-time code, never the same step twice, or a recovery code, once. False for anything else. */
export const takeSecondFactor = async (
  cx: Cx<Actor | null>,
  sealing: Sealing,
  personId: string,
  totpSealed: string,
  given: string,
): Promise<boolean> => {
  if (/^\d{6}$/.test(given)) {
    const step = stepOf(sealing.open(totpSealed), given, cx.now)
    if (step === null) return false
    const taken = await cx.db
      .update(persons)
      .set({ totpLastStep: step })
      .where(and(eq(persons.id, personId), or(isNull(persons.totpLastStep), lt(persons.totpLastStep, step))))
    return taken.rowCount === 1
  }
  const used = await cx.db
    .update(recoveryCodes)
    .set({ usedAt: cx.now })
    .where(
      and(
        eq(recoveryCodes.personId, personId),
        eq(recoveryCodes.codeHash, recoveryHash(sealing, given)),
        isNull(recoveryCodes.usedAt),
      ),
    )
  return used.rowCount === 1
}
const ownRow = async (cx: Cx) =>
  (await cx.db.select().from(persons).where(eq(persons.id, cx.actor.personId)).for('update'))[0]!

/** A new secret, not in force until confirmed. */
export const beginTotp = async (cx: Cx, sealing: Sealing) => {
  const secret = new Secret({ size: 20 }).base32
  await cx.db
    .update(persons)
    .set({ totpPendingSealed: sealing.seal(secret) })
    .where(eq(persons.id, cx.actor.personId))
  const uri = totpOf(secret, cx.actor.name).toString()
  const { default: QRCode } = await import('qrcode')
  return { secret, uri, qrSvg: await QRCode.toString(uri, { type: 'svg', margin: 1 }) }
}
const newRecoveryCode = () => {
  const letters = Array.from({ length: 10 }, () => ALPHABET[randomInt(ALPHABET.length)]!)
  return `${letters.slice(0, 5).join('')}-${letters.slice(5).join('')}`
}
/** Puts the secret in force and gives the recovery codes, shown this once. @throws identity.wrong-totp */
export const confirmTotp = async (cx: Cx, sealing: Sealing, code: string): Promise<{ recoveryCodes: string[] }> => {
  const me = await ownRow(cx)
  const step = me.totpPendingSealed === null ? null : stepOf(sealing.open(me.totpPendingSealed), code, cx.now)
  if (step === null) throw refuse('identity.wrong-totp')
  await cx.db
    .update(persons)
    .set({ totpSealed: me.totpPendingSealed, totpPendingSealed: null, totpLastStep: step })
    .where(eq(persons.id, me.id))
  const codes = Array.from({ length: RECOVERY_CODES }, newRecoveryCode)
  await cx.db.delete(recoveryCodes).where(eq(recoveryCodes.personId, me.id))
  await cx.db
    .insert(recoveryCodes)
    .values(codes.map((one) => ({ personId: me.id, codeHash: recoveryHash(sealing, one) })))
  await renewSession(cx)
  await cx.journal({ action: 'identity.totp-set', sentence: '启用了动态验证码', thing: { kind: 'person', id: me.id } })
  return { recoveryCodes: codes }
}
/** Takes the secret and the recovery codes of a person away. */
export const forgetTotp = async (cx: Cx, personId: string): Promise<void> => {
  await cx.db
    .update(persons)
    .set({ totpSealed: null, totpPendingSealed: null, totpLastStep: null })
    .where(eq(persons.id, personId))
  await cx.db.delete(recoveryCodes).where(eq(recoveryCodes.personId, personId))
}
/** @throws identity.wrong-password, identity.locked */
export const removeTotp = async (cx: Cx, password: string): Promise<void> => {
  const key = `person:${cx.actor.personId}`
  await beginAttempt(cx, key)
  const [me] = await cx.db
    .select({ passwordHash: persons.passwordHash })
    .from(persons)
    .where(eq(persons.id, cx.actor.personId))
  if (!(await passwordIs(me?.passwordHash ?? null, password)))
    throw await failedAttempt(cx, key, 'identity.wrong-password')
  await forgiveFailures(cx, key)
  await forgetTotp(cx, cx.actor.personId)
  await renewSession(cx)
  await cx.journal({
    action: 'identity.totp-removed',
    sentence: '停用了动态验证码',
    thing: { kind: 'person', id: cx.actor.personId },
  })
}
