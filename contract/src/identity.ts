// Identity: sign-in, sessions, consent, people (masked by default).
import { z } from 'zod'
import { at, day, done, id, idParams, listOf, name, named, paging, phone, words } from './common.ts'
import { endpoints } from './endpoint.ts'
import { permissionNames, type Permission } from './permissions.ts'

const permission = z.enum(permissionNames as [Permission, ...Permission[]])
export const languages = ['zh-CN', 'en'] as const

/** One of my appointments, as the front ends need it. */
export const myAppointment = z.object({
  id,
  position: z.object({ id, code: z.string(), name: z.string() }),
  organisation: named.extend({ kind: z.string() }),
  scope: named.extend({ kind: z.string() }),
  permissions: z.array(permission),
  from: day,
  to: day.nullable(),
})
export const me = z.object({
  id,
  name: z.string(),
  /** masked */ phone: z.string().nullable(),
  login: z.string().nullable(),
  language: z.enum(languages),
  largeType: z.boolean(),
  /** Hours of the day in which nothing is sent to the phone. */
  quiet: z.object({ from: z.string(), to: z.string() }).nullable(),
  smsAllowed: z.boolean(),
  consent: z.object({ version: z.string(), current: z.boolean(), givenAt: at.nullable() }),
  hasPassword: z.boolean(),
  hasTotp: z.boolean(),
  appointments: z.array(myAppointment),
  permissions: z.array(permission),
  district: named,
})
export const session = z.object({
  id,
  createdAt: at,
  lastSeenAt: at,
  device: z.string(),
  address: z.string(),
  current: z.boolean(),
})
export const person = z.object({
  id,
  name: z.string(),
  /** masked */ phone: z.string().nullable(),
  login: z.string().nullable(),
  active: z.boolean(),
  appointments: z.array(
    z.object({ id, position: z.string(), organisation: z.string(), scope: z.string(), from: day, to: day.nullable() }),
  ),
  homes: z.array(z.object({ id, name: z.string(), relation: z.enum(['owner', 'occupant']) })),
})
const code = z
  .string()
  .trim()
  .regex(/^\d{6}$/)
const password = z.string().min(1).max(200)
const secondFactor = z.string().trim().max(20).optional()
const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

const peopleFilters = {
  search: z.string().max(60).optional(),
  staffOnly: z.enum(['true', 'false']).optional(),
}

export const identityApi = endpoints({
  'POST /api/identity/phone-codes': {
    say: 'Send a sign-in code to a phone; the same answer for known and unknown numbers',
    permission: 'anyone',
    journal: null,
    body: z.object({ phone }),
    out: z.object({ expiresInSeconds: z.number(), resendInSeconds: z.number() }),
  },
  'POST /api/identity/phone-sessions': {
    say: 'Sign in by phone code and, where set, a one-time or recovery code; a first sign-in creates the person',
    permission: 'anyone',
    journal: 'signed in by phone code',
    body: z.object({ phone, code, totp: secondFactor }),
    out: z.object({ me, isNew: z.boolean() }),
  },
  'POST /api/identity/password-sessions': {
    say: 'Staff sign-in by password and, where set, a one-time or recovery code',
    permission: 'anyone',
    journal: 'signed in by password',
    body: z.object({ login: words(60), password, totp: secondFactor }),
    out: z.object({ me }),
  },
  'DELETE /api/identity/session': { say: 'Sign out', permission: 'signed-in', journal: 'signed out', out: done },
  'GET /api/identity/me': { say: 'Who am I, what may I do', permission: 'signed-in', journal: null, out: me },
  'PATCH /api/identity/me': {
    say: 'Change my own settings',
    permission: 'signed-in',
    journal: 'changed own settings',
    body: z.object({
      name: name.optional(),
      language: z.enum(languages).optional(),
      largeType: z.boolean().optional(),
      quiet: z.object({ from: clockTime, to: clockTime }).nullable().optional(),
      smsAllowed: z.boolean().optional(),
    }),
    out: me,
  },
  'GET /api/identity/privacy': {
    say: 'What is kept and why: the privacy notice in force',
    permission: 'anyone',
    journal: null,
    out: z.object({
      version: z.string(),
      kept: z.array(z.object({ what: z.string(), why: z.string(), howLong: z.string() })),
      rights: z.array(z.string()),
    }),
  },
  'POST /api/identity/me/consent': {
    say: 'Give or withdraw consent to the privacy notice',
    permission: 'signed-in',
    journal: 'gave or withdrew consent',
    body: z.object({ version: z.string().max(40), given: z.boolean() }),
    out: me,
  },
  'GET /api/identity/me/consents': {
    say: 'My consents over time',
    permission: 'signed-in',
    journal: null,
    out: z.array(z.object({ version: z.string(), given: z.boolean(), at })),
  },
  'GET /api/identity/me/export': {
    say: 'Everything kept about me, as JSON',
    permission: 'signed-in',
    journal: 'exported own data',
    gives: 'file',
  },
  'POST /api/identity/me/erasure': {
    say: 'Withdraw and have my personal data removed; cases stay without my name',
    permission: 'signed-in',
    journal: 'asked for erasure',
    body: z.object({ confirm: z.literal('erase') }),
    out: done,
  },
  'GET /api/identity/me/sessions': {
    say: 'My sessions',
    permission: 'signed-in',
    journal: null,
    out: z.array(session),
  },
  'DELETE /api/identity/me/sessions/:id': {
    say: 'End one of my sessions',
    permission: 'signed-in',
    journal: 'ended a session',
    params: idParams,
    out: done,
  },
  'POST /api/identity/me/password': {
    say: 'Set or change my password; other sessions end',
    permission: 'signed-in',
    journal: 'changed own password',
    body: z.object({ current: password.optional(), next: password }),
    out: done,
  },
  'POST /api/identity/me/totp': {
    say: 'Begin setting up one-time codes',
    permission: 'signed-in',
    journal: null,
    secret: true,
    out: z.object({ secret: z.string(), uri: z.string(), qrSvg: z.string() }),
  },
  'POST /api/identity/me/totp/confirm': {
    say: 'Finish setting up one-time codes',
    permission: 'signed-in',
    journal: 'set up one-time codes',
    body: z.object({ code }),
    secret: true,
    out: z.object({ recoveryCodes: z.array(z.string()) }),
  },
  'POST /api/identity/me/totp/removal': {
    say: 'Remove one-time codes',
    permission: 'signed-in',
    journal: 'removed one-time codes',
    body: z.object({ password }),
    out: done,
  },

  'GET /api/identity/people': {
    say: 'People, masked',
    permission: 'person.see',
    journal: null,
    query: z.object({ ...paging, ...peopleFilters }),
    out: listOf(person),
  },
  'GET /api/identity/people.xlsx': {
    say: 'The same list as a spreadsheet, masked',
    permission: 'person.see',
    journal: 'exported people',
    query: z.object(peopleFilters),
    gives: 'file',
  },
  'GET /api/identity/people/:id': {
    say: 'One person, masked',
    permission: 'person.see',
    journal: null,
    params: idParams,
    /** `mayResetTotp`: the person has one-time codes, and the caller may change people, though not all of them. */
    out: person.extend({ mayResetTotp: z.boolean() }),
  },
  'POST /api/identity/people': {
    say: 'Register a person',
    permission: 'person.edit',
    journal: 'registered a person',
    body: z.object({
      name,
      phone: phone.nullable(),
      login: words(60).nullable().optional(),
      password: password.optional(),
    }),
    out: person,
  },
  'PATCH /api/identity/people/:id': {
    say: 'Change a person',
    permission: 'person.edit',
    journal: 'changed a person',
    params: idParams,
    body: z.object({
      name: name.optional(),
      phone: phone.nullable().optional(),
      login: words(60).nullable().optional(),
      password: password.optional(),
      active: z.boolean().optional(),
    }),
    out: person,
  },
  'POST /api/identity/people/:id/totp-removal': {
    say: 'Remove the one-time codes of somebody who lost them, with a reason; the person’s sessions end',
    permission: 'person.edit',
    journal: 'removed the one-time codes of a person',
    params: idParams,
    body: z.object({ reason: words(200, 2) }),
    out: done,
  },
  'POST /api/identity/people/:id/reveal': {
    say: 'Reveal a phone number, with a reason',
    permission: 'person.reveal',
    journal: 'revealed a phone number',
    params: idParams,
    body: z.object({ reason: words(200, 2) }),
    secret: true,
    out: z.object({ phone: z.string().nullable() }),
  },
})
