// Trial services 先尝后买 (mission B9): conditions, weekly marks of the households, what was done, the vote, the agreed fee.
import { z } from 'zod'
import { photoIds } from './cases-shapes.ts'
import { at, day, flag, id, idParams, listOf, named, paging, words } from './common.ts'
import { endpoints } from './endpoint.ts'
import { trialStates, trialSteps } from './trials-life.ts'

const keys = <K extends string>(table: Readonly<Record<K, unknown>>) => Object.keys(table) as [K, ...K[]]
const whole = z.number().int()
/** Fen for each square metre and month. */
const fee = whole.min(1).max(100_000)
const row = z.object({
  id,
  number: z.string(),
  place: named,
  company: named,
  state: z.enum(keys(trialStates)),
  startsOn: day,
  endsOn: day,
  fee: whole,
  marks: whole,
  /** The mean of all marks in hundredths; null before the first. */ average: whole.nullable(),
})
const view = row.extend({
  conditions: z.string(),
  homes: whole,
  decisionId: id.nullable(),
  decisionPassed: z.boolean(),
  weeks: z.array(z.object({ week: day, marks: whole, average: whole.nullable() })),
  log: z.array(z.object({ id, day, words: z.string(), photos: z.array(id), byName: z.string() })),
  remarks: z.array(z.object({ week: day, mark: whole, words: z.string() })),
  mine: z.object({ homeId: id, week: day, mark: whole.nullable(), words: z.string() }).nullable(),
  agreed: z.object({ fee: whole, from: day, to: day }).nullable(),
  leavesOn: day.nullable(),
  endedWords: z.string().nullable(),
  stateAt: at,
  may: z.array(z.enum([...keys(trialSteps), 'mark', 'log'])),
})
const run = { permission: 'trial.run', params: idParams, out: view } as const
const reason = words(500, 2)
export const trialsApi = endpoints({
  'GET /api/trials': {
    say: 'Trial services of my area; a company sees its own',
    permission: 'trial.see',
    journal: null,
    query: z.object({ ...paging, open: flag.optional() }),
    out: listOf(row),
  },
  'GET /api/trials/mine': {
    say: 'Trial services where I have a home',
    permission: 'signed-in',
    journal: null,
    out: z.array(row),
  },
  'POST /api/trials': {
    say: 'Plan a trial: the company, its conditions, the fee it proposes, the dates',
    permission: 'trial.run',
    journal: 'planned a trial service',
    body: z.object({ placeId: id, companyId: id, conditions: words(2000, 2), fee, startsOn: day, endsOn: day }),
    out: view,
  },
  'GET /api/trials/:id': {
    say: 'One trial, its marks as counts and averages',
    permission: 'signed-in',
    journal: null,
    params: idParams,
    out: view,
  },
  'POST /api/trials/:id/start': {
    say: 'The trial begins',
    journal: 'began a trial service',
    ...run,
    body: z.object({}),
  },
  'POST /api/trials/:id/log': {
    say: 'The company says what it did',
    permission: 'trial.see',
    journal: 'recorded what was done in a trial',
    params: idParams,
    body: z.object({ day, words: words(500, 2), photos: photoIds }),
    out: view,
  },
  'POST /api/trials/:id/marks': {
    say: 'The mark of a household for this week; the last one counts',
    permission: 'signed-in',
    journal: 'marked a trial service',
    params: idParams,
    body: z.object({ homeId: id, mark: whole.min(1).max(5), words: words(200).optional() }),
    out: view,
  },
  'POST /api/trials/:id/decide': {
    say: 'Prepare the owners’ decision on hiring, out of the trial',
    journal: 'put a trial service to the vote',
    ...run,
    body: z.object({
      partKinds: z
        .array(z.enum(['home', 'shop', 'parking']))
        .min(1)
        .max(3),
      years: whole.min(1).max(10),
      fee,
      proxyCap: whole.min(0).max(50).default(3),
      citySystem: z.boolean().default(false),
    }),
  },
  'POST /api/trials/:id/agree': {
    say: 'Record the agreed fee and the contract, once the decision is certified',
    journal: 'recorded the contract after a trial',
    ...run,
    body: z.object({ fee, from: day, to: day }),
  },
  'POST /api/trials/:id/fail': {
    say: 'The company is not hired and leaves on a day',
    journal: 'ended a trial service without hiring',
    ...run,
    body: z.object({ leavesOn: day, reason }),
  },
  'POST /api/trials/:id/leave': {
    say: 'The company has left',
    journal: 'recorded that a company left',
    ...run,
    body: z.object({ on: day }),
  },
  'POST /api/trials/:id/cancel': {
    say: 'Cancel a trial before it begins',
    journal: 'cancelled a trial service',
    ...run,
    body: z.object({ reason }),
  },
})
