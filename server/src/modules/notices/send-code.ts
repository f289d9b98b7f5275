// Hands a phone message of our own (sign-in codes) to the provider's queue, at once and regardless of quiet hours.
import { uuidv7 } from 'uuidv7'
import type { Actor, Cx } from '../../platform/cx.ts'
import type { Parts } from '../../platform/parts.ts'
import { refuse } from '../../platform/refuse.ts'
import { smsMessages } from './tables.ts'

export interface OwnMessage {
  readonly phone: string
  readonly personId: string | null
  readonly text: string
  /** A secret in the text: outside demo mode the text is not kept, the code travels sealed. */
  readonly code?: string
}
/** The sender for the identity module. @throws notices.no-codes: nobody is to wait for one that never comes */
export const smsSender =
  (parts: Parts) =>
  async (cx: Cx<Actor | null>, message: OwnMessage): Promise<void> => {
    const { provider } = parts.config.sms
    if (provider === 'none' && message.code !== undefined) throw refuse('notices.no-codes')
    const isDemo = provider === 'demo'
    const id = uuidv7()
    await cx.db.insert(smsMessages).values({
      id,
      districtId: cx.districtId,
      personId: message.personId,
      phoneSealed: parts.sealing.seal(message.phone),
      text: isDemo || message.code === undefined ? message.text : '登录验证码（内容不保存）',
      provider,
      state: isDemo ? 'demo' : 'waiting',
      notBefore: cx.now,
      sentAt: isDemo ? cx.now : null,
      at: cx.now,
    })
    if (isDemo) return
    const codeSealed = message.code === undefined ? undefined : parts.sealing.seal(message.code)
    // A code is waited for: it does not stand behind thousands who are told of something.
    await cx.later(
      'sms.send',
      { id, attempt: 1, ...(codeSealed === undefined ? {} : { codeSealed }) },
      { isUrgent: codeSealed !== undefined },
    )
  }
