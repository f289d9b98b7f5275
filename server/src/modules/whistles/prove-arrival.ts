// How a unit proves that it is on site: the door code of the place, checked here, or a photo taken there.
import { eq } from 'drizzle-orm'
import type { Taker } from '../../platform/lifecycle.ts'
import { refuse } from '../../platform/refuse.ts'
import { cases } from '../cases/tables.ts'
import { resolveCode } from '../doorcodes/index.ts'
import { placeById } from '../places/index.ts'
import type { PartRow } from './policy.ts'
import type { AnyCx } from './write-history.ts'

interface Told {
  readonly doorCode?: string | undefined
  readonly photos?: readonly string[] | undefined
}
/**
 * Null when neither a code nor a photo was brought. A code of the place itself, of anything in its estate, or of the
 * estate passes; where the case lies in no estate, one of its grid, else of its community.
 * @throws doorcode.*, whistle.wrong-door
 */
export const proofOfArrival = async (
  cx: AnyCx,
  row: PartRow,
  taker: Taker,
  told: Told,
): Promise<{ say: string } | null> => {
  if ('person' in taker && !taker.person.handler) return null
  if (told.doorCode === undefined) return (told.photos ?? []).length > 0 ? { say: '现场照片' } : null
  const door = await resolveCode(cx, told.doorCode)
  const place = await placeById(cx.db, door.placeId)
  const [of] = await cx.db.select({ placeId: cases.placeId }).from(cases).where(eq(cases.id, row.caseId))
  const isThere =
    place !== null &&
    (place.id === of?.placeId ||
      (row.estateId !== null
        ? place.estateId === row.estateId
        : row.gridId !== null
          ? place.gridId === row.gridId
          : place.communityId === row.communityId))
  if (!isThere) throw refuse('whistle.wrong-door', { fields: [{ path: 'doorCode', message: '不是现场的码' }] })
  return { say: `门牌码：${door.label}` }
}
