// A refusal is thrown with its code; the http layer turns it into problem+json.
import type { RefusalCode } from '../../../contract/src/refusals.ts'
import { refusalTable } from '../../../contract/src/refusals.ts'

export interface RefusalDetail {
  /** Which fields are wrong, and how. */
  readonly fields?: readonly { readonly path: string; readonly message: string }[]
  /** For the log; never shown. */
  readonly because?: string
}
export class Refused extends Error {
  readonly code: RefusalCode
  readonly detail: RefusalDetail
  constructor(code: RefusalCode, detail: RefusalDetail = {}) {
    super(`${code}: ${refusalTable[code].en.cause}`)
    this.code = code
    this.detail = detail
  }
}
/** A refusal whose writes are kept: the transaction commits first, e.g. to count a failed attempt. */
export class RefusedAfterCommit extends Refused {}
/** `throw refuse('case.already-closed')`. */
export const refuse = (code: RefusalCode, detail?: RefusalDetail): Refused => new Refused(code, detail)
/** `throw refuseAfterCommit('identity.wrong-code')`: what was written so far stays. */
export const refuseAfterCommit = (code: RefusalCode, detail?: RefusalDetail): RefusedAfterCommit =>
  new RefusedAfterCommit(code, detail)
