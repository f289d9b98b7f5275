// Tells people of something: a message in the inbox from the district's template, and one to the phone where it says so.
import { and, eq } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { Actor, Cx } from '../../platform/cx.ts'
import { personsByIds, type PersonBrief } from '../identity/index.ts'
import { defaultTemplate, type Audience } from './default-templates.ts'
import { notWithinQuiet } from './quiet-hours.ts'
import { messages, messageTemplates, smsMessages } from './tables.ts'
import { fillIn } from './template-words.ts'

export interface Telling {
  /** e.g. `case.dispatch`; a template of this event and audience must exist in default-templates.ts. */
  readonly event: string
  readonly audience: Audience
  readonly personIds: readonly string[]
  readonly thing: { readonly kind: string; readonly id: string } | null
  /** Values for the fields the template may name. */
  readonly fields: Readonly<Record<string, string>>
}
const TITLE_LENGTH = 100
const BODY_LENGTH = 1000

/** The words in force: the district's own, else the default; English readers get the English default. */
const wordingOf = async (cx: Cx<Actor | null>, telling: Telling) => {
  const byDefault = defaultTemplate(telling.event, telling.audience)
  if (byDefault === undefined) throw new Error(`no template: ${telling.event} to ${telling.audience}`)
  const own = await cx.db
    .select({ title: messageTemplates.title, body: messageTemplates.body, sms: messageTemplates.sms })
    .from(messageTemplates)
    .where(
      and(
        eq(messageTemplates.districtId, cx.districtId),
        eq(messageTemplates.event, telling.event),
        eq(messageTemplates.audience, telling.audience),
      ),
    )
  return { zh: own[0] ?? byDefault.zh, en: byDefault.en, sms: own[0]?.sms ?? byDefault.sms }
}

/**
 * Writes one inbox message per active person, schedules phone messages for those who allow them outside their quiet
 * hours, and wakes open pages after the commit. Unknown and erased people are passed over.
 */
export const tell = async (cx: Cx<Actor | null>, telling: Telling): Promise<void> => {
  if (telling.personIds.length === 0) return
  const [wording, people] = await Promise.all([wordingOf(cx, telling), personsByIds(cx.db, telling.personIds)])
  const told = [...people].filter(([, person]) => person.active)
  if (told.length === 0) return
  const wordsFor = (person: PersonBrief) => {
    const { title, body } = person.language === 'en' ? wording.en : wording.zh
    return {
      title: fillIn(title, telling.fields).slice(0, TITLE_LENGTH),
      body: fillIn(body, telling.fields).slice(0, BODY_LENGTH),
    }
  }
  await cx.db.insert(messages).values(
    told.map(([personId, person]) => ({
      id: uuidv7(),
      districtId: cx.districtId,
      personId,
      event: telling.event,
      ...wordsFor(person),
      thingKind: telling.thing?.kind ?? null,
      thingId: telling.thing?.id ?? null,
      at: cx.now,
    })),
  )
  if (wording.sms) {
    for (const [personId, person] of told) {
      if (!person.smsAllowed || person.phoneSealed === null) continue
      const { title, body } = wordsFor(person)
      await queueSms(cx, {
        personId,
        phoneSealed: person.phoneSealed,
        text: `${title}。${body}`,
        notBefore: notWithinQuiet(cx.now, person.quietFrom, person.quietTo),
      })
    }
  }
  for (const [personId] of told) cx.live('inbox', personId)
}

/** Puts a phone message into the queue; it leaves after the commit, not before its time. */
const queueSms = async (
  cx: Cx<Actor | null>,
  message: { personId: string; phoneSealed: string; text: string; notBefore: Date },
): Promise<void> => {
  const id = uuidv7()
  const { personId, phoneSealed, text, notBefore } = message
  await cx.db.insert(smsMessages).values({
    id,
    districtId: cx.districtId,
    personId,
    phoneSealed,
    text,
    provider: '',
    state: 'waiting',
    notBefore,
    at: cx.now,
  })
  await cx.later('sms.send', { id, attempt: 1 }, notBefore > cx.now ? { startAfter: notBefore } : {})
}
