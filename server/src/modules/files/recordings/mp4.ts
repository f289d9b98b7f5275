// How long an MP4 recording runs: by its tables of samples, and by its fragments where it was written live.
/** Boxes that are gone into; what follows a box is its next sibling, so ends need no note. */
const opened = new Set(['moov', 'trak', 'mdia', 'minf', 'stbl', 'mvex', 'moof', 'traf'])

interface Track {
  scale: number
  /** Of the whole, in units of `scale`. */
  length: number
  /** Of a sample that says nothing itself. */
  usual: number
}
interface Reading {
  readonly tracks: Map<number, Track>
  track: Track
  /** Where the fragment stands, and how long its samples are. */
  at: number
  usual: number
  /** Seconds of the movie as a whole. */
  movie: number
  hasSamples: boolean
}
const trackOf = (reading: Reading, id: number): Track => {
  const track = reading.tracks.get(id) ?? { scale: 0, length: 0, usual: 0 }
  reading.tracks.set(id, track)
  return track
}
const grow = (track: Track, length: number) => void (track.length = Math.max(track.length, length))
/** `mvhd` and `mdhd`: units a second, and a length; all ones stands for an unknown one. */
const scaleAndLength = (box: Buffer): { scale: number; length: number } => {
  const isLong = box[0] === 1
  const scale = box.readUInt32BE(isLong ? 20 : 12)
  const length = isLong ? Number(box.readBigUInt64BE(24)) : box.readUInt32BE(16)
  const unknown = isLong ? 2 ** 64 : 2 ** 32
  return { scale, length: length >= unknown - 1 ? 0 : length }
}
/** `stts`: runs of samples of one length. */
const tableLength = (box: Buffer): number => {
  let sum = 0
  for (let i = 0, at = 8; i < box.readUInt32BE(4) && at + 8 <= box.length; i++, at += 8)
    sum += box.readUInt32BE(at) * box.readUInt32BE(at + 4)
  return sum
}
/** `tfhd`: whose fragment it is, and the usual length of its samples if it differs. */
const beginFragment = (reading: Reading, box: Buffer) => {
  const flags = box.readUIntBE(1, 3)
  reading.track = trackOf(reading, box.readUInt32BE(4))
  reading.at = reading.track.length
  const at = 8 + (flags & 1 ? 8 : 0) + (flags & 2 ? 4 : 0)
  reading.usual = flags & 8 ? box.readUInt32BE(at) : reading.track.usual
}
/** `trun`: the samples of a fragment, each with its length or of the usual one. */
const runLength = (reading: Reading, box: Buffer): number => {
  const flags = box.readUIntBE(1, 3)
  const count = box.readUInt32BE(4)
  if (!(flags & 0x100)) return count * reading.usual
  const each = [0x100, 0x200, 0x400, 0x800].filter((flag) => flags & flag).length * 4
  let sum = 0
  let at = 8 + (flags & 1 ? 4 : 0) + (flags & 4 ? 4 : 0)
  for (let i = 0; i < count && at + 4 <= box.length; i++, at += each) sum += box.readUInt32BE(at)
  return sum
}
const readers: Readonly<Record<string, (reading: Reading, box: Buffer) => void>> = {
  mvhd: (reading, box) => {
    const { scale, length } = scaleAndLength(box)
    if (scale > 0) reading.movie = length / scale
  },
  tkhd: (reading, box) => void (reading.track = trackOf(reading, box.readUInt32BE(box[0] === 1 ? 20 : 12))),
  mdhd: (reading, box) => {
    const { scale, length } = scaleAndLength(box)
    reading.track.scale = scale
    grow(reading.track, length)
  },
  stts: (reading, box) => {
    const length = tableLength(box)
    reading.hasSamples ||= length > 0
    grow(reading.track, length)
  },
  trex: (reading, box) => void (trackOf(reading, box.readUInt32BE(4)).usual = box.readUInt32BE(12)),
  tfhd: beginFragment,
  tfdt: (reading, box) => void (reading.at = box[0] === 1 ? Number(box.readBigUInt64BE(4)) : box.readUInt32BE(4)),
  trun: (reading, box) => {
    reading.at += runLength(reading, box)
    reading.hasSamples = true
    grow(reading.track, reading.at)
  },
}
/** In seconds, of its longest track; null when no samples are found in it. */
export const mp4Seconds = (bytes: Buffer): number | null => {
  const none: Track = { scale: 0, length: 0, usual: 0 }
  const reading: Reading = { tracks: new Map(), track: none, at: 0, usual: 0, movie: 0, hasSamples: false }
  let at = 0
  while (at + 8 <= bytes.length) {
    const short = bytes.readUInt32BE(at)
    const head = short === 1 ? 16 : 8
    if (at + head > bytes.length) break
    const size = short === 1 ? Number(bytes.readBigUInt64BE(at + 8)) : short === 0 ? bytes.length - at : short
    if (size < head) return null
    const kind = bytes.toString('latin1', at + 4, at + 8)
    const box = bytes.subarray(at + head, at + size)
    at += opened.has(kind) ? head : size
    try {
      readers[kind]?.(reading, box)
    } catch {
      // A box shorter than its own figures: not a recording.
      return null
    }
  }
  if (!reading.hasSamples) return null
  const tracks = [...reading.tracks.values()].map(({ scale, length }) => (scale > 0 ? length / scale : 0))
  return Math.max(reading.movie, ...tracks)
}
