// What becomes of each message: decided by its number, so that two replays of a file go the same way.
import { createHash } from 'node:crypto'

export type Fate =
  | 'confirmed'
  | 'sentBack'
  | 'returned'
  | 'transferred'
  | 'suspendedAndResumed'
  | 'reopened'
  | 'reopeningDeclined'
  | 'leftSubmitted'
  | 'leftAccepted'
  | 'leftDispatched'
  | 'leftTakenUp'
  | 'leftInProgress'
  | 'leftSuspended'
  | 'leftToVerify'
  | 'leftClosed'
  | 'rejected'
  | 'withdrawn'

/** In hundredths. */
const shares: readonly (readonly [Fate, number])[] = [
  ['confirmed', 60],
  ['sentBack', 3],
  ['returned', 4],
  ['transferred', 4],
  ['suspendedAndResumed', 4],
  ['reopened', 4],
  ['reopeningDeclined', 1],
  ['leftSubmitted', 1],
  ['leftAccepted', 1],
  ['leftDispatched', 1],
  ['leftTakenUp', 1],
  ['leftInProgress', 2],
  ['leftSuspended', 1],
  ['leftToVerify', 1],
  ['leftClosed', 4],
  ['rejected', 5],
  ['withdrawn', 3],
]
/** A whole number below `below` that depends on the text alone. */
export const numberFrom = (text: string, below: number): number =>
  createHash('sha256').update(text).digest().readUInt32BE(0) % below

export const fateOf = (id: string): Fate => {
  let left = numberFrom(`fate ${id}`, 100)
  for (const [fate, share] of shares) if ((left -= share) < 0) return fate
  return 'confirmed'
}
