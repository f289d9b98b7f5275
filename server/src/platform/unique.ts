// Turns a broken unique index into the refusal that says what exists already.
import type { RefusalCode } from '../../../contract/src/refusals.ts'
import { refuse } from './refuse.ts'

const violated = (error: unknown): string | undefined => {
  const { code, constraint, cause } = error as { code?: string; constraint?: string; cause?: unknown }
  if (code === '23505') return constraint
  return cause === undefined ? undefined : violated(cause)
}
/** Awaits a write; when it breaks the named unique index, throws the refusal instead. The transaction is over then. */
export const orDuplicate = async <T>(write: Promise<T>, index: string, code: RefusalCode): Promise<T> => {
  try {
    return await write
  } catch (error) {
    throw violated(error) === index ? refuse(code, { because: index }) : error
  }
}
