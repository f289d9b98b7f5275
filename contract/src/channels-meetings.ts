// Complaint meetings: many matters in one sitting, drafts kept all the time, committed at once (mission A2, seed 001).
import { z } from 'zod'
import { caseBrief } from './channels-boxes.ts'
import { caseKind } from './cases-shapes.ts'
import { at, day, id, idParams, listOf, name, paging, words } from './common.ts'
import { endpoints } from './endpoint.ts'
import { placeRef } from './places.ts'

const rowIn = z.object({
  /** May still be empty while somebody is typing. */
  words: z.string().max(2000),
  placeId: id.nullable().default(null),
  placeNote: z.string().max(100).default(''),
  kind: caseKind.nullable().default(null),
  who: z
    .object({ name: z.string().max(60), phone: z.string().max(20).default(''), consent: z.boolean() })
    .nullable()
    .default(null),
})
export const meetingRow = z.object({
  words: z.string(),
  place: placeRef.nullable(),
  placeNote: z.string(),
  kind: caseKind.nullable(),
  who: z.object({ name: z.string(), phone: z.string(), consent: z.boolean() }).nullable(),
  case: caseBrief
    .extend({ handler: z.string().nullable(), dueAt: at.nullable(), said: z.string().nullable() })
    .nullable(),
})
export const meetingBrief = z.object({
  id,
  name: z.string(),
  place: placeRef,
  heldOn: day,
  chair: z.string(),
  present: z.number().int(),
  committedAt: at.nullable(),
  matters: z.number().int(),
  /** Of the matters that became cases, those closed or confirmed. */ settled: z.number().int(),
})
export const meeting = meetingBrief.extend({
  version: z.number().int(),
  savedAt: at,
  rows: z.array(meetingRow),
})
const head = { name: words(60), heldOn: day, chair: name, present: z.number().int().min(0).max(10_000) }

export const channelMeetingsApi = endpoints({
  'GET /api/channels/meetings': {
    say: 'Complaint meetings of my area, newest first',
    permission: 'channel.work',
    journal: null,
    query: z.object({ ...paging }),
    out: listOf(meetingBrief),
  },
  'POST /api/channels/meetings': {
    say: 'Begin a complaint meeting',
    permission: 'channel.work',
    journal: 'began a complaint meeting',
    body: z.object({ placeId: id, ...head }),
    out: meeting,
  },
  'GET /api/channels/meetings/:id': {
    say: 'One meeting: its matters, and what became of each',
    permission: 'channel.work',
    journal: null,
    params: idParams,
    out: meeting,
  },
  'PUT /api/channels/meetings/:id': {
    say: 'Keep the draft. `version` is the one last read: somebody else’s newer draft is not overwritten',
    permission: 'channel.work',
    journal: null,
    params: idParams,
    body: z.object({ version: z.number().int(), ...head, rows: z.array(rowIn).max(100) }),
    out: z.object({ version: z.number().int(), savedAt: at }),
  },
  'POST /api/channels/meetings/:id/commit': {
    say: 'Every matter becomes a case, all at once',
    permission: 'channel.work',
    journal: 'committed a complaint meeting',
    params: idParams,
    body: z.object({ version: z.number().int() }),
    out: meeting,
  },
})
