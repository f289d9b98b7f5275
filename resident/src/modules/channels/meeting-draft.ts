// The draft of a meeting on a phone: kept here at once, on the server when there is a signal.
import type { Api } from '../../../../contract/src/all.ts'
import type { OutOf } from '../../../../contract/src/endpoint.ts'
import { call, NoSignal, Refused } from '../../api.ts'
import { drop, keep, kept } from '../../outbox/keeper.ts'

export type Meeting = OutOf<Api['GET /api/channels/meetings/:id']>
export type MeetingRow = Meeting['rows'][number]
const nameOf = (id: string) => `meeting/${id}`

/** Rows this phone holds that the server may not have. */
export const localRows = async (id: string): Promise<MeetingRow[]> =>
  ((await kept('draft', nameOf(id))) as MeetingRow[] | undefined) ?? []
export const keepRows = (id: string, rows: readonly MeetingRow[]) => keep('draft', nameOf(id), rows)
export const forgetRows = (id: string) => drop('draft', nameOf(id))
export const rowOf = (words: string, placeNote: string): MeetingRow => ({
  words,
  placeNote,
  place: null,
  kind: null,
  who: null,
  case: null,
})

const isSame = (a: MeetingRow, b: MeetingRow) => a.words === b.words && a.placeNote === b.placeNote
/** What is here and not there goes behind what is there: two people at one meeting lose nothing. */
export const joined = (theirs: readonly MeetingRow[], mine: readonly MeetingRow[]): MeetingRow[] => [
  ...theirs,
  ...mine.filter((row) => !theirs.some((other) => isSame(other, row))),
]
export type Saved = { readonly state: 'kept' | 'changed'; readonly meeting: Meeting } | { readonly state: 'here' }
/** Sends the draft; where somebody else was faster, both are joined and sent again. */
export const saveRows = async (meeting: Meeting, rows: readonly MeetingRow[]): Promise<Saved> => {
  const body = (version: number, all: readonly MeetingRow[]) => ({
    version,
    name: meeting.name,
    heldOn: meeting.heldOn,
    chair: meeting.chair,
    present: meeting.present,
    rows: all.map((row) => ({
      words: row.words,
      placeNote: row.placeNote,
      kind: row.kind,
      who: row.who,
      placeId: row.place?.id ?? null,
    })),
  })
  const params = { id: meeting.id }
  try {
    const { version } = await call('PUT /api/channels/meetings/:id', { params, body: body(meeting.version, rows) })
    return { state: 'kept', meeting: { ...meeting, version, rows: [...rows] } }
  } catch (failure) {
    if (failure instanceof NoSignal) return { state: 'here' }
    if (!(failure instanceof Refused) || failure.problem.code !== 'meeting.changed') throw failure
    const newest = await call('GET /api/channels/meetings/:id', { params })
    const all = joined(newest.rows, rows)
    const { version } = await call('PUT /api/channels/meetings/:id', { params, body: body(newest.version, all) })
    return { state: 'changed', meeting: { ...newest, version, rows: all } }
  }
}
