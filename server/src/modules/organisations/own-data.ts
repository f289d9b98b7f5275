// What a person finds of organisations in their own data: their appointments.
import { sql } from 'drizzle-orm'
import type { OwnRows } from '../../platform/own-data.ts'
import { appointments } from './tables.ts'

export const ownData: readonly OwnRows[] = [
  {
    name: 'appointments',
    table: appointments,
    person: appointments.personId,
    tell: {
      position: sql`(select p.name from positions p where p.id = appointments.position_id)`,
      organisation: sql`(select o.name from organisations o where o.id = appointments.organisation_id)`,
      from: appointments.fromOn,
      to: appointments.toOn,
    },
  },
]
