// Example inputs of whistles and of the ladder.
import { uuidv7 } from 'uuidv7'
import type { ladderApi } from '../../../contract/src/ladder.ts'
import type { whistlesApi } from '../../../contract/src/whistles.ts'
import type { PartState } from '../../../contract/src/whistles-life.ts'
import type { CaseLevel } from '../../../contract/src/cases-kinds.ts'
import type { Area, Caller } from './areas.ts'
import type { Example } from './contract-examples.ts'

/** A unit's part in a state, on a case of the area; the unit is the caller's own body where it serves there. */
export const makePart = async (
  area: Area,
  caller: Caller,
  state: PartState,
  more: { readonly caseId?: string; readonly organisationId?: string; readonly isLead?: boolean } = {},
): Promise<string> => {
  const caseId = more.caseId ?? (await area.aCase('inProgress', caller))
  const [of] = await area.app.sql(
    'select district_id, street_id, community_id, grid_id, estate_id, building_id, unit_id from cases where id = $1',
    [caseId],
  )
  const now = new Date()
  const [known] = await area.app.sql<{ id: string }>('select id from whistles where case_id = $1', [caseId])
  const whistleId =
    known?.id ??
    (await area.insert('whistles', {
      district_id: area.district,
      case_id: caseId,
      why: '消防通道被堵',
      called_at: now,
    }))
  const id = await area.insert('whistle_parts', {
    ...of,
    whistle_id: whistleId,
    case_id: caseId,
    organisation_id: more.organisationId ?? area.handlerFor(caller),
    is_lead: more.isLead ?? known === undefined,
    asked: '清理通道',
    state,
    state_at: now,
    called_at: now,
    caller_name: '陈晓禾',
    caller_organisation: '社区居委会',
    caller_level: 'community',
    people: '罗克坚',
    due_at: new Date(now.getTime() + 3_600_000),
  })
  for (const kind of ['arrival', 'result'])
    await area.insert('whistle_clocks', {
      part_id: id,
      kind,
      unit: 'minutes',
      amount: 60,
      started_at: now,
      running_since: now,
      due_at: new Date(now.getTime() + 3_600_000),
      warn_at: new Date(now.getTime() + 3_000_000),
    })
  return id
}
const placed = (input: Example['input']): Example => ({ about: 'placed', input })
const none = (body?: unknown): Example => ({ about: 'none', input: () => (body === undefined ? {} : { body }) })
const part = (state: PartState, body: (area: Area, caller: Caller) => unknown): Example =>
  placed(async (area, caller) => ({
    params: { id: await makePart(area, caller, state) },
    body: await body(area, caller),
  }))
const reasoned = () => ({ reason: '不在职责范围' })
const deadlines = {
  arrival: { unit: 'minutes', amount: 45 },
  result: { unit: 'working-days', amount: 2 },
}
export const whistleExamples: Readonly<Record<keyof typeof whistlesApi, Example>> = {
  'GET /api/whistles/units': placed(async (area, caller) => ({
    query: { caseId: await area.aCase('inProgress', caller) },
  })),
  'POST /api/whistles': placed(async (area, caller) => ({
    body: {
      caseId: await area.aCase('inProgress', caller),
      why: '消防通道被堵',
      units: [{ organisationId: area.property, asked: '清理堆物' }],
      leadId: area.property,
    },
  })),
  'GET /api/whistles/of-case/:id': placed(async (area, caller) => {
    const caseId = await area.aCase('inProgress', caller)
    await makePart(area, caller, 'called', { caseId })
    return { params: { id: caseId } }
  }),
  'GET /api/whistles/of-case/:id/units': placed(async (area, caller) => {
    const caseId = await area.aCase('inProgress', caller)
    await makePart(area, caller, 'accepted', { caseId })
    return { params: { id: caseId } }
  }),
  'POST /api/whistles/parts/:id/lead': part('called', () => ({})),
  'GET /api/whistles/parts': {
    about: 'list',
    input: async (area, caller) => (await makePart(area, caller, 'called'), { query: { view: 'all' } }),
  },
  'GET /api/whistles/counts': none(),
  'GET /api/whistles/figures': {
    about: 'list',
    input: async (area, caller) => (await makePart(area, caller, 'rated'), {}),
  },
  'GET /api/whistles/settings': none(),
  'PUT /api/whistles/settings': none({ urgent: deadlines, other: deadlines }),
  'GET /api/whistles/parts/:id': placed(async (area, caller) => ({
    params: { id: await makePart(area, caller, 'called') },
  })),
  'POST /api/whistles/parts/:id/reportIn': part('called', () => ({ people: '罗克坚、高山' })),
  'POST /api/whistles/parts/:id/arrive': part('reportedIn', async (area) => ({ doorCode: await area.codeText() })),
  'POST /api/whistles/parts/:id/answer': part('arrived', async (area, caller) => ({
    words: '通道已清理',
    photos: [await area.file(caller.personId, null)],
  })),
  'POST /api/whistles/parts/:id/refuse': part('called', reasoned),
  'POST /api/whistles/parts/:id/uphold': part('refused', reasoned),
  'POST /api/whistles/parts/:id/grant': part('refused', reasoned),
  'POST /api/whistles/parts/:id/release': part('called', reasoned),
  'POST /api/whistles/parts/:id/accept': part('answered', () => ({})),
  'POST /api/whistles/parts/:id/sendBack': part('answered', reasoned),
  'POST /api/whistles/parts/:id/rate': part('accepted', () => ({ rating: 5 })),
  'POST /api/whistles/parts/:id/reporter-rating': part('accepted', () => ({ rating: 4 })),
}
const atLevel = async (area: Area, caller: Caller, level: CaseLevel): Promise<string> => {
  const id = await area.aCase('inProgress', caller)
  await area.app.sql('update cases set level = $2, level_since = now() where id = $1', [id, level])
  await area.insert('case_escalations', {
    id: uuidv7(),
    district_id: area.district,
    case_id: id,
    at: new Date(),
    by: 'clock',
    actor_name: '系统',
    from_level: 'community',
    to_level: level,
    reason: '超过时限',
  })
  return id
}
export const ladderExamples: Readonly<Record<keyof typeof ladderApi, Example>> = {
  'GET /api/cases/:id/ladder': placed(async (area, caller) => ({
    params: { id: await atLevel(area, caller, 'community') },
  })),
  'POST /api/cases/:id/escalation': placed(async (area, caller) => ({
    params: { id: await atLevel(area, caller, 'community') },
    body: { reason: '社区办不了' },
  })),
  'POST /api/cases/:id/hand-down': placed(async (area, caller) => ({
    params: { id: await atLevel(area, caller, 'street') },
    body: { to: 'community', instruction: '请牵头协调' },
  })),
  'GET /api/ladder': none(),
  'PUT /api/ladder': none({
    rungs: [{ level: 'community', limit: { unit: 'working-days', amount: 6 }, byClock: true }],
    gridKinds: [],
  }),
}
