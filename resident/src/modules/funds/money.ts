// Yuan as people read and write them; kept as whole fen.
export const yuan = (fen: number): string => {
  const whole = String(Math.floor(Math.abs(fen) / 100)).replace(/\B(?=(\d{3})+$)/g, ',')
  return `${fen < 0 ? '−' : ''}¥${whole}.${String(Math.abs(fen) % 100).padStart(2, '0')}`
}
/** null for what is not an amount with at most two decimals, or nothing. */
export const fenOf = (text: string): number | null => {
  const found = /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(text.trim())
  if (!found) return null
  return Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0')) || null
}
