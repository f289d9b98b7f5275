// What a person finds of cases in their own data, besides what they reported: cases followed, filters saved.
import { sql } from 'drizzle-orm'
import type { OwnRows } from '../../platform/own-data.ts'
import { caseFollowers, caseViews } from './tables.ts'

export const ownData: readonly OwnRows[] = [
  {
    name: 'followed',
    table: caseFollowers,
    person: caseFollowers.personId,
    tell: {
      number: sql`(select c.number from cases c where c.id = case_followers.case_id)`,
      since: caseFollowers.since,
      why: caseFollowers.why,
    },
  },
  {
    name: 'savedFilters',
    table: caseViews,
    person: caseViews.personId,
    tell: { name: caseViews.name, query: caseViews.query },
  },
]
