// Messages of the inbox in their order: newest first by `seq`, each once, however often it arrived.

interface Sequenced {
  readonly seq: string
}

const newestFirst = (a: Sequenced, b: Sequenced) => {
  const [x, y] = [BigInt(a.seq), BigInt(b.seq)]
  return x === y ? 0 : x > y ? -1 : 1
}

/** One list of both; of two with the same `seq` the one in `fresh` wins. */
export const mergeMessages = <T extends Sequenced>(known: readonly T[], fresh: readonly T[]): T[] => {
  const bySeq = new Map(known.map((row) => [row.seq, row]))
  for (const row of fresh) bySeq.set(row.seq, row)
  return [...bySeq.values()].sort(newestFirst)
}
