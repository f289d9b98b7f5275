// Committees of estates (mission B10, B11): formation rate, preparation, candidates, election, terms, members.
import { z } from 'zod'
import { photoIds } from './cases-shapes.ts'
import {
  committeeFigures,
  committeeKind,
  committeeRow,
  committeeState,
  committeeView,
  composition,
  duty,
  estateRow,
  groupSide,
  memberRow,
  requirement,
  standing,
} from './committees-shapes.ts'
import { day, done, flag, id, idParams, listOf, name, paging, phone, words } from './common.ts'
import { endpoints } from './endpoint.ts'

const ofThing = z.object({ id, thingId: id })
const reason = words(500, 2)
const run = { permission: 'committee.run', params: idParams, out: committeeView } as const
const any = { permission: 'signed-in', params: idParams, out: committeeView } as const
const given = z.object({
  personId: id.optional(),
  name,
  side: groupSide,
  duty,
  isPartyMember: z.boolean(),
})
export const committeesApi = endpoints({
  'GET /api/committees/figures': {
    say: 'Formation rate, party members’ share, terms ending soon: each figure equals its list',
    permission: 'committee.see',
    journal: null,
    out: committeeFigures,
  },
  'GET /api/committees/estates': {
    say: 'Every estate of my area and how it stands',
    permission: 'committee.see',
    journal: null,
    query: z.object({ ...paging, standing: standing.optional(), shouldHave: flag.optional() }),
    out: listOf(estateRow),
  },
  'POST /api/committees/estates/:id/exemption': {
    say: 'Record that an estate need not have a committee yet, or that it must',
    permission: 'committee.review',
    journal: 'recorded whether an estate must have a committee',
    params: idParams,
    body: z.object({ isExempt: z.boolean(), reason }),
    out: done,
  },
  'GET /api/committees/members': {
    say: 'Who sits on the committees of my area',
    permission: 'committee.see',
    journal: null,
    query: z.object({ ...paging, party: flag.optional() }),
    out: listOf(memberRow),
  },
  'GET /api/committees/rules': {
    say: 'What a candidate must fulfil, how committees are composed and how long they sit, with citations',
    permission: 'signed-in',
    journal: null,
    out: z.object({
      requirements: z.array(requirement),
      ownersCommittee: z.array(composition),
      managementCommittee: z.array(composition),
    }),
  },
  'GET /api/committees': {
    say: 'Committees of my area, those being formed first',
    permission: 'committee.see',
    journal: null,
    query: z.object({
      ...paging,
      kind: committeeKind.optional(),
      state: committeeState.optional(),
      endingSoon: flag.optional(),
      forming: flag.optional(),
    }),
    out: listOf(committeeRow),
  },
  'GET /api/committees/mine': {
    say: 'Committees where I have a home',
    permission: 'signed-in',
    journal: null,
    out: z.array(committeeRow),
  },
  'POST /api/committees': {
    say: 'Set up the preparation group of an owners’ committee, or of a by-election',
    permission: 'committee.run',
    journal: 'set up a preparation group',
    body: z.object({
      placeId: id,
      group: z
        .array(z.object({ name, side: groupSide, isLead: z.boolean() }))
        .min(1)
        .max(15),
      seats: z.number().int().min(1).max(11),
      nominationsUntil: day,
      /** The covenant asks candidates to have paid. */ needsNoArrears: z.boolean(),
      /** A by-election fills the empty seats of this committee. */ fillsId: id.optional(),
    }),
    out: committeeView,
  },
  'POST /api/committees/bodies': {
    say: 'Set up a management committee of the prescribed composition, or record an owners’ committee that exists',
    permission: 'committee.review',
    journal: 'set up or recorded a committee',
    body: z.object({
      placeId: id,
      kind: committeeKind,
      ground: words(300, 2),
      from: day,
      to: day,
      members: z.array(given).min(1).max(31),
    }),
    out: committeeView,
  },
  'GET /api/committees/:id': { say: 'One committee', journal: null, ...any },
  'POST /api/committees/:id/candidates': {
    say: 'Stand as a candidate, propose an owner by phone number, or propose somebody for the community',
    journal: 'proposed a candidate',
    ...any,
    body: z.object({
      phone: phone.optional(),
      personId: id.optional(),
      statement: words(500, 2),
      isPartyMember: z.boolean(),
    }),
  },
  'POST /api/committees/:id/candidates/:thingId/withdrawal': {
    say: 'Withdraw one’s own candidacy',
    permission: 'signed-in',
    journal: 'withdrew a candidacy',
    params: ofThing,
    out: committeeView,
  },
  'POST /api/committees/:id/candidates/:thingId/review': {
    say: 'Accept or refuse a candidate, with each requirement answered',
    permission: 'committee.review',
    journal: 'reviewed a candidate',
    params: ofThing,
    body: z.object({
      met: z.array(z.string().max(40)).max(20),
      isAccepted: z.boolean(),
      words: words(500).optional(),
    }),
    out: committeeView,
  },
  'POST /api/committees/:id/closeNomination': {
    say: 'Nominations are over, the review begins',
    journal: 'closed nominations',
    ...run,
    body: z.object({}),
  },
  'POST /api/committees/:id/reopen': {
    say: 'Open nominations again',
    journal: 'opened nominations again',
    ...run,
    body: z.object({ nominationsUntil: day, reason }),
  },
  'POST /api/committees/:id/publishList': {
    say: 'Publish the list of candidates with a window for objections',
    journal: 'published a list of candidates',
    ...run,
    body: z.object({ postedOn: day, days: z.number().int().min(1).max(60), photos: photoIds }),
  },
  'POST /api/committees/:id/objections': {
    say: 'An owner objects while the list is published',
    journal: 'objected to a list of candidates',
    ...any,
    body: z.object({ words: reason }),
  },
  'POST /api/committees/:id/objections/:thingId': {
    say: 'Answer an objection',
    permission: 'committee.run',
    journal: 'answered an objection',
    params: ofThing,
    body: z.object({ words: reason }),
    out: committeeView,
  },
  'POST /api/committees/:id/elect': {
    say: 'Prepare the owners’ decision by which the candidates are elected',
    journal: 'prepared an election',
    ...run,
    body: z.object({
      partKinds: z
        .array(z.enum(['home', 'shop', 'parking']))
        .min(1)
        .max(3),
      proxyCap: z.number().int().min(0).max(50).default(3),
      citySystem: z.boolean().default(false),
    }),
  },
  'POST /api/committees/:id/notElected': {
    say: 'The election came to nothing: propose candidates again',
    journal: 'recorded that an election came to nothing',
    ...run,
    body: z.object({ nominationsUntil: day }),
  },
  'POST /api/committees/:id/seat': {
    say: 'Seat those the certificate names, for their term',
    journal: 'seated a committee',
    ...run,
    body: z.object({
      from: day,
      to: day,
      chairId: id.optional(),
      viceChairIds: z.array(id).max(3).optional(),
    }),
  },
  'POST /api/committees/:id/fill': {
    say: 'Seat those of a by-election for the rest of the term',
    journal: 'seated members of a by-election',
    ...run,
    body: z.object({ from: day }),
  },
  'POST /api/committees/:id/members/:thingId/leave': {
    say: 'A member leaves: of their own will, or as the committee’s runner records',
    permission: 'signed-in',
    journal: 'recorded that a member left',
    params: ofThing,
    body: z.object({ on: day, reason }),
    out: committeeView,
  },
  'GET /api/committees/:id/known': {
    say: 'Members who are a name only, each with the owners or staff of that name whom they may be',
    permission: 'committee.run',
    journal: null,
    params: idParams,
    out: z.array(
      z.object({
        memberId: id,
        name: z.string(),
        side: groupSide,
        people: z.array(
          z.object({
            id,
            phoneMasked: z.string().nullable(),
            /** Their home here, or their body. */ where: z.string(),
          }),
        ),
      }),
    ),
  },
  'POST /api/committees/:id/appointments': {
    say: 'Tie members to the people they are and appoint them until their term ends',
    journal: 'tied members to people and appointed them',
    ...run,
    body: z.object({
      members: z
        .array(z.object({ memberId: id, personId: id }))
        .min(1)
        .max(31),
    }),
  },
  'POST /api/committees/:id/moveUp': {
    say: 'The first reserve member moves up to an empty seat',
    journal: 'a reserve member moved up',
    ...run,
    body: z.object({ from: day }),
  },
  'POST /api/committees/:id/end': {
    say: 'End a term early',
    journal: 'ended a committee’s term',
    ...run,
    permission: 'committee.review',
    body: z.object({ on: day, reason }),
  },
  'POST /api/committees/:id/drop': {
    say: 'Give up a formation',
    journal: 'gave up a formation',
    ...run,
    body: z.object({ reason }),
  },
})
