// The list of proven deliveries as it is counted, hashed and published: keys and hashes, no names and no doors.
import { and, eq, isNull, sql } from 'drizzle-orm'
import type { PublishedDelivery } from '../../../../rules/src/decision-count.ts'
import { canonicalJson } from '../../../../rules/src/hash-chain.ts'
import type { Cx } from '../../platform/cx.ts'
import { sha256 } from './keys.ts'
import type { DecisionRow } from './policy.ts'
import { shaOfFiles } from './scans.ts'
import { countsSilence } from './silence-words.ts'
import { decisionDeliveries } from './tables.ts'

/**
 * Whose silence may count. An owner whose paper was declared spoiled and who got no other one is left out: they may have
 * sent it back, and then they were not silent.
 */
const provenDeliveries = async (cx: Pick<Cx, 'db'>, id: string): Promise<PublishedDelivery[]> => {
  const rows = await cx.db
    .select({
      owner: decisionDeliveries.ownerKey,
      how: decisionDeliveries.how,
      on: decisionDeliveries.deliveredOn,
      photos: decisionDeliveries.photos,
    })
    .from(decisionDeliveries)
    .where(
      and(
        eq(decisionDeliveries.decisionId, id),
        isNull(decisionDeliveries.takenBackAt),
        sql`not exists (select 1 from decision_papers p where p.decision_id = ${id} and p.owner_key = decision_deliveries.owner_key
          having bool_and(p.state = 'spoiled'))`,
      ),
    )
  const sha = await shaOfFiles(cx, [...new Set(rows.flatMap((row) => row.photos))])
  return rows
    .map(({ photos, ...row }) => ({ ...row, proofs: photos.map((one) => sha.get(one) ?? '').toSorted() }))
    .toSorted((a, b) => (a.owner < b.owner ? -1 : 1))
}
export interface CountedDeliveries {
  readonly deliveries: readonly PublishedDelivery[]
  /** What is kept with the count; nothing where silence is no vote. */
  readonly kept: { readonly deliveriesText: string; readonly deliveriesHash: string } | null
}
export const countedDeliveries = async (cx: Pick<Cx, 'db'>, row: DecisionRow): Promise<CountedDeliveries> => {
  if (!countsSilence(row.rules)) return { deliveries: [], kept: null }
  const deliveries = await provenDeliveries(cx, row.id)
  const deliveriesText = canonicalJson({ decision: row.id, deliveries })
  return { deliveries, kept: { deliveriesText, deliveriesHash: sha256(deliveriesText) } }
}
