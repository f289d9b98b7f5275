// Example inputs of owners' decisions and of public notices.
import { uuidv7 } from 'uuidv7'
import type { ballotsApi } from '../../../contract/src/ballots.ts'
import type { DecisionState } from '../../../contract/src/ballots-life.ts'
import { nationalRules } from '../../../rules/src/vote-rule-sets.ts'
import type { Area, Caller } from './areas.ts'
import type { Example, ExampleInput } from './contract-examples.ts'

const HOUR_MS = 3_600_000
const today = () => new Date(Date.now() + 8 * HOUR_MS).toISOString().slice(0, 10)
const afterDays = (days: number) => new Date(Date.now() + days * 24 * HOUR_MS).toISOString()
const withRoll: readonly DecisionState[] = ['rollFrozen', 'noticed', 'open', 'closed', 'provisional', 'certified']
interface Made {
  readonly id: string
  readonly item: string
  readonly part: string
  readonly key: string
}
const insertDecision = async (area: Area, state: DecisionState, id: string): Promise<void> => {
  const isPast = ['closed', 'provisional', 'certified'].includes(state)
  await area.app.sql(
    `insert into decisions (id, district_id, street_id, community_id, grid_id, estate_id, building_id, place_id, place_name, part_kinds, title, words, convener, city_system, proxy_cap, state, state_at, rules, salt, objections_until, roll_hash, roll_text, notice_posted_on, notice_ends_on, opens_from, opens_at, closes_at, total_owners, total_area, created_at)
     select $1, p.district_id, p.street_id, p.community_id, p.grid_id, p.estate_id, p.building_id, p.id, p.path, '{home}', '选聘物业', '选聘物业公司', '居委会', false, 3, $2, now(), $3, 'salt', $4, $5, $6, '2026-01-01', '2026-01-20', '2026-01-21', now() - interval '2 hours', $7, 1, 8945, now() from places p where p.id = $8`,
    [
      id,
      state,
      JSON.stringify(nationalRules),
      state === 'rollPublished' ? today() : null,
      withRoll.includes(state) ? 'a'.repeat(64) : null,
      withRoll.includes(state)
        ? JSON.stringify({ decision: id, parts: [{ id: 'p1', owner: `key${id.slice(-8)}`, area: 8945 }] })
        : null,
      isPast ? new Date(Date.now() - HOUR_MS) : new Date(Date.now() + 24 * HOUR_MS),
      area.building,
    ],
  )
}
/** A decision of the area's building in which the caller owns a home. */
export const aDecision = async (area: Area, caller: Caller, state: DecisionState): Promise<Made> => {
  const made: Made = { id: uuidv7(), item: uuidv7(), part: uuidv7(), key: '' }
  area.ids.add(made.id)
  const key = `key${made.id.slice(-8)}`
  const { sql } = area.app
  await insertDecision(area, state, made.id)
  await sql(
    "insert into decision_items (id, decision_id, sort, matter, title, words, cost) values ($1, $2, 1, 'other', '选聘', '', '')",
    [made.item, made.id],
  )
  await sql(
    "insert into decision_parts (id, decision_id, sort, kind, label, building, area, is_developers, owner_ids, owner_key) values ($1, $2, 1, 'home', '101', '1号楼', 8945, false, $3, $4)",
    [made.part, made.id, [caller.personId], key],
  )
  if (withRoll.includes(state))
    await sql('insert into decision_owners (decision_id, key, sort, person_ids, area) values ($1, $2, 1, $3, 8945)', [
      made.id,
      key,
      [caller.personId],
    ])
  if (state === 'provisional' || state === 'certified')
    await sql(
      "update decisions set result = $2, result_at = now(), certificate = '{}', certificate_hash = $3, certified_at = now() where id = $1",
      [made.id, JSON.stringify({ items: [resultOf(made.item)], tied: [] }), 'b'.repeat(64)],
    )
  return { ...made, key }
}
const sums = { total: 1, participating: 1, for: 1, against: 0, abstain: 0 }
const resultOf = (itemId: string) => ({
  itemId,
  area: sums,
  owners: sums,
  quorum: { area: true, owners: true },
  approval: { area: true, owners: true },
  isPassed: true,
  outcome: 'passes',
  flips: [],
  areaFlips: [],
  isCertifiable: true,
  left: [],
  seat: null,
})
const on = (
  state: DecisionState,
  body?: (it: Made, area: Area, caller: Caller) => unknown,
  more: Partial<Example> = {},
): Example => ({
  about: 'placed',
  input: async (area, caller) => {
    const it = await aDecision(area, caller, state)
    return { params: { id: it.id }, ...(body === undefined ? {} : { body: await body(it, area, caller) }) }
  },
  ...more,
})
const input = (make: (area: Area, caller: Caller) => Promise<ExampleInput>, more: Partial<Example> = {}): Example => ({
  about: 'placed',
  input: make,
  ...more,
})
const listed = (state: DecisionState): Example => ({
  about: 'list',
  input: async (area, caller) => (await aDecision(area, caller, state), {}),
})
const marks = (it: Made) => [{ itemId: it.item, mark: 'for' }]
const reason = { reason: '材料不全' }
let papers = 0
/** A code of eight letters that a paper can carry. */
const paperCode = () => `P${String(++papers).padStart(7, '0')}`
const aPaper = async (area: Area, it: Made): Promise<string> => {
  const code = paperCode()
  await area.app.sql(
    "insert into decision_papers (decision_id, owner_key, sort, code, state, state_at) values ($1, $2, 1, $3, 'out', now())",
    [it.id, it.key, code],
  )
  return code
}
const anObjection = async (area: Area, it: Made, by: string): Promise<string> => {
  const id = uuidv7()
  await area.app.sql(
    "insert into decision_objections (id, decision_id, about, person_id, words, at) values ($1, $2, 'roll', $3, '不对', now())",
    [id, it.id, by],
  )
  return id
}
const aMandate = async (area: Area, it: Made, from: string): Promise<string> => {
  const id = uuidv7()
  await area.app.sql(
    "insert into decision_mandates (id, decision_id, owner_key, from_person, to_person, item_ids, at) values ($1, $2, $3, $4, $5, '{}', now())",
    [id, it.id, it.key, from, await area.person()],
  )
  return id
}
const adoptSilence = async (area: Area, it: Made): Promise<void> => {
  const rules = { ...nationalRules, silence: 'with-majority', silenceCitation: '议事规则第12条' }
  await area.app.sql('update decisions set rules = $2 where id = $1', [it.id, JSON.stringify(rules)])
}
const aDelivery = async (area: Area, it: Made): Promise<string> => {
  const id = uuidv7()
  await area.app.sql(
    "insert into decision_deliveries (id, decision_id, owner_key, how, delivered_on, at) values ($1, $2, $3, 'signature', '2026-01-10', now())",
    [id, it.id, it.key],
  )
  return id
}
/** Somebody who owns it together with the caller. */
const withCoOwner = async (area: Area, it: Made, personId: string): Promise<string> => {
  const other = await area.person()
  await area.app.sql('update decision_owners set person_ids = $2 where decision_id = $1', [it.id, [personId, other]])
  return other
}
const phoneOf = async (area: Area): Promise<string> => {
  const { phone } = await area.app.makePerson('受托人')
  return phone
}
export const decisionExamples: Readonly<Record<keyof typeof ballotsApi, Example>> = {
  'GET /api/decisions': listed('open'),
  'GET /api/decisions/mine': listed('open'),
  'GET /api/decisions/rules': { about: 'none', input: () => ({}) },
  'POST /api/decisions': input(async (area) => {
    await area.home()
    return {
      body: {
        placeId: area.building,
        partKinds: ['home'],
        title: '选聘物业',
        words: '原合同到期',
        items: [{ matter: 'propertyCompany', title: '选聘安居物业' }],
      },
    }
  }),
  'GET /api/decisions/:id': on('open'),
  'GET /api/decisions/:id/roll': on('draft'),
  'GET /api/decisions/:id/roll.xlsx': on('draft'),
  'POST /api/decisions/:id/roll/rebuild': input(async (area, caller) => {
    await area.home()
    return { params: { id: (await aDecision(area, caller, 'draft')).id }, body: {} }
  }),
  'POST /api/decisions/:id/roll/import': input(
    async (area, caller) => ({ params: { id: (await aDecision(area, caller, 'draft')).id }, form: {} }),
    { neverDone: 'needs a spreadsheet' },
  ),
  'POST /api/decisions/:id/parts/:thingId': input(async (area, caller) => {
    const it = await aDecision(area, caller, 'draft')
    return {
      params: { id: it.id, thingId: it.part },
      body: { area: 9000, areaSource: 'register', isDevelopers: false, reason: '按产证更正' },
    }
  }),
  'POST /api/decisions/:id/objections': on('rollPublished', () => ({ about: 'roll', words: '面积不对' })),
  'POST /api/decisions/:id/objections/:thingId': input(async (area, caller) => {
    const it = await aDecision(area, caller, 'rollPublished')
    return { params: { id: it.id, thingId: await anObjection(area, it, caller.personId) }, body: { words: '已经核对' } }
  }),
  'POST /api/decisions/:id/publishRoll': on('draft', () => ({ postedOn: today(), days: 7 })),
  'POST /api/decisions/:id/freezeRoll': on('rollPublished', async (it, area) => {
    await area.app.sql("update decisions set objections_until = '2026-01-01' where id = $1", [it.id])
    return {}
  }),
  'POST /api/decisions/:id/postNotice': on('rollFrozen', async (_it, area, caller) => ({
    postedOn: today(),
    photos: [await area.file(caller.personId, null)],
    closesAt: afterDays(60),
  })),
  'GET /api/decisions/:id/reach': on('rollFrozen'),
  'POST /api/decisions/:id/open': on('noticed', () => ({ knowsReach: true })),
  'POST /api/decisions/:id/voting-code': on('open', async (_it, area) => {
    await area.app.sql('delete from phone_codes')
    return undefined
  }),
  'POST /api/decisions/:id/ballot': on('open', (it) => ({ code: '000000', marks: marks(it) }), {
    neverDone: 'needs the code of a phone',
  }),
  'POST /api/decisions/:id/receipt': on('open', () => ({ receipt: '1-0123456789abcdef' }), {
    neverDone: 'needs a receipt',
  }),
  'POST /api/decisions/:id/mandates': on('open', async (_it, area) => ({ phone: await phoneOf(area) })),
  'POST /api/decisions/:id/mandates/:thingId': input(async (area, caller) => {
    const it = await aDecision(area, caller, 'open')
    return { params: { id: it.id, thingId: await aMandate(area, it, caller.personId) }, body: {} }
  }),
  'GET /api/decisions/:id/log': on('open'),
  'POST /api/decisions/:id/designations': input(async (area, caller) => {
    const it = await aDecision(area, caller, 'open')
    await withCoOwner(area, it, caller.personId)
    return { params: { id: it.id }, body: { key: it.key, personId: caller.personId } }
  }),
  'GET /api/decisions/:id/differing': on('open'),
  'POST /api/decisions/:id/designations-on-paper': input(async (area, caller) => {
    const it = await aDecision(area, caller, 'open')
    const personId = await withCoOwner(area, it, caller.personId)
    const photos = [await area.file(caller.personId, null)]
    return { params: { id: it.id }, body: { key: it.key, personId, photos, ...reason } }
  }),
  'GET /api/decisions/:id/mandates': on('open'),
  'POST /api/decisions/:id/mandates-on-paper': on('open', async (it, area, caller) => ({
    key: it.key,
    name: '受托人',
    phone: await phoneOf(area),
    photos: [await area.file(caller.personId, null)],
  })),
  'POST /api/decisions/:id/mandates/:thingId/withdrawal': input(async (area, caller) => {
    const it = await aDecision(area, caller, 'open')
    return { params: { id: it.id, thingId: await aMandate(area, it, caller.personId) }, body: reason }
  }),
  'GET /api/decisions/:id/turnout': on('open'),
  'GET /api/decisions/:id/missing': on('open'),
  'GET /api/decisions/:id/missing.xlsx': on('open'),
  'POST /api/decisions/:id/papers': on('open', () => ({})),
  'GET /api/decisions/:id/papers.pdf': input(async (area, caller) => {
    const it = await aDecision(area, caller, 'open')
    await aPaper(area, it)
    return { params: { id: it.id } }
  }),
  'GET /api/decisions/:id/papers': on('open'),
  'POST /api/decisions/:id/papers/entry': on('open', async (it, area) => ({
    code: await aPaper(area, it),
    marks: marks(it),
    signed: true,
    receivedAt: new Date(Date.now() - HOUR_MS).toISOString(),
  })),
  'POST /api/decisions/:id/papers/spoil': on('open', async (it, area) => ({ code: await aPaper(area, it), ...reason })),
  'POST /api/decisions/:id/assisted': on('open', (it) => ({ key: it.key, marks: marks(it), ...reason })),
  'GET /api/decisions/:id/deliveries/progress': on('open'),
  'GET /api/decisions/:id/deliveries': on('open'),
  'POST /api/decisions/:id/deliveries': on('open', async (it, area, caller) => {
    await adoptSilence(area, it)
    const photos = [await area.file(caller.personId, null)]
    return { how: 'signature', on: today(), photos, whom: { keys: [it.key] } }
  }),
  'POST /api/decisions/:id/deliveries/:thingId': input(async (area, caller) => {
    const it = await aDecision(area, caller, 'open')
    await adoptSilence(area, it)
    return { params: { id: it.id, thingId: await aDelivery(area, it) }, body: reason }
  }),
  'POST /api/decisions/:id/received': on('noticed', async (it, area) => {
    await adoptSilence(area, it)
    return {}
  }),
  'POST /api/decisions/:id/city-result': on('closed', async (it, area) => {
    await area.app.sql('update decisions set city_system = true where id = $1', [it.id])
    const figures = { for: 1, against: 0, abstain: 0 }
    return { reference: '市系统第1号', items: [{ itemId: it.item, area: figures, owners: figures }] }
  }),
  'POST /api/decisions/:id/count': on('closed', () => ({ objectionDays: 7 })),
  'POST /api/decisions/:id/certify': on('provisional', () => ({})),
  'POST /api/decisions/:id/annul': on('certified', () => reason),
  'POST /api/decisions/:id/withdraw': on('draft', () => reason),
  'GET /api/decisions/:id/certificate.pdf': on('certified'),
  'GET /api/decisions/:id/bundle.zip': on('certified'),
}
