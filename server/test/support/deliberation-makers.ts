// Rows of deliberation that the examples act on: topics, meetings, resolutions, items, reports.
import { createHash } from 'node:crypto'
import { defaultSchemes } from '../../../contract/src/deliberation-schemes.ts'
import type { ItemState, MeetingState, ResolutionResult, TopicState } from '../../../contract/src/deliberation-life.ts'
import type { Area, Caller } from './areas.ts'

const DAY_MS = 86_400_000
export const day = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10)
export const at = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString()
export const hash = createHash('sha256').update('minutes').digest('hex')
const door = defaultSchemes[0]!
let years = 2000
/** A body reports once a year: the next example takes the next one. */
export const anotherYear = () => ++years

const placed = async (area: Area, placeId = area.unit) => {
  const [row] = await area.app.sql(
    'select district_id, street_id, community_id, grid_id, estate_id, building_id, unit_id from places where id = $1',
    [placeId],
  )
  return { ...row!, place_id: placeId }
}
/** Somebody who lives there proposed it. */
export const aTopic = async (area: Area, state: TopicState, more: Record<string, unknown> = {}) =>
  area.insert('topics', {
    ...(await placed(area)),
    title: '楼道装灯',
    words: '楼道太黑，老人不方便',
    source: 'proposal',
    state,
    state_at: new Date(),
    created_at: new Date(),
    proposed_by: await area.person(),
    ...more,
  })
/** The caller is of the meeting: asked, and there when it has begun. */
export const aMeeting = async (area: Area, caller: Caller, state: MeetingState) => {
  const id = await area.insert('deliberation_meetings', {
    ...(await placed(area)),
    scheme_code: 'doorstep',
    scheme: JSON.stringify({ ...door, readers: 'members' }),
    title: '楼道装灯',
    starts_at: at(1),
    held_at: '楼前',
    notice: '请来',
    notice_hash: hash,
    state,
    state_at: new Date(),
    check_in_code: '123456',
    summary: '大家都同意',
    hash,
    called_at: new Date(),
    published_at: state === 'published' ? new Date() : null,
  })
  const agendaId = await area.insert('deliberation_agenda', { meeting_id: id, sort: 0, title: '楼道装灯' })
  const came = state !== 'called'
  const personId = await area.insert('deliberation_people', {
    meeting_id: id,
    sort: 0,
    person_id: caller.personId,
    name: '某人',
    salt: 'x',
    seal: 'x',
    seat: '邻居',
    votes: true,
    invited: true,
    told_at: new Date(),
    came_at: came ? new Date() : null,
    came_by: came ? 'list' : null,
  })
  return { id, agendaId, personId }
}
export const aResolution = async (area: Area, caller: Caller, result: ResolutionResult = 'adopted') => {
  const { id, agendaId } = await aMeeting(area, caller, 'inSession')
  return area.insert('resolutions', {
    ...(await placed(area)),
    meeting_id: id,
    agenda_id: agendaId,
    scheme_code: 'doorstep',
    title: '装灯',
    words: '每层装一盏',
    way: 'hands',
    votes_for: 5,
    result,
    made_at: new Date(),
  })
}
export const anItem = async (area: Area, caller: Caller, state: ItemState) => {
  const resolutionId = await aResolution(area, caller)
  const [of] = await area.app.sql<{ meeting_id: string }>('select meeting_id from resolutions where id = $1', [
    resolutionId,
  ])
  return area.insert('action_items', {
    ...(await placed(area)),
    resolution_id: resolutionId,
    meeting_id: of!.meeting_id,
    scheme_code: 'doorstep',
    sort: 0,
    what: '买灯',
    owner_id: state === 'noOwner' ? null : area.handlerFor(caller),
    due_on: state === 'noOwner' ? null : day(5),
    state,
    state_at: new Date(),
    created_at: new Date(),
  })
}
export const aReport = async (area: Area) =>
  area.insert('duty_reports', {
    ...(await placed(area)),
    organisation_id: await area.organisation(),
    year: anotherYear(),
    words: '今年办了五件事',
    figures: JSON.stringify({ due: 5, kept: 4, late: 1, open: 0, costFen: 0 }),
    published_at: new Date(),
  })
