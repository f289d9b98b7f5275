// Adds a place below another.
import { uuidv7 } from 'uuidv7'
import type { ParsedBody } from '../../../../contract/src/endpoint.ts'
import type { placesApi } from '../../../../contract/src/places.ts'
import type { Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import { searchVector } from '../../platform/search.ts'
import { orDuplicate } from '../../platform/unique.ts'
import { gridColumns, journalled, lockTree } from './edit-rules.ts'
import { standingBelow } from './placing.ts'
import { findPlace, findPlaceWithin } from './policy.ts'
import { viewPlace, type PlaceView } from './show-place.ts'
import { places } from './tables.ts'

type NewPlace = ParsedBody<(typeof placesApi)['POST /api/places']>

/** @throws place.not-found, access.out-of-scope, place.wrong-parent, place.duplicate */
export const addPlace = async (cx: Cx, input: NewPlace): Promise<PlaceView> => {
  await lockTree(cx)
  const parent = await findPlaceWithin(cx, 'place.edit', input.parentId)
  if (!parent.active) throw refuse('place.wrong-parent', { because: 'the parent is retired' })
  const id = uuidv7()
  const standing = standingBelow(id, input.kind, input.name, parent)
  const isGridded = input.kind === 'building'
  if (!isGridded && input.gridId) {
    throw refuse('place.wrong-parent', { fields: [{ path: 'gridId', message: '只有楼栋划入网格' }] })
  }
  const grid = isGridded ? await gridColumns(cx, parent.communityId, input.gridId ?? null) : {}
  const row = {
    ...standing,
    ...grid,
    code: input.code ?? null,
    floor: input.floor ?? null,
    area: input.area ?? null,
    areaSource: input.areaSource ?? null,
    lon: input.position?.lon ?? null,
    lat: input.position?.lat ?? null,
    boundary: input.boundary ?? null,
    search: searchVector(standing.path, input.code),
  }
  await orDuplicate(Promise.resolve(cx.db.insert(places).values(row)), 'places_name', 'place.duplicate')
  const place = await findPlace(cx, id)
  await cx.journal({
    action: 'place.add',
    sentence: '新增了地点',
    thing: { kind: 'place', id },
    after: journalled(place),
  })
  return viewPlace(cx, place)
}
