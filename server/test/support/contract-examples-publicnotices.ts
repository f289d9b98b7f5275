// A valid example input for every route of public notices.
import { uuidv7 } from 'uuidv7'
import type { publicnoticesApi } from '../../../contract/src/publicnotices.ts'
import type { Area, Caller } from './areas.ts'
import type { Example, ExampleInput } from './contract-examples.ts'

const day = (days = 0) => new Date(Date.now() + (8 + 24 * days) * 3_600_000).toISOString().slice(0, 10)
const placed = (make: (area: Area, caller: Caller) => Promise<ExampleInput>): Example => ({
  about: 'placed',
  input: make,
})
const draft = { title: '停水通知', words: '明天停水检修', days: 7, audience: 'homes' } as const
const placeColumns =
  'district_id, street_id, community_id, grid_id, micro_grid_id, estate_id, building_id, unit_id, place_id, place_name'
const ofPlace =
  'p.district_id, p.street_id, p.community_id, p.grid_id, p.micro_grid_id, p.estate_id, p.building_id, p.unit_id, p.id, p.path'
/** Posted so many days ago for seven days. */
export const aNotice = async (area: Area, caller: Caller, daysAgo = 0, audience = 'homes'): Promise<string> => {
  const id = uuidv7()
  area.ids.add(id)
  await area.app.sql(
    `insert into public_notices (id, ${placeColumns}, title, words, posted_on, days, ends_on, posted_by, photos, created_by, created_at, audience)
     select $1, ${ofPlace}, '停水通知', '明天停水', $2::date, 7, $2::date + 7, '居委会', '{}', $3, now(), $5 from places p where p.id = $4`,
    [id, day(-daysAgo), caller.personId, area.building, audience],
  )
  return id
}
const aDraft = async (area: Area, caller: Caller): Promise<string> => {
  const id = uuidv7()
  area.ids.add(id)
  await area.app.sql(
    `insert into public_notice_drafts (id, ${placeColumns}, title, words, days, audience, created_by, created_at, changed_at)
     select $1, ${ofPlace}, '停水通知', '明天停水', 7, 'homes', $2, now(), now() from places p where p.id = $3`,
    [id, caller.personId, area.building],
  )
  return id
}
const ofNotice = (body?: unknown, daysAgo = 0): Example =>
  placed(async (area, caller) => ({
    params: { id: await aNotice(area, caller, daysAgo) },
    ...(body === undefined ? {} : { body }),
  }))
const ofDraft = (more: (area: Area) => Omit<ExampleInput, 'params'>): Example =>
  placed(async (area, caller) => ({ params: { id: await aDraft(area, caller) }, ...more(area) }))
const draftOf = (area: Area) => ({ body: { ...draft, placeId: area.building } })

export const publicNoticeExamples: Readonly<Record<keyof typeof publicnoticesApi, Example>> = {
  'GET /api/publicnotices': { about: 'list', input: async (area, caller) => (await aNotice(area, caller), {}) },
  'GET /api/publicnotices/clock': { about: 'none', input: () => ({ query: { postedOn: day(), days: '7' } }) },
  'GET /api/publicnotices/public': { about: 'none', input: () => ({}) },
  'GET /api/publicnotices/public/:id': {
    about: 'none',
    input: async (area, caller) => ({ params: { id: await aNotice(area, caller, 0, 'public') } }),
  },
  'GET /api/publicnotices/drafts': { about: 'list', input: async (area, caller) => (await aDraft(area, caller), {}) },
  'POST /api/publicnotices/drafts': placed(async (area) => draftOf(area)),
  'PUT /api/publicnotices/drafts/:id': ofDraft(draftOf),
  'DELETE /api/publicnotices/drafts/:id': ofDraft(() => ({})),
  'GET /api/publicnotices/drafts/:id/sheet.pdf': ofDraft(() => ({ query: { postedOn: day() } })),
  'POST /api/publicnotices': placed(async (area, caller) => ({
    body: {
      ...draft,
      placeId: area.building,
      postedOn: day(),
      postedWhere: '单元门口',
      photos: [await area.file(caller.personId, null)],
    },
  })),
  'GET /api/publicnotices/:id': ofNotice(),
  'GET /api/publicnotices/:id/sheet.pdf': ofNotice(),
  'POST /api/publicnotices/:id/comments': ofNotice({ words: '什么时候来水' }),
  'POST /api/publicnotices/:id/comments/:thingId': placed(async (area, caller) => {
    const id = await aNotice(area, caller)
    const thingId = uuidv7()
    await area.app.sql(
      'insert into public_notice_comments (id, notice_id, person_id, words, at) values ($1, $2, $3, $4, now())',
      [thingId, id, caller.personId, '什么时候来水'],
    )
    return { params: { id, thingId }, body: { words: '下午五点' } }
  }),
  'POST /api/publicnotices/:id/withdrawal': ofNotice({ reason: '已经来水' }),
  'POST /api/publicnotices/:id/outcome': ofNotice({ words: '没有收到反对意见，按公示办。' }, 30),
}
