// How long a WAV recording runs: its bytes of sound, at the bytes a second it names.

/** In seconds; null when it holds no sound. A recorder that was cut off leaves a length of nothing or of all. */
export const wavSeconds = (bytes: Buffer): number | null => {
  let perSecond = 0
  let at = 12
  while (at + 8 <= bytes.length) {
    const kind = bytes.toString('latin1', at, at + 4)
    const size = bytes.readUInt32LE(at + 4)
    if (kind === 'fmt ' && at + 20 <= bytes.length) perSecond = bytes.readUInt32LE(at + 16)
    if (kind === 'data') {
      const there = bytes.length - at - 8
      const sound = size === 0 ? there : Math.min(size, there)
      return perSecond > 0 && sound > 0 ? sound / perSecond : null
    }
    at += 8 + size + (size % 2)
  }
  return null
}
