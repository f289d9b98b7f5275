// Statutory holidays and make-up working days of China, year by year, from the data of the package chinese-days.

// The data file rather than the package's functions: those reckon in the machine's own time zone, and their typings
// promise named exports that Node cannot import from a CommonJS bundle.
import data from 'chinese-days/dist/chinese-days.json' with { type: 'json' }

/** A day that departs from the week: a holiday (`working: false`), or a weekend day worked in exchange. */
export interface StatutoryException {
  /** `YYYY-MM-DD`, a day in Shanghai. */
  day: string
  working: boolean
  /** Chinese, for people: 国庆节, 调休上班. */
  name: string
}

/** Each value reads "English name,Chinese name,number of days". */
const holidays: Readonly<Record<string, string>> = data.holidays
const makeUpDays: Readonly<Record<string, string>> = data.workdays

/** The names of the State Council's regulation, where the data shortens them. */
const fullNames: Readonly<Record<string, string>> = { 清明: '清明节', 端午: '端午节', 中秋: '中秋节' }

const makeUpName = '调休上班'

function holidayName(entry: string): string {
  const name = entry.split(',')[1] ?? entry
  return fullNames[name] ?? name
}

/**
 * The exceptions of one year in order of days. Empty for a year whose arrangement the State Council has not published
 * or the installed package does not know: then only the weekly pattern holds, until the district enters the days.
 * @throws RangeError if `year` is not a whole number of four digits
 */
export function statutoryExceptions(year: number): StatutoryException[] {
  if (!Number.isInteger(year) || year < 1000 || year > 9999) throw new RangeError(`Not a year: ${year}`)
  const isInYear = (day: string): boolean => day.startsWith(`${year}-`)
  const free = Object.entries(holidays).map(([day, entry]) => ({ day, working: false, name: holidayName(entry) }))
  const worked = Object.keys(makeUpDays).map((day) => ({ day, working: true, name: makeUpName }))
  return [...free, ...worked].filter(({ day }) => isInYear(day)).sort((a, b) => (a.day < b.day ? -1 : 1))
}

/** The first and last year the installed package has data for, so that a district can be told what is missing. */
export function statutoryYears(): { first: number; last: number } {
  const years = Object.keys(holidays).map((day) => Number(day.slice(0, 4)))
  return { first: Math.min(...years), last: Math.max(...years) }
}
