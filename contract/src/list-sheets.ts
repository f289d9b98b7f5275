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
  'GET /api/channels/meetings/:id': { zh: '吐槽会事项', en: 'matters of a complaint meeting', rows: 'rows' },
  'GET /api/channels/knocks': { zh: '敲门行动', en: 'door-knock lists' },
  'GET /api/channels/knocks/:id': { zh: '走访情况', en: 'door knocks', rows: 'visits' },
  'GET /api/boards/posts': { zh: '留言板帖子', en: 'board posts' },
  'GET /api/supervision/orders': { zh: '督办清单', en: 'supervision orders' },
  'GET /api/supervision/overdue': { zh: '逾期榜', en: 'overdue by organisation' },
  'GET /api/supervision/rounds': { zh: '回头看批次', en: 're-check rounds' },
  'GET /api/supervision/rounds/:id': { zh: '回头看清单', en: 're-checked cases' },
  'GET /api/open311/keys': { zh: '开放接口密钥', en: 'open interface keys' },
  'GET /api/open311/exchanges': { zh: '开放接口往来', en: 'open interface exchanges' },
  'GET /api/promises': { zh: '承诺清单', en: 'promises' },
  'GET /api/promises/rates': { zh: '承诺兑现', en: 'promises kept' },
  'GET /api/promises/hand-overs': { zh: '转议事的诉求', en: 'cases for deliberation' },
  'GET /api/whistles/parts': { zh: '吹哨报到', en: 'whistles' },
  'GET /api/whistles/figures': { zh: '报到单位成绩', en: 'how units answered' },
  'GET /api/operations/officers': { zh: '执法包片', en: 'enforcement officers' },
  'GET /api/patrols/routes': { zh: '巡查路线', en: 'patrol routes' },
  'GET /api/patrols/visits': { zh: '巡查清单', en: 'patrols' },
  'GET /api/emergency': { zh: '应急', en: 'emergencies' },
  'GET /api/emergency/:id/calls': { zh: '应急集结', en: 'emergency calls' },
  'GET /api/likeness/spots': { zh: '热点问题', en: 'hot spots' },
  'GET /api/board/settings': { zh: '社区公开栏', en: 'public boards' },
  'GET /api/rates/cases': { zh: '三率诉求', en: 'cases of a rate' },
  'GET /api/rates/exclusions': { zh: '剔除申请', en: 'exclusions' },
  'GET /api/rates/months': { zh: '每月三率', en: 'rates by month' },
  'GET /api/rates/signs': { zh: '三率异常', en: 'signs of gaming' },
  'GET /api/stewards/buildings': { zh: '楼栋服务力量', en: 'stewards of buildings' },
  'GET /api/decisions': { zh: '业主表决', en: 'decisions of owners' },
  'GET /api/decisions/:id/mandates': { zh: '委托投票', en: 'mandates' },
  'GET /api/decisions/:id/deliveries': { zh: '表决票送达', en: 'ballots delivered' },
  'GET /api/publicnotices': { zh: '公示', en: 'public notices' },
  'GET /api/publicnotices/drafts': { zh: '公示草稿', en: 'drafts of notices' },
  'GET /api/committees': { zh: '业委会和物管会', en: 'committees' },
  'GET /api/committees/estates': { zh: '业委会组建情况', en: 'committees of estates' },
  'GET /api/committees/members': { zh: '业委会委员', en: 'committee members' },
  'GET /api/trials': { zh: '先尝后买', en: 'trial services' },
  'GET /api/polls': { zh: '征求意见', en: 'consultations' },
  'GET /api/deliberation/topics': { zh: '议题', en: 'topics' },
  'GET /api/deliberation/meetings': { zh: '会议', en: 'meetings' },
  'GET /api/deliberation/resolutions': { zh: '决议', en: 'resolutions' },
  'GET /api/deliberation/items': { zh: '议事督办事项', en: 'action items' },
  'GET /api/deliberation/reports': { zh: '履职报告', en: 'yearly reports' },
  'GET /api/funds/budgets': { zh: '年度预算', en: 'budgets' },
  'GET /api/funds/:id/accounts': { zh: '维修资金账户', en: 'accounts of a maintenance fund' },
  'GET /api/funds/:id/entries': { zh: '资金明细', en: 'fund entries' },
  'GET /api/funds/:id/pledges': { zh: '认筹', en: 'pledges' },
  'GET /api/funds/:id/questions': { zh: '资金提问', en: 'questions about a fund' },
  'GET /api/funds/applications': { zh: '用款申请', en: 'spending applications' },
  'GET /api/funds/plans': { zh: '分摊项目', en: 'shared costs' },
} as const satisfies Readonly<Record<`GET /${string}`, ListName>>
export type SheetList = keyof typeof listSheets
/** The key of a list's spreadsheet. */
export type SheetKey<K extends SheetList> = `${K}.xlsx`
export const sheetKeyOf = <K extends SheetList>(list: K): SheetKey<K> => `${list}.xlsx`
export const hasSheet = (key: string): key is SheetList => key in listSheets
