// A chain of hashed entries: one canonical text per value, and the proof that no entry was changed, removed or moved.

/** SHA-256 of a text's UTF-8 bytes, in lower-case hexadecimal. Supplied by the caller, so that this file stays pure. */
export type Sha256 = (text: string) => string

/** One entry as stored. The first of a chain has no previous hash: '' or null. */
export interface ChainEntry {
  readonly prevHash: string | null
  readonly hash: string
  /** The entry's content as canonical text, see `canonicalJson`. */
  readonly canonical: string
}

/** Whether a chain holds; if not, at which entry (from 0) it first breaks and how. */
export type ChainVerdict =
  | { readonly intact: true; readonly length: number; readonly head: string }
  | { readonly intact: false; readonly brokenAt: number; readonly reason: ChainBreak }

/** `wrong-previous`: not linked to the entry before. `wrong-hash`: content changed. `wrong-head`: not where it ended. */
export type ChainBreak = 'wrong-previous' | 'wrong-hash' | 'wrong-head'

function write(value: unknown, ancestors: readonly object[]): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value)
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError(`Not a JSON number: ${value}`)
    return JSON.stringify(value)
  }
  if (typeof value !== 'object') throw new TypeError(`Not a JSON value: ${typeof value}`)
  if (ancestors.includes(value)) throw new TypeError('A value that contains itself has no canonical text')
  const path = [...ancestors, value]
  // Array.from, because map would skip the holes of a sparse array.
  if (Array.isArray(value)) return `[${Array.from(value, (item: unknown) => write(item, path)).join(',')}]`
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null) {
    throw new TypeError('Only plain objects have a canonical text; write dates and the like as text first')
  }
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${write(member, path)}`)
  return `{${members.join(',')}}`
}

/**
 * The one text of a JSON value: keys sorted by UTF-16 units at every depth, no spaces, numbers as ECMAScript writes
 * them (RFC 8785). Members that are undefined are left out, as JSON does.
 * @throws TypeError for what JSON cannot hold: NaN, dates, functions, bigints, cycles
 */
export function canonicalJson(value: unknown): string {
  return write(value, [])
}

/** The hash of an entry: sha256(previous hash, a line feed, canonical text). The first entry's previous hash is ''. */
export function linkHash(prevHash: string | null, canonical: string, sha256: Sha256): string {
  return sha256(`${prevHash ?? ''}\n${canonical}`)
}

/**
 * Verifies a chain from its first entry. A cut-off tail leaves a shorter chain that holds in itself: pass the hash it
 * should end with as `expectedHead` ('' for an empty chain) to prove that nothing was cut off.
 */
export function verifyChain(entries: Iterable<ChainEntry>, sha256: Sha256, expectedHead?: string): ChainVerdict {
  let head = ''
  let length = 0
  for (const { prevHash, hash, canonical } of entries) {
    if ((prevHash ?? '') !== head) return { intact: false, brokenAt: length, reason: 'wrong-previous' }
    if (linkHash(head, canonical, sha256) !== hash) return { intact: false, brokenAt: length, reason: 'wrong-hash' }
    head = hash
    length += 1
  }
  if (expectedHead !== undefined && expectedHead !== head) {
    return { intact: false, brokenAt: length, reason: 'wrong-head' }
  }
  return { intact: true, length, head }
}
