// Moments as people say them: 今天 14:20, 昨天, 3月6日; the exact one is shown on tap. Always in the district's time.
import type { Language } from './words.ts'

const zone = 'Asia/Shanghai'
const parts = new Intl.DateTimeFormat('en-GB', {
  timeZone: zone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

interface Moment {
  year: number
  month: number
  day: number
  clock: string
  /** Days since 1970 on the local calendar. */
  dayNumber: number
}

const local = (at: Date): Moment => {
  const found = Object.fromEntries(parts.formatToParts(at).map((part) => [part.type, part.value]))
  const [year, month, day] = [Number(found['year']), Number(found['month']), Number(found['day'])]
  return {
    year,
    month,
    day,
    clock: `${found['hour']}:${found['minute']}`,
    dayNumber: Date.UTC(year, month - 1, day) / 86_400_000,
  }
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const nearDays: Readonly<Record<number, readonly [zh: string, en: string]>> = {
  [-1]: ['昨天', 'Yesterday'],
  0: ['今天', 'Today'],
  1: ['明天', 'Tomorrow'],
}

const dayWords = (moment: Moment, now: Moment, language: Language): string => {
  const near = nearDays[moment.dayNumber - now.dayNumber]
  if (near) return near[language === 'en' ? 1 : 0]
  const sameYear = moment.year === now.year
  if (language === 'en') {
    return `${moment.day} ${months[moment.month - 1]}${sameYear ? '' : ` ${moment.year}`}`
  }
  return `${sameYear ? '' : `${moment.year}年`}${moment.month}月${moment.day}日`
}

/** For lists: 今天 14:20, 昨天, 3月6日, 2024年3月6日. */
export const friendly = (iso: string, now: Date, language: Language): string => {
  const [then, today] = [local(new Date(iso)), local(now)]
  const day = dayWords(then, today, language)
  return then.dayNumber === today.dayNumber ? `${day} ${then.clock}` : day
}

/** A day without an hour, given as 2026-03-06: 今天, 3月6日. */
export const friendlyDay = (day: string, now: Date, language: Language): string =>
  dayWords(local(new Date(`${day}T00:00:00+08:00`)), local(now), language)

/** For deadlines and timelines, where the hour matters: 明天 18:00, 3月6日 18:00. */
export const friendlyWithTime = (iso: string, now: Date, language: Language): string => {
  const then = local(new Date(iso))
  return `${dayWords(then, local(now), language)} ${then.clock}`
}

/** The exact moment: 2026年3月6日 14:20. */
export const exact = (iso: string, language: Language): string => {
  const then = local(new Date(iso))
  return language === 'en'
    ? `${then.day} ${months[then.month - 1]} ${then.year}, ${then.clock}`
    : `${then.year}年${then.month}月${then.day}日 ${then.clock}`
}
