// The shape of one endpoint, and the types both sides derive from a table of endpoints.
import type { z } from 'zod'
import type { Permission } from './permissions.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
export type EndpointKey = `${Method} /${string}`

/**
 * One endpoint. `permission` is required: a permission from the list, `signed-in` (anybody with a session;
 * `policy.ts` decides per object) or the typed word `anyone` (public). `journal` is the sentence written to the
 * journal, or null for pure reads.
 */
export interface Endpoint {
  readonly say: string
  readonly permission: Permission | 'signed-in' | 'anyone'
  readonly journal: string | null
  readonly params?: z.ZodType
  readonly query?: z.ZodType
  readonly body?: z.ZodType
  /** `file` in: multipart/form-data with one file and the fields of `body`. */
  readonly takes?: 'json' | 'file'
  /** `file`: a download, streamed; `events`: server-sent events. Otherwise JSON cut to `out`. */
  readonly gives?: 'json' | 'file' | 'events'
  readonly out?: z.ZodType
  /** The answer holds a secret: it is not kept for a retry with the same Idempotency-Key. */
  readonly secret?: true
}

export type EndpointTable = Readonly<Record<EndpointKey, Endpoint>>

/** Declares a table of endpoints, keeping every literal type. */
export const endpoints = <const T extends EndpointTable>(table: T): T => table

type In<S> = S extends z.ZodType ? z.input<S> : undefined
type Parsed<S> = S extends z.ZodType ? z.output<S> : undefined
type Field<E, F extends keyof Endpoint> = E extends { readonly [K in F]: infer S } ? S : undefined

/** What a caller sends, before defaults are filled in. */
export type BodyOf<E> = In<Field<E, 'body'>>
export type QueryOf<E> = In<Field<E, 'query'>>
export type ParamsOf<E> = In<Field<E, 'params'>>
/** What a handler receives. */
export type ParsedBody<E> = Parsed<Field<E, 'body'>>
export type ParsedQuery<E> = Parsed<Field<E, 'query'>>
export type ParsedParams<E> = Parsed<Field<E, 'params'>>
/** What the caller gets back. */
export type OutOf<E> = Field<E, 'out'> extends z.ZodType ? z.input<Field<E, 'out'> & z.ZodType> : undefined
