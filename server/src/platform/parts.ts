// What the app hands to every module when it is built.
import type { Config } from './config.ts'
import type { Tx } from './database.ts'
import type { Live } from './live.ts'
import type { Sealing } from './sealing.ts'
import type { Storage } from './storage.ts'

export interface Parts {
  readonly config: Config
  readonly live: Live
  readonly storage: Storage
  readonly sealing: Sealing
  /** Reads in a short transaction of its own: for streams, which outlive the transaction of their request. */
  readonly read: <T>(work: (db: Tx) => Promise<T>) => Promise<T>
}
