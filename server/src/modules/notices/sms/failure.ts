// A phone message that did not go out.
export class SmsFailure extends Error {
  /** Whether a later attempt may succeed. */
  readonly again: boolean
  constructor(message: string, again: boolean) {
    super(message)
    this.again = again
  }
}
export interface Sms {
  readonly phone: string
  readonly text: string
  /** A sign-in code: sent by the template for codes. */
  readonly code: string | null
}
/** Hands one message to the provider. @throws SmsFailure */
export type SendSms = (sms: Sms, now: Date) => Promise<void>
