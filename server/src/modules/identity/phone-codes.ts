// Sign-in codes by phone: sent within limits, the same for known and unknown numbers, each good for five minutes.
import { and, count, desc, eq, gt, isNull, lt, sql } from 'drizzle-orm'
import { randomInt } from 'node:crypto'
import { uuidv7 } from 'uuidv7'
import type { Actor, Cx } from '../../platform/cx.ts'
import { refuse, refuseAfterCommit } from '../../platform/refuse.ts'
import type { Sealing } from '../../platform/sealing.ts'
import type { IdentityNeighbours } from './neighbours.ts'
import { phoneCodes } from './tables.ts'

const LIFE_MS = 5 * 60_000
const AGAIN_MS = 60_000
const HOUR_MS = 3_600_000
const PER_PHONE_AND_HOUR = 5
const PER_ADDRESS_AND_HOUR = 20
const ATTEMPTS = 5

/** What a code is for: one sent for signing in signs nothing, and the other way round. */
export interface CodeUse {
  readonly purpose: string
  readonly zh: (code: string) => string
  readonly en: (code: string) => string
  /** Whether anybody may ask for one: then an address gets a limited number, shared by all behind it. */
  readonly isOpen: boolean
}
const signIn: CodeUse = {
  purpose: 'sign-in',
  isOpen: true,
  zh: (code) => `【邻里】登录验证码 ${code}，五分钟内有效。不要告诉别人。`,
  en: (code) => `Your Linli sign-in code is ${code}, good for five minutes. Tell it to nobody.`,
}
const ago = (now: Date, ms: number) => new Date(now.getTime() - ms)
const codeHash = (sealing: Sealing, phone: string, code: string) => sealing.hash(`${phone}\n${code}`, 'phone-code')
/** Requests of one phone, and of one address, take their turn: the limits hold under concurrency. */
const takeTurns = async (cx: Cx<Actor | null>, phoneHash: string, isOpen: boolean) => {
  await cx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`code:${phoneHash}`}::text, 3))`)
  if (!isOpen) return
  await cx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`code@${cx.origin.address}`}::text, 4))`)
}

const sentFrom = async (cx: Cx<Actor | null>, use: CodeUse, since: Date): Promise<number> => {
  const [found] = await cx.db
    .select({ sent: count() })
    .from(phoneCodes)
    .where(
      and(eq(phoneCodes.address, cx.origin.address), eq(phoneCodes.purpose, use.purpose), gt(phoneCodes.sentAt, since)),
    )
  return found?.sent ?? 0
}

/** Sends a code. @throws identity.code-too-soon, identity.code-too-many: alike for every number */
export const sendPhoneCode = async (
  cx: Cx<Actor | null>,
  sealing: Sealing,
  sendSms: IdentityNeighbours['sendSms'],
  phone: string,
  use: CodeUse = signIn,
): Promise<{ expiresInSeconds: number; resendInSeconds: number }> => {
  const phoneHash = sealing.hash(phone, 'phone')
  await takeTurns(cx, phoneHash, use.isOpen)
  const since = ago(cx.now, HOUR_MS)
  const recent = await cx.db
    .select({ sentAt: phoneCodes.sentAt, purpose: phoneCodes.purpose })
    .from(phoneCodes)
    .where(and(eq(phoneCodes.phoneHash, phoneHash), gt(phoneCodes.sentAt, since)))
    .orderBy(desc(phoneCodes.sentAt))
  const last = recent.find((one) => one.purpose === use.purpose)
  if (last !== undefined && last.sentAt > ago(cx.now, AGAIN_MS)) throw refuse('identity.code-too-soon')
  if (recent.length >= PER_PHONE_AND_HOUR) throw refuse('identity.code-too-many')
  if (use.isOpen && (await sentFrom(cx, use, since)) >= PER_ADDRESS_AND_HOUR) throw refuse('identity.code-too-many')
  const code = String(randomInt(1_000_000)).padStart(6, '0')
  await cx.db.insert(phoneCodes).values({
    id: uuidv7(),
    districtId: cx.districtId,
    phoneHash,
    purpose: use.purpose,
    address: cx.origin.address,
    codeHash: codeHash(sealing, phone, code),
    sentAt: cx.now,
    expiresAt: new Date(cx.now.getTime() + LIFE_MS),
  })
  const text = cx.origin.language === 'en' ? use.en(code) : use.zh(code)
  await sendSms(cx, { phone, personId: null, text, code })
  return { expiresInSeconds: LIFE_MS / 1000, resendInSeconds: AGAIN_MS / 1000 }
}

/**
 * Checks the latest code of a phone and gives what uses it up: done last, so that a mistyped second factor does not
 * cost another message. A wrong attempt is counted although it is refused.
 * @throws identity.wrong-code, identity.code-too-many
 */
export const checkPhoneCode = async (
  cx: Cx<Actor | null>,
  sealing: Sealing,
  phone: string,
  code: string,
  use: CodeUse = signIn,
): Promise<() => Promise<void>> => {
  const phoneHash = sealing.hash(phone, 'phone')
  const [latest] = await cx.db
    .select()
    .from(phoneCodes)
    .where(
      and(
        eq(phoneCodes.phoneHash, phoneHash),
        eq(phoneCodes.districtId, cx.districtId),
        eq(phoneCodes.purpose, use.purpose),
        isNull(phoneCodes.usedAt),
        gt(phoneCodes.expiresAt, cx.now),
      ),
    )
    .orderBy(desc(phoneCodes.sentAt))
    .limit(1)
    .for('update')
  if (latest === undefined) throw refuse('identity.wrong-code')
  if (latest.attempts >= ATTEMPTS) throw refuse('identity.code-too-many')
  const write = async (change: Partial<typeof phoneCodes.$inferInsert>) => {
    await cx.db.update(phoneCodes).set(change).where(eq(phoneCodes.id, latest.id))
  }
  if (latest.codeHash !== codeHash(sealing, phone, code)) {
    await write({ attempts: latest.attempts + 1 })
    throw refuseAfterCommit('identity.wrong-code')
  }
  return () => write({ usedAt: cx.now })
}
/** Old codes go; job. */
export const forgetOldCodes = async (cx: Cx<null>): Promise<void> => {
  await cx.db.delete(phoneCodes).where(lt(phoneCodes.sentAt, ago(cx.now, 24 * HOUR_MS)))
}
