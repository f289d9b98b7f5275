// The kinds of places and what may stand below what. No zod: the resident app carries it.
export const placeKinds = {
  district: { zh: '区县', en: 'district', below: [] },
  street: { zh: '街道', en: 'street', below: ['district'] },
  community: { zh: '社区', en: 'community', below: ['street'] },
  grid: { zh: '网格', en: 'grid', below: ['community'] },
  microGrid: { zh: '微网格', en: 'micro-grid', below: ['grid'] },
  estate: { zh: '小区', en: 'estate', below: ['community'] },
  building: { zh: '楼栋', en: 'building', below: ['estate'] },
  unit: { zh: '单元', en: 'unit', below: ['building'] },
  home: { zh: '住宅', en: 'home', below: ['unit', 'building'] },
  shop: { zh: '商铺', en: 'shop', below: ['unit', 'building', 'estate'] },
  parking: { zh: '车位', en: 'parking space', below: ['estate', 'building'] },
} as const satisfies Record<string, { zh: string; en: string; below: readonly string[] }>
export type PlaceKind = keyof typeof placeKinds
/** 专有部分: what votes. */
export const exclusivePartKinds = ['home', 'shop', 'parking'] as const satisfies readonly PlaceKind[]
export const mayStandBelow = (child: PlaceKind, parent: PlaceKind): boolean =>
  (placeKinds[child].below as readonly string[]).includes(parent)
