// Moments and days as people read them, in Shanghai.

/** 11/25 18:00 */
export const shortMoment = (at: Date): string => {
  const text = at.toLocaleString('sv-SE', { timeZone: 'Asia/Shanghai' })
  return `${Number(text.slice(5, 7))}/${Number(text.slice(8, 10))} ${text.slice(11, 16)}`
}
/** 2026-11-25 → 11月25日 */
export const shortDay = (day: string): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`
