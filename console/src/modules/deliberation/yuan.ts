// Money in fen as people read it.
export const yuan = (fen: number) => `¥${(fen / 100).toFixed(2)}`
