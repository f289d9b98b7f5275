// The shape of a default wording: one event, one audience, Chinese and English.

export type Audience = 'reporter' | 'handler' | 'community' | 'person'
interface Words {
  readonly title: string
  readonly body: string
}
export interface DefaultTemplate {
  readonly event: string
  readonly audience: Audience
  readonly zh: Words
  readonly en: Words
  /** Whether it also goes to the phone. */
  readonly sms: boolean
  /** The names a wording may use in braces. */
  readonly fields: readonly string[]
}
/** Fields of every case event. */
export const caseFields = [
  'number',
  'place',
  'words',
  'handler',
  'state',
  'said',
  'reason',
  'due',
  'until',
  'rating',
] as const

/** One default wording, shortly. */
export const to = (
  audience: Audience,
  event: string,
  zh: readonly [string, string],
  en: readonly [string, string],
  sms = false,
  fields: readonly string[] = caseFields,
): DefaultTemplate => ({
  event,
  audience,
  sms,
  fields,
  zh: { title: zh[0], body: zh[1] },
  en: { title: en[0], body: en[1] },
})
