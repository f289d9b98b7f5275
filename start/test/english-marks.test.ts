// English carries English punctuation, in the words of both apps and where code puts words together.
import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { test } from 'node:test'
import { houseFolder } from '../src/settings.ts'

const chineseMark = /[\u3001-\u3003\u3008-\u3011\u3014-\u301b\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65]/u
const han = /\p{Script=Han}/u
const text = String.raw`'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"`
const comments = /\/\*[\s\S]*?\*\/|(?<![:'"`])\/\/.*$/gm
/** After what a value can begin with; the end of a JSX element is none. */
const patterns = /(?<=[(=,:?&|!]\s*)\/(?![/*\s])(?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[dgimsuy]*/g
/** Reading what people type or paste takes both. */
const separators = /(?:tokenSeparators=\{|\.split\()[^)}\n]*/g
/** `['中文', 'English']` */
const pair = new RegExp(String.raw`\[\s*(?:${text})\s*,\s*(${text})\s*,?\s*\]`, 'g')
const chineseName = new RegExp(String.raw`\b\w+Zh: (?:${text})`, 'g')
/** A Chinese expression quoted as it stands, from its first character to its last. */
const quoted = /\p{Script=Han}(?:[\p{Script=Han}、，：；（）《》]*[\p{Script=Han}）》])?/gu

/** Where the value that begins there ends: with its entry, or with its comma. */
const endOfValue = (source: string, start: number): number => {
  let depth = 0
  for (let i = start; i < source.length; i++) {
    if ('([{'.includes(source[i]!)) depth++
    else if (')]}'.includes(source[i]!) && --depth < 0) return i
    else if (depth === 0 && source[i] === ',' && /^,\s*(?:\w+:|\})/.test(source.slice(i, i + 200))) return i
  }
  return source.length
}
/** Splits what the entries `{ zh: …, en: … }` of a source say in English from the rest of it, without the Chinese. */
const split = (source: string) => {
  const english: string[] = []
  let rest = ''
  let at = 0
  for (const found of source.matchAll(/(?<=[{,]\s*)(zh|en):/g)) {
    if (found.index < at) continue
    const end = endOfValue(source, found.index + 3)
    rest += source.slice(at, found.index)
    if (found[1] === 'en') english.push(source.slice(found.index + 3, end))
    at = end
  }
  rest += source.slice(at)
  rest = rest.replace(pair, (_whole, said: string) => {
    english.push(said)
    return ''
  })
  return { english, rest }
}
/** English texts with Chinese marks, and lines of code that write such a mark in whatever language. */
const wrongIn = (source: string): string[] => {
  const code = source.replace(comments, '').replace(patterns, '').replace(separators, '').replace(chineseName, '')
  const { english, rest } = split(code)
  return [
    ...english.filter((said) => chineseMark.test(said.replace(quoted, ''))),
    // A sentence in Chinese was chosen for its reader; a mark alone was not.
    ...rest.split('\n').filter((line) => chineseMark.test(line) && !han.test(line)),
  ].map((one) => one.trim())
}
const sources = globSync('{console,resident}/src/**/*.{ts,tsx}', { cwd: houseFolder }).map((path) =>
  path.split(sep).join('/'),
)

test('the check finds a Chinese mark in English, wherever it was written', () => {
  const wrong = [
    "dictionary({ a: { zh: '甲，乙', en: 'one，two' } })",
    'dictionary({ a: { zh: (n: string) => `共（${n}）`, en: (n: string) => `in all（${n}）` } })',
    "words({ a: ['甲：{n}', 'one：{n}'] })",
    '<p>{say.reason}：{of.reason}</p>',
    "names.join('、')",
    'value: `${name}（${side}）`',
    "dictionary({ a: { zh: '例：甲', en: 'e.g. 甲，member' } })",
  ]
  for (const one of wrong) assert.equal(wrongIn(one).length, 1, one)
  const right = [
    "dictionary({ a: { zh: '甲，乙', en: 'one, two' }, b: { zh: '：', en: ': ' } })",
    "words({ a: ['甲：{n}', 'one: {n}'] })",
    "dictionary({ a: { zh: '列名', en: 'the columns 种类、面积（平方米）, in order' } })",
    'const parts = line.split(/[,，、]+/) // 甲、乙',
    "title: english ? 'Not reached.' : '连不上。'",
    "hintZh: '网格员、单元长',",
  ]
  for (const one of right) assert.deepEqual(wrongIn(one), [], one)
})
test('no English of the console or of the residents’ app carries a Chinese mark', () => {
  assert.ok(sources.length > 400, 'the sources were read')
  assert.deepEqual(
    sources.flatMap((file) => wrongIn(readFileSync(join(houseFolder, file), 'utf8')).map((one) => `${file}: ${one}`)),
    [],
  )
})
