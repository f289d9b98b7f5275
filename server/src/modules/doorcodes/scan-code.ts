// What a scanned code stands for: the page behind /s/<code>. Every scan is counted.
import { eq, sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { doorcodesApi } from '../../../../contract/src/doorcodes.ts'
import type { Actor, Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import type { Sealing } from '../../platform/sealing.ts'
import { placesByIds } from '../places/index.ts'
import { resolveWith } from './resolve-code.ts'
import { doorcodes } from './tables.ts'

type Scanned = z.input<(typeof doorcodesApi)['GET /api/doorcodes/:code']['out']>

/** @throws doorcode.forged, doorcode.revoked */
export const scanCode = async (cx: Cx<Actor | null>, sealing: Sealing, typed: string): Promise<Scanned> => {
  const door = await resolveWith(sealing, cx, typed)
  const place = (await placesByIds(cx.db, [door.placeId])).get(door.placeId)
  if (place === undefined) throw refuse('place.not-found')
  const { communityId } = place
  const community = communityId === null ? undefined : (await placesByIds(cx.db, [communityId])).get(communityId)
  await cx.db
    .update(doorcodes)
    .set({ scans: sql`${doorcodes.scans} + 1` })
    .where(eq(doorcodes.id, door.id))
  return {
    place: { id: place.id, kind: place.kind, name: place.name, path: place.path },
    kind: door.kind,
    label: door.label,
    community: community?.name ?? '',
  }
}
