// Yuan as people write them, fen as they are kept: no sum ever passes through a float.
const GROUPED = new Intl.NumberFormat('zh-CN', { minimumFractionDigits: 2, maximumFractionDigits: 2 })
/** ¥12,345.67 */
export const yuan = (fen: number): string => `${fen < 0 ? '−' : ''}¥${GROUPED.format(Math.abs(fen) / 100)}`
/** `12345.6` → 1234560; null for what is not an amount in yuan with at most two places. */
export const fenOf = (text: string): number | null => {
  const found = /^(\d{1,10})(?:\.(\d{1,2}))?$/.exec(text.trim().replaceAll(',', ''))
  if (found === null) return null
  return Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0') || 0)
}
