// Noto Sans SC (SIL Open Font Licence) for printed sheets: a variable font in a hundred small parts, read when needed.
import { createRequire } from 'node:module'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Font } from 'fontkit'
import { encodeOutline } from './glyph-outline.ts'

export type Weight = 400 | 500 | 700
interface Part {
  readonly key: string
  readonly ranges: readonly (readonly [number, number])[]
}
/** One stretch of text that one part of the font can set. */
export interface Run {
  readonly text: string
  readonly font: Font
}
export interface ChineseFont {
  runs(text: string, weight: Weight): Run[]
}
const require = createRequire(import.meta.url)
/** Google's WOFF2 reader, compiled to WebAssembly; it carries no types. Loaded with the first sheet, like the font. */
const reader = () => require('wawoff2') as { decompress(woff2: Uint8Array): Promise<Uint8Array> }
const folder = dirname(require.resolve('@fontsource-variable/noto-sans-sc/package.json'))
/** Stands for a character the font does not have. */
const MISSING = '□'

const readParts = async (): Promise<Part[]> => {
  const table = JSON.parse(await readFile(join(folder, 'unicode.json'), 'utf8')) as Record<string, string>
  return Object.entries(table).map(([key, ranges]) => ({
    key: key.replace(/[[\]]/g, ''),
    ranges: ranges.split(',').map((range) => {
      const [from, to] = range.replace('U+', '').split('-')
      return [Number.parseInt(from!, 16), Number.parseInt(to ?? from!, 16)] as const
    }),
  }))
}
let turn: Promise<unknown> = Promise.resolve()
/** One after the other: what the reader gives lies in its own memory, which the next reading overwrites. */
const decompress = (woff2: Uint8Array): Promise<Buffer> => {
  const mine = turn.then(async () => Buffer.from(await reader().decompress(woff2)))
  turn = mine.catch(() => undefined)
  return mine
}
const openPart = async (key: string): Promise<Font> => {
  const woff2 = await readFile(join(folder, 'files', `noto-sans-sc-${key}-wght-normal.woff2`))
  const fontkit = await import('fontkit')
  return fontkit.create(await decompress(woff2)) as Font
}
/** A fixed weight that pdfkit can embed; the name tells weights and parts apart, or pdfkit takes them for one font. */
const atWeight = (part: Font, key: string, weight: Weight): Font => {
  const font = part.getVariation({ wght: weight })
  Object.defineProperty(font, 'postscriptName', { value: `NotoSansSC-${weight}-${key}` })
  const plain = font.createSubset.bind(font)
  font.createSubset = () => Object.assign(plain(), { glyphEncoder: { encodeSimple: encodeOutline } })
  return font
}
let parts: Promise<Part[]> | undefined
const opened = new Map<string, Promise<Font>>()
const weighted = new Map<string, Font>()
const part = (key: string): Promise<Font> => {
  const known = opened.get(key) ?? openPart(key)
  opened.set(key, known)
  return known
}

/** Reads the parts of the font that hold these texts; at most a few hundred kilobytes each, kept for the next sheet. */
export const loadChineseFont = async (texts: Iterable<string>): Promise<ChineseFont> => {
  const all = await (parts ??= readParts())
  const partOf = new Map<string, string>()
  const fonts = new Map<string, Font>()
  for (const character of new Set([...texts, MISSING].flatMap((text) => [...text]))) {
    const point = character.codePointAt(0)!
    const found = all.find(({ ranges }) => ranges.some(([from, to]) => point >= from && point <= to))
    if (found === undefined) continue
    fonts.set(found.key, await part(found.key))
    partOf.set(character, found.key)
  }
  const fontOf = (key: string, weight: Weight): Font => {
    const name = `${key} ${weight}`
    const font = weighted.get(name) ?? atWeight(fonts.get(key)!, key, weight)
    weighted.set(name, font)
    return font
  }
  const runs = (text: string, weight: Weight): Run[] => {
    const found: { text: string; key: string }[] = []
    for (const one of text) {
      const character = partOf.has(one) ? one : MISSING
      const key = partOf.get(character)!
      const last = found.at(-1)
      if (last?.key === key) last.text += character
      else found.push({ text: character, key })
    }
    return found.map((run) => ({ text: run.text, font: fontOf(run.key, weight) }))
  }
  return { runs }
}
