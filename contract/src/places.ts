// Places: the administrative tree, the physical tree, and who owns or lives in a home.
import { z } from 'zod'
import { at, coordinates, done, flag, id, idParams, listOf, named, paging, words } from './common.ts'
import { endpoints } from './endpoint.ts'
import { placeKinds, type PlaceKind } from './places-tree.ts'

const kindNames = Object.keys(placeKinds) as [PlaceKind, ...PlaceKind[]]
export const placeKind = z.enum(kindNames)
/** A place in short, with the words of its path, e.g. “幸福里 3号楼 2单元”. */
export const placeRef = z.object({ id, kind: placeKind, name: z.string(), path: z.string() })
export const areaSource = z.enum(['register', 'survey', 'contract'])
export const place = placeRef.extend({
  parentId: id.nullable(),
  ancestors: z.array(named.extend({ kind: placeKind })),
  grid: named.nullable(),
  code: z.string().nullable(),
  floor: z.number().int().nullable(),
  /** 0.01 m² */ area: z.number().int().nullable(),
  areaSource: areaSource.nullable(),
  position: coordinates.nullable(),
  boundary: z.array(z.tuple([z.number(), z.number()])).nullable(),
  active: z.boolean(),
  counts: z.object({ children: z.number().int(), homes: z.number().int(), openCases: z.number().int() }),
  may: z.array(z.string()),
})
export const treeNode = z.object({
  id,
  kind: placeKind,
  name: z.string(),
  childCount: z.number().int(),
  homeCount: z.number().int(),
  /** Retired places are listed for those who may edit places. */ active: z.boolean(),
})
export const homePerson = z.object({
  id,
  person: named,
  phone: z.string().nullable(),
  relation: z.enum(['owner', 'occupant']),
  state: z.enum(['claimed', 'confirmed', 'refused', 'ended']),
  since: at,
  reason: z.string().nullable(),
})
export const home = placeRef.extend({
  floor: z.number().int().nullable(),
  area: z.number().int().nullable(),
  areaSource: areaSource.nullable(),
  owners: z.number().int(),
  occupants: z.number().int(),
})
const edit = {
  name: words(60),
  code: words(40).nullable().optional(),
  floor: z.number().int().min(-9).max(200).nullable().optional(),
  area: z.number().int().min(1).max(100_000_000).nullable().optional(),
  areaSource: areaSource.nullable().optional(),
  gridId: id.nullable().optional(),
  position: coordinates.nullable().optional(),
  /** Longitude and latitude, in order around. */
  boundary: z
    .array(z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]))
    .max(500)
    .nullable()
    .optional(),
}
const relation = z.enum(['owner', 'occupant'])
const homeFilters = { search: z.string().max(60).optional(), withoutOwner: flag.optional() }

export const placesApi = endpoints({
  'GET /api/places/tree': {
    say: 'Children of a place (of the district when no parent is named), inside my area',
    permission: 'place.see',
    journal: null,
    query: z.object({ parentId: id.optional() }),
    out: z.array(treeNode),
  },
  'GET /api/places/search': {
    say: 'Find places by words of their path',
    permission: 'signed-in',
    journal: null,
    query: z.object({ text: words(60), kinds: z.string().max(200).optional() }),
    out: z.array(placeRef),
  },
  'GET /api/places/choose': {
    say: 'Choose a place step by step: names only',
    permission: 'signed-in',
    journal: null,
    query: z.object({ parentId: id.optional() }),
    out: z.array(placeRef.extend({ hasChildren: z.boolean(), /** a grid: its estates */ note: z.string().nullable() })),
  },
  'GET /api/places/map': {
    say: 'Grids with boundaries, and estates with positions, of a community',
    permission: 'place.see',
    journal: null,
    query: z.object({ communityId: id.optional() }),
    out: z.object({
      grids: z.array(named.extend({ boundary: z.array(z.tuple([z.number(), z.number()])).nullable() })),
      estates: z.array(named.extend({ position: coordinates.nullable() })),
    }),
  },
  'GET /api/places/:id': { say: 'One place', permission: 'place.see', journal: null, params: idParams, out: place },
  'POST /api/places': {
    say: 'Add a place',
    permission: 'place.edit',
    journal: 'added a place',
    body: z.object({ parentId: id, kind: placeKind, ...edit }),
    out: place,
  },
  'PATCH /api/places/:id': {
    say: 'Change a place, or retire it',
    permission: 'place.edit',
    journal: 'changed a place',
    params: idParams,
    body: z.object({ ...edit, name: words(60).optional(), active: z.boolean().optional() }),
    out: place,
  },
  'GET /api/places/:id/homes': {
    say: 'Homes, shops and parking spaces below a place',
    permission: 'place.see',
    journal: null,
    params: idParams,
    query: z.object({ ...paging, ...homeFilters }),
    out: listOf(home),
  },
  'GET /api/places/:id/homes.xlsx': {
    say: 'The same list as a spreadsheet',
    permission: 'place.see',
    journal: 'exported homes',
    params: idParams,
    query: z.object(homeFilters),
    gives: 'file',
  },
  'GET /api/places/:id/tree.xlsx': {
    say: 'The place and everything below it as a spreadsheet',
    permission: 'place.see',
    journal: 'exported places',
    params: idParams,
    gives: 'file',
  },
  'GET /api/places/:id/people.xlsx': {
    say: 'Owners and occupants of the homes below a place as a spreadsheet, masked',
    permission: 'person.see',
    journal: 'exported owners and occupants',
    params: idParams,
    query: z.object(homeFilters),
    gives: 'file',
  },
  'GET /api/places/:id/people': {
    say: 'Owners and occupants of a home, masked',
    permission: 'person.see',
    journal: null,
    params: idParams,
    out: z.array(homePerson),
  },
  'POST /api/places/:id/people': {
    say: 'Record an owner or occupant of a home',
    permission: 'home.confirm',
    journal: 'recorded an owner or occupant',
    params: idParams,
    body: z.object({ personId: id, relation }),
    out: homePerson,
  },
  'DELETE /api/places/home-people/:id': {
    say: 'End an ownership or occupancy',
    permission: 'home.confirm',
    journal: 'ended an ownership or occupancy',
    params: idParams,
    out: done,
  },
  'GET /api/places/my-homes': {
    say: 'My homes, and what became of my claims',
    permission: 'signed-in',
    journal: null,
    out: z.array(
      z.object({
        id,
        home: placeRef,
        communityId: id,
        community: z.string(),
        relation,
        state: z.enum(['claimed', 'confirmed', 'refused']),
        reason: z.string().nullable(),
      }),
    ),
  },
  'POST /api/places/home-claims': {
    say: 'Claim a home as its owner or occupant',
    permission: 'signed-in',
    journal: 'claimed a home',
    body: z.object({ homeId: id, relation }),
    out: z.object({ id }),
  },
  'GET /api/places/home-claims': {
    say: 'Claims that wait for confirmation in my area',
    permission: 'home.confirm',
    journal: null,
    query: z.object({ ...paging }),
    out: listOf(z.object({ id, home: placeRef, person: named, phone: z.string().nullable(), relation, at })),
  },
  'GET /api/places/home-claims.xlsx': {
    say: 'The same list as a spreadsheet',
    permission: 'home.confirm',
    journal: 'exported home claims',
    gives: 'file',
  },
  'POST /api/places/home-claims/:id/confirmation': {
    say: 'Confirm a claim',
    permission: 'home.confirm',
    journal: 'confirmed a home claim',
    params: idParams,
    body: z.object({}),
    out: done,
  },
  'POST /api/places/home-claims/:id/refusal': {
    say: 'Refuse a claim with a reason',
    permission: 'home.confirm',
    journal: 'refused a home claim',
    params: idParams,
    body: z.object({ reason: words(200, 2) }),
    out: done,
  },
  'GET /api/places/my-neighbourhood': {
    say: 'For residents: my community, estate, grid worker and property company',
    permission: 'signed-in',
    journal: null,
    out: z.object({
      home: placeRef.nullable(),
      community: named.nullable(),
      estate: named.nullable(),
      grid: named.nullable(),
      contacts: z.array(z.object({ role: z.string(), name: z.string(), phone: z.string().nullable() })),
    }),
  },
})
