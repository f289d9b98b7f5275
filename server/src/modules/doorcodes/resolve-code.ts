// What a scanned code stands for, for the page behind /s/<code> and for a report that carries a code.
import { eq } from 'drizzle-orm'
import type { Cx, Actor } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import type { Sealing } from '../../platform/sealing.ts'
import { genuineCode, type DoorcodeKind } from './signing.ts'
import { doorcodes } from './tables.ts'

export interface Door {
  readonly id: string
  readonly placeId: string
  readonly kind: DoorcodeKind
  readonly label: string
}
/** What is scanned is an address such as `https://…/s/ABC`; what is typed, the code alone. */
const codeIn = (typed: string): string => typed.trim().split('/').at(-1)!.split('?')[0]!
/** @throws doorcode.forged when we never made it, doorcode.revoked when it was taken down. */
export const resolveWith = async (sealing: Sealing, cx: Pick<Cx<Actor | null>, 'db'>, typed: string): Promise<Door> => {
  const code = genuineCode(sealing, codeIn(typed))
  const [row] = await cx.db
    .select({
      id: doorcodes.id,
      placeId: doorcodes.placeId,
      kind: doorcodes.kind,
      label: doorcodes.label,
      revokedAt: doorcodes.revokedAt,
    })
    .from(doorcodes)
    .where(eq(doorcodes.code, code))
  // A right proof without a row: made by us, but in another database or never put on a door.
  if (row === undefined) throw refuse('doorcode.forged', { because: 'unknown' })
  if (row.revokedAt !== null) throw refuse('doorcode.revoked')
  return { id: row.id, placeId: row.placeId, kind: row.kind, label: row.label }
}
