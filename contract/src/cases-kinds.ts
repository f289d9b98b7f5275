// Kinds, channels, reasons and limits of cases. No zod: the resident app carries it.

export const caseKinds = {
  urgent: { zh: '急事', en: 'urgent', promise: '急事立即办', promiseEn: 'done at once' },
  household: { zh: '家事', en: 'household', promise: '家事常了解', promiseEn: 'known often' },
  nuisance: { zh: '烦事', en: 'nuisance', promise: '烦事用心办', promiseEn: 'done with care' },
  hard: { zh: '难事', en: 'hard', promise: '难事共同办', promiseEn: 'done together' },
  small: { zh: '小事', en: 'small', promise: '小事不怠慢', promiseEn: 'never neglected' },
} as const
export type CaseKind = keyof typeof caseKinds

export const caseChannels = {
  doorCode: { zh: '扫门牌码', en: 'door code' },
  app: { zh: '手机上报', en: 'app' },
  doorKnock: { zh: '敲门走访', en: 'door knock' },
  telephone: { zh: '电话', en: 'telephone' },
  opinionBox: { zh: '意见箱', en: 'opinion box' },
  meeting: { zh: '会议', en: 'meeting' },
  hotline: { zh: '热线', en: 'hotline' },
  patrol: { zh: '巡查', en: 'patrol' },
  board: { zh: '业主留言板', en: 'message board' },
  complaintMeeting: { zh: '吐槽会', en: 'complaint meeting' },
  chatGroup: { zh: '微信群', en: 'chat group' },
  courier: { zh: '骑手线索', en: 'courier’s clue' },
  openApi: { zh: '开放接口', en: 'open interface' },
  proactive: { zh: '未诉先办', en: 'found before anybody complained' },
} as const
export type CaseChannel = keyof typeof caseChannels
/** Channels staff may file by. */
export const filedChannels = [
  'doorKnock',
  'telephone',
  'opinionBox',
  'meeting',
  'hotline',
  'patrol',
] as const satisfies readonly CaseChannel[]

/** Who holds a case: the rungs of the ladder (mission A9). */
export const caseLevels = {
  grid: { zh: '网格', en: 'grid' },
  community: { zh: '社区', en: 'community' },
  street: { zh: '街道', en: 'street' },
  district: { zh: '区县', en: 'district' },
} as const
export type CaseLevel = keyof typeof caseLevels
/** What can keep a case from closing. */
export const caseHoldKinds = {
  whistle: { zh: '吹哨未销号', en: 'whistle not answered in full' },
  part: { zh: '还有子诉求未办结', en: 'parts still open' },
  plan: { zh: '攻坚计划未完成', en: 'plan not finished' },
  supervision: { zh: '督办未签结', en: 'supervision not signed off' },
  mediation: { zh: '正在调解', en: 'in mediation' },
  deliberation: { zh: '正在协商议事', en: 'in deliberation' },
} as const
export type CaseHoldKind = keyof typeof caseHoldKinds

/** Lawful reasons for not accepting a case; each says what to do instead. */
export const rejectReasons = {
  notOurs: { zh: '不属于社区和物业职责', en: 'outside our duties' },
  court: { zh: '已进入诉讼、仲裁或复议', en: 'before a court or tribunal' },
  duplicate: { zh: '同一事项正在办理', en: 'already being handled' },
  unclear: { zh: '内容不清且联系不上', en: 'unclear and unreachable' },
  unlawful: { zh: '违反法律法规', en: 'against the law' },
} as const
export type RejectReason = keyof typeof rejectReasons
export const ratingReasons = {
  fast: { zh: '办得快', en: 'fast' },
  kind: { zh: '态度好', en: 'kind' },
  solved: { zh: '真解决', en: 'solved' },
  slow: { zh: '办得慢', en: 'slow' },
  rude: { zh: '态度不好', en: 'rude' },
  unsolved: { zh: '没解决', en: 'not solved' },
} as const
export type RatingReason = keyof typeof ratingReasons

/** What a clock of a case counts: until the reporter is answered, the matter resolved, a closure verified. */
export const clockKinds = ['respond', 'resolve', 'verify'] as const
export type ClockKind = (typeof clockKinds)[number]
export const limits = {
  photos: 9,
  voiceSeconds: 60,
  reopenDays: 7,
  suspendDays: 30,
  suspensions: 2,
  words: 2000,
} as const
