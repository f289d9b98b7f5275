// The job that hands a waiting phone message to the provider, trying again for a while.
import { and, eq, inArray } from 'drizzle-orm'
import type { Cx } from '../../platform/cx.ts'
import type { Job } from '../../platform/module.ts'
import type { Parts } from '../../platform/parts.ts'
import { SmsFailure } from './sms/failure.ts'
import { smsProvider } from './sms/provider.ts'
import { smsMessages } from './tables.ts'

/** Pauses between attempts; after the last one the message has failed. */
const PAUSES_MS = [2_000, 10_000, 60_000, 300_000, 1_800_000]
/** A sign-in code is of no use later. */
const CODE_LIFE_MS = 5 * 60_000

const setState = (cx: Cx<null>, id: string, values: Partial<typeof smsMessages.$inferInsert>) =>
  cx.db.update(smsMessages).set(values).where(eq(smsMessages.id, id))

/** Job `sms.send`: {id, attempt, codeSealed?}. */
export const deliverSms = (parts: Parts): Job => {
  const { provider } = parts.config.sms
  const send = smsProvider(parts.config.sms)
  const run = async (cx: Cx<null>, data: Record<string, unknown>): Promise<void> => {
    const id = String(data.id)
    const attempt = Number(data.attempt ?? 1)
    const found = await cx.db
      .select()
      .from(smsMessages)
      .where(and(eq(smsMessages.id, id), eq(smsMessages.state, 'waiting')))
      .for('update')
    const message = found[0]
    // Erased meanwhile, or sent by an earlier run.
    if (message === undefined) return
    if (send === null) return void (await setState(cx, id, { state: 'demo', provider, sentAt: cx.now }))
    const code = typeof data.codeSealed === 'string' ? parts.sealing.open(data.codeSealed) : null
    if (code !== null && cx.now.getTime() - message.at.getTime() > CODE_LIFE_MS) {
      return void (await setState(cx, id, {
        state: 'failed',
        provider,
        failure: '验证码已过期 / the code has expired',
      }))
    }
    try {
      await send({ phone: parts.sealing.open(message.phoneSealed), text: message.text, code }, cx.now)
      await setState(cx, id, { state: 'sent', provider, sentAt: cx.now, failure: null })
    } catch (error) {
      if (!(error instanceof SmsFailure)) throw error
      const pause = error.again ? PAUSES_MS[attempt - 1] : undefined
      await setState(cx, id, {
        state: pause === undefined ? 'failed' : 'waiting',
        provider,
        failure: error.message.slice(0, 500),
      })
      if (pause === undefined) return
      const startAfter = new Date(cx.now.getTime() + pause)
      await cx.later('sms.send', { ...data, attempt: attempt + 1 }, { startAfter, isUrgent: code !== null })
    }
  }
  /** In demo mode nothing leaves the house: many are done at once. With a provider each stands alone, sent once. */
  const runMany = async (cx: Cx<null>, many: readonly Record<string, unknown>[]) => {
    const ids = many.map(({ id }) => String(id))
    await cx.db
      .update(smsMessages)
      .set({ state: 'demo', provider, sentAt: cx.now })
      .where(and(inArray(smsMessages.id, ids), eq(smsMessages.state, 'waiting')))
  }
  return send === null ? { run, runMany, parallel: 2 } : { run, parallel: 2 }
}
