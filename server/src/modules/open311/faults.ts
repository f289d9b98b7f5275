// The errors of GeoReport v2: an HTTP status and a list of code and description.
import { refuse, type Refused } from '../../platform/refuse.ts'

const codes = { 400: 'open311.bad-request', 403: 'open311.forbidden', 404: 'open311.unknown' } as const
/** Refuses with a description the caller reads. Like all of the protocol it is in English. */
export const fault = (status: keyof typeof codes, description: string): Refused =>
  refuse(codes[status], { fields: [{ path: 'description', message: description }], because: description })
