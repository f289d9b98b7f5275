// Things that happen only once a transaction has committed: waking workers, telling open pages.
export interface AfterCommit {
  add(effect: () => void): void
  run(): void
}
export const afterCommit = (): AfterCommit => {
  const effects: (() => void)[] = []
  return { add: (effect) => effects.push(effect), run: () => effects.forEach((effect) => effect()) }
}
