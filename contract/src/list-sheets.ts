// Lists that come as a spreadsheet: what each is called. The address is the list's own with `.xlsx` behind it; who may
// read the list may take it away, under the same filters. No zod here: the console asks it which lists have one.

export interface ListName {
  readonly zh: string
  readonly en: string
  /** Which field holds the rows, where the list is part of something larger. */
  readonly rows?: string
}
export const listSheets = {
  'GET /api/hotline/orders': { zh: '热线工单', en: 'hotline orders' },
  'GET /api/hotline/returns': { zh: '热线回单批次', en: 'hotline returns' },
  'GET /api/channels/boxes': { zh: '意见箱', en: 'opinion boxes' },
  'GET /api/channels/boxes/:id/emptyings': { zh: '开箱记录', en: 'box emptyings' },
  'GET /api/channels/meetings': { zh: '吐槽会', en: 'complaint meetings' },
  'GET /api/channels/knocks': { zh: '敲门行动', en: 'door-knock lists' },
  'GET /api/channels/knocks/:id': { zh: '走访情况', en: 'door knocks', rows: 'visits' },
  'GET /api/boards/posts': { zh: '留言板帖子', en: 'board posts' },
  'GET /api/supervision/orders': { zh: '督办清单', en: 'supervision orders' },
  'GET /api/supervision/rounds': { zh: '回头看批次', en: 're-check rounds' },
  'GET /api/supervision/rounds/:id': { zh: '回头看清单', en: 're-checked cases' },
  'GET /api/open311/keys': { zh: '开放接口密钥', en: 'open interface keys' },
  'GET /api/open311/exchanges': { zh: '开放接口往来', en: 'open interface exchanges' },
} as const satisfies Readonly<Record<`GET /${string}`, ListName>>
export type SheetList = keyof typeof listSheets
/** The key of a list's spreadsheet. */
export type SheetKey<K extends SheetList> = `${K}.xlsx`
export const sheetKeyOf = <K extends SheetList>(list: K): SheetKey<K> => `${list}.xlsx`
export const hasSheet = (key: string): key is SheetList => key in listSheets
