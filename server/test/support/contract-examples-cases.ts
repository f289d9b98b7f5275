// Valid example inputs of the routes of cases; see contract-examples.ts.
import type { casesApi } from '../../../contract/src/cases.ts'
import type { CaseState } from '../../../contract/src/cases-life.ts'
import type { Area, Caller } from './areas.ts'
import type { Example } from './contract-examples.ts'

let counter = 0
const placed = (input: Example['input'], more: Partial<Example> = {}): Example => ({ about: 'placed', input, ...more })
/** A step from a state in which the table allows it; the case is with the caller's body. */
const step = (state: CaseState, body: (area: Area, caller: Caller) => unknown): Example =>
  placed(async (area, caller) => ({
    params: { id: await area.aCase(state, caller, area.handlerFor(caller)) },
    body: await body(area, caller),
  }))
const none = (body?: unknown): Example => ({ about: 'none', input: () => (body === undefined ? {} : { body }) })
const reasoned = () => ({ reason: '需要上门查看' })
const ofDistrict = (find: (area: Area) => Promise<string>, body?: unknown): Example => ({
  about: 'district',
  input: async (area) => ({ params: { id: await find(area) }, ...(body === undefined ? {} : { body }) }),
})
const deadlines = [
  { kind: 'small', respond: { unit: 'working-minutes', amount: 120 }, resolve: { unit: 'working-days', amount: 3 } },
]

export const caseExamples: Readonly<Record<keyof typeof casesApi, Example>> = {
  // A resident may report anything seen in the district; only another district is out of reach.
  'POST /api/cases': { about: 'district', input: (area) => ({ body: { placeId: area.unit, words: '楼道灯不亮' } }) },
  'POST /api/cases/filed': placed((area) => ({
    body: { placeId: area.unit, words: '老人反映楼道堆物', channel: 'doorKnock' },
  })),
  'POST /api/cases/suggestions': none({ words: '路灯不亮' }),
  'GET /api/cases/mine': none(),
  'GET /api/cases': {
    about: 'list',
    input: async (area, caller) => (await area.aCase('submitted', caller), { query: { placeId: area.unit } }),
  },
  'GET /api/cases/today': { about: 'list', input: () => ({}) },
  'GET /api/cases/map': { about: 'list', input: (area) => ({ query: { communityId: area.community } }) },
  'GET /api/cases/export.xlsx': none(),
  'GET /api/cases/views': none(),
  'POST /api/cases/views': none({ name: '我的筛选', query: { open: 'true' } }),
  'DELETE /api/cases/views/:id': {
    about: 'own',
    input: async (area, caller) => ({ params: { id: await area.view(caller.personId) } }),
  },
  'GET /api/cases/handlers': { about: 'list', input: (area) => ({ query: { placeId: area.unit } }) },
  'POST /api/cases/bulk-dispatch': placed(
    async (area, caller) => ({ body: { ids: [await area.aCase('accepted', caller)], organisationId: area.property } }),
    {
      harmless: (body) =>
        (body as { results: { dispatched: boolean; to: string | null }[] }).results.every(
          (one) => !one.dispatched && one.to === null,
        ),
    },
  ),
  'GET /api/cases/:id': placed(async (area, caller) => ({ params: { id: await area.aCase('dispatched', caller) } })),
  'POST /api/cases/:id/notes': step('dispatched', () => ({ words: '补充一句' })),
  'PATCH /api/cases/:id': step('submitted', () => ({ kind: 'urgent' })),
  'POST /api/cases/:id/reveal': step('submitted', reasoned),
  // A public case may be followed by anybody in the district.
  'POST /api/cases/:id/follow': {
    about: 'district',
    input: async (area, caller) => ({ params: { id: await area.aCase('dispatched', caller) } }),
  },
  'DELETE /api/cases/:id/follow': {
    about: 'none',
    input: async (area, caller) => ({ params: { id: await area.aCase('dispatched', caller) } }),
  },
  'GET /api/cases/followed': none(),
  'POST /api/cases/:id/accept': step('submitted', () => ({})),
  'POST /api/cases/:id/reject': step('submitted', () => ({ reason: 'notOurs', advice: '请拨打 12345' })),
  'POST /api/cases/:id/dispatch': step('accepted', (area) => ({ organisationId: area.property })),
  'POST /api/cases/:id/transfer': step('takenUp', (area, caller) => ({
    organisationId: area.handlerFor(caller) === area.property ? area.committee : area.property,
    reason: '应由对方办理',
  })),
  'POST /api/cases/:id/takeUp': step('dispatched', () => ({})),
  'POST /api/cases/:id/start': step('takenUp', () => ({})),
  'POST /api/cases/:id/return': step('takenUp', reasoned),
  'POST /api/cases/:id/suspend': step('inProgress', () => ({
    reason: '等配件',
    until: new Date(Date.now() + 86_400_000).toISOString(),
  })),
  'POST /api/cases/:id/resume': step('suspended', () => ({})),
  'POST /api/cases/:id/requestClosure': step('inProgress', async (area, caller) => ({
    words: '已经修好',
    photos: [await area.file(caller.personId, null)],
  })),
  'POST /api/cases/:id/refuseClosure': step('closureRequested', reasoned),
  'POST /api/cases/:id/close': step('closureRequested', () => ({ words: '现场看过' })),
  'POST /api/cases/:id/confirm': step('closed', () => ({ rating: 5 })),
  'POST /api/cases/:id/askReopening': step('closed', () => ({ reason: '又坏了' })),
  'POST /api/cases/:id/reopen': step('reopenAsked', () => ({ words: '重新办理' })),
  'POST /api/cases/:id/declineReopening': step('reopenAsked', reasoned),
  'POST /api/cases/:id/withdraw': step('submitted', () => ({})),
  'POST /api/cases/:id/parts': step('accepted', () => ({ parts: [{ words: '路灯不亮' }, { words: '井盖松了' }] })),
  'POST /api/cases/:id/merge': step('accepted', async (area, caller) => ({
    intoId: await area.aCase('accepted', caller),
    reason: '同一件事',
  })),
  'POST /api/cases/:id/unmerge': placed(async (area, caller) => ({
    params: { id: await area.aMerged(caller, 'dispatched') },
    body: { reason: '不是同一件事' },
  })),
  'GET /api/cases/:id/family': placed(async (area, caller) => ({
    params: { id: await area.aMerged(caller, 'closed') },
  })),
  'POST /api/cases/:id/merged-rating': placed(async (area, caller) => ({
    params: { id: await area.aMerged(caller, 'closed') },
    body: { rating: 5 },
  })),
  'GET /api/cases/categories': none(),
  'GET /api/cases/categories.xlsx': none(),
  'POST /api/cases/categories': {
    about: 'none',
    input: () => ({ body: { name: `新类别${++counter}`, kind: 'small' } }),
  },
  'PATCH /api/cases/categories/:id': ofDistrict((area) => area.newCategory(), { keywords: ['灯'] }),
  'GET /api/cases/rules': none(),
  'GET /api/cases/rules.xlsx': none(),
  'POST /api/cases/rules': {
    about: 'none',
    input: () => ({ body: { name: `新规则${++counter}`, order: 9, target: { to: 'community' } } }),
  },
  'PUT /api/cases/rules/:id': ofDistrict((area) => area.rule(), {
    name: '改过的规则',
    order: 9,
    target: { to: 'community' },
  }),
  'DELETE /api/cases/rules/:id': ofDistrict((area) => area.rule()),
  'POST /api/cases/rules/dry-run': {
    about: 'list',
    input: (area) => ({ body: { placeId: area.unit, categoryId: area.category, kind: 'small' } }),
  },
  'GET /api/cases/deadlines': none(),
  'PUT /api/cases/deadlines': none(deadlines),
}
