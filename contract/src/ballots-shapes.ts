// Shapes of owners' decisions. Areas are whole 0.01 m².
import { z } from 'zod'
import { at, day, id, named } from './common.ts'
import {
  areaSources,
  ballotChannels,
  ballotChoices,
  decisionStates,
  decisionSteps,
  deliveryWays,
  matterCodes,
  paperFaults,
  paperMarks,
  paperStates,
  silenceReadings,
} from './ballots-life.ts'
import { exclusivePartKinds } from './places-tree.ts'

const keys = <K extends string>(table: Readonly<Record<K, unknown>>) => Object.keys(table) as [K, ...K[]]
export const decisionState = z.enum(keys(decisionStates))
export const matter = z.enum(matterCodes)
export const channel = z.enum(keys(ballotChannels))
export const choice = z.enum(keys(ballotChoices))
export const paperMark = z.enum(keys(paperMarks))
export const paperFault = z.enum(keys(paperFaults))
export const paperState = z.enum(keys(paperStates))
export const deliveryWay = z.enum(keys(deliveryWays))
export const silenceReading = z.enum(keys(silenceReadings))
export const areaSource = z.enum(keys(areaSources))
export const partKind = z.enum(exclusivePartKinds)
const whole = z.number().int()
/** Both languages, from the rule set. */
const bilingual = z.object({ zh: z.string(), en: z.string() })
export const threshold = z.object({
  numerator: whole,
  denominator: whole,
  /** The share itself is not enough. */ isMoreThan: z.boolean(),
  citation: z.string(),
})
export const matterView = z.object({
  code: matter,
  words: bilingual,
  article: z.string(),
  isSpecial: z.boolean(),
  threshold,
})
const item = z.object({
  id,
  title: z.string(),
  words: z.string(),
  /** What it costs, in words; empty for nothing. */ cost: z.string(),
  /** The cost-sharing plan it refers to. */ planId: id.nullable(),
  /** The money it is about: which fund, and how much at most, in fen. */
  fund: z.object({ id, amount: z.number().int() }).nullable(),
  matter: matterView,
  /** In an election: who stands. */ candidate: z.object({ name: z.string(), isPartyMember: z.boolean() }).nullable(),
})
const axis = z.object({ total: whole, participating: whole, for: whole, against: whole, abstain: whole })
const both = z.object({ area: z.boolean(), owners: z.boolean() })
export const outcome = z.enum(['passes', 'fails', 'undetermined'])
const judged = { area: axis, owners: axis, quorum: both, approval: both, isPassed: z.boolean() }
const itemResult = z.object({
  itemId: id,
  ...judged,
  /** Owners who count although silent, and the tally without them; absent where silence is no vote. */
  silence: z.object({ as: choice, owners: whole, area: whole, without: z.object(judged) }).optional(),
  outcome,
  /** Another reading of the rules that would change it. */
  flips: z.array(
    z.object({
      value: z.string(),
      as: z.string(),
      outcome,
      /** Only where these are read otherwise too. */
      with: z.array(z.object({ value: z.string(), as: z.string() })).optional(),
    }),
  ),
  /** Missing areas that would change it. */
  areaFlips: z.array(z.object({ group: z.string(), above: whole, outcome })),
  isCertifiable: z.boolean(),
  left: z.array(z.object({ why: z.string(), count: whole })),
  /** In an election. */ seat: z.enum(['elected', 'reserve', 'notElected', 'tied']).nullable(),
})
const sums = z.object({ for: whole.min(0), against: whole.min(0), abstain: whole.min(0) })
/** What the city's own system counted of an item. */
export const cityItem = z.object({ itemId: id, area: sums, owners: sums })
const mine = z.object({
  /** The number in the published roll. */ key: z.string(),
  parts: z.array(z.object({ label: z.string(), area: whole.nullable() })),
  area: whole,
  coOwners: whole,
  /** Who owns it together with me, and whom I named; empty for a single owner. */
  together: z.array(named.extend({ isMe: z.boolean(), isMyChoice: z.boolean() })),
  /** The co-owners have voted differently and have not named one of them. */ differs: z.boolean(),
  /** Whom all of them named. */ designated: z.string().nullable(),
  /** Since when the ballot provably reached this owner. */ deliveredOn: day.nullable(),
  /** Set where I vote for another owner. */ mandateId: id.nullable(),
  forName: z.string().nullable(),
  ballot: z
    .object({
      at,
      channel,
      receipt: z.string(),
      marks: z.array(z.object({ itemId: id, mark: paperMark })),
    })
    .nullable(),
})
const objection = z.object({
  id,
  about: z.enum(['roll', 'result']),
  words: z.string(),
  byName: z.string().nullable(),
  mine: z.boolean(),
  at,
  answer: z.string().nullable(),
  answeredAt: at.nullable(),
})
const mandate = z.object({
  id,
  toName: z.string(),
  at,
  revokedAt: at.nullable(),
})
export const decisionRow = z.object({
  id,
  number: z.string(),
  title: z.string(),
  place: named,
  state: decisionState,
  stateAt: at,
  closesAt: at.nullable(),
  /** The vote waits for me. */ waitsForMe: z.boolean(),
})
export const decisionView = z.object({
  id,
  number: z.string(),
  title: z.string(),
  words: z.string(),
  place: named,
  partKinds: z.array(partKind),
  /** Where the city's own system binds, votes by phone here are a consultation. */ citySystem: z.boolean(),
  convener: z.string(),
  state: decisionState,
  stateAt: at,
  seats: whole.nullable(),
  proxyCap: whole,
  rules: z.object({
    id: z.string(),
    participation: threshold,
    noticeDays: whole,
    noticeCitation: z.string(),
    /** Where the rules of procedure give silence a meaning: their article, and on what it rests. */
    silence: z.object({ citation: z.string(), ground: z.string() }).nullable(),
  }),
  items: z.array(item),
  roll: z.object({
    parts: whole,
    owners: whole,
    area: whole,
    unknownParts: whole,
    withoutOwner: whole,
    objectionsUntil: day.nullable(),
    hash: z.string().nullable(),
    frozenAt: at.nullable(),
  }),
  notice: z.object({ id, postedOn: day, endsOn: day, opensFrom: day }).nullable(),
  opensAt: at.nullable(),
  closesAt: at.nullable(),
  chain: z.object({
    length: whole,
    head: z.string(),
    daily: z.array(z.object({ day, length: whole, head: z.string() })),
  }),
  /** Set once the vote is counted, where silence has a meaning: the hash of the published list of deliveries. */
  deliveriesHash: z.string().nullable(),
  result: z
    .object({
      at,
      objectionsUntil: day.nullable(),
      items: z.array(itemResult),
      tied: z.array(id),
      city: z.string().nullable(),
      /** Votes cast here where the city's own system binds: they were asked for, they do not count. */
      consultation: z.array(cityItem),
    })
    .nullable(),
  certificate: z.object({ at, hash: z.string() }).nullable(),
  endedWords: z.string().nullable(),
  mine: z.array(mine),
  objections: z.array(objection),
  mandates: z.array(mandate),
  may: z.array(
    z.enum([
      ...keys(decisionSteps),
      'vote',
      'designate',
      'objectRoll',
      'objectResult',
      'giveMandate',
      'editRoll',
      'seeTurnout',
      'papers',
      'mandates',
      'deliver',
      'acknowledge',
    ]),
  ),
})
export const rollPart = z.object({
  id,
  label: z.string(),
  building: z.string(),
  kind: partKind,
  area: whole.nullable(),
  areaSource: areaSource.nullable(),
  isDevelopers: z.boolean(),
  owners: z.array(z.string()),
  /** As the roll states them, e.g. 1/2、1/2; they do not weigh in the count. */ shares: z.string(),
  /** What is missing: an area, an owner. */ flags: z.array(z.enum(['area', 'owner'])),
})
export const turnout = z.object({
  area: z.object({ total: whole, participating: whole, need: whole, short: whole }),
  owners: z.object({ total: whole, participating: whole, need: whole, short: whole }),
  buildings: z.array(z.object({ building: z.string(), owners: whole, voted: whole, area: whole, votedArea: whole })),
  papers: z.object({ issued: whole, returned: whole, unreturned: whole, spoiled: whole, toSettle: whole }),
})
/** The co-owners of an owner; empty for a single one. */
export const people = z.array(named)
export const missingRow = z.object({
  key: z.string(),
  building: z.string(),
  doors: z.string(),
  names: z.string(),
  people,
  area: whole,
})
export const reach = z.object({
  isReachable: z.boolean(),
  /** Missing areas cannot change that. */ isSure: z.boolean(),
  area: z.object({ most: whole, need: whole }),
  owners: z.object({ most: whole, need: whole }),
  developerParts: whole,
})
