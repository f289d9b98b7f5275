// Example inputs of channels, message boards and the hotline; see contract-examples.ts.
import type { boardsApi } from '../../../contract/src/boards.ts'
import type { channelsApi } from '../../../contract/src/channels.ts'
import type { hotlineApi } from '../../../contract/src/hotline.ts'
import type { Area, Caller } from './areas.ts'
import { addPlace } from './small-district.ts'
import type { Example } from './contract-examples.ts'

const of =
  (about: Example['about']) =>
  (input: Example['input'], more: Partial<Example> = {}): Example => ({ about, input, ...more })
const placed = of('placed')
const list = of('list')
const own = of('own')
const none = (body?: unknown, more: Partial<Example> = {}): Example => ({
  about: 'none',
  input: () => (body === undefined ? {} : { body }),
  ...more,
})
type Find = (area: Area, caller: Caller) => Promise<string>
const byId =
  (find: Find, body?: (area: Area, caller: Caller) => unknown): Example['input'] =>
  async (area, caller) => ({
    params: { id: await find(area, caller) },
    ...(body === undefined ? {} : { body: await body(area, caller) }),
  })
let made = 0
/** The ancestors a thing at the building carries. */
const standing = (area: Area, at: string = area.building) =>
  area.app
    .sql(
      'select district_id, street_id, community_id, grid_id, estate_id, building_id, unit_id, id as place_id from places where id = $1',
      [at],
    )
    .then(([row]) => row!)

export const makeBox: Find = async (area) =>
  area.insert('opinion_boxes', {
    ...(await standing(area)),
    name: `意见箱${++made}`,
    doorcode_id: await area.code(),
    created_at: new Date(),
    created_by: await area.person(),
  })
const emptyingOf = async (area: Area, boxId: string) =>
  area.insert('box_emptyings', {
    district_id: area.district,
    box_id: boxId,
    emptied_on: '2026-11-18',
    slip_count: 5,
    by_person: await area.person(),
    by_name: '社工',
    created_at: new Date(),
  })
const emptying: Find = async (area, caller) => emptyingOf(area, await makeBox(area, caller))
/** A box that was emptied. */
const emptiedBox: Find = async (area, caller) => {
  const box = await makeBox(area, caller)
  await emptyingOf(area, box)
  return box
}
const meeting: Find = async (area) => {
  const id = await area.insert('complaint_sittings', {
    ...(await standing(area)),
    name: `吐槽会${++made}`,
    held_on: '2026-11-18',
    chair: '书记',
    present: 12,
    created_by: await area.person(),
    created_at: new Date(),
    saved_at: new Date(),
  })
  await area.app.sql("insert into complaint_rows (sitting_id, seq, words) values ($1, 0, '楼道灯不亮')", [id])
  return id
}
/** A list with one door, given to somebody. */
const knocks = async (area: Area, caller: Caller) => {
  const home = await area.home()
  const listId = await area.insert('knock_lists', {
    ...(await standing(area)),
    name: `走访${++made}`,
    created_by: await area.person(),
    created_at: new Date(Date.now() - 60_000),
  })
  const visitId = await area.insert('knock_visits', {
    district_id: area.district,
    list_id: listId,
    home_id: home,
    seq: 0,
    assigned_to: caller.serves.includes(area.community) ? caller.personId : null,
  })
  return { listId, visitId }
}
const knockList: Find = async (area, caller) => (await knocks(area, caller)).listId
const visit: Find = async (area, caller) => (await knocks(area, caller)).visitId
const station: Find = (area) =>
  area.insert('organisations', {
    district_id: area.district,
    kind: 'station',
    name: `驿站${++made}`,
    short_name: '驿站',
    place_id: area.community,
  })
const draft = {
  name: '门口吐槽会',
  heldOn: '2026-11-18',
  chair: '书记',
  present: 12,
}
export const channelExamples: Readonly<Record<keyof typeof channelsApi, Example>> = {
  'GET /api/channels/boxes': list(async (area, caller) => (await makeBox(area, caller), {})),
  'POST /api/channels/boxes': placed((area) => ({ body: { placeId: area.building, name: '红色意见箱' } })),
  'POST /api/channels/boxes/:id/removal': placed(byId(makeBox, () => ({ reason: '大门改造' }))),
  'GET /api/channels/boxes/:id/emptyings': placed(byId(emptiedBox)),
  'POST /api/channels/boxes/:id/emptyings': placed(
    byId(makeBox, () => ({ on: '2026-11-18', slipCount: 2, slips: [{ words: '楼道灯不亮' }] })),
  ),
  'POST /api/channels/emptyings/:id/slips': placed(
    byId(emptying, () => ({ slips: [{ words: '谢谢物业', filedAs: 'thanks' }] })),
  ),
  'GET /api/channels/meetings': list(async (area, caller) => (await meeting(area, caller), {})),
  'POST /api/channels/meetings': placed((area) => ({ body: { placeId: area.building, ...draft } })),
  'GET /api/channels/meetings/:id': placed(byId(meeting)),
  'PUT /api/channels/meetings/:id': placed(
    byId(meeting, () => ({ version: 1, ...draft, rows: [{ words: '楼道灯不亮' }] })),
  ),
  'POST /api/channels/meetings/:id/commit': placed(byId(meeting, () => ({ version: 1 }))),
  'GET /api/channels/knocks': list(async (area, caller) => (await knocks(area, caller), {})),
  'GET /api/channels/knocks/mine': list(async (area, caller) => (await knocks(area, caller), {})),
  // A unit of its own: the one all examples share has more homes by now than a list takes.
  'POST /api/channels/knocks': placed(async (area) => {
    const unit = await addPlace(area.app.sql, 'unit', `走访${++made}单元`, area.building)
    await addPlace(area.app.sql, 'home', '101', unit)
    return { body: { placeId: unit, name: '冬季走访' } }
  }),
  'GET /api/channels/knocks/:id': placed(byId(knockList)),
  'GET /api/channels/knocks/:id/people': placed(byId(knockList)),
  'POST /api/channels/knocks/:id/assignments': placed(async (area, caller) => {
    const { listId, visitId } = await knocks(area, caller)
    return { params: { id: listId }, body: { visitIds: [visitId], personId: null } }
  }),
  'POST /api/channels/visits/:id/outcome': placed(byId(visit, () => ({ state: 'done', needs: ['repair'] }))),
  'POST /api/channels/visits/:id/cases': placed(byId(visit, () => ({ words: '厨房窗户关不上', need: 'repair' }))),
  'POST /api/channels/knocks/:id/closing': placed(byId(knockList, () => ({}))),
  'POST /api/channels/chats/split': none({ text: '王姐 14:20\n路灯不亮了' }),
  'POST /api/channels/chats/cases': placed((area) => ({
    body: { placeId: area.building, matters: [{ words: '路灯不亮了' }] },
  })),
  'GET /api/channels/clues': none(),
  // Anybody may report what they see in the district; only another district is out of reach.
  'POST /api/channels/clues': of('district')((area) => ({ body: { kind: 'lamp', placeId: area.unit } })),
  'GET /api/channels/clues/stations': of('district')(async (area, caller) => (await station(area, caller), {})),
  'PUT /api/channels/clues/station': of('district')(async (area, caller) => ({
    body: { stationId: await station(area, caller) },
  })),
}

const post =
  (by: 'somebody' | 'caller', state = 'shown'): Find =>
  async (area, caller) => {
    const { district_id, street_id, community_id } = await standing(area, area.estate)
    return area.insert('board_posts', {
      district_id,
      street_id,
      community_id,
      estate_id: area.estate,
      author_id: by === 'caller' ? caller.personId : await area.resident(),
      shown_name: '小区邻居',
      words: '楼下的灯不亮了',
      state,
      created_at: new Date(),
    })
  }
const reason = () => ({ reason: '带有他人姓名' })
export const messageBoardExamples: Readonly<Record<keyof typeof boardsApi, Example>> = {
  'GET /api/boards': list(() => ({})),
  'GET /api/boards/posts': list(async (area, caller) => (await post('somebody', 'waiting')(area, caller), {})),
  'GET /api/boards/:id': placed(byId(async (area) => area.estate)),
  'GET /api/boards/:id/posts': placed(byId(async (area) => area.estate)),
  'POST /api/boards/:id/posts': placed(
    byId(
      async (area) => area.estate,
      () => ({ words: '大门口的灯不亮了', as: 'neighbour' }),
    ),
  ),
  'PUT /api/boards/:id/settings': placed(
    byId(
      async (area) => area.estate,
      () => ({ premoderated: false }),
    ),
  ),
  'POST /api/boards/posts/:id/withdrawal': own(byId(post('caller'), () => ({}))),
  'POST /api/boards/posts/:id/reports': placed(byId(post('somebody'), reason)),
  'POST /api/boards/posts/:id/hiding': placed(byId(post('somebody'), reason)),
  'POST /api/boards/posts/:id/showing': placed(byId(post('somebody', 'waiting'), () => ({}))),
  'POST /api/boards/posts/:id/case': placed(byId(post('somebody'), () => ({ kind: 'small' }))),
}

const order: Find = async (area, caller) =>
  area.insert('hotline_orders', {
    district_id: area.district,
    number: `RX${++made}`,
    case_id: await area.aCase('closed', caller),
    words: '路灯不亮',
    source: 'sheet',
    created_at: new Date(),
    updated_at: new Date(),
  })
const returned: Find = async (area, caller) => {
  const orderId = await order(area, caller)
  const id = await area.insert('hotline_returns', {
    district_id: area.district,
    by_name: '社工',
    at: new Date(),
    line_count: 1,
  })
  await area.app.sql("insert into hotline_return_lines values ($1, $2, 'done', '已修好')", [id, orderId])
  return id
}
const anImport: Find = (area, caller) =>
  area.insert('hotline_imports', {
    district_id: area.district,
    file_name: '热线.xlsx',
    headers: ['工单编号', '诉求内容', '诉求地址'],
    mapping: { number: '工单编号', words: '诉求内容', address: '诉求地址' },
    rows_sealed: area.app.parts.sealing.seal(
      JSON.stringify([{ row: 2, cells: { 工单编号: `A${++made}`, 诉求内容: '路灯不亮', 诉求地址: '幸福里小区' } }]),
    ),
    row_count: 1,
    state: 'previewed',
    by_person: caller.personId,
    by_name: '社工',
    at: new Date(),
  })
const key: Find = async (area) =>
  area.insert('hotline_keys', {
    district_id: area.district,
    place_id: area.community,
    name: '区热线',
    hash: `hash${++made}`,
    tail: 'abcd',
    scopes: ['push'],
    per_minute: 60,
    created_by: await area.person(),
    created_at: new Date(),
  })
const machine = { neverDone: 'needs a key in a header' } as const
export const hotlineExamples: Readonly<Record<keyof typeof hotlineApi, Example>> = {
  'GET /api/hotline/template.xlsx': none(),
  'GET /api/hotline/orders': list(async (area, caller) => (await order(area, caller), {})),
  'GET /api/hotline/figures': list(() => ({})),
  'POST /api/hotline/imports': {
    about: 'none',
    input: () => ({ form: {} }),
    neverDone: 'the small file is no spreadsheet',
  },
  'GET /api/hotline/imports/:id': own(byId(anImport)),
  'PUT /api/hotline/imports/:id/mapping': own(byId(anImport, () => ({ mapping: { number: '工单编号' } }))),
  'POST /api/hotline/imports/:id/commit': own(byId(anImport, () => ({ which: 'good' }))),
  'GET /api/hotline/returns': list(async (area, caller) => (await returned(area, caller), {})),
  'POST /api/hotline/returns': placed(async (area, caller) => ({ body: { ids: [await order(area, caller)] } })),
  'GET /api/hotline/returns/:id/sheet.xlsx': placed(byId(returned)),
  'GET /api/hotline/keys': list(async (area, caller) => (await key(area, caller), {})),
  'POST /api/hotline/keys': placed((area) => ({ body: { name: '热线', placeId: area.community, scopes: ['push'] } })),
  'POST /api/hotline/keys/:id/revocation': placed(byId(key, () => ({}))),
  'POST /api/hotline/exchange/orders': none({ number: 'RX1', words: '路灯不亮', address: '幸福里小区' }, machine),
  'GET /api/hotline/exchange/orders': none(undefined, machine),
  'POST /api/hotline/exchange/returns': none({ numbers: ['RX1'] }, machine),
}
