// The journal of what happened in the demo county: the same entries and chains as `journal_append` would have written.
import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { JournalAction } from '../../../contract/src/journal-actions.ts'
import { canonicalJson, linkHash } from '../../../rules/src/hash-chain.ts'
import { systemActorName, type JournalFacts } from '../platform/cx.ts'
import type { Tx } from '../platform/database.ts'

export interface JournalLine {
  readonly at: Date
  readonly actor: { readonly id: string; readonly name: string } | null
  readonly action: JournalAction
  readonly sentence: string
  readonly thing: { readonly kind: string; readonly id: string }
  readonly before?: JournalFacts
  readonly after?: JournalFacts
}
const AT_ONCE = 3000
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/** Writes the lines in the order of time. Only for things that have no entry yet. */
export const writeJournal = async (db: Tx, districtId: string, lines: readonly JournalLine[]): Promise<void> => {
  const heads = new Map<string, { seq: number; hash: string }>()
  const rows = lines
    .toSorted((a, b) => a.at.getTime() - b.at.getTime())
    .map(({ at, actor, action, sentence, thing, before, after }) => {
      const who = actor === null ? { id: null, name: systemActorName } : { id: actor.id }
      const values = { before: before ?? null, after: after ?? null }
      const canonical = canonicalJson({
        at: at.toISOString(),
        actor: who,
        address: null,
        action,
        sentence,
        thing,
        ...values,
      })
      const key = `${thing.kind}:${thing.id}`
      const head = heads.get(key) ?? { seq: 0, hash: '' }
      const next = { seq: head.seq + 1, hash: linkHash(head.hash, canonical, sha256) }
      heads.set(key, next)
      const link = { seq: next.seq, prev_hash: head.hash, hash: next.hash, canonical }
      const about = { actor_id: who.id, action, thing_kind: thing.kind, thing_id: thing.id }
      return { district_id: districtId, at: at.toISOString(), ...about, ...link }
    })
  const columns = sql.raw('district_id, at, actor_id, action, thing_kind, thing_id, seq, canonical, prev_hash, hash')
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const slice = JSON.stringify(rows.slice(from, from + AT_ONCE))
    await db.execute(
      sql`insert into journal (${columns}) select ${columns} from rows from (jsonb_to_recordset(${slice}::jsonb) as (district_id uuid, at timestamptz, actor_id uuid, action text, thing_kind text, thing_id text, seq integer, canonical text, prev_hash text, hash text)) with ordinality as j (${columns}, n) order by n`,
    )
  }
}
