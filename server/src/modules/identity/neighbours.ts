// What this module asks of modules that stand on it; wired in app.ts.
import type { Actor, Cx } from '../../platform/cx.ts'
import type { Tx } from '../../platform/database.ts'
import type { Module } from '../../platform/module.ts'

export interface PhoneMessage {
  readonly phone: string
  readonly personId: string | null
  readonly text: string
  /** Set for a sign-in code: sent at once, and its words are not kept outside demo mode. */
  readonly code?: string
}
export interface IdentityNeighbours {
  readonly sendSms: (cx: Cx<Actor | null>, message: PhoneMessage) => Promise<void>
  /** Puts a message into a person’s inbox, and on their phone where its template says so. */
  readonly tell: (
    cx: Cx,
    message: {
      readonly event: string
      readonly audience: 'person'
      readonly personIds: readonly string[]
      readonly thing: null
      readonly fields: Readonly<Record<string, string>>
    },
  ) => Promise<void>
  /** The inbox of a person, for the export. */
  readonly messagesOf: (db: Tx, personId: string) => Promise<{ title: string; body: string; at: string }[]>
  /** All modules: on erasure each takes the person's name out of what it keeps. */
  readonly modules: () => readonly Module[]
  /** Removes what was written to a person, on erasure. */
  readonly forgetMessagesOf: (db: Tx, personId: string) => Promise<void>
}
