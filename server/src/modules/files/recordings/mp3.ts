// How long an MP3 recording runs: frame by frame, since its bit rate may vary.
const version1 = [32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320]
const version2 = [8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160]
const rates = [44_100, 48_000, 32_000]

/** The frame that begins here: its bytes and its seconds; null where none does. Layer III only. */
const frameAt = (bytes: Buffer, at: number): { size: number; seconds: number } | null => {
  const [a, b, c] = [bytes[at]!, bytes[at + 1]!, bytes[at + 2]!]
  if (a !== 0xff || (b & 0xe6) !== 0xe2) return null
  const version = (b >> 3) & 3
  const isOne = version === 3
  const kilobits = (isOne ? version1 : version2)[(c >> 4) - 1]
  const rate = rates[(c >> 2) & 3]
  if (version === 1 || kilobits === undefined || rate === undefined) return null
  const perSecond = isOne ? rate : version === 2 ? rate / 2 : rate / 4
  const samples = isOne ? 1152 : 576
  return { size: Math.floor((samples * 125 * kilobits) / perSecond) + ((c >> 1) & 1), seconds: samples / perSecond }
}
/** Where the sound begins: after the ID3 tag, whose length is written in sevens of bits. */
const start = (bytes: Buffer): number =>
  bytes.toString('latin1', 0, 3) === 'ID3'
    ? 10 + ((bytes[6]! << 21) | (bytes[7]! << 14) | (bytes[8]! << 7) | bytes[9]!)
    : 0

/** In seconds; null when no frame is found in it. */
export const mp3Seconds = (bytes: Buffer): number | null => {
  let seconds = 0
  let at = start(bytes)
  while (at + 4 <= bytes.length) {
    const frame = frameAt(bytes, at)
    seconds += frame?.seconds ?? 0
    at += frame?.size ?? 1
  }
  return seconds === 0 ? null : seconds
}
