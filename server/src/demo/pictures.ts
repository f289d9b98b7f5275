// A handful of small pictures made by code, used again and again: walls, lamps, puddles, all abstract.
import { createHash } from 'node:crypto'
import sharp from 'sharp'
import type { files } from '../modules/files/tables.ts'
import type { Storage } from '../platform/storage.ts'
import type { Random } from './random.ts'

export interface Picture {
  readonly bytes: number
  readonly sha256: string
  readonly storedAs: string
  readonly thumbnailAs: string
}
const [WIDTH, HEIGHT] = [960, 720]
const palettes = [
  ['#8a9a5b', '#d8cfb8', '#5c4a3a'],
  ['#6f8fa6', '#dfe6ea', '#2f4250'],
  ['#b9a184', '#efe7da', '#6d5843'],
  ['#7d7f86', '#c9cbd0', '#3b3d44'],
  ['#a3b59b', '#edf1e8', '#4d5f45'],
  ['#c0876a', '#f1e3d8', '#71432c'],
] as const

const drawing = (random: Random, index: number): string => {
  const [middle, light, dark] = palettes[index % palettes.length]!
  const shapes = Array.from({ length: 9 }, () => {
    const [x, y] = [random.int(0, WIDTH), random.int(120, HEIGHT)]
    const colour = random.pick([middle, light, dark])
    const opacity = (0.25 + random.next() * 0.5).toFixed(2)
    if (random.chance(0.5)) {
      return `<ellipse cx="${x}" cy="${y}" rx="${random.int(40, 220)}" ry="${random.int(20, 120)}" fill="${colour}" opacity="${opacity}"/>`
    }
    return `<rect x="${x}" y="${y}" width="${random.int(40, 300)}" height="${random.int(20, 260)}" fill="${colour}" opacity="${opacity}" transform="rotate(${random.int(-12, 12)} ${x} ${y})"/>`
  })
  const ground = `<rect width="${WIDTH}" height="${HEIGHT}" fill="${light}"/><rect y="${random.int(380, 500)}" width="${WIDTH}" height="${HEIGHT}" fill="${middle}"/>`
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">${ground}${shapes.join('')}</svg>`
}
/** Makes and stores `count` of them. */
export const makePictures = async (random: Random, storage: Storage, count: number): Promise<Picture[]> => {
  const pictures: Picture[] = []
  for (let i = 0; i < count; i++) {
    const jpeg = await sharp(Buffer.from(drawing(random, i)))
      .jpeg({ quality: 72 })
      .toBuffer()
    const thumbnail = await sharp(jpeg).resize(320).jpeg({ quality: 70 }).toBuffer()
    const sha256 = createHash('sha256').update(jpeg).digest('hex')
    const [storedAs, thumbnailAs] = [await storage.put(jpeg, 'jpg'), await storage.put(thumbnail, 'jpg')]
    pictures.push({ bytes: jpeg.length, sha256, storedAs, thumbnailAs })
  }
  return pictures
}
export type NewFile = Required<typeof files.$inferInsert>
/** One more file row that shows a stored picture, attached to a case. */
export const pictureOf = (
  random: Random,
  pictures: readonly Picture[],
  of: { districtId: string; uploaderId: string; caseId: string; at: Date },
): NewFile => {
  const { bytes, sha256, storedAs, thumbnailAs } = random.pick(pictures)
  return {
    id: random.id(of.at),
    districtId: of.districtId,
    uploaderId: of.uploaderId,
    kind: 'photo',
    mime: 'image/jpeg',
    bytes,
    width: WIDTH,
    height: HEIGHT,
    sha256,
    storedAs,
    thumbnailAs,
    thingKind: 'case',
    thingId: of.caseId,
    createdAt: of.at,
  }
}
