// Valid example inputs of managing the open interface; see contract-examples.ts. The protocol has tests of its own.
import type { open311Api } from '../../../contract/src/open311.ts'
import type { Area, Caller } from './areas.ts'
import type { Example } from './contract-examples.ts'

let counter = 0
const none = (body?: unknown): Example => ({ about: 'none', input: () => (body === undefined ? {} : { body }) })
const ofDistrict = (input: Example['input'], more: Partial<Example> = {}): Example => ({
  about: 'district',
  input,
  ...more,
})
const keyOf = async (area: Area) =>
  area.insert('open311_keys', {
    district_id: area.district,
    name: '市民热线',
    key_hash: `hash ${++counter} ${Math.random()}`,
    hint: 'abcd',
    scope_id: area.district,
    may_report: true,
    may_update: true,
    made_by: await area.person(),
    made_at: new Date(),
    changed_at: new Date(),
  })
/** Nobody listens on port 1. */
const peerOf = async (area: Area) => {
  const id = await area.insert('open311_peers', {
    district_id: area.district,
    name: '市级平台',
    url: 'http://127.0.0.1:1/open311/v2',
    place_id: area.community,
    imports: false,
    forwards: true,
    active: true,
    made_by: await area.person(),
    made_at: new Date(),
  })
  await area.app.sql('insert into open311_peer_services (peer_id, service_code, category_id) values ($1, $2, $3)', [
    id,
    'LIGHT',
    area.category,
  ])
  return id
}
const linkOf = async (area: Area, caller: Caller) =>
  area.insert('open311_links', {
    district_id: area.district,
    peer_id: await peerOf(area),
    case_id: await area.aCase('accepted', caller),
    direction: 'out',
    state: 'sent',
    remote_id: '311-7',
    made_at: new Date(),
  })
const peerBody = (area: Area) => ({
  name: '市级平台',
  url: 'https://city.example/open311/v2',
  placeId: area.community,
  imports: true,
  forwards: false,
  active: false,
  services: [{ serviceCode: 'LIGHT', categoryId: area.category }],
})
export const open311Examples: Readonly<Record<keyof typeof open311Api, Example>> = {
  'GET /api/open311': none(),
  'GET /api/open311/keys': ofDistrict(async (area) => (await keyOf(area), {})),
  'POST /api/open311/keys': ofDistrict((area) => ({
    body: { name: '市民热线', scopeId: area.community, mayReport: true, mayUpdate: false },
  })),
  'PATCH /api/open311/keys/:id': ofDistrict(async (area) => ({
    params: { id: await keyOf(area) },
    body: { active: false },
  })),
  'GET /api/open311/services': ofDistrict(() => ({})),
  'PUT /api/open311/services/:id': ofDistrict(async (area) => ({
    params: { id: await area.newCategory() },
    body: {
      code: `S${++counter}`,
      description: '路灯不亮、灯杆损坏',
      isOpen: true,
      attributes: [
        {
          code: 'POLE',
          variable: true,
          datatype: 'singlevaluelist',
          required: false,
          description: '灯杆在哪里',
          choices: [{ key: 'road', name: '路边' }],
        },
      ],
    },
  })),
  'GET /api/open311/peers': ofDistrict(async (area) => (await peerOf(area), {})),
  'POST /api/open311/peers': ofDistrict((area) => ({ body: peerBody(area) })),
  'PUT /api/open311/peers/:id': ofDistrict(async (area) => ({
    params: { id: await peerOf(area) },
    body: peerBody(area),
  })),
  'POST /api/open311/peers/:id/poll': ofDistrict(async (area) => ({ params: { id: await peerOf(area) } })),
  'GET /api/open311/peers/:id/services': ofDistrict(async (area) => ({ params: { id: await peerOf(area) } }), {
    neverDone: 'nobody answers at the peer',
  }),
  'GET /api/open311/exchanges': ofDistrict(async (area, caller) => (await linkOf(area, caller), {})),
  'GET /api/open311/cases/:id/exchanges': {
    about: 'placed',
    input: async (area, caller) => ({ params: { id: await area.aCase('accepted', caller) } }),
  },
  'POST /api/open311/cases/:id/forward': {
    about: 'placed',
    input: async (area, caller) => ({
      params: { id: await area.aCase('accepted', caller) },
      body: { peerId: await peerOf(area) },
    }),
  },
}
