// Runs long reckoning in small turns, so that the process goes on answering in between.
import { setImmediate } from 'node:timers/promises'

/** Milliseconds of reckoning before others have their turn. */
const TURN_MS = 8

/** The last value of a generator that pauses now and then. */
export const inTurns = async <T>(turns: Generator<void, T>): Promise<T> => {
  let since = performance.now()
  for (;;) {
    const turn = turns.next()
    if (turn.done) return turn.value
    if (performance.now() - since < TURN_MS) continue
    await setImmediate()
    since = performance.now()
  }
}
