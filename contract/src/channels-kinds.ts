// Words of the channels that front ends need while running (mission A2, A4). No zod.

/** Why a slip of the opinion box is filed without a case. */
export const slipFilings = {
  thanks: { zh: '表扬感谢', en: 'thanks' },
  unclear: { zh: '看不清、说不明', en: 'unclear' },
  known: { zh: '已有同样的诉求', en: 'a case exists already' },
  private: { zh: '不属公共事务', en: 'not a public matter' },
} as const
export type SlipFiling = keyof typeof slipFilings

/** What happened at a door. */
export const knockStates = {
  notYet: { zh: '还没去', en: 'not yet' },
  done: { zh: '已走访', en: 'visited' },
  absent: { zh: '没人在家', en: 'nobody in' },
  refused: { zh: '不便接待', en: 'declined' },
} as const
export type KnockState = keyof typeof knockStates
/** Kinds of needs found at a door. Nothing about health or opinions. */
export const knockNeeds = {
  repair: { zh: '维修', en: 'repair' },
  safety: { zh: '安全隐患', en: 'safety' },
  environment: { zh: '环境卫生', en: 'surroundings' },
  parking: { zh: '停车充电', en: 'parking and charging' },
  neighbours: { zh: '邻里矛盾', en: 'between neighbours' },
  errand: { zh: '帮办代办', en: 'an errand' },
  other: { zh: '其他', en: 'other' },
} as const
export type KnockNeed = keyof typeof knockNeeds

/** What riders report; `words` begins the report. */
export const clueKinds = {
  manhole: { zh: '井盖', en: 'manhole cover', words: '井盖破损或丢失' },
  lamp: { zh: '路灯', en: 'street lamp', words: '路灯不亮' },
  road: { zh: '路面', en: 'road', words: '路面破损' },
  wire: { zh: '电线', en: 'wires', words: '电线、线缆垂落' },
  fireLane: { zh: '消防通道', en: 'fire lane', words: '消防通道被占' },
  rubbish: { zh: '垃圾', en: 'rubbish', words: '垃圾堆放' },
  other: { zh: '其他', en: 'other', words: '其他情况' },
} as const
export type ClueKind = keyof typeof clueKinds
/** Thanks of a clue and what they weigh; the points module adds them up. */
export const clueThanks = { 'clue.takenUp': 1, 'clue.solved': 4 } as const

/** A post on the board. */
export const postStates = {
  waiting: { zh: '等待审核', en: 'waiting for review' },
  shown: { zh: '已公开', en: 'shown' },
  hidden: { zh: '已隐藏', en: 'hidden' },
  withdrawn: { zh: '已撤回', en: 'withdrawn' },
} as const
export type PostState = keyof typeof postStates
/** How an author is shown: never more than chosen. */
export const postNames = {
  building: { zh: '几号楼邻居', en: 'neighbour of a building' },
  neighbour: { zh: '小区邻居', en: 'neighbour' },
  name: { zh: '我的名字', en: 'my name' },
} as const
export type PostName = keyof typeof postNames

/** States as the hotline knows them. */
export const hotlineStates = {
  waiting: { zh: '待受理', en: 'waiting' },
  handling: { zh: '办理中', en: 'being handled' },
  done: { zh: '已办结', en: 'done' },
  refused: { zh: '不予受理', en: 'not accepted' },
} as const
export type HotlineState = keyof typeof hotlineStates
export const hotlineScopes = {
  push: { zh: '推送工单', en: 'push orders' },
  return: { zh: '取回办理结果', en: 'fetch results' },
} as const
export type HotlineScope = keyof typeof hotlineScopes
/** Columns of a hotline sheet; `titles` are the headings recognised by themselves. */
export const hotlineFields = {
  number: {
    zh: '工单编号',
    en: 'order number',
    required: true,
    titles: ['工单编号', '工单号', '编号', '诉求编号', '热线编号'],
  },
  words: {
    zh: '诉求内容',
    en: 'what was said',
    required: true,
    titles: ['诉求内容', '内容', '问题描述', '反映内容', '工单内容'],
  },
  address: {
    zh: '诉求地址',
    en: 'address',
    required: true,
    titles: ['诉求地址', '地址', '事发地址', '小区', '所属小区', '问题点位'],
  },
  replyDue: {
    zh: '回复期限',
    en: 'reply due',
    required: false,
    titles: ['回复期限', '办理期限', '办结时限', '截止时间', '要求办结时间'],
  },
  receivedAt: { zh: '来电时间', en: 'called at', required: false, titles: ['来电时间', '受理时间', '登记时间'] },
  callerName: { zh: '来电人', en: 'caller', required: false, titles: ['来电人', '诉求人', '姓名', '反映人'] },
  callerPhone: { zh: '联系电话', en: 'phone', required: false, titles: ['联系电话', '来电号码', '电话', '联系方式'] },
} as const
export type HotlineField = keyof typeof hotlineFields
