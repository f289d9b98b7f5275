// How many live streams one person may hold open in a process: the newest take the place of the oldest.

/** A phone and some tabs; each stream costs memory and a share of every wake-up. */
const MOST = 6
const held = new Map<string, Set<() => void>>()

/** Takes a place for a new stream; whoever has held one longest is asked to leave. Returns how to give it back. */
export const takePlace = (personId: string, leave: () => void): (() => void) => {
  const places = held.get(personId) ?? new Set()
  held.set(personId, places)
  places.add(leave)
  // A set keeps the order in which places were taken.
  for (const oldest of places) {
    if (places.size <= MOST) break
    places.delete(oldest)
    oldest()
  }
  return () => {
    places.delete(leave)
    if (places.size === 0 && held.get(personId) === places) held.delete(personId)
  }
}
