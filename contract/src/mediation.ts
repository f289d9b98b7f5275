// Mediation (mission A12): parties, sessions, statements, a settlement signed by all, and what was promised in it.
import { z } from 'zod'
import { keysOf, photoIds } from './cases-shapes.ts'
import { at, day, done, flag, id, idParams, listOf, name, named, paging, phone, words } from './common.ts'
import { endpoints } from './endpoint.ts'
import {
  clauseKinds,
  entryAudiences,
  entryKinds,
  legalWays,
  mediationStates,
  mediationSteps,
  type ClauseKind,
  type EntryAudience,
  type EntryKind,
  type LegalWay,
  type MediationState,
  type MediationStep,
} from './mediation-life.ts'

const state = z.enum(keysOf<MediationState>(mediationStates))
const way = z.enum(keysOf<LegalWay>(legalWays))
const clauseKind = z.enum(keysOf<ClauseKind>(clauseKinds))
const entryKind = z.enum(keysOf<EntryKind>(entryKinds))
const audience = z.enum(keysOf<EntryAudience>(entryAudiences))
/** Integer fen; at most ten million yuan. */
const fen = z.number().int().min(1).max(1_000_000_000)
const reason = words(500, 2)
const promiseState = z.enum(['open', 'saidKept', 'kept'])

const party = z.object({
  id,
  /** 甲方, 乙方 … */ letter: z.string(),
  name: z.string(),
  /** e.g. 楼上业主 */ role: z.string(),
  consent: z.enum(['asked', 'given', 'refused']),
  isMe: z.boolean(),
  signedAt: at.nullable(),
})
const entry = z.object({
  id,
  kind: entryKind,
  audience,
  /** Whom it is from or for; null for everybody. */ partyId: id.nullable(),
  byName: z.string(),
  byMediator: z.boolean(),
  words: z.string(),
  photos: z.array(id),
  at,
})
const session = z.object({
  id,
  at,
  where: z.string(),
  present: z.array(id),
  said: z.string().nullable(),
  agreed: z.string().nullable(),
  heldAt: at.nullable(),
})
const clause = z.object({
  id,
  kind: clauseKind,
  /** Who owes it. */ fromId: id,
  /** Whom it is owed to; null: all others. */ toId: id.nullable(),
  amountFen: z.number().int().nullable(),
  what: z.string(),
  dueOn: day,
  state: promiseState,
  late: z.boolean(),
  keptWords: z.string().nullable(),
  keptAt: at.nullable(),
  disputedWords: z.string().nullable(),
  confirmedAt: at.nullable(),
  may: z.array(z.enum(['keep', 'confirm'])),
})
const settlement = z.object({
  id,
  version: z.number().int(),
  /** The agreement as it is signed, word for word. */ text: z.string(),
  /** SHA-256 of the text, hex. */ hash: z.string(),
  clauses: z.array(clause),
  signatures: z.array(z.object({ partyId: id, name: z.string(), at })),
})
export const mediationView = z.object({
  id,
  number: z.string(),
  place: named,
  subject: z.string(),
  state,
  stateAt: at,
  openedAt: at,
  /** The case it came from, for mediators. */ caseId: id.nullable(),
  mediators: z.array(named),
  parties: z.array(party),
  entries: z.array(entry),
  sessions: z.array(session),
  settlement: settlement.nullable(),
  endedWords: z.string().nullable(),
  ways: z.array(way),
  iMediate: z.boolean(),
  may: z.array(
    z.enum([...keysOf<MediationStep>(mediationSteps), 'consent', 'write', 'plan', 'record', 'sign', 'addMediator']),
  ),
})
const row = z.object({
  id,
  number: z.string(),
  place: named,
  subject: z.string(),
  state,
  stateAt: at,
  openedAt: at,
  parties: z.number().int(),
  nextSessionAt: at.nullable(),
  /** Promises that are late. */ late: z.number().int(),
  /** Something waits for the reader. */ waitsForMe: z.boolean(),
})
const clauseBody = z.object({
  kind: clauseKind,
  fromId: id,
  toId: id.nullable().default(null),
  amountFen: fen.nullable().default(null),
  what: words(300, 2),
  dueOn: day,
})
const ofThing = z.object({ id, thingId: id })

export const mediationApi = endpoints({
  'GET /api/mediations': {
    say: 'Mediations in which I am a named mediator',
    permission: 'mediation.handle',
    journal: null,
    query: z.object({ ...paging, open: flag.optional() }),
    out: listOf(row),
  },
  'GET /api/mediations/mine': {
    say: 'Mediations in which I am a party',
    permission: 'signed-in',
    journal: null,
    query: z.object({ ...paging }),
    out: listOf(row),
  },
  'GET /api/mediations/figures': {
    say: 'How many mediations stand in which state in my area, and how their promises were kept; no words, no names',
    permission: 'mediation.handle',
    journal: null,
    out: z.object({
      states: z.array(z.object({ state, count: z.number().int() })),
      promises: z.object({ open: z.number().int(), kept: z.number().int(), late: z.number().int() }),
      /** Open ones that no mediator leads any more. */
      orphans: z.array(z.object({ id, number: z.string(), openedAt: at })),
    }),
  },
  'GET /api/mediations/mediators': {
    say: 'Who may mediate at a place',
    permission: 'mediation.handle',
    journal: null,
    query: z.object({ placeId: id }),
    out: z.array(named),
  },
  'GET /api/mediations/of-case/:id': {
    say: 'Whether a case is in mediation: nothing of it but that; its id for its mediators and parties only',
    permission: 'signed-in',
    journal: null,
    params: idParams,
    out: z.object({ inMediation: z.boolean(), mediationId: id.nullable(), mayOpen: z.boolean() }),
  },
  'POST /api/mediations': {
    say: 'Open a mediation, from nothing or from a case',
    permission: 'mediation.handle',
    journal: 'opened a mediation',
    body: z.object({
      placeId: id.optional(),
      caseId: id.optional(),
      subject: words(80, 2),
      words: words(2000).optional(),
      parties: z
        .array(z.object({ name, phone, role: words(30) }))
        .min(2)
        .max(6),
    }),
    out: mediationView,
  },
  'GET /api/mediations/:id': {
    say: 'One mediation, as far as its reader may see it; each opening is journalled',
    permission: 'signed-in',
    journal: 'read a mediation record',
    params: idParams,
    out: mediationView,
  },
  'POST /api/mediations/:id/mediators': {
    say: 'Add a mediator; where none leads it any more, anyone who may mediate there names one',
    permission: 'mediation.handle',
    journal: 'added a mediator',
    params: idParams,
    body: z.object({ personId: id }),
    out: done,
  },
  'POST /api/mediations/:id/consent': {
    say: 'A party agrees to mediation, or does not; without all there is none',
    permission: 'signed-in',
    journal: 'answered whether to mediate',
    params: idParams,
    body: z.object({ agrees: z.boolean(), reason: reason.optional() }),
    out: mediationView,
  },
  'POST /api/mediations/:id/entries': {
    say: 'Write into the record: a statement, a fact, a proposal',
    permission: 'signed-in',
    journal: 'wrote into a mediation',
    params: idParams,
    body: z.object({
      kind: entryKind,
      audience,
      partyId: id.nullable().default(null),
      words: words(4000, 2),
      photos: photoIds.default([]),
    }),
    out: mediationView,
  },
  'POST /api/mediations/:id/sessions': {
    say: 'Call the parties to a session; the first one begins the mediation',
    permission: 'signed-in',
    journal: 'planned a mediation session',
    params: idParams,
    body: z.object({ at, where: words(100, 2) }),
    out: mediationView,
  },
  'POST /api/mediations/:id/sessions/:thingId': {
    say: 'Record a session: who came, what was said, what was agreed',
    permission: 'signed-in',
    journal: 'recorded a mediation session',
    params: ofThing,
    body: z.object({ present: z.array(id).max(6), said: words(4000, 2), agreed: words(2000).optional() }),
    out: mediationView,
  },
  'POST /api/mediations/:id/settlement': {
    say: 'Draft the settlement for all to sign',
    permission: 'signed-in',
    journal: 'drafted a settlement',
    params: idParams,
    body: z.object({ facts: words(2000, 2), clauses: z.array(clauseBody).min(1).max(20) }),
    out: mediationView,
  },
  'POST /api/mediations/:id/talkAgain': {
    say: 'Take the draft back and talk again; its signatures are void',
    permission: 'signed-in',
    journal: 'took a settlement draft back',
    params: idParams,
    body: z.object({ reason }),
    out: mediationView,
  },
  'POST /api/mediations/:id/signing-code': {
    say: 'Send a fresh code to the phone of the party who is to sign',
    permission: 'signed-in',
    journal: 'asked for a signing code',
    params: idParams,
    out: z.object({ phoneMasked: z.string(), expiresInSeconds: z.number(), resendInSeconds: z.number() }),
  },
  'POST /api/mediations/:id/signature': {
    say: 'Sign exactly the text whose hash is given, proven by the code just sent',
    permission: 'signed-in',
    journal: 'signed a settlement',
    params: idParams,
    body: z.object({ code: z.string().regex(/^\d{6}$/), hash: z.string().regex(/^[0-9a-f]{64}$/) }),
    out: mediationView,
  },
  'POST /api/mediations/:id/clauses/:thingId/keep': {
    say: 'Say that a clause was kept: by who owes it, or a mediator for them',
    permission: 'signed-in',
    journal: 'said a clause was kept',
    params: ofThing,
    body: z.object({ words: words(500, 2) }),
    out: mediationView,
  },
  'POST /api/mediations/:id/clauses/:thingId/confirm': {
    say: 'The other side confirms that a clause was kept, or says what is missing',
    permission: 'signed-in',
    journal: 'answered whether a clause was kept',
    params: ofThing,
    body: z.object({ kept: z.boolean(), words: words(500, 2).optional() }),
    out: mediationView,
  },
  'POST /api/mediations/:id/fail': {
    say: 'End without a settlement, or because it is not kept, with advice on the ways the law gives',
    permission: 'signed-in',
    journal: 'ended a mediation without success',
    params: idParams,
    body: z.object({ reason, ways: z.array(way).min(1).max(5) }),
    out: mediationView,
  },
  'POST /api/mediations/:id/withdraw': {
    say: 'A party withdraws from the mediation',
    permission: 'signed-in',
    journal: 'withdrew from a mediation',
    params: idParams,
    body: z.object({ reason }),
    out: mediationView,
  },
})
