// What a module shows the app: its endpoints with handlers, its jobs, and who may see its files.
import type { Writable } from 'node:stream'
import type {
  Endpoint,
  EndpointTable,
  OutOf,
  ParsedBody,
  ParsedParams,
  ParsedQuery,
} from '../../../contract/src/endpoint.ts'
import type { Problem } from '../../../contract/src/refusal.ts'
import type { Actor, Cx } from './cx.ts'
import type { OwnRows } from './own-data.ts'

export interface UploadedFile {
  readonly name: string
  readonly mime: string
  readonly bytes: Buffer
}
/** A download. `write` streams inside the transaction; `path` is a stored file. */
export type Download = {
  readonly name: string
  readonly mime: string
  /** show in the page instead of saving */ readonly inline?: boolean
  /** How long a browser may keep it; an hour, for the caller alone, unless said. */ readonly cache?: string
} & ({ readonly bytes: Buffer } | { readonly path: string } | { readonly write: (out: Writable) => Promise<void> })
/** A stream of server-sent events, opened after the transaction; ends when `signal` aborts. */
export type Events = (stream: {
  send(event: string, data: unknown, id?: string): void
  /** How long the browser waits before it comes back after the end. */
  retryAfter(ms: number): void
  readonly signal: AbortSignal
  readonly lastEventId: string | null
}) => Promise<void>

export interface Input<E extends Endpoint> {
  readonly params: ParsedParams<E>
  readonly query: ParsedQuery<E>
  readonly body: ParsedBody<E>
  readonly file: E extends { readonly takes: 'file' } ? UploadedFile : undefined
}
type Answer<E extends Endpoint> = E extends { readonly gives: 'file' }
  ? Download
  : E extends { readonly gives: 'events' }
    ? Events
    : OutOf<E>
type ActorOf<E extends Endpoint> = E extends { readonly permission: 'anyone' } ? Actor | null : Actor
export type Handler<E extends Endpoint> = (cx: Cx<ActorOf<E>>, input: Input<E>) => Promise<Answer<E>>
export type Handlers<T extends EndpointTable> = { readonly [K in keyof T]: Handler<T[K] & Endpoint> }

export interface Route {
  readonly key: string
  readonly endpoint: Endpoint
  readonly handle: (cx: Cx<Actor | null>, input: Input<Endpoint>) => Promise<unknown>
}
/** Joins a table of endpoints with its handlers: a missing handler does not compile. */
export const serve = <T extends EndpointTable>(table: T, handlers: Handlers<T>): Route[] =>
  Object.entries(table).map(([key, endpoint]) => ({
    key,
    endpoint,
    handle: handlers[key as keyof T] as unknown as Route['handle'],
  }))

export interface Job {
  /** Runs in a transaction of its own; throwing retries it. */
  readonly run: (cx: Cx<null>, data: Record<string, unknown>) => Promise<void>
  /** Several at once in one transaction; where it throws, each is run alone by `run`. */
  readonly runMany?: (cx: Cx<null>, data: readonly Record<string, unknown>[]) => Promise<void>
  /** Cron in Asia/Shanghai for recurring work. */
  readonly cron?: string
  /** How many run at once in one worker. */
  readonly parallel?: number
}
export interface RawRequest {
  readonly method: 'GET' | 'POST'
  /** Below the prefix, decoded, without a slash at its head. */
  readonly path: string
  readonly query: URLSearchParams
  /** The fields of the form that was posted. */
  readonly form: URLSearchParams
}
export interface RawAnswer {
  readonly status: number
  readonly type: string
  readonly text: string
}
/**
 * A published protocol under a path of its own, with its own formats and errors (docs/decisions/0011). It knows no
 * session: its callers show keys. GET runs read-only; POST takes a form.
 */
export interface RawRoutes {
  /** e.g. `/open311/v2` */
  readonly prefix: string
  readonly handle: (cx: Cx<null>, request: RawRequest) => Promise<RawAnswer>
  /** Says a failure in the protocol's own way; it is logged already. */
  readonly fail: (problem: Problem, request: RawRequest) => RawAnswer
}
export interface Module {
  readonly name: string
  readonly routes: readonly Route[]
  /** Outside the contract. */
  readonly raw?: readonly RawRoutes[]
  /** Keyed by job name, e.g. `case.tell`. */
  readonly jobs?: Readonly<Record<string, Job>>
  /** For files attached to a thing of this kind: may the actor see it? */
  readonly files?: Readonly<Record<string, (cx: Cx, thingId: string) => Promise<boolean>>>
  /** In the erasure itself, while the number is still known: takes away what this module holds by it. */
  readonly forgetPhone?: (cx: Cx, phoneHash: string) => Promise<void>
  /** In a job after a person had their data erased: puts `erasedName` where this module wrote their name down. */
  readonly forgetName?: (cx: Cx<null>, personId: string) => Promise<void>
  /** What a person finds of this module in the download of their own data. */
  readonly ownData?: readonly OwnRows[]
}
