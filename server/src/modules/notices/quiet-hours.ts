// The hours in which a person wants nothing on the phone, by the clock of Asia/Shanghai (UTC+8, no summer time).

const SHANGHAI_MS = 8 * 3_600_000
const DAY_MS = 86_400_000
const msOfDay = (clock: string): number => {
  const [hours, minutes] = clock.split(':').map(Number) as [number, number]
  return (hours * 60 + minutes) * 60_000
}
/** The first moment from `now` on that is not within the quiet hours; they may pass over midnight. */
export const notWithinQuiet = (now: Date, from: string | null, to: string | null): Date => {
  if (from === null || to === null || from === to) return now
  const local = (now.getTime() + SHANGHAI_MS) % DAY_MS
  const begin = msOfDay(from)
  const end = msOfDay(to)
  const isQuiet = begin < end ? local >= begin && local < end : local >= begin || local < end
  return isQuiet ? new Date(now.getTime() + ((end - local + DAY_MS) % DAY_MS)) : now
}
