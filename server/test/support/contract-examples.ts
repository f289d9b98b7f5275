// A valid example input for every route of the contract, about a thing of an area: a route without one fails the matrix.
import type { ApiKey } from '../../../contract/src/all.ts'
import { listSheets, sheetKeyOf, type SheetKey, type SheetList } from '../../../contract/src/list-sheets.ts'
import type { Area, Caller } from './areas.ts'
import { PRIVACY_VERSION } from '../../src/modules/identity/index.ts'
import { caseExamples } from './contract-examples-cases.ts'
import { fundExamples, fundPlanExamples, fundSpendingExamples } from './contract-examples-funds.ts'
import { likenessExamples } from './contract-examples-likeness.ts'
import { channelExamples, hotlineExamples, messageBoardExamples } from './contract-examples-channels.ts'
import { committeeExamples } from './contract-examples-committees.ts'
import { pollExamples, trialExamples } from './contract-examples-trials.ts'
import { deliberationExamples } from './contract-examples-deliberation.ts'
import { emergencyExamples } from './contract-examples-emergency.ts'
import { operationExamples, patrolExamples } from './contract-examples-field.ts'
import { dutylistExamples, stewardExamples } from './contract-examples-stewards.ts'
import { publicNoticeExamples } from './contract-examples-publicnotices.ts'
import { decisionExamples } from './contract-examples-decisions.ts'
import { mediationExamples } from './contract-examples-mediation.ts'
import { boardExamples, redactionExamples } from './contract-examples-open.ts'
import { open311Examples } from './contract-examples-open311.ts'
import { promisesExamples, supervisionExamples } from './contract-examples-promises.ts'
import { ratesExamples, reportsExamples } from './contract-examples-rates.ts'
import { ladderExamples, whistleExamples } from './contract-examples-whistles.ts'

export interface ExampleInput {
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>>
  readonly body?: unknown
  /** Fields of a form, sent with a small file. */
  readonly form?: Readonly<Record<string, string>>
}
export interface Example {
  /**
   * What the input is about. `none`: nothing in particular. `placed`: a thing that lies at a place. `list`: a list or
   * count narrowed to a place. `district`: a thing of the whole district. `own`: a thing of the caller.
   */
  readonly about: 'none' | 'placed' | 'list' | 'district' | 'own'
  readonly input: (area: Area, caller: Caller) => ExampleInput | Promise<ExampleInput>
  /** Why nobody in the matrix can be answered 200. */
  readonly neverDone?: string
  /** An outsider's 200 that tells and changes nothing. */
  readonly harmless?: (body: unknown) => boolean
}
type Input = Example['input']
export const none = (body?: unknown, more: Omit<Partial<Example>, 'input'> = {}): Example => ({
  about: 'none',
  input: () => (body === undefined ? {} : { body }),
  ...more,
})
const of =
  (about: Example['about']) =>
  (input: Input, more: Partial<Example> = {}): Example => ({ about, input, ...more })
export const placed = of('placed')
export const list = of('list')
export const ofDistrict = of('district')
export const own = of('own')
/** The thing's id as the path's `:id`. */
export const byId =
  (find: (area: Area, caller: Caller) => string | Promise<string>, body?: unknown): Input =>
  async (area, caller) => ({ params: { id: await find(area, caller) }, ...(body === undefined ? {} : { body }) })

let counter = 0
const unique = (text: string) => `${text}${++counter}`
const phone = () => `138${String(++counter).padStart(8, '0')}`
const tomorrow = () => new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10)

const identity = {
  'POST /api/identity/phone-codes': { about: 'none', input: () => ({ body: { phone: phone() } }) },
  'POST /api/identity/phone-sessions': none(
    { phone: '13800138000', code: '000000' },
    { neverDone: 'needs the code of a phone' },
  ),
  'POST /api/identity/password-sessions': none(
    { login: 'nobody', password: 'Wrong-2026-horse' },
    { neverDone: 'needs a password' },
  ),
  'DELETE /api/identity/session': none(undefined),
  'GET /api/identity/me': none(),
  'PATCH /api/identity/me': none({ largeType: true }),
  'GET /api/identity/privacy': none(),
  'POST /api/identity/me/consent': none({ version: PRIVACY_VERSION, given: true }),
  'GET /api/identity/me/consents': none(),
  'GET /api/identity/me/export': none(),
  'POST /api/identity/me/erasure': none({ confirm: 'erase' }),
  'GET /api/identity/me/sessions': none(),
  'DELETE /api/identity/me/sessions/:id': own(byId((area, caller) => area.session(caller.personId))),
  'POST /api/identity/me/password': none({ next: 'Correct-horse-battery-9' }),
  'POST /api/identity/me/totp': none(),
  'POST /api/identity/me/totp/confirm': none({ code: '000000' }, { neverDone: 'needs a one-time code' }),
  'POST /api/identity/me/totp/removal': none({ password: 'Wrong-2026-horse' }, { neverDone: 'needs a password' }),
  'GET /api/identity/people': list(() => ({})),
  'GET /api/identity/people.xlsx': none(),
  'GET /api/identity/people/:id': placed(byId((area) => area.resident())),
  'POST /api/identity/people': { about: 'none', input: () => ({ body: { name: '新登记的人', phone: phone() } }) },
  'PATCH /api/identity/people/:id': placed(byId((area) => area.resident(), { name: '改过的名字' })),
  'POST /api/identity/people/:id/totp-removal': placed(
    byId((area) => area.withTotp(), { reason: '手机丢了，当面核对过' }),
  ),
  'POST /api/identity/people/:id/reveal': placed(byId((area) => area.resident(), { reason: '电话回访' })),
} satisfies Partial<Record<ApiKey, Example>>

const places = {
  'GET /api/places/tree': list((area) => ({ query: { parentId: area.estate } })),
  'GET /api/places/search': ofDistrict(() => ({ query: { text: '平安' } }), { harmless: () => true }),
  'GET /api/places/choose': ofDistrict((area) => ({ query: { parentId: area.estate } })),
  'GET /api/places/map': list((area) => ({ query: { communityId: area.community } })),
  'GET /api/places/:id': placed(byId((area) => area.unit)),
  'POST /api/places': placed((area) => ({ body: { parentId: area.unit, kind: 'home', name: unique('8') } })),
  'PATCH /api/places/:id': placed(byId((area) => area.home(), { floor: 3 })),
  'GET /api/places/:id/homes': placed(byId((area) => area.building)),
  'GET /api/places/:id/homes.xlsx': placed(byId((area) => area.building)),
  'GET /api/places/:id/tree.xlsx': placed(byId((area) => area.building)),
  'GET /api/places/:id/people.xlsx': placed(byId((area) => area.building)),
  'GET /api/places/:id/people': placed(byId((area) => area.home())),
  'POST /api/places/:id/people': placed(async (area) => ({
    params: { id: await area.home() },
    body: { personId: await area.resident(), relation: 'owner' },
  })),
  'DELETE /api/places/home-people/:id': placed(byId((area) => area.occupancy())),
  'GET /api/places/my-homes': none(),
  'POST /api/places/home-claims': ofDistrict(async (area) => ({
    body: { homeId: await area.home(), relation: 'owner' },
  })),
  'GET /api/places/home-claims': list(async (area) => (await area.claim(), {})),
  'GET /api/places/home-claims.xlsx': none(),
  'POST /api/places/home-claims/:id/confirmation': placed(byId((area) => area.claim(), {})),
  'POST /api/places/home-claims/:id/refusal': placed(byId((area) => area.claim(), { reason: '材料不符' })),
  'GET /api/places/my-neighbourhood': none(),
} satisfies Partial<Record<ApiKey, Example>>

const organisations = {
  'GET /api/organisations': list((area) => ({ query: { placeId: area.community } })),
  'GET /api/organisations.xlsx': none(),
  'GET /api/organisations/:id': placed(byId((area) => area.organisation())),
  'POST /api/organisations': placed((area) => ({
    body: { kind: 'partnerUnit', name: unique('新单位'), placeId: area.community },
  })),
  'PATCH /api/organisations/:id': placed(byId((area) => area.organisation(), { phone: '0571-88000000' })),
  'GET /api/organisations/positions': none(),
  'GET /api/organisations/positions.xlsx': none(),
  'POST /api/organisations/positions': {
    about: 'none',
    input: () => ({
      body: {
        name: unique('新岗位'),
        organisationKinds: ['communityCommittee'],
        scopeKinds: ['grid'],
        permissions: ['place.see'],
      },
    }),
  },
  'PATCH /api/organisations/positions/:id': ofDistrict(byId((area) => area.position(), { permissions: [] })),
  'GET /api/organisations/appointments': list(
    async (area) => (await area.appointment('2020-01-01'), { query: { organisationId: area.committee } }),
  ),
  'GET /api/organisations/appointments.xlsx': none(),
  'POST /api/organisations/appointments': placed(async (area) => ({
    body: {
      personId: await area.resident(),
      positionId: await area.positionOf('buildingLead'),
      organisationId: area.committee,
      scopeId: area.building,
      from: tomorrow(),
    },
  })),
  'POST /api/organisations/appointments/:id/end': placed(
    byId((area) => area.appointment('2020-01-01'), { to: tomorrow() }),
  ),
  'DELETE /api/organisations/appointments/:id': placed(byId((area) => area.appointment(tomorrow()))),
} satisfies Partial<Record<ApiKey, Example>>

const others = {
  'GET /api/doorcodes': list(async (area) => (await area.code(), { query: { placeId: area.unit } })),
  'GET /api/doorcodes.xlsx': none(),
  'POST /api/doorcodes': placed((area) => ({
    body: { placeId: area.unit, kind: 'facility', label: unique('电梯间') },
  })),
  'POST /api/doorcodes/:id/revocation': placed(byId((area) => area.code(), { reason: '损坏' })),
  'POST /api/doorcodes/:id/reissue': placed(byId((area) => area.code(), { reason: '损坏' })),
  'GET /api/doorcodes/sheet.pdf': placed(async (area) => (await area.code(), { query: { placeId: area.unit } })),
  'GET /api/doorcodes/:code': { about: 'none', input: async (area) => ({ params: { code: await area.codeText() } }) },
  'GET /api/imports/templates/:kind.xlsx': none(undefined, {
    input: () => ({ params: { kind: 'places' } }),
  } as Partial<Example>),
  'GET /api/imports': none(),
  'GET /api/imports.xlsx': none(),
  'POST /api/imports': {
    about: 'none',
    input: () => ({ form: { kind: 'places' } }),
    neverDone: 'the small file is no spreadsheet',
  },
  'GET /api/imports/:id': placed(byId((area, caller) => area.import(caller.personId))),
  'GET /api/imports/:id/rows': placed(byId((area, caller) => area.import(caller.personId))),
  'GET /api/imports/:id/rows.xlsx': placed(byId((area, caller) => area.import(caller.personId))),
  'POST /api/imports/:id/commit': placed(byId((area, caller) => area.import(caller.personId), { which: 'good' })),
  'GET /api/notices/inbox': none(),
  'POST /api/notices/inbox/read': none({ all: true }),
  'GET /api/notices/stream': none(),
  'GET /api/notices/templates.xlsx': { about: 'none', input: () => ({}) },
  'GET /api/notices/templates': ofDistrict(async (area) => (await area.template(), {})),
  'PUT /api/notices/templates/:id': ofDistrict(
    byId((area) => area.template(), { title: '题', body: '文', en: { title: 'T', body: 'B' }, sms: false }),
  ),
  'POST /api/notices/templates/:id/preview': ofDistrict(byId((area) => area.template(), { title: '题', body: '文' })),
  'GET /api/notices/sms-outbox': none(),
  'POST /api/notices/test-message': none({}),
  'POST /api/files': { about: 'none', input: () => ({ form: { kind: 'photo' } }) },
  'GET /api/files/:id': placed(
    byId(async (area, caller) => area.file(caller.personId, await area.aCase('submitted', caller))),
  ),
  'GET /api/files/:id/thumbnail': placed(
    byId(async (area, caller) => area.file(caller.personId, await area.aCase('submitted', caller))),
  ),
  'GET /api/calendar/:year': { about: 'none', input: () => ({ params: { year: '2026' } }) },
  'PUT /api/calendar/days/:day': {
    about: 'none',
    input: () => ({ params: { day: '2026-12-24' }, body: { working: false, name: '本地节日' } }),
  },
  'DELETE /api/calendar/days/:day': { about: 'none', input: () => ({ params: { day: '2026-12-25' } }) },
  'PUT /api/calendar/week': none({
    periods: [
      { from: '08:30', to: '12:00' },
      { from: '13:30', to: '17:30' },
    ],
    weekdays: [1, 2, 3, 4, 5],
  }),
  'GET /api/journal': list(() => ({})),
  'GET /api/journal.xlsx': none(),
  'GET /api/journal/verification': list(async (area, caller) => ({
    query: { thingKind: 'case', thingId: await area.aCase('submitted', caller) },
  })),
} satisfies Partial<Record<ApiKey, Example>>

type OwnKey = Exclude<ApiKey, SheetKey<SheetList>>
const tables: Readonly<Record<OwnKey, Example>> = {
  ...identity,
  ...places,
  ...organisations,
  ...others,
  ...caseExamples,
  ...promisesExamples,
  ...supervisionExamples,
  ...channelExamples,
  ...messageBoardExamples,
  ...hotlineExamples,
  ...patrolExamples,
  ...operationExamples,
  ...emergencyExamples,
  ...ratesExamples,
  ...reportsExamples,
  ...redactionExamples,
  ...boardExamples,
  ...open311Examples,
  ...whistleExamples,
  ...ladderExamples,
  ...likenessExamples,
  ...mediationExamples,
  ...decisionExamples,
  ...publicNoticeExamples,
  ...stewardExamples,
  ...dutylistExamples,
  ...fundExamples,
  ...fundSpendingExamples,
  ...fundPlanExamples,
  ...deliberationExamples,
  ...committeeExamples,
  ...trialExamples,
  ...pollExamples,
}
/** A list's spreadsheet is asked as the list; that it was taken is noted also where it is empty. */
const sheets = Object.fromEntries(
  (Object.keys(listSheets) as SheetList[]).map((key): [string, Example] => {
    const { about, input } = tables[key]
    return [sheetKeyOf(key), { about: about === 'placed' || about === 'own' ? about : 'none', input }]
  }),
) as Record<SheetKey<SheetList>, Example>
/** Every route; `Record<ApiKey, …>` makes a route without an example a compile error too. */
export const examples: Readonly<Record<ApiKey, Example>> = { ...tables, ...sheets }
