// Moments as people say them, in the district's own time: 今天 14:20, 昨天 09:05, 3月6日. The exact time is the title.
import { useWords, useLanguage, type Language } from './words.ts'
import { pageWords } from './page-words.ts'

const zone = 'Asia/Shanghai'
const parts = (at: Date) => {
  const shifted = new Date(at.getTime() + 8 * 3_600_000)
  const two = (n: number) => String(n).padStart(2, '0')
  return {
    year: shifted.getUTCFullYear(),
    month: shifted.getUTCMonth() + 1,
    date: shifted.getUTCDate(),
    dayNumber: Math.floor(shifted.getTime() / 86_400_000),
    clock: `${two(shifted.getUTCHours())}:${two(shifted.getUTCMinutes())}`,
  }
}
/** English days are written as on the residents' phones: 6 Mar 2026. */
const localeOf = (language: Language) => (language === 'en' ? 'en-GB' : language)
/** The exact moment: 2026年3月6日 14:20; 6 Mar 2026, 14:20. */
export const exactTime = (at: string, language: Language): string =>
  new Intl.DateTimeFormat(localeOf(language), {
    timeZone: zone,
    dateStyle: language === 'en' ? 'medium' : 'long',
    timeStyle: 'short',
    hourCycle: 'h23',
  }).format(new Date(at))
const shortDay = (at: Date, language: Language, withYear: boolean) =>
  new Intl.DateTimeFormat(localeOf(language), {
    timeZone: zone,
    month: language === 'en' ? 'short' : 'long',
    day: 'numeric',
    ...(withYear ? { year: 'numeric' } : {}),
  }).format(at)

/** A moment in words, relative to now. */
export const useTimeText = (): ((at: string) => string) => {
  const say = useWords(pageWords)
  const { language } = useLanguage()
  return (at) => {
    const moment = parts(new Date(at))
    const now = parts(new Date())
    const apart = moment.dayNumber - now.dayNumber
    if (apart === 0) return `${say.today} ${moment.clock}`
    if (apart === -1) return `${say.yesterday} ${moment.clock}`
    if (apart === 1) return `${say.tomorrow} ${moment.clock}`
    const day = shortDay(new Date(at), language, moment.year !== now.year)
    // What is to come keeps its hour, however far: somebody is to be there.
    return apart > -7 ? `${day} ${moment.clock}` : day
  }
}
/** `<TimeText at={row.createdAt} />` */
export const TimeText = ({ at, exact = false }: { readonly at: string; readonly exact?: boolean }) => {
  const { language } = useLanguage()
  const text = useTimeText()
  return (
    <time dateTime={at} title={exactTime(at, language)} className="time-text">
      {exact ? exactTime(at, language) : text(at)}
    </time>
  )
}
/** A calendar day, YYYY-MM-DD, in words. */
export const DayText = ({ day }: { readonly day: string }) => <time dateTime={day}>{useDayText()(day)}</time>
/** The same as plain words, for sentences. */
export const useDayText = (): ((day: string) => string) => {
  const { language } = useLanguage()
  return (day) => {
    const at = new Date(`${day}T00:00:00+08:00`)
    return shortDay(at, language, parts(at).year !== parts(new Date()).year)
  }
}
/** A length of time in its largest unit: 3 小时. */
export const useLengthText = (): ((milliseconds: number) => string) => {
  const say = useWords(pageWords)
  return (milliseconds) => {
    const minutes = Math.max(1, Math.round(Math.abs(milliseconds) / 60_000))
    if (minutes < 60) return say.minutes(minutes)
    const hours = Math.round(minutes / 60)
    return hours < 48 ? say.hours(hours) : say.days(Math.round(hours / 24))
  }
}
