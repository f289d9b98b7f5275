// How long an Ogg recording (Opus or Vorbis) runs: by the sample counts its pages carry.
const HEADER = 27
const NO_POSITION = 0xffffffffffffffffn

interface Sound {
  /** Samples a second. */
  readonly rate: number
  /** Samples to leave out at the beginning. */
  readonly skip: number
  last: number
}
/** What the first page of a stream says of it; null for anything but Opus and Vorbis. */
const soundOf = (page: Buffer): Sound | null => {
  if (page.subarray(0, 8).toString('latin1') === 'OpusHead' && page.length >= 12)
    return { rate: 48_000, skip: page.readUInt16LE(10), last: 0 }
  if (page.subarray(0, 7).toString('latin1') === '\x01vorbis' && page.length >= 16 && page.readUInt32LE(12) > 0)
    return { rate: page.readUInt32LE(12), skip: 0, last: 0 }
  return null
}
/** In seconds: streams that follow each other add up; null when no sound is found in it. */
export const oggSeconds = (bytes: Buffer): number | null => {
  const sounds: Sound[] = []
  const running = new Map<number, Sound>()
  let pages = 0
  let at = 0
  while (at + HEADER <= bytes.length && bytes.subarray(at, at + 4).toString('latin1') === 'OggS') {
    const table = bytes.subarray(at + HEADER, at + HEADER + bytes[at + 26]!)
    const start = at + HEADER + table.length
    const end = start + table.reduce((sum, length) => sum + length, 0)
    const serial = bytes.readUInt32LE(at + 14)
    const position = bytes.readBigUInt64LE(at + 6)
    const isFirst = (bytes[at + 5]! & 2) !== 0
    if (isFirst) {
      const sound = soundOf(bytes.subarray(start, end))
      if (sound !== null) {
        sounds.push(sound)
        running.set(serial, sound)
      }
    } else if (position !== NO_POSITION) {
      const sound = running.get(serial)
      if (sound !== undefined) sound.last = Math.max(sound.last, Number(position))
      pages += 1
    }
    at = end
  }
  if (sounds.length === 0 || pages === 0) return null
  return sounds.reduce((sum, { last, skip, rate }) => sum + Math.max(0, last - skip) / rate, 0)
}
