// Tells what kind of recording bytes are by how they begin; anything else is refused.
import { refuse } from '../../platform/refuse.ts'

const MOST_BYTES = 2 * 1024 * 1024
export interface Voice {
  readonly mime: string
  readonly extension: string
}
const begins = (bytes: Buffer, hex: string, at = 0) => bytes.subarray(at, at + hex.length / 2).toString('hex') === hex
const ascii = (bytes: Buffer, text: string, at: number) =>
  bytes.subarray(at, at + text.length).toString('latin1') === text

const kindOf = (bytes: Buffer): Voice | null => {
  if (begins(bytes, '1a45dfa3') && bytes.subarray(0, 64).includes('webm'))
    return { mime: 'audio/webm', extension: 'webm' }
  if (ascii(bytes, 'OggS', 0)) return { mime: 'audio/ogg', extension: 'ogg' }
  if (ascii(bytes, 'ftyp', 4)) {
    const brand = bytes.subarray(8, 12).toString('latin1')
    // The same container carries HEIC and AVIF pictures.
    return /^(M4A |M4B |mp4\d|isom|iso\d|dash|3gp\d|avc1|MSNV)/.test(brand)
      ? { mime: 'audio/mp4', extension: 'm4a' }
      : null
  }
  if (ascii(bytes, 'RIFF', 0) && ascii(bytes, 'WAVE', 8)) return { mime: 'audio/wav', extension: 'wav' }
  if (ascii(bytes, 'ID3', 0) || (bytes[0] === 0xff && [0xfb, 0xf3, 0xf2].includes(bytes[1] ?? 0)))
    return { mime: 'audio/mpeg', extension: 'mp3' }
  return null
}
/** @throws file.too-large, file.not-audio */
export const readVoice = (bytes: Buffer): Voice => {
  if (bytes.length > MOST_BYTES) throw refuse('file.too-large')
  const kind = bytes.length < 64 ? null : kindOf(bytes)
  if (kind === null) throw refuse('file.not-audio')
  return kind
}
