// Example inputs of committees of estates.
import type { committeesApi } from '../../../contract/src/committees.ts'
import type { Area, Caller } from './areas.ts'
import {
  aCandidate,
  aCertified,
  aCommittee,
  aMember,
  aNamedMember,
  anEstate,
  dayIn,
  ownsIn,
} from './committee-makers.ts'
import type { Example, ExampleInput } from './contract-examples.ts'

const placed = (input: Example['input'], about: Example['about'] = 'placed'): Example => ({ about, input })
const none: Example = { about: 'none', input: () => ({}) }
const on = (
  state: Parameters<typeof aCommittee>[1],
  body?: (area: Area, caller: Caller) => unknown,
  about: Example['about'] = 'placed',
): Example =>
  placed(async (area, caller): Promise<ExampleInput> => {
    const { id } = await aCommittee(area, state)
    return { params: { id }, ...(body === undefined ? {} : { body: await body(area, caller) }) }
  }, about)
const listed: Example = placed(async (area) => (await aCommittee(area, 'seated'), {}), 'list')
export const groupOfFive = [
  { name: '街道代表', side: 'street', isLead: true },
  { name: '社区代表', side: 'community', isLead: false },
  ...['甲', '乙', '丙'].map((name) => ({ name: `业主${name}`, side: 'owners', isLead: false })),
]
export const managementOfSeven = [
  { name: '社区书记', side: 'community', duty: 'chair', isPartyMember: true },
  { name: '物业经理', side: 'company', duty: 'member', isPartyMember: true },
  { name: '社会组织', side: 'social', duty: 'member', isPartyMember: false },
  ...['甲', '乙', '丙', '丁'].map((name) => ({
    name: `业主${name}`,
    side: 'owners',
    duty: name === '甲' ? 'viceChair' : 'member',
    isPartyMember: name === '甲',
  })),
]
const elected = async (area: Area, more: Readonly<Record<string, unknown>> = {}, at?: string) => {
  const made = await aCommittee(area, 'electing', more, at)
  const decision = await aCertified(area, made.estate, made.candidates, 5)
  await area.app.sql('update committees set decision_id = $2 where id = $1', [made.id, decision])
  return made
}
export const committeeExamples: Readonly<Record<keyof typeof committeesApi, Example>> = {
  'GET /api/committees/figures': none,
  'GET /api/committees/estates': placed(async (area) => (await anEstate(area), {}), 'list'),
  'POST /api/committees/estates/:id/exemption': placed(async (area) => ({
    params: { id: await anEstate(area) },
    body: { isExempt: true, reason: '还没有交付一半' },
  })),
  'GET /api/committees/members': placed(async (area) => {
    const { id } = await aCommittee(area, 'seated')
    await aMember(area, id, await area.person())
    return {}
  }, 'list'),
  'GET /api/committees/rules': none,
  'GET /api/committees': listed,
  'GET /api/committees/mine': listed,
  'POST /api/committees': placed(async (area) => ({
    body: {
      placeId: await anEstate(area),
      group: groupOfFive,
      seats: 5,
      nominationsUntil: dayIn(5),
      needsNoArrears: true,
    },
  })),
  'POST /api/committees/bodies': placed(async (area) => ({
    body: {
      placeId: await anEstate(area),
      kind: 'managementCommittee',
      ground: '没有选出业委会',
      from: dayIn(0),
      to: dayIn(700),
      members: managementOfSeven,
    },
  })),
  'GET /api/committees/:id': on('seated'),
  'GET /api/committees/:id/known': placed(async (area) => {
    const { id, estate } = await aCommittee(area, 'seated')
    const personId = await area.person()
    await ownsIn(area, estate, personId)
    await aNamedMember(area, id, personId)
    return { params: { id } }
  }),
  'POST /api/committees/:id/appointments': placed(async (area) => {
    const { id, estate } = await aCommittee(area, 'seated')
    const personId = await area.person()
    await ownsIn(area, estate, personId)
    return { params: { id }, body: { members: [{ memberId: await aNamedMember(area, id, personId), personId }] } }
  }),
  // The caller owns a home there by now: who else may is tested in committees.test.ts.
  'POST /api/committees/:id/candidates': placed(async (area, caller) => {
    const { id, estate } = await aCommittee(area, 'preparing')
    await ownsIn(area, estate, caller.personId)
    return { params: { id }, body: { statement: '愿意为大家办事', isPartyMember: true } }
  }, 'none'),
  'POST /api/committees/:id/candidates/:thingId/withdrawal': placed(async (area, caller) => {
    const { id, estate } = await aCommittee(area, 'preparing')
    await ownsIn(area, estate, caller.personId)
    return { params: { id, thingId: await aCandidate(area, id, caller.personId) } }
  }, 'own'),
  'POST /api/committees/:id/candidates/:thingId/review': placed(async (area) => {
    const { id } = await aCommittee(area, 'reviewing')
    return {
      params: { id, thingId: await aCandidate(area, id, await area.person()) },
      body: { met: [], isAccepted: false, words: '不是本小区业主' },
    }
  }),
  'POST /api/committees/:id/closeNomination': on('preparing', () => ({})),
  'POST /api/committees/:id/reopen': on('reviewing', () => ({ nominationsUntil: dayIn(5), reason: '候选人不够' })),
  'POST /api/committees/:id/publishList': placed(async (area, caller) => {
    const { id } = await aCommittee(area, 'reviewing')
    for (let i = 0; i < 6; i++) await aCandidate(area, id, await area.person(), 'accepted')
    return {
      params: { id },
      body: { postedOn: dayIn(0), days: 7, photos: [await area.file(caller.personId, null)] },
    }
  }),
  'POST /api/committees/:id/objections': placed(async (area, caller) => {
    const { id, estate } = await aCommittee(area, 'published')
    await ownsIn(area, estate, caller.personId)
    return { params: { id }, body: { words: '有一位欠费' } }
  }, 'none'),
  'POST /api/committees/:id/objections/:thingId': placed(async (area) => {
    const { id } = await aCommittee(area, 'published')
    const thingId = await area.insert('committee_objections', {
      committee_id: id,
      person_id: await area.person(),
      words: '有一位欠费',
      at: new Date(),
    })
    return { params: { id, thingId }, body: { words: '已经核对' } }
  }),
  'POST /api/committees/:id/elect': placed(async (area) => {
    const { id, estate } = await aCommittee(area, 'published', { list_until: dayIn(-1) })
    await ownsIn(area, estate, await area.person())
    return { params: { id }, body: { partKinds: ['home'] } }
  }),
  'POST /api/committees/:id/notElected': placed(async (area) => {
    const { id } = await elected(area)
    await area.app.sql(
      "update decisions set state = 'failed' where id = (select decision_id from committees where id = $1)",
      [id],
    )
    return { params: { id }, body: { nominationsUntil: dayIn(5) } }
  }),
  'POST /api/committees/:id/seat': placed(async (area) => ({
    params: { id: (await elected(area)).id },
    body: { from: dayIn(0), to: dayIn(1000) },
  })),
  'POST /api/committees/:id/fill': placed(async (area) => {
    const target = await aCommittee(area, 'seated')
    const { id } = await elected(area, { fills_id: target.id }, target.estate)
    return { params: { id }, body: { from: dayIn(0) } }
  }),
  'POST /api/committees/:id/members/:thingId/leave': placed(async (area) => {
    const { id } = await aCommittee(area, 'seated')
    return {
      params: { id, thingId: await aMember(area, id, await area.person()) },
      body: { on: dayIn(0), reason: '搬家' },
    }
  }),
  'POST /api/committees/:id/moveUp': placed(async (area) => {
    const { id, candidates } = await aCommittee(area, 'seated')
    await area.app.sql("update committee_candidates set result = 'reserve', rank = 6 where id = $1", [candidates[0]])
    return { params: { id }, body: { from: dayIn(0) } }
  }),
  'POST /api/committees/:id/end': on('seated', () => ({ on: dayIn(0), reason: '业主大会决定更换' })),
  'POST /api/committees/:id/drop': on('preparing', () => ({ reason: '报名的人不够' })),
}
