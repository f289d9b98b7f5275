// A case as a point of the map.
import type { Out } from '../../platform/api.ts'

export type MapPoint = Out<'GET /api/cases/map'>[number]
