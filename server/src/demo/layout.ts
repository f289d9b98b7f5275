// The fictional county as a plan: streets, communities and estates, with the sort of every estate.

/** 老旧无物业, 老旧由统一红管家托管, 商品房, 回迁安置 */
export type EstateSort = 'unmanaged' | 'stewarded' | 'commercial' | 'resettlement'
export interface EstatePlan {
  readonly name: string
  readonly sort: EstateSort
  readonly buildings: number
}
export interface CommunityPlan {
  readonly name: string
  readonly estates: readonly EstatePlan[]
}
export interface StreetPlan {
  readonly name: string
  readonly communities: readonly CommunityPlan[]
}
const estate = (name: string, sort: EstateSort, buildings: number): EstatePlan => ({ name, sort, buildings })

export const districtName = '临溪县'
export const streetPlans: readonly StreetPlan[] = [
  {
    name: '溪东街道',
    communities: [
      {
        name: '柳园社区',
        estates: [
          estate('柳岸花园', 'commercial', 10),
          estate('棉纺厂宿舍', 'stewarded', 10),
          estate('柳园北里', 'unmanaged', 9),
          estate('柳园新居', 'resettlement', 12),
        ],
      },
      {
        name: '杏坛社区',
        estates: [
          estate('杏坛小区', 'stewarded', 12),
          estate('书香苑', 'commercial', 9),
          estate('农机局家属院', 'unmanaged', 6),
          estate('教师新村', 'stewarded', 9),
        ],
      },
      {
        name: '石桥社区',
        estates: [
          estate('石桥小区', 'stewarded', 11),
          estate('粮食局宿舍', 'unmanaged', 7),
          estate('石桥嘉园', 'resettlement', 12),
          estate('溪畔华庭', 'commercial', 9),
        ],
      },
      {
        name: '东苑社区',
        estates: [
          estate('东苑小区', 'unmanaged', 11),
          estate('东苑名居', 'commercial', 8),
          estate('东关安置区', 'resettlement', 12),
        ],
      },
    ],
  },
  {
    name: '溪西街道',
    communities: [
      {
        name: '新城社区',
        estates: [
          estate('新城国际', 'commercial', 12),
          estate('锦绣江南', 'commercial', 11),
          estate('新城安居园', 'resettlement', 11),
          estate('建设局家属院', 'unmanaged', 6),
        ],
      },
      {
        name: '枫林社区',
        estates: [
          estate('枫林小区', 'stewarded', 11),
          estate('枫林晚苑', 'commercial', 9),
          estate('化肥厂宿舍', 'unmanaged', 10),
          estate('枫桥里', 'resettlement', 10),
        ],
      },
      {
        name: '泉源社区',
        estates: [
          estate('泉源小区', 'stewarded', 10),
          estate('甘泉家园', 'resettlement', 11),
          estate('泉景湾', 'commercial', 10),
          estate('供销社宿舍', 'unmanaged', 6),
        ],
      },
      {
        name: '安和社区',
        estates: [
          estate('安和小区', 'stewarded', 10),
          estate('安和家属楼', 'unmanaged', 8),
          estate('安泰府', 'commercial', 8),
        ],
      },
    ],
  },
]
export const gridNames = ['第一网格', '第二网格', '第三网格', '第四网格', '第五网格'] as const

/** How a building of a sort is made: units × floors × homes on a floor, and the areas of those homes in 0.01 m². */
export interface BuildingPlan {
  readonly units: number
  readonly floors: number
  readonly areas: readonly number[]
}
export const buildingPlans: Readonly<Record<EstateSort, readonly BuildingPlan[]>> = {
  unmanaged: [
    { units: 2, floors: 4, areas: [5632, 6218] },
    { units: 2, floors: 5, areas: [4875, 5340] },
  ],
  stewarded: [
    { units: 2, floors: 5, areas: [6784, 7210] },
    { units: 2, floors: 4, areas: [6015, 8240] },
  ],
  commercial: [
    { units: 1, floors: 11, areas: [8945, 12133] },
    { units: 2, floors: 7, areas: [10260, 13408] },
    { units: 1, floors: 17, areas: [8875, 11890] },
  ],
  resettlement: [
    { units: 2, floors: 5, areas: [8006, 10012] },
    { units: 2, floors: 6, areas: [7530, 9564] },
  ],
}
/** Shops and parking spaces of an estate, by sort. */
export const extrasOf: Readonly<Record<EstateSort, { readonly shops: number; readonly parking: number }>> = {
  unmanaged: { shops: 2, parking: 0 },
  stewarded: { shops: 4, parking: 6 },
  commercial: { shops: 8, parking: 30 },
  resettlement: { shops: 6, parking: 15 },
}
/** The part of the county's map it lies on: a plausible hollow of hills in Shandong, WGS-84/CGCS2000. */
export const mapOrigin = { lon: 118.2136, lat: 36.2874 } as const
/** The size of one community on the map, in degrees. */
export const communitySize = { lon: 0.0124, lat: 0.0092 } as const
