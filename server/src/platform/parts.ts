// What the app hands to every module when it is built.
import type { Config } from './config.ts'
import type { Live } from './live.ts'
import type { Sealing } from './sealing.ts'
import type { Storage } from './storage.ts'

export interface Parts {
  readonly config: Config
  readonly live: Live
  readonly storage: Storage
  readonly sealing: Sealing
}
