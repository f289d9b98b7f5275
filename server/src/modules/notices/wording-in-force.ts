// The words in force for an event and audience: the district's own of each language, else the delivered ones.
import type { DefaultTemplate } from './template-shape.ts'
import type { messageTemplates } from './tables.ts'

export interface Wording {
  readonly title: string
  readonly body: string
}
type Stored = Pick<typeof messageTemplates.$inferSelect, 'title' | 'body' | 'titleEn' | 'bodyEn' | 'sms'>
/** `title` and `body` are Chinese. */
export const wordingInForce = (
  { zh, en, sms }: DefaultTemplate,
  own: Stored | undefined,
): Wording & { readonly en: Wording; readonly sms: boolean } => ({
  title: own?.title ?? zh.title,
  body: own?.body ?? zh.body,
  en: { title: own?.titleEn ?? en.title, body: own?.bodyEn ?? en.body },
  sms: own?.sms ?? sms,
})
