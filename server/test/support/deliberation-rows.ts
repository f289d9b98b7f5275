// Rows of deliberation in a given state, for tests that walk life-cycles: topics, meetings, resolutions, action items.
import { uuidv7 } from 'uuidv7'
import type { ItemState, MeetingState, ResolutionResult, TopicState } from '../../../contract/src/deliberation-life.ts'
import { defaultSchemes } from '../../../contract/src/deliberation-schemes.ts'
import type { TestApp } from './test-app.ts'

export const HASH = 'a'.repeat(64)
type Row = Readonly<Record<string, unknown>>
export const deliberationRows = (app: TestApp) => {
  const { district } = app
  const insert = async (table: string, row: Row): Promise<string> => {
    const full: Row = { id: uuidv7(), ...row }
    const keys = Object.keys(full)
    await app.sql(
      `insert into ${table} (${keys.join(', ')}) values (${keys.map((_key, at) => `$${at + 1}`).join(', ')})`,
      Object.values(full),
    )
    return full['id'] as string
  }
  const placed = {
    district_id: district.id,
    street_id: district.streetA,
    community_id: district.communityA1,
    grid_id: district.grid1,
    estate_id: district.estate1,
    place_id: district.estate1,
  }
  const topic = (state: TopicState, proposedBy: string | null, more: Row = {}) =>
    insert('topics', {
      ...placed,
      title: '楼道装灯',
      words: '楼道太黑',
      source: 'proposal',
      state,
      state_at: new Date(),
      created_at: new Date(),
      proposed_by: proposedBy,
      ...more,
    })
  /** A five-party meeting: `personId` was asked, and is there once it has begun; its one item is closed when it is over. */
  const meeting = async (state: MeetingState, personId: string, more: { readonly itemOpen?: boolean } = {}) => {
    const id = await insert('deliberation_meetings', {
      ...placed,
      scheme_code: 'five-party',
      scheme: JSON.stringify(defaultSchemes.find((one) => one.code === 'five-party')),
      title: '党群议事日',
      starts_at: new Date(),
      held_at: '驿站',
      notice: '请来',
      notice_hash: HASH,
      state,
      state_at: new Date(),
      check_in_code: '123456',
      summary: '大家都同意',
      hash: HASH,
      called_at: new Date(),
    })
    const isOpen = more.itemOpen ?? (state === 'called' || state === 'inSession')
    const agendaId = await insert('deliberation_agenda', {
      meeting_id: id,
      sort: 0,
      title: '楼道装灯',
      outcome: isOpen ? null : 'resolved',
    })
    const seatId = await insert('deliberation_people', {
      meeting_id: id,
      sort: 0,
      person_id: personId,
      name: '某人',
      salt: 'x',
      seal: 'x',
      seat: '物业企业',
      votes: true,
      invited: true,
      told_at: new Date(),
      came_at: state === 'called' || state === 'cancelled' ? null : new Date(),
      came_by: state === 'called' || state === 'cancelled' ? null : 'list',
    })
    return { id, agendaId, seatId }
  }
  const resolution = async (personId: string, result: ResolutionResult = 'adopted', more: Row = {}) => {
    const { id: meetingId, agendaId } = await meeting('drafting', personId)
    return insert('resolutions', {
      ...placed,
      meeting_id: meetingId,
      agenda_id: agendaId,
      scheme_code: 'five-party',
      title: '装声控灯',
      words: '每层一盏',
      way: result === 'sent' ? 'owners' : 'hands',
      result,
      made_at: new Date(),
      ...more,
    })
  }
  const item = async (state: ItemState, ownerId: string | null, personId: string, more: Row = {}) => {
    const resolutionId = await resolution(personId)
    const [of] = await app.sql<{ meeting_id: string }>('select meeting_id from resolutions where id = $1', [
      resolutionId,
    ])
    return insert('action_items', {
      ...placed,
      resolution_id: resolutionId,
      meeting_id: of!.meeting_id,
      scheme_code: 'five-party',
      sort: 0,
      what: '买灯并装好',
      owner_id: state === 'noOwner' ? null : ownerId,
      due_on: state === 'noOwner' ? null : '2099-01-01',
      state,
      state_at: new Date(),
      created_at: new Date(),
      ...more,
    })
  }
  return { insert, placed, topic, meeting, resolution, item }
}
