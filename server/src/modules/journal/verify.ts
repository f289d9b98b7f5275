// Proof that nothing was changed since: the chain of one thing, or all entries of a day against the day's root.
import { and, asc, eq, gt, sql } from 'drizzle-orm'
import { createHash } from 'node:crypto'
import type { OutOf, ParsedQuery } from '../../../../contract/src/endpoint.ts'
import type { journalApi } from '../../../../contract/src/journal.ts'
import { linkHash, verifyChain } from '../../../../rules/src/hash-chain.ts'
import type { Cx } from '../../platform/cx.ts'
import type { Tx } from '../../platform/database.ts'
import { refuse } from '../../platform/refuse.ts'
import { sinceDay, untilDay, visibleEntries } from './list-entries.ts'
import { keptWords, read, wordsHold, type Canonical } from './people-in-entries.ts'
import { journal, journalRoots } from './tables.ts'

type Verdict = OutOf<(typeof journalApi)['GET /api/journal/verification']>
type Entry = typeof journal.$inferSelect
const PORTION = 2000
const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

/** The columns by which the viewer finds an entry, and the words kept beside it, say the same as the hashed text. */
const agreeing = async (db: Tx, entries: readonly Entry[]): Promise<(entry: Entry) => boolean> => {
  const texts = new Map(entries.map((entry) => [entry.id, read(entry.canonical)]))
  const kept = await keptWords(db, [...texts.values()])
  return (entry) => agrees(entry, texts.get(entry.id)!) && wordsHold(texts.get(entry.id)!, kept)
}
const agrees = (entry: Entry, { at, actor, action, thing }: Canonical): boolean =>
  Date.parse(at) === entry.at.getTime() &&
  actor.id === entry.actorId &&
  action === entry.action &&
  thing.kind === entry.thingKind &&
  thing.id === entry.thingId
const verifyThing = async (cx: Cx, thingKind: string, thingId: string): Promise<Verdict> => {
  const ofThing = and(
    eq(journal.districtId, cx.districtId),
    eq(journal.thingKind, thingKind),
    eq(journal.thingId, thingId),
  )
  const entries = await cx.db.select().from(journal).where(ofThing).orderBy(asc(journal.seq))
  if (entries.length > 0) {
    const [visible] = await cx.db
      .select({ id: journal.id })
      .from(journal)
      .where(and(ofThing, visibleEntries(cx.actor)))
      .limit(1)
    if (visible === undefined) throw refuse('access.out-of-scope')
  }
  const agreed = await agreeing(cx.db, entries)
  const odd = entries.findIndex((entry, i) => entry.seq !== i + 1 || !agreed(entry))
  const chain = verifyChain(entries, sha256)
  const broken = [odd, chain.intact ? -1 : chain.brokenAt].filter((at) => at >= 0)
  const first = broken.length === 0 ? undefined : entries[Math.min(...broken)]
  return {
    entries: entries.length,
    intact: broken.length === 0,
    brokenAt: first === undefined ? null : String(first.id),
    root: chain.intact ? chain.head : null,
  }
}
/** Chains the hashes of a day's entries in the order of their ids, and finds the first entry that does not hold. */
export const reckonDay = async (db: Tx, districtId: string, day: string) => {
  let root = ''
  let count = 0
  let brokenAt: string | null = null
  let last = 0
  for (;;) {
    const entries = await db
      .select()
      .from(journal)
      .where(and(eq(journal.districtId, districtId), sinceDay(day), untilDay(day), gt(journal.id, last)))
      .orderBy(asc(journal.id))
      .limit(PORTION)
    const agreed = await agreeing(db, entries)
    for (const entry of entries) {
      const holds = linkHash(entry.prevHash, entry.canonical, sha256) === entry.hash && agreed(entry)
      if (!holds) brokenAt ??= String(entry.id)
      root = linkHash(root, entry.hash, sha256)
      count += 1
      last = entry.id
    }
    if (entries.length < PORTION) return { root, entries: count, brokenAt }
  }
}
const verifyDay = async (cx: Cx, day: string): Promise<Verdict> => {
  const reckoned = await reckonDay(cx.db, cx.districtId, day)
  const ofDistrict = eq(journalRoots.districtId, cx.districtId)
  const [stored] = await cx.db
    .select()
    .from(journalRoots)
    .where(and(ofDistrict, eq(journalRoots.day, day)))
  const [around] = await cx.db
    .select({ first: sql<string | null>`min(day)::text`, last: sql<string | null>`max(day)::text` })
    .from(journalRoots)
    .where(ofDistrict)
  // Roots follow each other without a gap: a missing one was taken away.
  const isMissing =
    stored === undefined &&
    around?.first !== null &&
    around?.last !== null &&
    around !== undefined &&
    day > around.first &&
    day < around.last
  const differs = stored !== undefined && (stored.root !== reckoned.root || stored.entries !== reckoned.entries)
  const brokenAt = reckoned.brokenAt ?? (isMissing || differs ? 'root' : null)
  return { entries: reckoned.entries, intact: brokenAt === null, brokenAt, root: stored?.root ?? reckoned.root }
}
/** Of a thing (kind and id) or of a day. `brokenAt` is the id of the first bad entry, or `root` when entries were added or taken away. */
export const verifyJournal = async (
  cx: Cx,
  query: ParsedQuery<(typeof journalApi)['GET /api/journal/verification']>,
): Promise<Verdict> => {
  if (query.thingKind !== undefined && query.thingId !== undefined)
    return verifyThing(cx, query.thingKind, query.thingId)
  if (query.day !== undefined) return verifyDay(cx, query.day)
  throw refuse('http.bad-input', { fields: [{ path: 'day', message: '请选日期，或对象的种类和编号' }] })
}
