// Organisations, positions with their permissions, and appointments (person × position × organisation × scope × dates).
import { z } from 'zod'
import { day, done, flag, id, idParams, listOf, named, paging, words } from './common.ts'
import { endpoints } from './endpoint.ts'
import { organisationKinds, type OrganisationKind } from './organisations-kinds.ts'
import { permissionNames, type Permission } from './permissions.ts'

const permission = z.enum(permissionNames as [Permission, ...Permission[]])
export const organisationKind = z.enum(Object.keys(organisationKinds) as [OrganisationKind, ...OrganisationKind[]])
export const organisation = z.object({
  id,
  kind: organisationKind,
  name: z.string(),
  shortName: z.string(),
  /** public office line */ phone: z.string().nullable(),
  active: z.boolean(),
  place: named.nullable(),
  parent: named.nullable(),
  serves: z.array(named.extend({ kind: z.string() })),
  staffCount: z.number().int(),
  handlesCases: z.boolean(),
  may: z.array(z.string()),
})
export const position = z.object({
  id,
  code: z.string(),
  name: z.string(),
  organisationKinds: z.array(organisationKind),
  scopeKinds: z.array(z.string()),
  permissions: z.array(permission),
  isDefault: z.boolean(),
  holders: z.number().int(),
})
export const appointment = z.object({
  id,
  person: named,
  position: z.object({ id, code: z.string(), name: z.string() }),
  organisation: named.extend({ kind: organisationKind }),
  scope: named.extend({ kind: z.string() }),
  from: day,
  to: day.nullable(),
  state: z.enum(['future', 'inForce', 'ended']),
})
const body = {
  name: words(80),
  shortName: words(20).optional(),
  phone: words(20).nullable().optional(),
  placeId: id.nullable().optional(),
  parentId: id.nullable().optional(),
  servesPlaceIds: z.array(id).max(500).optional(),
}

const organisationFilters = {
  kind: organisationKind.optional(),
  search: z.string().max(60).optional(),
  placeId: id.optional(),
}
const appointmentFilters = {
  personId: id.optional(),
  organisationId: id.optional(),
  positionId: id.optional(),
  inForce: flag.optional(),
  concurrentOnly: flag.optional(),
}

export const organisationsApi = endpoints({
  'GET /api/organisations': {
    say: 'Organisations',
    permission: 'organisation.see',
    journal: null,
    query: z.object({ ...paging, ...organisationFilters }),
    out: listOf(organisation),
  },
  'GET /api/organisations.xlsx': {
    say: 'The same list as a spreadsheet',
    permission: 'organisation.see',
    journal: 'exported organisations',
    query: z.object(organisationFilters),
    gives: 'file',
  },
  'GET /api/organisations/:id': {
    say: 'One organisation',
    permission: 'organisation.see',
    journal: null,
    params: idParams,
    out: organisation,
  },
  'POST /api/organisations': {
    say: 'Add an organisation',
    permission: 'organisation.edit',
    journal: 'added an organisation',
    body: z.object({ kind: organisationKind, ...body }),
    out: organisation,
  },
  'PATCH /api/organisations/:id': {
    say: 'Change an organisation',
    permission: 'organisation.edit',
    journal: 'changed an organisation',
    params: idParams,
    body: z.object({ ...body, name: words(80).optional(), active: z.boolean().optional() }),
    out: organisation,
  },
  'GET /api/organisations/positions': {
    say: 'Positions and their permissions',
    permission: 'organisation.see',
    journal: null,
    out: z.array(position),
  },
  'GET /api/organisations/positions.xlsx': {
    say: 'The same list as a spreadsheet',
    permission: 'organisation.see',
    journal: 'exported positions',
    gives: 'file',
  },
  'POST /api/organisations/positions': {
    say: 'Add a position',
    permission: 'position.edit',
    journal: 'added a position',
    body: z.object({
      name: words(40),
      organisationKinds: z.array(organisationKind).min(1).max(40),
      scopeKinds: z.array(z.string().max(20)).min(1).max(20),
      permissions: z.array(permission).max(200),
    }),
    out: position,
  },
  'PATCH /api/organisations/positions/:id': {
    say: 'Change a position; its holders’ sessions rotate',
    permission: 'position.edit',
    journal: 'changed a position',
    params: idParams,
    body: z.object({ name: words(40).optional(), permissions: z.array(permission).max(200).optional() }),
    out: position,
  },
  'GET /api/organisations/appointments': {
    say: 'Appointments',
    permission: 'organisation.see',
    journal: null,
    query: z.object({ ...paging, ...appointmentFilters }),
    out: listOf(appointment),
  },
  'GET /api/organisations/appointments.xlsx': {
    say: 'The same list as a spreadsheet',
    permission: 'organisation.see',
    journal: 'exported appointments',
    query: z.object(appointmentFilters),
    gives: 'file',
  },
  'POST /api/organisations/appointments': {
    say: 'Appoint a person',
    permission: 'appointment.edit',
    journal: 'appointed a person',
    body: z.object({
      personId: id,
      positionId: id,
      organisationId: id,
      scopeId: id,
      from: day,
      to: day.nullable().optional(),
    }),
    out: appointment,
  },
  'POST /api/organisations/appointments/:id/end': {
    say: 'End an appointment on a day',
    permission: 'appointment.edit',
    journal: 'ended an appointment',
    params: idParams,
    body: z.object({ to: day, reason: words(200).optional() }),
    out: appointment,
  },
  'DELETE /api/organisations/appointments/:id': {
    say: 'Remove an appointment entered by mistake before it began',
    permission: 'appointment.edit',
    journal: 'removed an appointment',
    params: idParams,
    out: done,
  },
})
