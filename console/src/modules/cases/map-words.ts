// Words of the map.
import { dictionary } from '../../platform/words.ts'

export const mapWords = dictionary({
  title: { zh: '地图', en: 'Map' },
  lead: {
    zh: (n: number) => `未办结且有位置的诉求 ${n} 件`,
    en: (n: number) => (n === 1 ? '1 open case with a position' : `${n} open cases with a position`),
  },
  map: {
    zh: '未办结诉求和网格地图，旁边有同样内容的列表',
    en: 'Map of open cases and grids; the list beside it holds the same',
  },
  list: { zh: '地图上的诉求', en: 'Cases on the map' },
  open: { zh: '打开', en: 'Open' },
  late: { zh: '已超时', en: 'Overdue' },
  community: { zh: '社区', en: 'Community' },
  anyCommunity: { zh: '全部社区', en: 'All communities' },
  kinds: { zh: '类型', en: 'Kinds' },
  all: { zh: '全部', en: 'All' },
  empty: { zh: '地图上没有诉求', en: 'No cases on the map' },
  emptyHint: { zh: '居民反映时带上位置，就会出现在这里。', en: 'Cases reported with a position appear here.' },
  zoomIn: { zh: '放大', en: 'Zoom in' },
  zoomOut: { zh: '缩小', en: 'Zoom out' },
  base: { zh: '底图：空白网格', en: 'Base: blank grid' },
  tianditu: { zh: '底图：天地图', en: 'Base: Tianditu' },
  grid: { zh: '网格', en: 'Grid' },
  estate: { zh: '小区', en: 'Estate' },
})
