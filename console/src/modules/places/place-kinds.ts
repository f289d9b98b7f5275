// How each kind of place looks, and which facts make sense for it.
import {
  Building,
  Building2,
  CircleParking,
  DoorOpen,
  Grid2x2,
  Grid3x3,
  House,
  Landmark,
  MapPinned,
  Store,
  Trees,
  type LucideIcon,
} from 'lucide-react'
import { exclusivePartKinds, mayStandBelow, placeKinds, type PlaceKind } from '../../../../contract/src/places-tree.ts'
import type { Out } from '../../platform/api.ts'

export type Place = Out<'GET /api/places/:id'>

export const placeIcons: Record<PlaceKind, LucideIcon> = {
  district: Landmark,
  street: MapPinned,
  community: Building2,
  grid: Grid2x2,
  microGrid: Grid3x3,
  estate: Trees,
  building: Building,
  unit: DoorOpen,
  home: House,
  shop: Store,
  parking: CircleParking,
}
/** 专有部分: a home, shop or parking space, with owners and occupants of its own. */
export const isExclusivePart = (kind: PlaceKind): boolean => (exclusivePartKinds as readonly PlaceKind[]).includes(kind)
export const kindsBelow = (parent: PlaceKind): PlaceKind[] =>
  (Object.keys(placeKinds) as PlaceKind[]).filter((kind) => mayStandBelow(kind, parent))

const hasBoundaryKinds: readonly PlaceKind[] = ['district', 'street', 'community', 'grid', 'microGrid', 'estate']
const hasPositionKinds: readonly PlaceKind[] = ['community', 'estate', 'building', 'unit', 'shop']
export const hasBoundary = (kind: PlaceKind): boolean => hasBoundaryKinds.includes(kind)
export const hasPosition = (kind: PlaceKind): boolean => hasPositionKinds.includes(kind)
/** 0.01 m² as m² with two decimals. */
export const squareMetres = (area: number): string => (area / 100).toFixed(2)
