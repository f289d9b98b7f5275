// People, sessions, codes, consents.
import { bigint, boolean, customType, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { moment } from '../../platform/columns.ts'

const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' })
export const persons = pgTable('persons', {
  id: uuid('id').primaryKey(),
  districtId: uuid('district_id').notNull(),
  name: text('name').notNull(),
  phoneSealed: text('phone_sealed'),
  phoneHash: text('phone_hash'),
  phoneMasked: text('phone_masked'),
  login: text('login'),
  passwordHash: text('password_hash'),
  totpSealed: text('totp_sealed'),
  totpPendingSealed: text('totp_pending_sealed'),
  totpLastStep: bigint('totp_last_step', { mode: 'number' }),
  language: text('language').$type<'zh-CN' | 'en'>().notNull().default('zh-CN'),
  largeType: boolean('large_type').notNull().default(false),
  quietFrom: text('quiet_from'),
  quietTo: text('quiet_to'),
  smsAllowed: boolean('sms_allowed').notNull().default(true),
  active: boolean('active').notNull().default(true),
  erasedAt: moment('erased_at'),
  search: tsvector('search').notNull(),
  createdBy: uuid('created_by'),
  createdAt: moment('created_at').notNull().defaultNow(),
})
export const sessions = pgTable('sessions', {
  id: uuid('id').primaryKey(),
  personId: uuid('person_id').notNull(),
  tokenHash: text('token_hash').notNull(),
  createdAt: moment('created_at').notNull().defaultNow(),
  lastSeenAt: moment('last_seen_at').notNull().defaultNow(),
  expiresAt: moment('expires_at').notNull(),
  endedAt: moment('ended_at'),
  device: text('device').notNull(),
  address: text('address').notNull(),
})
export const phoneCodes = pgTable('phone_codes', {
  id: uuid('id').primaryKey(),
  districtId: uuid('district_id').notNull(),
  phoneHash: text('phone_hash').notNull(),
  purpose: text('purpose').notNull().default('sign-in'),
  address: text('address').notNull(),
  codeHash: text('code_hash').notNull(),
  sentAt: moment('sent_at').notNull(),
  expiresAt: moment('expires_at').notNull(),
  attempts: integer('attempts').notNull().default(0),
  usedAt: moment('used_at'),
})
export const recoveryCodes = pgTable(
  'recovery_codes',
  { personId: uuid('person_id').notNull(), codeHash: text('code_hash').notNull(), usedAt: moment('used_at') },
  (t) => [primaryKey({ columns: [t.personId, t.codeHash] })],
)
export const consents = pgTable('consents', {
  id: uuid('id').primaryKey(),
  personId: uuid('person_id').notNull(),
  version: text('version').notNull(),
  given: boolean('given').notNull(),
  at: moment('at').notNull(),
})
export const signInFailures = pgTable('sign_in_failures', {
  keyHash: text('key_hash').primaryKey(),
  failures: integer('failures').notNull(),
  lockedUntil: moment('locked_until'),
  at: moment('at').notNull(),
})
