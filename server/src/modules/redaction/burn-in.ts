// Burns solid rectangles into a picture: what lay beneath is gone from the bytes, and so is every note about the photo.
import type { Photo } from '../files/index.ts'
import type { CoveredArea } from './tables.ts'

const THUMBNAIL_SIDE = 480
/** Neither black nor white: a cover is seen as one, whatever it covers. */
const FILL = '#3d4145'

/** The areas lie within the picture. The small picture is made from the covered one. */
export const burnIn = async (original: Buffer, areas: readonly CoveredArea[]): Promise<Photo> => {
  const covers = areas.map(({ x, y, width, height }) => ({
    input: { create: { width, height, channels: 3 as const, background: FILL } },
    left: x,
    top: y,
  }))
  const { default: sharp } = await import('sharp')
  // Through raw pixels: nothing of the old file reaches the new one but the pixels left uncovered.
  const { data: pixels, info: raw } = await sharp(original)
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .composite(covers)
    .raw()
    .toBuffer({ resolveWithObject: true })
  const { width, height, channels } = raw
  const picture = await sharp(pixels, { raw: { width, height, channels } }).jpeg({ quality: 82 }).toBuffer()
  const thumbnail = await sharp(picture)
    .resize({ width: THUMBNAIL_SIDE, height: THUMBNAIL_SIDE, fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: 75 })
    .toBuffer()
  return { picture, thumbnail, width, height }
}
