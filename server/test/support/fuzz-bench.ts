// What the fuzz tests share: the app without a worker, callers, what the database holds, and what a refusal must be.
import assert from 'node:assert/strict'
import { apiEntries } from '../../../contract/src/all.ts'
import { refusalTable } from '../../../contract/src/refusals.ts'
import { type Caller, districtArea, makeOtherDistrict } from './areas.ts'
import type { Asked } from './ask.ts'
import { testApp } from './test-app.ts'

// No worker: what changes is changed by the request.
export const app = await testApp({ LINLI_ROLES: 'web' })
export const { district } = app
export const { organisations } = district
export const area = await districtArea(app)
export const foreign = await makeOtherDistrict(app)
await foreign.code()

/** Written although the request is refused: attempts. A key is noted and let go again: their number is compared. */
const uncounted = new Set(['migrations', 'sign_in_failures', 'phone_codes', 'idempotency'])
const tables = (
  await app.sql<{ name: string }>(
    "select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'",
  )
)
  .map((row) => row.name)
  .filter((name) => !uncounted.has(name))
// Every row that is written leaves a mark in the same transaction, so that what is undone leaves none. The use of a
// session is no change.
await app.sql(`
  create table marks (seq bigint generated always as identity primary key, name text not null, what text not null);
  create function leave_mark() returns trigger language plpgsql as $$
  begin
    if tg_op = 'UPDATE' and to_jsonb(new) - 'last_seen_at' = to_jsonb(old) - 'last_seen_at' then return null; end if;
    insert into marks (name, what) values (tg_table_name, tg_op);
    return null;
  end $$;
  ${tables.map((name) => `create trigger zz_mark after insert or update or delete on ${name} for each row execute function leave_mark();`).join('\n')}
`)
/** Changes with every row written in a business table and every job sent; tells the last of them. */
export const digest = async () => {
  const [last] = await app.sql<{ seq: string; name: string; what: string }>(
    'select seq, name, what from marks order by seq desc limit 1',
  )
  const [more] = await app.sql<{ jobs: number; keys: number }>(
    'select (select count(*)::int from pgboss.job) as jobs, (select count(*)::int from idempotency) as keys',
  )
  return { ...last, ...more }
}

/** Somebody new for every route: some input ends sessions, appointments or people. */
export const callersFor = async (): Promise<{ cookie: string | null; caller: Caller }[]> => {
  const staff = async (position: string, organisationId: string, scope: string) => {
    const one = await app.makeStaff('工作人员', position, organisationId, scope)
    return {
      cookie: one.cookie,
      caller: { personId: one.id, organisationId, serves: [district.communityA1], reports: false },
    }
  }
  const resident = await app.makeResident('居民')
  return [
    await staff('administrator', organisations.office, district.id),
    await staff('communityClerk', organisations.communityA1, district.communityA1),
    await staff('propertyManager', organisations.property1, district.estate1),
    { cookie: resident.cookie, caller: { personId: resident.id, organisationId: null, serves: [], reports: true } },
    { cookie: null, caller: { personId: resident.id, organisationId: null, serves: [], reports: false } },
  ]
}
export const assertRefusal = (answer: Asked, what: string) => {
  const said = `${what} → ${answer.status} ${answer.text.slice(0, 300)}`
  assert.ok(answer.status < 500 || answer.code === 'http.busy', said)
  if (answer.status < 400) return
  assert.ok(answer.type.startsWith('application/problem+json'), said)
  const problem = JSON.parse(answer.text) as Record<string, unknown>
  assert.ok(answer.code !== null && answer.code in refusalTable, said)
  assert.equal(problem.status, answer.status, said)
  for (const field of ['title', 'remedy', 'id'])
    assert.ok(typeof problem[field] === 'string' && problem[field] !== '', `${field} missing: ${said}`)
}
export const short = (input: unknown) => JSON.stringify(input).slice(0, 400)
export const isRead = (key: string) => key.startsWith('GET ')

/** Routes that write, with a body of JSON if any. */
export const written = apiEntries.filter(([key, endpoint]) => !isRead(key) && endpoint.takes !== 'file')
