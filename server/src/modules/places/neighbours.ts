// What this module asks of modules that stand on it; wired in app.ts.
import type { MessageThing } from '../../../../contract/src/notices-things.ts'
import type { Placed } from '../../platform/access.ts'
import type { Actor, Cx } from '../../platform/cx.ts'
import type { Tx } from '../../platform/database.ts'

export interface PlacesNeighbours {
  /** Whom a resident may turn to at a place: names and public office lines only. */
  readonly contactsAt: (
    db: Tx,
    districtId: string,
    placed: Placed,
    language: 'zh-CN' | 'en',
  ) => Promise<{ role: string; name: string; phone: string | null }[]>
  /** Puts a message into people's inboxes. */
  readonly tell: (
    cx: Cx<Actor>,
    message: {
      readonly event: string
      readonly audience: 'person'
      readonly personIds: readonly string[]
      readonly thing: { readonly kind: MessageThing; readonly id: string } | null
      readonly fields: Readonly<Record<string, string>>
    },
  ) => Promise<void>
}
