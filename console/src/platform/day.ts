// Calendar days as YYYY-MM-DD in the district's own time.
/** Today in Asia/Shanghai. */
export const today = (now: number = Date.now()): string => new Date(now + 8 * 3_600_000).toISOString().slice(0, 10)
/** Some days after a day, or before it. */
export const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)
