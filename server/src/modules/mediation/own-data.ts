// What a person finds of mediations in their own data: those they are party to or lead, what they said, what they signed.
import { not, sql } from 'drizzle-orm'
import type { OwnRows } from '../../platform/own-data.ts'
import { mediationEntries, mediationMediators, mediationParties, mediationSignatures } from './tables.ts'

export const ownData: readonly OwnRows[] = [
  {
    name: 'mediations',
    table: mediationParties,
    person: mediationParties.personId,
    tell: {
      number: sql`(select m.number from mediations m where m.id = mediation_parties.mediation_id)`,
      subject: sql`(select m.subject from mediations m where m.id = mediation_parties.mediation_id)`,
      role: mediationParties.role,
      consent: mediationParties.consent,
      consentAt: mediationParties.consentAt,
    },
  },
  {
    name: 'mediationsLed',
    table: mediationMediators,
    person: mediationMediators.personId,
    tell: {
      number: sql`(select m.number from mediations m where m.id = mediation_mediators.mediation_id)`,
      since: mediationMediators.addedAt,
    },
  },
  {
    name: 'mediationEntries',
    table: mediationEntries,
    person: mediationEntries.actorId,
    only: not(mediationEntries.byMediator),
    tell: { at: mediationEntries.at, kind: mediationEntries.kind, words: mediationEntries.words },
  },
  {
    name: 'settlementsSigned',
    table: mediationSignatures,
    person: mediationSignatures.personId,
    tell: {
      at: mediationSignatures.at,
      text: sql`(select s.text from mediation_settlements s where s.id = mediation_signatures.settlement_id)`,
      hash: mediationSignatures.hash,
    },
  },
]
