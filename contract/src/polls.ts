// Consultations and polls that bind nobody (issue 4, point 7): questions, who may answer, counts by answer; answers are anonymous.
import { z } from 'zod'
import { at, day, flag, id, idParams, listOf, named, paging, words } from './common.ts'
import { endpoints } from './endpoint.ts'
import { pollAudiences, pollStates, pollSteps } from './polls-life.ts'

const keys = <K extends string>(table: Readonly<Record<K, unknown>>) => Object.keys(table) as [K, ...K[]]
const whole = z.number().int()
const audience = z.enum(keys(pollAudiences))
const row = z.object({
  id,
  number: z.string(),
  title: z.string(),
  place: named,
  audience,
  state: z.enum(keys(pollStates)),
  closesOn: day,
  answered: whole,
  /** Waits for my answer. */ waitsForMe: z.boolean(),
})
const view = row.extend({
  words: z.string(),
  askedBy: z.string(),
  stateAt: at,
  questions: z.array(
    z.object({
      id,
      words: z.string(),
      isMany: z.boolean(),
      options: z.array(z.object({ id, words: z.string(), count: whole.nullable() })),
      mine: z.array(id),
    }),
  ),
  /** Remarks without names; for those who ask, and for everybody once it is closed. */
  remarks: z.array(z.string()),
  endedWords: z.string().nullable(),
  topicId: id.nullable(),
  decisionId: id.nullable(),
  may: z.array(z.enum([...keys(pollSteps), 'answer', 'toTopic', 'link'])),
})
const run = { permission: 'poll.run', params: idParams, out: view } as const
const any = { permission: 'signed-in', params: idParams, out: view } as const
export const pollsApi = endpoints({
  'GET /api/polls': {
    say: 'Consultations of my area',
    permission: 'poll.run',
    journal: null,
    query: z.object({ ...paging, open: flag.optional() }),
    out: listOf(row),
  },
  'GET /api/polls/mine': {
    say: 'Consultations of the places where I have a home',
    permission: 'signed-in',
    journal: null,
    query: z.object({ ...paging }),
    out: listOf(row),
  },
  'POST /api/polls': {
    say: 'Draft a consultation: what is asked, of whom, until when',
    permission: 'poll.run',
    journal: 'drafted a consultation',
    body: z.object({
      placeId: id,
      title: words(80, 2),
      words: words(2000, 2),
      audience,
      closesOn: day,
      questions: z
        .array(
          z.object({
            words: words(200, 2),
            isMany: z.boolean(),
            options: z.array(words(80)).min(2).max(20),
          }),
        )
        .min(1)
        .max(20),
    }),
    out: view,
  },
  'GET /api/polls/:id': { say: 'One consultation', journal: null, ...any },
  'POST /api/polls/:id/publish': { say: 'Open it', journal: 'opened a consultation', ...run, body: z.object({}) },
  'POST /api/polls/:id/answers': {
    say: 'Answer, once for each person; answering again replaces it while it is open',
    journal: 'answered a consultation',
    ...any,
    body: z.object({ optionIds: z.array(id).min(1).max(100), remark: words(300).optional() }),
  },
  'POST /api/polls/:id/close': { say: 'Close it early', journal: 'closed a consultation', ...run, body: z.object({}) },
  'POST /api/polls/:id/withdraw': {
    say: 'Withdraw it, with the reason',
    journal: 'withdrew a consultation',
    ...run,
    body: z.object({ reason: words(500, 2) }),
  },
  'POST /api/polls/:id/topic': {
    say: 'Make a topic of deliberation out of what it came to',
    journal: 'made a topic of a consultation',
    ...run,
    body: z.object({}),
  },
  'POST /api/polls/:id/decision': {
    say: 'Link the owners’ decision that followed',
    journal: 'linked a consultation to a decision',
    ...run,
    body: z.object({ decisionId: id }),
  },
})
