// Cells as people type them, made comparable: spaces, full-width digits, dates, areas, phones.
const FULL_WIDTH = /[０-９Ａ-Ｚａ-ｚ．－／]/g
const INVISIBLE = /[\u200b-\u200f\u2028-\u202e\u2060\ufeff]/g

/** Trimmed, one space between words, full-width digits and letters made plain, control characters gone. */
export const tidy = (text: string): string =>
  withoutControls(text)
    .replace(INVISIBLE, '')
    .replace(FULL_WIDTH, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/[\s\u3000]+/g, ' ')
    .trim()
const withoutControls = (text: string): string => {
  let clean = ''
  for (const character of text.toWellFormed()) {
    const code = character.codePointAt(0)!
    clean += code < 32 || (code > 126 && code < 160) ? ' ' : character
  }
  return clean
}
/** A number of a spreadsheet as a person wrote it: 89.46, not 89.46000000000001. */
export const numberText = (value: number): string => String(Number(value.toPrecision(14)))

const DAY = /^(\d{4})\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})\s?日?(?: 0?0:00(:00)?)?$/
/** YYYY-MM-DD of the ways people write a day; null when it is none. */
export const dayOf = (text: string): string | null => {
  const match = DAY.exec(/^\d{8}$/.test(text) ? text.replace(/(....)(..)(..)/, '$1-$2-$3') : text)
  const serial = /^\d{5}$/.test(text) ? serialDay(Number(text)) : null
  if (match === null) return serial
  const [year, month, day] = match.slice(1, 4).map(Number) as [number, number, number]
  const date = new Date(Date.UTC(year, month - 1, day))
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return isReal && year >= 1900 && year <= 2200 ? date.toISOString().slice(0, 10) : null
}
/** The spreadsheet's day number: 1 is 1 January 1900, with the 29 February that year did not have. */
export const serialDay = (serial: number): string | null =>
  serial < 60 || serial > 110_000
    ? null
    : new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * 86_400_000).toISOString().slice(0, 10)

/** In 0.01 m²; a sentence for people when it is no area. */
export const areaOf = (text: string): number | string => {
  const plain = text.replace(/(㎡|m²|m2|平方米|平)$/i, '').trim()
  if (!/^\d+(\.\d+)?$/.test(plain)) return '面积要写数字，如 89.45'
  if (/\.\d{3,}$/.test(plain)) return '面积最多两位小数'
  const area = Math.round(Number(plain) * 100)
  return area >= 1 && area <= 100_000_000 ? area : '面积要大于 0，不超过 1000000'
}
export const floorOf = (text: string): number | string => {
  const plain = text.replace(/(层|楼)$/, '')
  const floor = Number(plain)
  return /^-?\d{1,3}$/.test(plain) && floor >= -9 && floor <= 200 ? floor : '楼层要写 -9 到 200 的整数'
}
/** Eleven digits; spaces, hyphens and +86 do not matter. Null when it is no mainland mobile number. */
export const phoneOf = (text: string): string | null => {
  const plain = text.replace(/[\s-]/g, '').replace(/^(\+?86)(?=1\d{10}$)/, '')
  return /^1[3-9]\d{9}$/.test(plain) ? plain : null
}
