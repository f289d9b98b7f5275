// Managing the open interface (Open311 GeoReport v2): keys, services, other endpoints. The protocol itself is at /open311/v2.
import { z } from 'zod'
import { at, done, id, idParams, listOf, named, paging, words } from './common.ts'
import { endpoints } from './endpoint.ts'
import { attributeTypes, type AttributeType } from './open311-kinds.ts'

const code = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/, { message: 'code' })
const url = z
  .string()
  .trim()
  .max(200)
  .regex(/^https?:\/\/[^\s/?#]+(\/[^\s?#]*)?$/, { message: 'url' })
export const open311Key = z.object({
  id,
  name: z.string(),
  hint: z.string(),
  scope: named,
  mayReport: z.boolean(),
  mayUpdate: z.boolean(),
  active: z.boolean(),
  madeBy: z.string(),
  madeAt: at,
})
export const serviceAttribute = z.object({
  code,
  variable: z.boolean(),
  datatype: z.enum(Object.keys(attributeTypes) as [AttributeType, ...AttributeType[]]),
  required: z.boolean(),
  description: words(200),
  datatypeDescription: z.string().trim().max(200).default(''),
  choices: z
    .array(z.object({ key: code, name: words(60) }))
    .max(50)
    .default([]),
})
const service = z.object({
  category: named,
  /** null: not a service yet. */
  code: z.string().nullable(),
  description: z.string(),
  keywords: z.string(),
  isOpen: z.boolean(),
  attributes: z.array(serviceAttribute),
})
const peerService = z.object({
  serviceCode: z.string().trim().min(1).max(60),
  categoryId: id,
  /** New cases of the category go to the other side by themselves. */
  automatic: z.boolean().default(false),
})
const peerFields = {
  name: words(60),
  url,
  jurisdiction: z.string().trim().max(100).nullable().default(null),
  placeId: id,
  imports: z.boolean(),
  forwards: z.boolean(),
  active: z.boolean(),
  services: z.array(peerService).max(200).default([]),
}
/** Without `key` the key of before stays; an empty one is none. */
const peerBody = z.object({ ...peerFields, key: z.string().trim().max(200).optional() })
const peer = z.object({
  ...peerFields,
  id,
  place: named,
  hasKey: z.boolean(),
  polledAt: at.nullable(),
  lastError: z.string().nullable(),
})
const exchange = z.object({
  id,
  peer: named,
  caseId: id,
  number: z.string(),
  direction: z.enum(['in', 'out']),
  state: z.enum(['waiting', 'sent', 'failed']),
  remoteId: z.string().nullable(),
  remoteStatus: z.string().nullable(),
  tries: z.number().int(),
  lastError: z.string().nullable(),
  at,
})
export const open311Api = endpoints({
  'GET /api/open311': {
    say: 'Where the open interface is, and its jurisdiction',
    permission: 'open311.manage',
    journal: null,
    out: z.object({ url: z.string(), discovery: z.string(), jurisdiction: z.string() }),
  },
  'GET /api/open311/keys': {
    say: 'Keys of the open interface',
    permission: 'open311.manage',
    journal: null,
    query: z.object(paging),
    out: listOf(open311Key),
  },
  'POST /api/open311/keys': {
    say: 'Issue a key; it is shown once',
    permission: 'open311.manage',
    journal: 'issued a key of the open interface',
    body: z.object({ name: words(60), scopeId: id, mayReport: z.boolean(), mayUpdate: z.boolean() }),
    secret: true,
    out: open311Key.extend({ key: z.string() }),
  },
  'PATCH /api/open311/keys/:id': {
    say: 'Switch a key on or off, or what it may do',
    permission: 'open311.manage',
    journal: 'changed a key of the open interface',
    params: idParams,
    body: z.object({
      active: z.boolean().optional(),
      mayReport: z.boolean().optional(),
      mayUpdate: z.boolean().optional(),
    }),
    out: open311Key,
  },
  'GET /api/open311/services': {
    say: 'Which categories are services, with their attributes',
    permission: 'open311.manage',
    journal: null,
    out: z.array(service),
  },
  'PUT /api/open311/services/:id': {
    say: 'Make a category a service of the open interface (id: the category)',
    permission: 'open311.manage',
    journal: 'set a service of the open interface',
    params: idParams,
    body: z.object({
      code,
      description: words(300),
      keywords: z.string().trim().max(200).default(''),
      isOpen: z.boolean(),
      attributes: z.array(serviceAttribute).max(20).default([]),
    }),
    out: service,
  },
  'GET /api/open311/peers': {
    say: 'Other endpoints we exchange cases with',
    permission: 'open311.manage',
    journal: null,
    out: z.array(peer),
  },
  'POST /api/open311/peers': {
    say: 'Add an endpoint; nothing is asked of it until it is switched on',
    permission: 'open311.manage',
    journal: 'added an endpoint',
    body: peerBody,
    out: peer,
  },
  'PUT /api/open311/peers/:id': {
    say: 'Change an endpoint, its services and whether it is on',
    permission: 'open311.manage',
    journal: 'changed an endpoint',
    params: idParams,
    body: peerBody,
    out: peer,
  },
  'POST /api/open311/peers/:id/poll': {
    say: 'Ask the endpoint now instead of at the next turn',
    permission: 'open311.manage',
    journal: null,
    params: idParams,
    out: done,
  },
  'GET /api/open311/peers/:id/services': {
    say: 'The services the endpoint offers, asked of it now',
    permission: 'open311.manage',
    journal: null,
    params: idParams,
    out: z.array(z.object({ code: z.string(), name: z.string() })),
  },
  'GET /api/open311/exchanges': {
    say: 'Cases that came from or went to other endpoints, newest first',
    permission: 'open311.manage',
    journal: null,
    query: z.object(paging),
    out: listOf(exchange),
  },
  'GET /api/open311/cases/:id/exchanges': {
    say: 'Where a case came from or went, and where it can go',
    permission: 'case.dispatch',
    journal: null,
    params: idParams,
    out: z.object({ exchanges: z.array(exchange), peers: z.array(named) }),
  },
  'POST /api/open311/cases/:id/forward': {
    say: 'Forward a case to another endpoint',
    permission: 'case.dispatch',
    journal: 'forwarded a case to another endpoint',
    params: idParams,
    body: z.object({ peerId: id }),
    out: exchange,
  },
})
