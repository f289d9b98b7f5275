// An array as one parameter: thousands of values for `unnest` without thousands of placeholders.
import { sql, type SQL } from 'drizzle-orm'

export const array = (
  values: readonly (string | number | boolean | null)[],
  type: 'uuid' | 'text' | 'int' | 'date' | 'jsonb',
): SQL => sql`${sql.param(values)}::${sql.raw(type)}[]`
