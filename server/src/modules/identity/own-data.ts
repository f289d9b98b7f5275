// Everything kept about a person, as they may download it, and its removal on their wish.
import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { erasedName, type Cx } from '../../platform/cx.ts'
import type { Download, Module } from '../../platform/module.ts'
import type { Sealing } from '../../platform/sealing.ts'
import { ownRowsOf } from '../../platform/own-data.ts'
import { cases } from '../cases/tables.ts'
import { appointments, today } from '../organisations/tables.ts'
import { homePeople, places } from '../places/tables.ts'
import { journal, journalWords } from '../journal/tables.ts'
import { consentsOf, meOf } from './me.ts'
import type { IdentityNeighbours } from './neighbours.ts'
import { PRIVACY_VERSION } from './privacy-notice.ts'
import { endSessionsOf } from './sessions.ts'
import { consents, persons, recoveryCodes, sessions } from './tables.ts'

const MOST_ACTS = 5000
const homesOf = (cx: Cx) =>
  cx.db
    .select({
      home: places.path,
      name: places.name,
      relation: homePeople.relation,
      state: homePeople.state,
      since: homePeople.since,
    })
    .from(homePeople)
    .innerJoin(places, eq(places.id, homePeople.homeId))
    .where(eq(homePeople.personId, cx.actor.personId))
    .orderBy(asc(homePeople.since))
const casesOf = (cx: Cx) =>
  cx.db
    .select({
      number: cases.number,
      at: cases.createdAt,
      place: cases.placePath,
      words: cases.words,
      state: cases.state,
      nameHidden: cases.nameHidden,
      photos: cases.photos,
      rating: cases.rating,
      said: sql`(select json_agg(json_build_object('at', e.at, 'step', e.step, 'words', e.words) order by e.at, e.id)
        from case_events e where e.case_id = cases.id and e.actor_id = ${cx.actor.personId})`,
    })
    .from(cases)
    .where(eq(cases.reporterId, cx.actor.personId))
    .orderBy(desc(cases.createdAt))
const sessionsOf = (cx: Cx) =>
  cx.db
    .select({
      createdAt: sessions.createdAt,
      lastSeenAt: sessions.lastSeenAt,
      endedAt: sessions.endedAt,
      device: sessions.device,
      address: sessions.address,
    })
    .from(sessions)
    .where(eq(sessions.personId, cx.actor.personId))
    .orderBy(desc(sessions.createdAt))

/** What the person did, in office or not, as the journal has it: newest first, without what it says of others. */
const actsOf = (cx: Cx) =>
  cx.db
    .select({ at: journal.at, act: journal.action, thing: journal.thingKind })
    .from(journal)
    .where(eq(journal.actorId, cx.actor.personId))
    .orderBy(desc(journal.id))
    .limit(MOST_ACTS)
/** Every module's lists, by their names. */
const listsOf = async (cx: Cx, modules: readonly Module[]) => {
  const lists: Record<string, unknown> = {}
  for (const own of modules.flatMap((module) => module.ownData ?? [])) lists[own.name] = await ownRowsOf(cx, own)
  return lists
}

/** A JSON file in Chinese or English tools alike; the phone number is whole, it is the person's own. */
export const exportMe = async (
  cx: Cx,
  sealing: Sealing,
  { messagesOf, modules }: Pick<IdentityNeighbours, 'messagesOf' | 'modules'>,
): Promise<Download> => {
  const id = cx.actor.personId
  const [row] = await cx.db
    .select({ phoneSealed: persons.phoneSealed, createdAt: persons.createdAt })
    .from(persons)
    .where(eq(persons.id, id))
  const data = {
    exportedAt: cx.now.toISOString(),
    me: {
      ...(await meOf(cx.db, id)),
      phone: row!.phoneSealed === null ? null : sealing.open(row!.phoneSealed),
      registeredAt: row!.createdAt,
    },
    homes: await homesOf(cx),
    cases: await casesOf(cx),
    consents: await consentsOf(cx.db, id),
    messages: await messagesOf(cx.db, id),
    sessions: await sessionsOf(cx),
    ...(await listsOf(cx, modules())),
    acts: await actsOf(cx),
  }
  await cx.journal({ action: 'identity.export', sentence: '下载了自己的全部信息', thing: { kind: 'person', id } })
  return {
    name: `我的信息-${cx.now.toISOString().slice(0, 10)}.json`,
    mime: 'application/json; charset=utf-8',
    bytes: Buffer.from(JSON.stringify(data, null, 2)),
  }
}

/** What modules hold by the number goes while the number is known. */
const forgetNumber = async (cx: Cx, modules: readonly Module[]): Promise<void> => {
  const [known] = await cx.db.select({ hash: persons.phoneHash }).from(persons).where(eq(persons.id, cx.actor.personId))
  if (known?.hash) for (const module of modules) await module.forgetPhone?.(cx, known.hash)
}
/** Ends everything personal; cases stay, the name is gone. The same phone may register anew. */
export const eraseMe = async (
  cx: Cx,
  { forgetMessagesOf, modules }: Pick<IdentityNeighbours, 'forgetMessagesOf' | 'modules'>,
): Promise<void> => {
  const id = cx.actor.personId
  await forgetNumber(cx, modules())
  await cx.db
    .update(persons)
    .set({
      name: erasedName,
      phoneSealed: null,
      phoneHash: null,
      phoneMasked: null,
      login: null,
      passwordHash: null,
      totpSealed: null,
      totpPendingSealed: null,
      totpLastStep: null,
      quietFrom: null,
      quietTo: null,
      smsAllowed: false,
      active: false,
      erasedAt: cx.now,
      search: sql`''::tsvector`,
    })
    .where(eq(persons.id, id))
  await cx.db
    .insert(consents)
    .values({ id: uuidv7(), personId: id, version: PRIVACY_VERSION, given: false, at: cx.now })
  await cx.db.delete(recoveryCodes).where(eq(recoveryCodes.personId, id))
  await endSessionsOf(cx.db, id)
  await cx.db.update(sessions).set({ device: '', address: '' }).where(eq(sessions.personId, id))
  await cx.db
    .update(homePeople)
    .set({ state: 'ended', decidedAt: cx.now, decidedBy: id })
    .where(and(eq(homePeople.personId, id), inArray(homePeople.state, ['claimed', 'confirmed'])))
  await cx.db
    .update(appointments)
    .set({ toOn: sql`greatest(${appointments.fromOn}, ${today})` })
    .where(and(eq(appointments.personId, id), sql`(${appointments.toOn} is null or ${appointments.toOn} > ${today})`))
  // Cases stay, without what staff wrote down of the person.
  await cx.db
    .update(cases)
    .set({ behalfName: null, behalfPhoneSealed: null, behalfConsent: null })
    .where(eq(cases.reporterId, id))
  await forgetMessagesOf(cx.db, id)
  await cx.db.delete(journalWords).where(eq(journalWords.personId, id))
  await cx.later('identity.forget-name', { personId: id })
  cx.setSession(null)
  await cx.journal({
    action: 'identity.erasure',
    sentence: '注销了账号，个人信息已删除',
    by: { id },
    thing: { kind: 'person', id },
  })
}
