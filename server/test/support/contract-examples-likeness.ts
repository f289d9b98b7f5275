// Valid example inputs of the routes of like cases, hot spots and triage; see contract-examples.ts.
import type { likenessApi } from '../../../contract/src/likeness.ts'
import type { triageApi } from '../../../contract/src/triage.ts'
import { packModel } from '../../../rules/src/text-model.ts'
import { trainTextModel } from '../../../rules/src/text-training.ts'
import type { Area, Caller } from './areas.ts'
import type { Example } from './contract-examples.ts'

const placed = (input: Example['input'], more: Partial<Example> = {}): Example => ({ about: 'placed', input, ...more })
const none = (body?: unknown): Example => ({ about: 'none', input: () => (body === undefined ? {} : { body }) })
const streetOf = async (area: Area): Promise<string> =>
  (await area.app.sql<{ id: string }>('select street_id as id from places where id = $1', [area.community]))[0]!.id

/** A hot spot of two cases in the area's unit. */
export const aHotSpot = async (area: Area, caller: Caller): Promise<string> => {
  const id = await area.insert('hot_spots', {
    district_id: area.district,
    street_id: await streetOf(area),
    community_id: area.community,
    grid_id: area.grid,
    estate_id: area.estate,
    building_id: area.building,
    unit_id: area.unit,
    place_id: area.estate,
    place_name: '小区',
    title: '楼道灯不亮',
    shared: ['道灯'],
    case_count: 2,
    weeks: [0, 0, 0, 0, 0, 0, 1, 1],
    growth: 2,
    closeness: 0.8,
    first_at: new Date(),
    last_at: new Date(),
    state: 'new',
    found_at: new Date(),
  })
  for (let i = 0; i < 2; i++)
    await area.app.sql('insert into hot_spot_cases values ($1, $2)', [id, await area.aCase('dispatched', caller)])
  return id
}
const spot = (body?: unknown): Example =>
  placed(async (area, caller) => ({
    params: { id: await aHotSpot(area, caller) },
    ...(body === undefined ? {} : { body }),
  }))

const made = new Map<string, Promise<void>>()
const once = (key: string, make: () => Promise<void>): Promise<void> => {
  const before = made.get(key) ?? make()
  made.set(key, before)
  return before
}
/** Thirty cases somebody decided about. */
const pastDecisions = (area: Area, caller: Caller): Promise<void> =>
  once(`decisions ${area.community}`, async () => {
    for (let i = 0; i < 30; i++) await area.aCase('dispatched', { ...caller, reports: false })
  })
/** A model in use that knows one word. */
const aModel = (area: Area): Promise<void> =>
  once(`model ${area.district}`, async () => {
    const words = ['楼道灯不亮', '路灯不亮了', '灯坏了不亮']
    const model = trainTextModel(
      [
        ...words.map((one) => ({ words: one, label: area.category })),
        ...words.map((one) => ({ words: one.replaceAll('灯', '水'), label: '00000000-0000-7000-8000-000000000000' })),
      ],
      { bytes: 20_000 },
    )
    const bytes = Buffer.from(packModel(model))
    await area.app.sql(
      "insert into triage_models (id, district_id, subject, trained_at, examples, macro_f1, accuracy, figures, is_current, model, bytes) values (gen_random_uuid(), $1, 'category', now(), 6, 1, 1, '[]', true, $2, $3)",
      [area.district, bytes, bytes.length],
    )
  })

export const likenessExamples: Readonly<Record<keyof typeof likenessApi | keyof typeof triageApi, Example>> = {
  // Anybody may report anything seen in the district, and is shown what is public of it.
  'POST /api/likeness/similar': {
    about: 'district',
    input: (area) => ({ body: { placeId: area.unit, words: '楼道灯不亮' } }),
  },
  'GET /api/likeness/cases/:id': {
    about: 'district',
    input: async (area, caller) => ({ params: { id: await area.aCase('dispatched', caller) } }),
  },
  'GET /api/likeness/cases/:id/similar': placed(async (area, caller) => ({
    params: { id: await area.aCase('dispatched', caller) },
  })),
  'GET /api/likeness/spots': {
    about: 'list',
    input: async (area, caller) => (await aHotSpot(area, caller), { query: { placeId: area.community } }),
  },
  'GET /api/likeness/spots/:id': spot(),
  'POST /api/likeness/spots/search': placed((area) => ({ body: { placeId: area.unit } })),
  'POST /api/likeness/spots/:id/seen': spot(),
  'POST /api/likeness/spots/:id/dismissal': spot({ reason: '同一人重复反映' }),
  'POST /api/likeness/spots/:id/root-case': spot({ words: '整栋楼的楼道灯要统一更换' }),
  'GET /api/triage': none(),
  'PUT /api/triage/categories/:id': {
    about: 'district',
    input: async (area) => ({
      params: { id: await area.newCategory() },
      body: { mode: 'suggest', leastConfidence: 0.6 },
    }),
  },
  'POST /api/triage/training': {
    about: 'none',
    input: async (area, caller) => (await pastDecisions(area, caller), {}),
  },
  'GET /api/triage/cases/:id': placed(async (area, caller) => ({
    params: { id: await area.aCase('dispatched', caller) },
  })),
  'POST /api/triage/cases/:id/suggestion': placed(
    async (area, caller) => (await aModel(area), { params: { id: await area.aCase('submitted', caller) } }),
  ),
}
