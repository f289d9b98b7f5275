// What a command is given besides its input: the transaction, who acts, when, and how to journal and schedule.
import type { JournalAction } from '../../../contract/src/journal-actions.ts'
import type { JournalField } from '../../../contract/src/journal-fields.ts'
import type { JournalThing } from '../../../contract/src/journal-things.ts'
import type { Permission } from '../../../contract/src/permissions.ts'
import type { PlaceKind } from '../../../contract/src/places-tree.ts'
import type { OrganisationKind } from '../../../contract/src/organisations-kinds.ts'
import type { Tx } from './database.ts'
import type { PersonalWords } from './journal-words.ts'

/** An appointment in force today. */
export interface Held {
  readonly id: string
  readonly positionCode: string
  readonly organisationId: string
  readonly organisationKind: OrganisationKind
  readonly organisationName: string
  readonly scopeId: string
  readonly scopeKind: PlaceKind
  readonly permissions: readonly Permission[]
}
export interface Actor {
  readonly personId: string
  readonly name: string
  readonly districtId: string
  readonly sessionId: string
  readonly language: 'zh-CN' | 'en'
  /** Consent to the privacy notice in force. */
  readonly consented: boolean
  readonly held: readonly Held[]
}
export interface JournalEntry {
  readonly action: JournalAction
  readonly sentence: string
  readonly thing: { readonly kind: JournalThing; readonly id: string }
  /** Who acts, where no session says so yet: at sign-in. */
  readonly by?: { readonly id: string }
  readonly before?: unknown
  readonly after?: unknown
}
type Plain = string | number | boolean | null | undefined | Date | PersonalWords
/** Facts that helpers hand on to the journal, whichever of its fields they are. */
export type JournalFacts = { readonly [F in JournalField]?: Plain | readonly string[] }
/** A value whose fields, at any depth, all have names: a field without one, or of no known name, is refused. */
export type Named<T> = T extends Plain
  ? T
  : T extends readonly (infer Each)[]
    ? readonly Named<Each>[]
    : keyof T extends never
      ? never
      : { readonly [F in keyof T]: F extends JournalField ? Named<T[F]> : never }
type Before<E> = E extends { readonly before?: infer B } ? Named<B> : never
type After<E> = E extends { readonly after?: infer A } ? Named<A> : never
/** An entry as it may be written. */
export type NamedEntry<E> = E & { readonly before?: Before<E>; readonly after?: After<E> }
export interface LaterOptions {
  readonly startAfter?: Date
  readonly once?: string
  /** Goes ahead of others of its kind that wait. */
  readonly isUrgent?: boolean
}
export interface LaterOne extends LaterOptions {
  readonly data: object
}
/** One command's context. `db` IS the request's transaction. */
export interface Cx<A extends Actor | null = Actor> {
  readonly db: Tx
  readonly actor: A
  readonly districtId: string
  readonly now: Date
  readonly origin: {
    readonly address: string
    readonly device: string
    readonly language: 'zh-CN' | 'en'
    /** How the caller reached us, e.g. `https://linli.example`; empty in a job. */
    readonly site: string
    /** The key of a machine that calls: `authorization: Bearer …`. */
    readonly bearer?: string | undefined
  }
  /** Writes to the hash-chained journal in this transaction. */
  journal<E extends JournalEntry>(entry: NamedEntry<E>): Promise<void>
  /** Schedules a job with the commit of this transaction. */
  later(job: string, data: object, options?: LaterOptions): Promise<void>
  /** The same for many jobs of one kind, in one statement. */
  laterAll(job: string, many: readonly LaterOne[]): Promise<void>
  /** Tells open pages after the commit; lossy by design, the inbox is the durable way. */
  live(topic: 'case' | 'inbox', id: string): void
  /** Sets or ends the session cookie on the answer. */
  setSession(token: string | null): void
}
export const systemActorName = '系统'
/** Whoever acted, as it is read: what the system did has a name in each language. */
export const actorNameIn = (language: 'zh-CN' | 'en', name: string): string =>
  language === 'en' && name === systemActorName ? 'the system' : name
/** The name an erased person leaves behind; the trigger of migration 0011 knows it too. */
export const erasedName = '已注销用户'
