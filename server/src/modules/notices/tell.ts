// Tells people of something: a message in the inbox from the district's template, and one to the phone where it says so.
import { and, eq } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { MessageThing } from '../../../../contract/src/notices-things.ts'
import type { Actor, Cx } from '../../platform/cx.ts'
import { personsByIds, type PersonBrief } from '../identity/index.ts'
import { defaultTemplate, type Audience } from './default-templates.ts'
import { notWithinQuiet } from './quiet-hours.ts'
import { messageTemplates } from './tables.ts'
import { fillIn } from './template-words.ts'
import { wordingInForce } from './wording-in-force.ts'

export interface Telling {
  /** e.g. `case.dispatch`; a template of this event and audience must exist in default-templates.ts. */
  readonly event: string
  readonly audience: Audience
  readonly personIds: readonly string[]
  readonly thing: { readonly kind: MessageThing; readonly id: string } | null
  /** Values for the fields the template may name. */
  readonly fields: Readonly<Record<string, string>>
}
const TITLE_LENGTH = 100
const BODY_LENGTH = 1000

type InForce = ReturnType<typeof wordingInForce>
/** The words in force in both languages: the district's own, else the delivered ones. */
const wordingOf = async (cx: Cx<Actor | null>, event: string, audience: Audience): Promise<InForce> => {
  const byDefault = defaultTemplate(event, audience)
  if (byDefault === undefined) throw new Error(`no template: ${event} to ${audience}`)
  const [own] = await cx.db
    .select()
    .from(messageTemplates)
    .where(
      and(
        eq(messageTemplates.districtId, cx.districtId),
        eq(messageTemplates.event, event),
        eq(messageTemplates.audience, audience),
      ),
    )
  return wordingInForce(byDefault, own)
}
interface Message {
  readonly personId: string
  readonly person: PersonBrief
  readonly telling: Telling
  readonly title: string
  readonly body: string
  readonly sms: boolean
}
const messagesFor = (telling: Telling, wording: InForce, people: ReadonlyMap<string, PersonBrief>): Message[] =>
  [...new Set(telling.personIds)].flatMap((personId) => {
    const person = people.get(personId)
    if (person === undefined || !person.active) return []
    const { title, body } = person.language === 'en' ? wording.en : wording
    return {
      personId,
      person,
      telling,
      title: fillIn(title, telling.fields).slice(0, TITLE_LENGTH),
      body: fillIn(body, telling.fields).slice(0, BODY_LENGTH),
      sms: wording.sms,
    }
  })
/** Columns as arrays: one text for any number of rows. */
const messageInsert = `insert into messages (id, district_id, person_id, event, title, body, thing_kind, thing_id, at)
select id, $1, person_id, event, title, body, thing_kind, thing_id, $2
from unnest($3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::text[], $8::text[], $9::uuid[])
  with ordinality as m (id, person_id, event, title, body, thing_kind, thing_id, n) order by n`
const writeMessages = (cx: Cx<Actor | null>, all: readonly Message[]) =>
  cx.db.$client.query({ text: messageInsert }, [
    cx.districtId,
    cx.now.toISOString(),
    all.map(() => uuidv7()),
    all.map(({ personId }) => personId),
    all.map(({ telling }) => telling.event),
    all.map(({ title }) => title),
    all.map(({ body }) => body),
    all.map(({ telling }) => telling.thing?.kind ?? null),
    all.map(({ telling }) => telling.thing?.id ?? null),
  ])

/**
 * Writes one inbox message per active person, schedules phone messages for those who allow them outside their quiet
 * hours, and wakes open pages after the commit. Unknown and erased people are passed over.
 */
export const tell = (cx: Cx<Actor | null>, telling: Telling): Promise<void> => tellAll(cx, [telling])

/** The same for many at once, in a handful of statements. */
export const tellAll = async (cx: Cx<Actor | null>, tellings: readonly Telling[]): Promise<void> => {
  const wanted = tellings.filter(({ personIds }) => personIds.length > 0)
  if (wanted.length === 0) return
  const templates = new Map(wanted.map(({ event, audience }) => [`${event} ${audience}`, { event, audience }]))
  const [wordings, people] = await Promise.all([
    Promise.all(
      [...templates].map(async ([key, one]) => [key, await wordingOf(cx, one.event, one.audience)] as const),
    ).then((found) => new Map(found)),
    personsByIds(
      cx.db,
      wanted.flatMap(({ personIds }) => personIds),
    ),
  ])
  const all = wanted.flatMap((one) => messagesFor(one, wordings.get(`${one.event} ${one.audience}`)!, people))
  if (all.length === 0) return
  await writeMessages(cx, all)
  for (const { personId } of all) cx.live('inbox', personId)
  await queueSms(cx, all)
}

const smsInsert = `insert into sms_messages (id, district_id, person_id, phone_sealed, text, provider, state, not_before, at)
select id, $1, person_id, phone_sealed, text, '', 'waiting', not_before, $2
from unnest($3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::timestamptz[]) as m (id, person_id, phone_sealed, text, not_before)`
/** Puts phone messages into the queue, for whom they are allowed; each leaves after the commit, not before its time. */
const queueSms = async (cx: Cx<Actor | null>, all: readonly Message[]): Promise<void> => {
  const waiting = all.flatMap(({ personId, person, title, body, sms }) =>
    sms && person.smsAllowed && person.phoneSealed !== null
      ? [
          {
            id: uuidv7(),
            personId,
            phone: person.phoneSealed,
            text: person.language === 'en' ? `${title}. ${body}` : `${title}。${body}`,
            notBefore: notWithinQuiet(cx.now, person.quietFrom, person.quietTo),
          },
        ]
      : [],
  )
  if (waiting.length === 0) return
  await cx.db.$client.query({ text: smsInsert }, [
    cx.districtId,
    cx.now.toISOString(),
    waiting.map(({ id }) => id),
    waiting.map(({ personId }) => personId),
    waiting.map(({ phone }) => phone),
    waiting.map(({ text }) => text),
    waiting.map(({ notBefore }) => notBefore.toISOString()),
  ])
  await cx.laterAll(
    'sms.send',
    waiting.map(({ id, notBefore }) => ({
      data: { id, attempt: 1 },
      ...(notBefore > cx.now ? { startAfter: notBefore } : {}),
    })),
  )
}
