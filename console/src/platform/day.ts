// Calendar days as YYYY-MM-DD in the district's own time.
/** Today in Asia/Shanghai. */
export const today = (now: number = Date.now()): string => new Date(now + 8 * 3_600_000).toISOString().slice(0, 10)
