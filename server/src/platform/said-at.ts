// When something was noted, as the phone says: it may come late, from a phone without a signal.
import type { Cx } from './cx.ts'

/** Never later than now, never before the thing was there; now, where the phone says nothing. */
export const saidAt = (cx: Cx, at: string | undefined, since: Date): Date => {
  const said = at === undefined ? cx.now : new Date(at)
  return said > cx.now ? cx.now : said < since ? since : said
}
