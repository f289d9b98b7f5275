// Tells what kind of recording bytes are by how they begin, and how long it runs; anything else is refused.
import { limits } from '../../../../contract/src/cases-life.ts'
import { refuse } from '../../platform/refuse.ts'
import { mp3Seconds } from './recordings/mp3.ts'
import { mp4Seconds } from './recordings/mp4.ts'
import { oggSeconds } from './recordings/ogg.ts'
import { wavSeconds } from './recordings/wav.ts'
import { webmSeconds } from './recordings/webm.ts'

const MOST_BYTES = 2 * 1024 * 1024
/** A recorder stops a moment late, and an encoder fills its last frame. */
const GRACE_SECONDS = 1
export interface Voice {
  readonly mime: string
  readonly extension: string
}
interface Kind extends Voice {
  readonly seconds: (bytes: Buffer) => number | null
}
const begins = (bytes: Buffer, hex: string, at = 0) => bytes.subarray(at, at + hex.length / 2).toString('hex') === hex
const ascii = (bytes: Buffer, text: string, at: number) =>
  bytes.subarray(at, at + text.length).toString('latin1') === text

const kindOf = (bytes: Buffer): Kind | null => {
  if (begins(bytes, '1a45dfa3') && bytes.subarray(0, 64).includes('webm'))
    return { mime: 'audio/webm', extension: 'webm', seconds: webmSeconds }
  if (ascii(bytes, 'OggS', 0)) return { mime: 'audio/ogg', extension: 'ogg', seconds: oggSeconds }
  if (ascii(bytes, 'ftyp', 4)) {
    const brand = bytes.subarray(8, 12).toString('latin1')
    // The same container carries HEIC and AVIF pictures.
    return /^(M4A |M4B |mp4\d|isom|iso\d|dash|3gp\d|avc1|MSNV)/.test(brand)
      ? { mime: 'audio/mp4', extension: 'm4a', seconds: mp4Seconds }
      : null
  }
  if (ascii(bytes, 'RIFF', 0) && ascii(bytes, 'WAVE', 8))
    return { mime: 'audio/wav', extension: 'wav', seconds: wavSeconds }
  if (ascii(bytes, 'ID3', 0) || (bytes[0] === 0xff && [0xfb, 0xf3, 0xf2, 0xfa, 0xe3].includes(bytes[1] ?? 0)))
    return { mime: 'audio/mpeg', extension: 'mp3', seconds: mp3Seconds }
  return null
}
/** @throws file.too-large, file.not-audio, file.too-long */
export const readVoice = (bytes: Buffer): Voice => {
  if (bytes.length > MOST_BYTES) throw refuse('file.too-large')
  const kind = bytes.length < 64 ? null : kindOf(bytes)
  if (kind === null) throw refuse('file.not-audio')
  const seconds = kind.seconds(bytes)
  if (seconds === null || !Number.isFinite(seconds)) throw refuse('file.not-audio', { because: 'no sound found' })
  if (seconds > limits.voiceSeconds + GRACE_SECONDS) throw refuse('file.too-long', { because: `${seconds} s` })
  return { mime: kind.mime, extension: kind.extension }
}
