// Fills large tables: without their indexes, triggers and foreign keys, on two connections; the indexes are made again at once.
// What a trigger would have set, the statements set themselves.
import pg from 'pg'

/** Rows written by one statement. */
const BATCH = 100_000

/** A time-ordered id (UUID version 7) of the moment an SQL expression gives, as the product makes them. */
export const idAt = (moment: string) => {
  const hex = `lpad(to_hex((extract(epoch from ${moment}) * 1000)::bigint), 12, '0')`
  return `(substr(${hex}, 1, 8) || '-' || substr(${hex}, 9, 4) || '-7' || substr(gen_random_uuid()::text, 16))::uuid`
}
/** Indexes that no constraint stands on, as statements that make them again. */
const takeIndexes = async (db: pg.Client, tables: readonly string[]): Promise<string[]> => {
  const { rows } = await db.query<{ name: string; made: string }>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as made from pg_index i
      where i.indrelid = any($1::text[]::regclass[]) and not exists (select 1 from pg_constraint c where c.conindid = i.indexrelid)`,
    [tables],
  )
  for (const { name } of rows) await db.query(`drop index ${name}`)
  return rows.map(({ made }) => made)
}
/**
 * Runs `statements(from, to)` for every batch of `count`, two batches at a time; then makes the indexes of `tables` again.
 * Leaves triggers out, so the database's user must be a superuser, as that of the private PostgreSQL is.
 */
export const fill = async (
  url: string,
  tables: readonly string[],
  count: number,
  statements: (from: number, to: number) => readonly string[],
): Promise<void> => {
  const hands = [new pg.Client({ connectionString: url }), new pg.Client({ connectionString: url })]
  for (const hand of hands) {
    await hand.connect()
    await hand.query("set session_replication_role = replica; set maintenance_work_mem = '1GB'; set work_mem = '64MB'")
  }
  const indexes = await takeIndexes(hands[0]!, tables)
  let next = 0
  await Promise.all(
    hands.map(async (hand) => {
      while (next < count) {
        const from = next
        next += BATCH
        for (const statement of statements(from, Math.min(from + BATCH, count))) await hand.query(statement)
      }
    }),
  )
  await Promise.all(
    hands.map(async (hand) => {
      for (let index = indexes.pop(); index !== undefined; index = indexes.pop()) await hand.query(index)
    }),
  )
  for (const hand of hands) await hand.end()
}
