// How long a WebM recording runs: by its blocks, since browsers write the length of a live recording nowhere.
const SEGMENT = 0x18538067
const INFO = 0x1549a966
const SCALE = 0x2ad7b1
const DURATION = 0x4489
const CLUSTER = 0x1f43b675
const CLUSTER_TIME = 0xe7
const SIMPLE_BLOCK = 0xa3
const BLOCK_GROUP = 0xa0
const BLOCK = 0xa1
/** What is gone into; the rest is read or passed over. Ends need no note: what follows a part is its next sibling. */
const opened = new Set([SEGMENT, INFO, CLUSTER, BLOCK_GROUP])

/** A number whose first byte tells its length (EBML); null where there is none. `mark`: with the length's own bit. */
const variable = (bytes: Buffer, at: number, mark: boolean): { value: number; next: number; open: boolean } | null => {
  const first = bytes[at] ?? 0
  const length = Math.clz32(first) - 23
  if (first === 0 || at + length > bytes.length) return null
  let value = mark ? first : first & (0xff >> length)
  let open = (first & (0xff >> length)) === 0xff >> length
  for (let i = 1; i < length; i++) {
    value = value * 256 + bytes[at + i]!
    open &&= bytes[at + i] === 0xff
  }
  return { value, next: at + length, open }
}
const unsigned = (bytes: Buffer): number => bytes.reduce((sum, byte) => sum * 256 + byte, 0)
const float = (bytes: Buffer): number =>
  bytes.length === 4 ? bytes.readFloatBE() : bytes.length === 8 ? bytes.readDoubleBE() : 0
/** The moment of a block within its cluster, in ticks. */
const blockTime = (bytes: Buffer): number => {
  const track = variable(bytes, 0, false)
  return track === null || track.next + 2 > bytes.length ? 0 : bytes.readInt16BE(track.next)
}

/** In seconds; null when no sound is found in it. A length that is written down counts only if it is the longer. */
export const webmSeconds = (bytes: Buffer): number | null => {
  let scale = 1_000_000
  let written = 0
  let cluster = 0
  let last: number | null = null
  let at = 0
  while (at < bytes.length) {
    const id = variable(bytes, at, true)
    const size = id && variable(bytes, id.next, false)
    if (!id || !size) break
    at = size.next
    if (opened.has(id.value)) continue
    // Only what is gone into may be of unknown length.
    if (size.open) return null
    const data = bytes.subarray(at, at + size.value)
    at += size.value
    if (id.value === SCALE) scale = unsigned(data)
    else if (id.value === DURATION) written = float(data)
    else if (id.value === CLUSTER_TIME) cluster = unsigned(data)
    else if (id.value === SIMPLE_BLOCK || id.value === BLOCK) last = Math.max(last ?? 0, cluster + blockTime(data))
  }
  return last === null ? null : (Math.max(last, written) * scale) / 1e9
}
