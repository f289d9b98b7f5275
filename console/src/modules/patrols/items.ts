// Items of a checklist as texts a person chose or typed, with the keys they are known by.
export interface Item {
  readonly key: string
  readonly text: string
}
/** A known text keeps its key; a new one gets the next free. */
export const itemsOf = (texts: readonly string[], known: readonly Item[]): Item[] => {
  const taken = new Set(known.map((item) => item.key))
  let next = 1
  return [...new Set(texts.map((text) => text.trim()).filter((text) => text !== ''))].map((text) => {
    const old = known.find((item) => item.text === text)
    if (old) return old
    while (taken.has(`item${next}`)) next++
    taken.add(`item${next}`)
    return { key: `item${next}`, text: text.slice(0, 40) }
  })
}
