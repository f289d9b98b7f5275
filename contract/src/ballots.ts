// Owners' decisions (mission B7, B10): set-up, roll, notice, ballots in one count, result, certificate, evidence.
import { z } from 'zod'
import { ballotsDeliveriesApi } from './ballots-deliveries.ts'
import {
  areaSource,
  cityItem,
  decisionRow,
  decisionState,
  decisionView,
  matter,
  matterView,
  partKind,
  reach,
  rollPart,
  silenceReading,
  threshold,
} from './ballots-shapes.ts'
import { ballotsVotingApi } from './ballots-voting.ts'
import { photoIds } from './cases-shapes.ts'
import { at, day, flag, id, idParams, listOf, name, paging, words } from './common.ts'
import { endpoints } from './endpoint.ts'
import { fen } from './funds-shapes.ts'

const markReading = z.enum(['abstain', 'invalid'])
const ofThing = z.object({ id, thingId: id })
const reason = words(500, 2)
const act = { permission: 'signed-in', params: idParams, out: decisionView } as const

export const ballotsApi = endpoints({
  'GET /api/decisions': {
    say: "Owners' decisions of my area",
    permission: 'decision.see',
    journal: null,
    query: z.object({ ...paging, state: decisionState.optional(), open: flag.optional() }),
    out: listOf(decisionRow),
  },
  'GET /api/decisions/mine': {
    say: "Owners' decisions where I own or live, newest first",
    permission: 'signed-in',
    journal: null,
    query: z.object({ ...paging }),
    out: listOf(decisionRow),
  },
  'GET /api/decisions/rules': {
    say: 'The rule set in force, with the matters and their thresholds',
    permission: 'signed-in',
    journal: null,
    out: z.object({
      id: z.string(),
      from: day,
      participation: threshold,
      noticeDays: z.number().int(),
      noticeCitation: z.string(),
      matters: z.array(matterView),
    }),
  },
  'POST /api/decisions': {
    say: 'Prepare a decision: what is asked, of whom; the roll is built from the register',
    permission: 'decision.convene',
    journal: "prepared an owners' decision",
    body: z.object({
      placeId: id,
      partKinds: z.array(partKind).min(1).max(3),
      title: words(80, 2),
      words: words(4000, 2),
      items: z
        .array(
          z.object({
            matter,
            title: words(120, 2),
            words: words(4000).optional(),
            cost: words(300).optional(),
            /** A plan asked of the households: what each is to pay is frozen with the question. */ planId:
              id.optional(),
            /** Spending from a fund of this estate: at most so many fen. */
            fund: z.object({ id, amount: fen }).optional(),
            candidate: z.object({ name, isPartyMember: z.boolean() }).optional(),
          }),
        )
        .min(1)
        .max(30),
      /** In an election. */ seats: z.number().int().min(1).max(99).optional(),
      proxyCap: z.number().int().min(0).max(50).default(3),
      citySystem: z.boolean().default(false),
      /** How the estate's own rules of procedure (议事规则) read blank and double marks, and silence, with their article. */
      procedure: z
        .object({
          citation: words(120, 2),
          blankMark: markReading,
          doubleMark: markReading,
          silence: silenceReading.optional(),
        })
        .optional(),
    }),
    out: decisionView,
  },
  'GET /api/decisions/:id': { say: 'One decision, as far as its reader may see it', journal: null, ...act },
  'GET /api/decisions/:id/roll': {
    say: 'The roll with names, for those who convene or count',
    permission: 'decision.see',
    journal: null,
    params: idParams,
    query: z.object({ ...paging, flagged: flag.optional(), search: z.string().max(60).optional() }),
    out: listOf(rollPart),
  },
  'GET /api/decisions/:id/roll.xlsx': {
    say: 'The roll as a spreadsheet',
    permission: 'decision.convene',
    journal: 'exported a roll',
    params: idParams,
    gives: 'file',
  },
  'POST /api/decisions/:id/roll/rebuild': {
    say: 'Build the roll anew from places and confirmed owners',
    permission: 'decision.convene',
    journal: 'built a roll',
    params: idParams,
    body: z.object({}),
    out: decisionView,
  },
  'POST /api/decisions/:id/roll/import': {
    say: 'Take the roll from a spreadsheet; one wrong row and nothing is written',
    permission: 'decision.convene',
    journal: 'imported a roll',
    params: idParams,
    takes: 'file',
    body: z.object({}),
    out: decisionView,
  },
  'POST /api/decisions/:id/parts/:thingId': {
    say: 'Correct one part of the roll before it is frozen',
    permission: 'decision.convene',
    journal: 'corrected a roll',
    params: ofThing,
    body: z.object({
      area: z.number().int().min(1).max(100_000_000).nullable(),
      areaSource: areaSource.nullable(),
      isDevelopers: z.boolean(),
      reason,
    }),
    out: rollPart,
  },
  'POST /api/decisions/:id/objections': {
    say: 'An owner objects to the roll or to the result while it is published',
    journal: 'objected to a roll or a result',
    ...act,
    body: z.object({ about: z.enum(['roll', 'result']), words: reason }),
  },
  'POST /api/decisions/:id/objections/:thingId': {
    say: 'Answer an objection',
    permission: 'decision.convene',
    journal: 'answered an objection',
    params: ofThing,
    body: z.object({ words: reason }),
    out: decisionView,
  },
  'POST /api/decisions/:id/publishRoll': {
    say: 'Publish the roll with a window for objections',
    journal: 'published a roll',
    ...act,
    permission: 'decision.convene',
    body: z.object({ postedOn: day, days: z.number().int().min(1).max(60).default(7) }),
  },
  'POST /api/decisions/:id/freezeRoll': {
    say: 'Freeze the roll and publish its hash',
    journal: 'froze a roll',
    ...act,
    permission: 'decision.convene',
    body: z.object({}),
  },
  'POST /api/decisions/:id/postNotice': {
    say: 'Announce the vote, with proof of posting; at least the days of the rule set',
    journal: 'announced a vote',
    ...act,
    permission: 'decision.convene',
    body: z.object({
      postedOn: day,
      photos: photoIds,
      closesAt: at,
      days: z.number().int().min(1).max(120).optional(),
    }),
  },
  'GET /api/decisions/:id/reach': {
    say: 'Whether the quorum can be reached without the developer',
    permission: 'decision.see',
    journal: null,
    params: idParams,
    out: reach,
  },
  'POST /api/decisions/:id/open': {
    say: 'Open the vote once the notice has hung its days',
    journal: 'opened a vote',
    ...act,
    permission: 'decision.convene',
    body: z.object({ /** The quorum needs the developer, and I know it. */ knowsReach: z.boolean().default(false) }),
  },
  ...ballotsVotingApi,
  ...ballotsDeliveriesApi,
  'POST /api/decisions/:id/city-result': {
    say: 'Take over the result of the city’s own system, which binds',
    permission: 'decision.count',
    journal: 'imported the city’s result',
    params: idParams,
    body: z.object({
      reference: words(120, 2),
      items: z.array(cityItem).min(1).max(40),
      objectionDays: z.number().int().min(1).max(60).default(7),
    }),
    out: decisionView,
  },
  'POST /api/decisions/:id/count': {
    say: 'Count all ballots and publish the provisional result',
    journal: 'counted a vote',
    ...act,
    permission: 'decision.count',
    body: z.object({ objectionDays: z.number().int().min(1).max(60).default(7) }),
  },
  'POST /api/decisions/:id/certify': {
    say: 'Certify the result: passed, or not passed',
    journal: 'certified a result',
    ...act,
    permission: 'decision.convene',
    body: z.object({}),
  },
  'POST /api/decisions/:id/annul': {
    say: 'Annul a decision',
    journal: 'annulled a decision',
    ...act,
    permission: 'decision.convene',
    body: z.object({ reason }),
  },
  'POST /api/decisions/:id/withdraw': {
    say: 'Withdraw a decision before the vote',
    journal: 'withdrew a decision',
    ...act,
    permission: 'decision.convene',
    body: z.object({ reason }),
  },
  'GET /api/decisions/:id/certificate.pdf': {
    say: 'The certificate for printing',
    permission: 'signed-in',
    journal: null,
    params: idParams,
    gives: 'file',
  },
  'GET /api/decisions/:id/bundle.zip': {
    say: 'The evidence: roll, ballots without names, chain, certificate; anybody can count it again',
    permission: 'signed-in',
    journal: null,
    params: idParams,
    gives: 'file',
  },
})
