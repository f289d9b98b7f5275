// Meetings: notice with proof, attendance, minutes, decisions; and the doorstep meeting on one phone (mission B1–B5).
import { z } from 'zod'
import { at, day, flag, id, idParams, listOf, named, paging, words } from './common.ts'
import { photoIds } from './cases-shapes.ts'
import { guestName, meeting, meetingBrief } from './deliberation-meeting-shapes.ts'
import { codeWord, fen, itemIn, meetingState, way } from './deliberation-shapes.ts'
import { endpoints } from './endpoint.ts'

const thingParams = z.object({ id, thingId: id })
const run = { permission: 'deliberation.run', params: idParams, out: meeting } as const
const own = { permission: 'signed-in', params: idParams, out: meeting } as const
export const deliberationMeetingsApi = endpoints({
  'GET /api/deliberation/meetings': {
    say: 'Meetings I run, am asked to, or that are about where I live; the newest first',
    permission: 'signed-in',
    journal: null,
    query: z.object({
      ...paging,
      state: meetingState.optional(),
      upcoming: flag.optional(),
      mine: flag.optional(),
      placeId: id.optional(),
      scheme: codeWord.optional(),
    }),
    out: listOf(meetingBrief),
  },
  'GET /api/deliberation/members': {
    say: 'Who would be asked to a meeting of this scheme at this place',
    permission: 'deliberation.run',
    journal: null,
    query: z.object({ scheme: codeWord, placeId: id }),
    out: z.object({
      people: z.array(
        z.object({ id, name: z.string(), seat: z.string(), organisation: z.string(), votes: z.boolean() }),
      ),
      /** Seats nobody holds here. */ empty: z.array(z.string()),
      neighbours: z.number().int(),
    }),
  },
  'POST /api/deliberation/meetings': {
    say: 'Call a meeting: the agenda is frozen and everybody is told',
    permission: 'deliberation.run',
    journal: 'called a meeting',
    body: z.object({
      scheme: codeWord,
      placeId: id,
      title: words(60, 2),
      startsAt: at,
      where: words(60),
      stage: z.number().int().min(0).max(9).optional(),
      /** Bodies asked besides those of the scheme's seats. */
      organisationIds: z.array(id).max(30).default([]),
      topicIds: z.array(id).max(20).default([]),
      items: z.array(words(100, 2)).max(20).default([]),
    }),
    out: meeting,
  },
  'POST /api/deliberation/doorstep': {
    say: 'A doorstep meeting held and recorded on one phone; its minutes are published at once',
    permission: 'deliberation.run',
    journal: 'recorded a doorstep meeting',
    body: z.object({
      placeId: id,
      /** The meeting that was called, if it was. */
      meetingId: id.optional(),
      caseId: id.optional(),
      topicId: id.optional(),
      title: words(60, 2),
      heldAt: at,
      where: words(60),
      present: z.number().int().min(1).max(10_000),
      names: z.array(guestName).max(100).default([]),
      said: words(4000, 2),
      agreed: z
        .array(
          z.object({
            what: words(200, 2),
            ownerId: id.optional(),
            /** Which of `names`, from 0. */
            who: z.number().int().min(0).max(99).optional(),
            dueOn: day.optional(),
            budgetFen: fen.optional(),
          }),
        )
        .max(20)
        .default([]),
      matter: codeWord.optional(),
      votesFor: z.number().int().min(0).max(10_000).default(0),
      votesAgainst: z.number().int().min(0).max(10_000).default(0),
      photos: photoIds.default([]),
    }),
    out: meeting,
  },
  'GET /api/deliberation/owners': {
    say: 'Bodies that can take on what a meeting at this place agrees',
    permission: 'deliberation.run',
    journal: null,
    query: z.object({ placeId: id }),
    out: z.array(named),
  },
  'GET /api/deliberation/meetings/:id': { say: 'One meeting', journal: null, ...own },
  'GET /api/deliberation/meetings/:id/calendar.ics': {
    say: 'The meeting for a calendar app',
    permission: 'signed-in',
    journal: null,
    params: idParams,
    gives: 'file',
  },
  'GET /api/deliberation/meetings/:id/minutes.docx': {
    say: 'The minutes as an official document',
    permission: 'signed-in',
    journal: null,
    params: idParams,
    gives: 'file',
  },
  'GET /api/deliberation/meetings/:id/check-in.svg': {
    say: 'The code to scan on arrival, as a picture to be shown in the room',
    permission: 'deliberation.run',
    journal: null,
    params: idParams,
    gives: 'file',
  },
  'POST /api/deliberation/meetings/:id/cancel': {
    say: 'Cancel a meeting; those asked are told why',
    journal: 'cancelled a meeting',
    body: z.object({ reason: words(500, 2) }),
    ...run,
  },
  'POST /api/deliberation/meetings/:id/answer': {
    say: 'I have read the notice, and come or cannot',
    journal: 'answered a notice',
    body: z.object({ answer: z.enum(['comes', 'cannot']) }),
    ...own,
  },
  'POST /api/deliberation/meetings/:id/open': { say: 'Open the meeting', journal: 'opened a meeting', ...run },
  'POST /api/deliberation/meetings/:id/check-in': {
    say: 'I am here: with the code shown in the room',
    journal: 'checked in at a meeting',
    body: z.object({ code: z.string().trim().min(4).max(20) }),
    ...own,
  },
  'POST /api/deliberation/meetings/:id/attendance': {
    say: 'Who is here, by list; guests by name',
    journal: 'noted who came',
    body: z.object({ present: z.array(id).max(500), guests: z.array(guestName).max(100).default([]) }),
    ...run,
  },
  'POST /api/deliberation/meetings/:id/speeches': {
    say: 'What somebody said',
    journal: 'noted what was said',
    body: z.object({ agendaId: id.optional(), speakerId: id.optional(), words: words(2000, 2) }),
    ...run,
  },
  'POST /api/deliberation/meetings/:id/decisions': {
    say: 'A decision on an item of the agenda, by the rule of the scheme, with what follows from it',
    journal: 'recorded a decision',
    body: z.object({
      agendaId: id,
      title: words(60, 2),
      words: words(1000, 2),
      way,
      votesFor: z.number().int().min(0).max(10_000).default(0),
      votesAgainst: z.number().int().min(0).max(10_000).default(0),
      votesAbstain: z.number().int().min(0).max(10_000).default(0),
      matter: codeWord.optional(),
      budgetFen: fen.optional(),
      expiresOn: day.optional(),
      amends: id.optional(),
      /** In a scheme with stages the issue goes on to the next meeting, unless it ends here. */
      endsHere: z.boolean().default(false),
      items: z.array(itemIn).max(20).default([]),
    }),
    ...run,
  },
  'POST /api/deliberation/meetings/:id/agenda/:thingId': {
    say: 'An item goes on to the next stage, or is left for later',
    permission: 'deliberation.run',
    journal: 'carried an item on',
    params: thingParams,
    body: z.object({ outcome: z.enum(['carriedOn', 'later']), words: words(500, 2) }),
    out: meeting,
  },
  'POST /api/deliberation/meetings/:id/close': { say: 'Close the meeting', journal: 'closed a meeting', ...run },
  'POST /api/deliberation/meetings/:id/minutes': {
    say: 'Keep the draft of the minutes',
    journal: 'wrote minutes',
    /** Photos, when given, are all that belong to the minutes from now on. */
    body: z.object({ summary: words(8000, 2), photos: photoIds.optional() }),
    ...run,
  },
  'POST /api/deliberation/meetings/:id/circulate': {
    say: 'Send the draft to those who were present',
    journal: 'circulated minutes',
    ...run,
  },
  'POST /api/deliberation/meetings/:id/redraft': { say: 'Back to the draft', journal: 'took minutes back', ...run },
  'POST /api/deliberation/meetings/:id/corrections': {
    say: 'A correction by somebody who was present',
    journal: 'asked for a correction',
    body: z.object({ words: words(1000, 2) }),
    ...own,
  },
  'POST /api/deliberation/meetings/:id/corrections/:thingId': {
    say: 'Answer a correction',
    permission: 'deliberation.run',
    journal: 'answered a correction',
    params: thingParams,
    body: z.object({ accepted: z.boolean(), answer: words(500, 2) }),
    out: meeting,
  },
  'POST /api/deliberation/meetings/:id/acknowledgement': {
    say: 'I was present and sign these minutes',
    journal: 'signed minutes as present',
    body: z.object({ hash: z.string().regex(/^[0-9a-f]{64}$/) }),
    ...own,
  },
  'POST /api/deliberation/meetings/:id/sign': {
    say: 'Sign the minutes as the chair',
    journal: 'signed minutes',
    ...run,
  },
  'POST /api/deliberation/meetings/:id/publish': {
    say: 'Publish the minutes; they stand from then on',
    journal: 'published minutes',
    ...run,
  },
})
