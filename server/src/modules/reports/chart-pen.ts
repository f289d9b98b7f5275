// Draws the charts of a report as pictures; their letters are outlines, so no font is missing anywhere.
import { loadChineseFont, type ChineseFont } from '../../platform/chinese-font.ts'

export interface Picture {
  readonly png: Buffer
  /** As it stands on a page, in CSS pixels; the picture has twice as many. */
  readonly width: number
  readonly height: number
  readonly says: string
}
const SIZE = 12
const SHARPNESS = 2
const INK = '#5B626B'
type Align = 'start' | 'middle' | 'end'
export type Write = (text: string, x: number, y: number, align?: Align) => string
/** Sets text as outlines of the font. */
const writer =
  (font: ChineseFont): Write =>
  (text, x, at, align = 'start') => {
    const glyphs = font.runs(text, 400).flatMap(({ text: part, font: face }) => {
      const { glyphs: set, positions } = face.layout(part)
      const scale = SIZE / face.unitsPerEm
      return set.map((glyph, n) => ({ path: glyph.path.toSVG(), advance: positions[n]!.xAdvance * scale, scale }))
    })
    const whole = glyphs.reduce((sum, glyph) => sum + glyph.advance, 0)
    let left = align === 'start' ? x : align === 'middle' ? x - whole / 2 : x - whole
    return glyphs
      .map(({ path, advance, scale }) => {
        const one = `<path transform="translate(${left.toFixed(2)} ${at}) scale(${scale} ${-scale})" d="${path}"/>`
        left += advance
        return one
      })
      .join('')
  }
interface Drawing {
  readonly width: number
  readonly height: number
  /** All texts, so that their glyphs are at hand. */ readonly texts: readonly string[]
  readonly says: string
  readonly draw: (write: Write) => string
}
export const drawPicture = async ({ width, height, texts, says, draw }: Drawing): Promise<Picture> => {
  const font = await loadChineseFont([...texts, '0123456789%/'])
  const { default: sharp } = await import('sharp')
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width * SHARPNESS}" height="${height * SHARPNESS}" viewBox="0 0 ${width} ${height}">` +
    `<rect width="${width}" height="${height}" fill="#fff"/><g fill="${INK}">${draw(writer(font))}</g></svg>`
  const png = await sharp(Buffer.from(svg)).png({ palette: true }).toBuffer()
  return { png, width, height, says }
}
