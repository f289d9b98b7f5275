// Where a tree of places begins for the person signed in.
import { useApi } from '../../platform/api.ts'

/** The top of my tree: the district itself when it is mine to look after, else the places of my area. */
export const usePlaceRoots = () => useApi('GET /api/places/tree', { query: {} }, { fresh: 60_000 })
