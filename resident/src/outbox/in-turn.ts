// One at a time: for work that is asked for from many sides (a signal, a sign-in, a new report, a clock).

/**
 * Gives a function that does the work, never twice at once, in this tab or another. Who asks while it runs is served by
 * one more round, because the round under way may have looked already.
 *
 * @param lock name of the lock the tabs of this phone share.
 * @param work one whole round; what it throws goes to whoever started it.
 */
export const inTurn = (lock: string, work: () => Promise<void>): (() => Promise<void>) => {
  let running = false
  let asked = false
  return async () => {
    asked = true
    if (running) return
    running = true
    try {
      while (asked) {
        asked = false
        await (globalThis.navigator?.locks ? navigator.locks.request(lock, work) : work())
      }
    } finally {
      running = false
    }
  }
}
