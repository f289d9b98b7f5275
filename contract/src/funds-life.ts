// Kinds of funds, the life of an application for money and of a cost-sharing plan (mission B8, B12). No zod here.
import type { Lifecycle } from './lifecycle.ts'

/** Funds by their word of the glossary. */
export const fundKinds = {
  commonIncome: { zh: '公共收益', en: 'common income' },
  maintenanceFund: { zh: '专项维修资金', en: 'maintenance fund' },
  partyServiceFund: { zh: '党组织服务群众经费', en: 'party service fund' },
  convenienceFund: { zh: '便民公益金', en: 'convenience fund' },
  fundraising: { zh: '筹资', en: 'fund-raising' },
} as const
export type FundKind = keyof typeof fundKinds
export const fundStates = {
  open: { zh: '使用中', en: 'in use' },
  raising: { zh: '筹集中', en: 'raising' },
  failed: { zh: '没有筹齐，已退还', en: 'failed, money returned' },
  closed: { zh: '已关闭', en: 'closed' },
} as const
export type FundState = keyof typeof fundStates
/** Whose the money is, or where it lies. */
export const accountRoles = {
  bank: { zh: '银行存款', en: 'bank' },
  income: { zh: '收入', en: 'income' },
  spent: { zh: '支出', en: 'spent' },
  estate: { zh: '小区账户', en: 'estate account' },
  building: { zh: '楼栋账户', en: 'building account' },
  home: { zh: '分户账户', en: 'household account' },
  gifts: { zh: '筹资款', en: 'contributions' },
  plan: { zh: '分摊项目', en: 'shared cost' },
} as const
export type AccountRole = keyof typeof accountRoles
export const entryKinds = {
  income: { zh: '收入', en: 'income' },
  deposit: { zh: '交存', en: 'deposit' },
  interest: { zh: '利息', en: 'interest' },
  spending: { zh: '支出', en: 'spending' },
  gift: { zh: '筹资缴款', en: 'contribution' },
  return: { zh: '退还筹资款', en: 'contribution returned' },
  share: { zh: '缴纳分摊款', en: 'share paid' },
  cover: { zh: '分户账户支付分摊款', en: 'share from household accounts' },
  subsidy: { zh: '补贴', en: 'subsidy' },
  refund: { zh: '退还分摊款', en: 'share refunded' },
  transfer: { zh: '账户间划转', en: 'transfer between accounts' },
  reversal: { zh: '冲正', en: 'reversal' },
} as const
export type EntryKind = keyof typeof entryKinds

export const applicationStates = {
  applied: { zh: '待审批', en: 'waiting for approval' },
  approved: { zh: '已批准，待付款', en: 'approved, to be paid' },
  refused: { zh: '未批准', en: 'refused', ends: true },
  withdrawn: { zh: '已撤回', en: 'withdrawn', ends: true },
  paid: { zh: '已付款，待上传凭证', en: 'paid, receipt to come' },
  receipted: { zh: '有凭证，待公开', en: 'receipt there, to be published' },
  published: { zh: '已公开', en: 'published' },
  reversed: { zh: '已冲正', en: 'reversed', ends: true },
} as const
export type ApplicationState = keyof typeof applicationStates
const staff = (permission: string) => ({ person: 'staff', permission }) as const
const none = { needs: [], notifies: [] } as const
export const applicationSteps = {
  approve: { ...none, from: ['applied'], to: 'approved', by: staff('fund.approve'), zh: '批准', en: 'Approve' },
  refuse: {
    ...none,
    from: ['applied'],
    to: 'refused',
    by: staff('fund.approve'),
    needs: ['words'],
    zh: '不批准',
    en: 'Refuse',
  },
  withdraw: {
    ...none,
    from: ['applied', 'approved'],
    to: 'withdrawn',
    by: staff('fund.apply'),
    zh: '撤回申请',
    en: 'Withdraw',
  },
  pay: {
    ...none,
    from: ['approved'],
    to: 'paid',
    by: staff('fund.pay'),
    needs: ['day'],
    zh: '登记付款',
    en: 'Record the payment',
  },
  receipt: {
    ...none,
    from: ['paid'],
    to: 'receipted',
    by: staff('fund.pay'),
    needs: ['photos'],
    zh: '上传凭证',
    en: 'Add the receipt',
  },
  publish: { ...none, from: ['receipted'], to: 'published', by: staff('fund.keep'), zh: '公开', en: 'Publish' },
  reverse: {
    ...none,
    from: ['paid', 'receipted', 'published'],
    to: 'reversed',
    by: staff('fund.approve'),
    needs: ['words'],
    zh: '冲正付款',
    en: 'Reverse the payment',
  },
} as const satisfies Lifecycle<ApplicationState, string>['steps']
export type ApplicationStep = keyof typeof applicationSteps
export const applicationLife: Lifecycle<ApplicationState, ApplicationStep> = {
  thing: 'fundApplication',
  states: applicationStates,
  steps: applicationSteps,
}

export const shareMethods = {
  area: { zh: '按面积', en: 'by area' },
  household: { zh: '按户均摊', en: 'per household' },
  factors: { zh: '面积乘楼层系数', en: 'area times floor factor' },
  agreed: { zh: '约定金额', en: 'agreed amounts' },
} as const
export type ShareMethod = keyof typeof shareMethods
export const planStates = {
  draft: { zh: '草稿', en: 'draft' },
  asked: { zh: '征求意见', en: 'asking the households' },
  collecting: { zh: '收款和施工', en: 'collecting' },
  settling: { zh: '多退少补', en: 'settling' },
  settled: { zh: '已结清', en: 'settled', ends: true },
  dropped: { zh: '已取消', en: 'dropped', ends: true },
} as const
export type PlanState = keyof typeof planStates
export const planSteps = {
  ask: {
    ...none,
    from: ['draft'],
    to: 'asked',
    by: staff('fund.apply'),
    needs: ['answerBy'],
    zh: '发给各户',
    en: 'Ask the households',
  },
  collect: {
    ...none,
    from: ['asked'],
    to: 'collecting',
    by: staff('fund.keep'),
    needs: ['dueOn'],
    zh: '开始收款',
    en: 'Begin collecting',
  },
  final: {
    ...none,
    from: ['collecting'],
    to: 'settling',
    by: staff('fund.keep'),
    needs: ['finalTotal', 'words'],
    zh: '提交决算',
    en: 'Final accounts',
  },
  settle: { ...none, from: ['settling'], to: 'settled', by: staff('fund.approve'), zh: '结清', en: 'Settle' },
  drop: {
    ...none,
    from: ['draft', 'asked'],
    to: 'dropped',
    by: staff('fund.apply'),
    needs: ['words'],
    zh: '取消',
    en: 'Drop',
  },
} as const satisfies Lifecycle<PlanState, string>['steps']
export type PlanStep = keyof typeof planSteps
export const planLife: Lifecycle<PlanState, PlanStep> = { thing: 'fundPlan', states: planStates, steps: planSteps }
