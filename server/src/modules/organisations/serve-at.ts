// A door: a company begins or ends to serve a place, e.g. for a trial. The caller decided who may.
import { and, eq } from 'drizzle-orm'
import type { Cx } from '../../platform/cx.ts'
import { organisationPlaces } from './tables.ts'

/** Gives whether it served there already. */
export const beginToServe = async (cx: Cx, organisationId: string, placeId: string): Promise<boolean> => {
  const written = await cx.db.insert(organisationPlaces).values({ organisationId, placeId }).onConflictDoNothing()
  return written.rowCount === 0
}
export const ceaseToServe = async (cx: Cx, organisationId: string, placeId: string): Promise<void> => {
  await cx.db
    .delete(organisationPlaces)
    .where(and(eq(organisationPlaces.organisationId, organisationId), eq(organisationPlaces.placeId, placeId)))
}
