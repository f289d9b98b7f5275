// Places: the administrative tree, the physical tree, and who owns or lives in a home.
import type { Module } from '../../platform/module.ts'
import type { Parts } from '../../platform/parts.ts'
import type { PlacesNeighbours } from './neighbours.ts'
import { placesRoutes } from './routes.ts'

export { columnOf, pathOf, placeColumns, placedColumns, placedOf, standingBelow, type PlaceRow } from './placing.ts'
export { homesOf, placeById, placesByIds, type OwnHome } from './find-place.ts'
export { regionOf } from './region.ts'
export { placeAt, placeOfWords } from './locate.ts'
export type { PlacesNeighbours } from './neighbours.ts'

export const placesModule = (_parts: Parts, neighbours: PlacesNeighbours): Module => ({
  name: 'places',
  routes: placesRoutes(neighbours),
})
