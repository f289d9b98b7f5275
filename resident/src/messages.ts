// Messages of the inbox in their order: newest first by `seq`, each once, however often it arrived.

interface Sequenced {
  /** Numbers joined by `-`, compared part by part: `850-9` comes before `850-10`. */
  readonly seq: string
}

const newestFirst = (a: Sequenced, b: Sequenced): number => {
  const [ours, theirs] = [a.seq.split('-'), b.seq.split('-')]
  for (let part = 0; part < Math.max(ours.length, theirs.length); part++) {
    const difference = Number(theirs[part] ?? 0) - Number(ours[part] ?? 0)
    if (difference) return difference
  }
  return 0
}

/** One list of both; of two with the same `seq` the one in `fresh` wins. */
export const mergeMessages = <T extends Sequenced>(known: readonly T[], fresh: readonly T[]): T[] => {
  const bySeq = new Map(known.map((row) => [row.seq, row]))
  for (const row of fresh) bySeq.set(row.seq, row)
  return [...bySeq.values()].sort(newestFirst)
}
