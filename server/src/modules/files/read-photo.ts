// Makes an uploaded photo safe to keep: upright, without metadata (EXIF, GPS), of a sensible size, with a small picture.
import { refuse } from '../../platform/refuse.ts'

const MOST_BYTES = 10 * 1024 * 1024
const MOST_PIXELS = 50_000_000
const LONGEST_SIDE = 2560
const THUMBNAIL_SIDE = 480
const QUALITY = 82
/** What a browser can show and we can read without doubt; told by the content, never by the name. */
const formats = new Set(['jpeg', 'png', 'webp'])

export interface Photo {
  readonly picture: Buffer
  readonly thumbnail: Buffer
  readonly width: number
  readonly height: number
}
/** Always JPEG. @throws file.too-large, file.not-image */
export const readPhoto = async (bytes: Buffer): Promise<Photo> => {
  if (bytes.length > MOST_BYTES) throw refuse('file.too-large')
  if (bytes.length === 0) throw refuse('file.not-image', { because: 'empty' })
  // Large, and only photos need it.
  const { default: sharp } = await import('sharp')
  const open = () => sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error', animated: false })
  const metadata = await open()
    .metadata()
    .catch((error: Error) => {
      throw refuse(/pixel limit/i.test(error.message) ? 'file.too-large' : 'file.not-image', { because: error.message })
    })
  if (!formats.has(metadata.format) || (metadata.pages ?? 1) > 1)
    throw refuse('file.not-image', { because: metadata.format })
  if (metadata.width * metadata.height > MOST_PIXELS)
    throw refuse('file.too-large', { because: `${metadata.width}×${metadata.height}` })
  try {
    // sharp leaves out all metadata unless told otherwise; transparency becomes white.
    const { data, info } = await open()
      .autoOrient()
      .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .jpeg({ quality: QUALITY, mozjpeg: false })
      .toBuffer({ resolveWithObject: true })
    const thumbnail = await sharp(data)
      .resize({ width: THUMBNAIL_SIDE, height: THUMBNAIL_SIDE, fit: 'inside', withoutEnlargement: true })
      .jpeg({ quality: 75 })
      .toBuffer()
    return { picture: data, thumbnail, width: info.width, height: info.height }
  } catch (error) {
    throw refuse('file.not-image', { because: (error as Error).message })
  }
}
