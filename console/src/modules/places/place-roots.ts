// Where a tree of places begins for the person signed in.
import { useApi } from '../../platform/api.ts'
import { useMe } from '../../platform/me.ts'
import type { TreeNode } from './place-tree.tsx'

/** The top of my tree: the district itself when it is mine to look after, else the places of my area. */
export const usePlaceRoots = () => {
  const me = useMe()
  const below = useApi('GET /api/places/tree', { query: {} }, { fresh: 60_000 })
  const isWholeDistrict = me.appointments.some((each) => each.scope.kind === 'district')
  const district: TreeNode = {
    id: me.district.id,
    kind: 'district',
    name: me.district.name,
    childCount: below.data?.length ?? 0,
    homeCount: 0,
    active: true,
  }
  return { ...below, data: below.data && isWholeDistrict ? [district] : below.data }
}
