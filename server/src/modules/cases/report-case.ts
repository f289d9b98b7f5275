// Reports a case: from a door code or a chosen place; also filed by staff for somebody (mission A1, A2).
import { uuidv7 } from 'uuidv7'
import type { z } from 'zod'
import type { fileBody, reportBody } from '../../../../contract/src/cases.ts'
import type { CaseChannel } from '../../../../contract/src/cases-life.ts'
import { mayAt } from '../../platform/access.ts'
import { loadCalendar } from '../../platform/calendar/working-calendar.ts'
import { systemActorName, type Actor, type Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import { insertInto } from '../../platform/last-writes.ts'
import { lexemesOf } from '../../platform/search.ts'
import type { Sealing } from '../../platform/sealing.ts'
import { resolveCode } from '../doorcodes/index.ts'
import { attachFiles } from '../files/index.ts'
import { personsByIds, registerPerson } from '../identity/index.ts'
import { applied, recordAdvice, suggestWithAdvice } from './advice.ts'
import { readAround, type Around } from './around-case.ts'
import { firstLevel } from './beginnings.ts'
import type { CasePlace } from './case-place.ts'
import { budgetsIn, newClock, nextDue, regimeAt, type ClockRow } from './clocks.ts'
import type { CaseRow } from './policy.ts'
import { proposeHandler } from './propose-handler.ts'
import { reportGround, type ReportGround } from './report-ground.ts'
import { loadSettings } from './settings-cache.ts'
import { caseClocks, caseEvents, cases } from './tables.ts'
import { applyStep } from './take-step.ts'

type Report = z.output<typeof reportBody>
type Filed = z.output<typeof fileBody>
export interface Written {
  readonly row: CaseRow
  /** As it stands around a case just written: nothing holds it, nobody follows it yet. */
  readonly around: Around
}
/** Whence a case comes: set by this module or by another that takes cases in. */
export interface Source {
  readonly channel: CaseChannel
  readonly reporterId: string | null
  readonly filedBy: string | null
  readonly behalf: { name: string; phoneSealed: string | null } | null
  readonly organisationName: string | null
}
/** The place, and by which door: an opinion box has a code of its own. */
const whence = async (cx: Cx, input: Report | Filed): Promise<{ placeId: string; channel: CaseChannel }> => {
  // What a person chose by hand outweighs the code they came by.
  if (input.placeId !== undefined)
    return { placeId: input.placeId, channel: input.doorCode === undefined ? 'app' : 'doorCode' }
  if (input.doorCode === undefined) throw refuse('case.no-place')
  const door = await resolveCode(cx, input.doorCode)
  return { placeId: door.placeId, channel: door.kind === 'box' ? 'opinionBox' : 'doorCode' }
}
const classify = async (cx: Cx<Actor | null>, input: Intake, { place, serving }: ReportGround) => {
  const settings = await loadSettings(cx.db, cx.districtId)
  const advised = await suggestWithAdvice(cx, input.words, settings.categories)
  const suggested = applied(input.words, settings.categories, advised)
  const category =
    input.categoryId === undefined
      ? (suggested.category ??
        settings.categories.find((one) => one.active && one.keywords.length === 0) ??
        settings.categories[0])
      : settings.categories.find((one) => one.id === input.categoryId && one.active)
  if (category === undefined) throw refuse('category.not-found')
  const kind = input.kind ?? (input.categoryId === undefined ? suggested.kind : category.kind)
  const proposal = await proposeHandler(
    cx.db,
    {
      districtId: cx.districtId,
      placeId: place.id,
      placed: { ...place, districtId: cx.districtId },
      categoryId: category.id,
      kind,
      serving,
    },
    settings.rules,
    settings.categories,
  )
  const isApplied = suggested.isApplied && input.categoryId === undefined
  return {
    category,
    kind,
    proposal,
    budgets: budgetsIn(settings.policies, kind, regimeAt(settings.regimes, place)),
    advised,
    isApplied,
    level: firstLevel(settings.gridKinds, kind, place.gridId),
  }
}
type Classified = Awaited<ReturnType<typeof classify>>
const rowOf = (
  cx: Cx<Actor | null>,
  id: string,
  input: Intake,
  place: CasePlace,
  source: Source,
  { kind, category, proposal, level }: Classified,
  clocks: readonly ClockRow[],
) => {
  const { id: placeId, kind: placeKind, name: placeName, path: placePath, lon, lat, ...ancestors } = place
  return {
    id,
    districtId: cx.districtId,
    ...ancestors,
    placeId,
    placeKind,
    placeName,
    placePath,
    placeNote: input.placeNote ?? null,
    lon: input.position?.lon ?? lon,
    lat: input.position?.lat ?? lat,
    kind,
    categoryId: category.id,
    channel: source.channel,
    words: input.words,
    photos: input.photos,
    voice: input.voice ?? null,
    reporterId: source.reporterId,
    nameHidden: input.hideName,
    filedBy: source.filedBy,
    behalfName: source.behalf?.name ?? null,
    behalfPhoneSealed: source.behalf?.phoneSealed ?? null,
    behalfConsent: source.behalf === null ? null : true,
    state: 'submitted' as const,
    stateAt: cx.now,
    handlerId: null,
    proposedId: proposal.organisation?.id ?? null,
    proposedRule: proposal.rule,
    proposedWhy: proposal.why,
    doerId: null,
    ...nextDue(clocks),
    overdue: false,
    suspendUntil: null,
    suspensions: 0,
    closedAt: null,
    rating: null,
    ratingReasons: [],
    parentId: input.parentId ?? null,
    mergedIntoId: null,
    mergedFromState: null,
    mergedFromRating: null,
    mergedFromReasons: null,
    level,
    levelSince: null,
    openness: 'plain' as const,
    createdAt: cx.now,
    updatedAt: cx.now,
  }
}
const reportEvent = (cx: Cx<Actor | null>, caseId: string, organisationName: string | null) => ({
  id: uuidv7(),
  caseId,
  at: cx.now,
  step: 'report',
  fromState: null,
  toState: 'submitted' as const,
  actorId: cx.actor?.personId ?? null,
  actorName: cx.actor?.name ?? systemActorName,
  organisationName,
  words: null,
  audience: 'public' as const,
  photos: [],
  data: null,
})
/** What the case says and shows; photos and voice are the actor's own, unattached. */
export type Intake = Omit<Report, 'placeId' | 'doorCode'> & { readonly parentId?: string }
const caseInsert = insertInto(cases, { search: (param) => `array_to_tsvector(${param}::text[])` })
const eventInsert = insertInto(caseEvents)
const clockInsert = insertInto(caseClocks)
/** A rule that dispatches by itself: easy matters go straight to who mends them. */
const dispatchByRule = async (cx: Cx<Actor | null>, written: Written, organisationId: string): Promise<Written> => {
  await cx.db.last.send()
  const row = await applyStep(cx, written.row, 'dispatchByRule', { system: true }, { organisationId })
  return { row, around: await readAround(cx, row) }
}
const write = async (cx: Cx<Actor | null>, input: Intake, ground: ReportGround, source: Source): Promise<Written> => {
  const { place, number } = ground
  const [classified, calendar, people] = await Promise.all([
    classify(cx, input, ground),
    loadCalendar(cx.db, cx.districtId),
    personsByIds(
      cx.db,
      [source.reporterId, source.filedBy].filter((one) => one !== null),
    ),
  ])
  const { category, kind, budgets, proposal } = classified
  const id = uuidv7()
  const clocks = [
    newClock(id, 'respond', budgets.respond, cx.now, calendar),
    newClock(id, 'resolve', budgets.resolve, cx.now, calendar),
  ]
  const values = rowOf(cx, id, input, place, source, classified, clocks)
  const event = reportEvent(cx, id, source.organisationName)
  const lexemes = lexemesOf(input.words, place.path, input.placeNote)
  await cx.db.last.add(caseInsert({ ...values, number, search: lexemes as never }))
  await cx.db.last.add(eventInsert(event))
  for (const clock of clocks) await cx.db.last.add(clockInsert(clock))
  await cx.journal({
    action: 'case.report',
    sentence: source.filedBy === null ? '反映了诉求' : '代居民登记了诉求',
    thing: { kind: 'case', id },
    after: { kind, category: category.name, channel: source.channel, place: place.path, state: 'submitted' },
  })
  await cx.later('case.tell', { caseId: id, step: 'report' })
  if (classified.advised.advice !== null) {
    // On record beside a case that is there.
    await cx.db.last.send()
    await recordAdvice(cx, id, classified.advised, classified.isApplied)
  }
  const files = [...input.photos, ...(input.voice === undefined ? [] : [input.voice])]
  if (input.photos.length > 0) await attachFiles(cx as Cx, input.photos, { kind: 'case', id }, 'photo')
  if (input.voice !== undefined) await attachFiles(cx as Cx, [input.voice], { kind: 'case', id }, 'voice')
  if (new Set(files).size !== files.length) throw refuse('case.photo-not-yours', { because: 'named twice' })
  cx.live('case', id)
  const names = proposal.organisation === null ? ground.names : [...ground.names, proposal.organisation]
  const row = { ...values, number, search: '' }
  const around = { events: [event], clocks, holds: [], following: false, names, people }
  const written = { row, around }
  return proposal.automatic && proposal.organisation !== null
    ? dispatchByRule(cx, written, proposal.organisation.id)
    : written
}

/** @throws case.no-place, place.not-found, doorcode.*, category.not-found, case.photo-not-yours, identity.consent-needed */
export const reportCase = async (cx: Cx, input: Report): Promise<Written> => {
  if (!cx.actor.consented) throw refuse('identity.consent-needed')
  const { placeId, channel } = await whence(cx, input)
  return write(cx, input, await reportGround(cx.db, cx.districtId, placeId), {
    channel,
    reporterId: cx.actor.personId,
    filedBy: null,
    behalf: null,
    organisationName: null,
  })
}
/** Staff file for somebody; the person named must have consented. @throws also access.out-of-scope, case.consent-needed */
export const fileCase = async (cx: Cx, input: Filed, sealing: Sealing): Promise<Written> => {
  const { placeId } = await whence(cx, input)
  const ground = await reportGround(cx.db, cx.districtId, placeId)
  if (!mayAt(cx.actor, 'case.file', { ...ground.place, districtId: cx.districtId })) throw refuse('access.out-of-scope')
  const behalf = input.onBehalfOf
  if (behalf !== undefined && !behalf.consent) throw refuse('case.consent-needed')
  // With a phone number the person can sign in, follow the case and rate it.
  const reporterId =
    behalf?.phone === undefined
      ? null
      : (await registerPerson(cx, sealing, { name: behalf.name, phone: behalf.phone })).id
  return write(cx, input, ground, {
    channel: input.channel,
    reporterId,
    filedBy: cx.actor.personId,
    behalf:
      behalf === undefined
        ? null
        : { name: behalf.name, phoneSealed: behalf.phone === undefined ? null : sealing.seal(behalf.phone) },
    organisationName: cx.actor.held[0]?.organisationName ?? null,
  })
}
/**
 * Takes in a case for another module (a patrol, a board, a meeting, an open interface): that module has decided who may.
 * Without an actor there are no photos. @throws place.not-found, category.not-found, case.photo-not-yours
 */
export const intakeCase = async (
  cx: Cx<Actor | null>,
  input: Intake & { readonly placeId: string },
  source: Source,
): Promise<Written['row']> => {
  const { row } = await write(cx, input, await reportGround(cx.db, cx.districtId, input.placeId), source)
  // The caller may go on with the case in this transaction.
  await cx.db.last.send()
  return row
}
