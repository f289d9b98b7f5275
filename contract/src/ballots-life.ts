// The life of an owners' decision (mission B7; Civil Code art. 278), and the words around it. No zod.
import type { Lifecycle, Step } from './lifecycle.ts'

export const decisionStates = {
  draft: { zh: '准备中', en: 'being prepared' },
  rollPublished: { zh: '名册公示中', en: 'roll published' },
  rollFrozen: { zh: '名册已定', en: 'roll frozen' },
  noticed: { zh: '表决公告中', en: 'vote announced' },
  open: { zh: '正在表决', en: 'voting' },
  closed: { zh: '已截止，计票中', en: 'closed, being counted' },
  provisional: { zh: '结果公示中', en: 'result published' },
  certified: { zh: '已通过，有证书', en: 'passed and certified' },
  failed: { zh: '没有通过', en: 'not passed', ends: true },
  annulled: { zh: '已作废', en: 'annulled', ends: true },
  withdrawn: { zh: '已撤回', en: 'withdrawn', ends: true },
} as const
export type DecisionState = keyof typeof decisionStates
export type DecisionStep =
  | 'publishRoll'
  | 'freezeRoll'
  | 'postNotice'
  | 'open'
  | 'close'
  | 'count'
  | 'certify'
  | 'fail'
  | 'annul'
  | 'withdraw'
const convener = { person: 'staff', permission: 'decision.convene' } as const
const counter = { person: 'staff', permission: 'decision.count' } as const
const step = <F extends DecisionState, T extends DecisionState>(
  zh: string,
  en: string,
  from: readonly F[],
  to: T,
  needs: readonly string[] = [],
  by: Step['by'] = convener,
) => ({ zh, en, from, to, by, needs, notifies: [] })
export const decisionSteps: Readonly<Record<DecisionStep, Step<DecisionState>>> = {
  publishRoll: step('公示名册', 'publish the roll', ['draft'], 'rollPublished', ['postedOn']),
  freezeRoll: step('锁定名册', 'freeze the roll', ['rollPublished'], 'rollFrozen'),
  postNotice: step('发布表决公告', 'announce the vote', ['rollFrozen'], 'noticed', ['postedOn', 'photos', 'closesAt']),
  open: step('开始表决', 'open the vote', ['noticed'], 'open'),
  close: step('截止表决', 'close the vote', ['open'], 'closed', [], { system: true }),
  count: step('计票并公示结果', 'count and publish', ['closed'], 'provisional', [], counter),
  certify: step('出具证书', 'certify', ['provisional'], 'certified'),
  fail: step('确认没有通过', 'confirm that it did not pass', ['provisional'], 'failed'),
  annul: step('作废', 'annul', ['open', 'closed', 'provisional', 'certified'], 'annulled', ['reason']),
  withdraw: step('撤回', 'withdraw', ['draft', 'rollPublished', 'rollFrozen', 'noticed'], 'withdrawn', ['reason']),
}
export const decisionLife: Lifecycle<DecisionState, DecisionStep> = {
  thing: 'decision',
  states: decisionStates,
  steps: decisionSteps,
}
/** The nine matters of art. 278; their articles and thresholds are in the rule set. */
export const matterCodes = [
  'procedure',
  'covenant',
  'committee',
  'propertyCompany',
  'useFund',
  'raiseFund',
  'rebuild',
  'commonParts',
  'other',
] as const
export type MatterCode = (typeof matterCodes)[number]
export const ballotChannels = {
  electronic: { zh: '手机', en: 'phone' },
  paper: { zh: '纸质', en: 'paper' },
  assisted: { zh: '协助投票', en: 'assisted' },
  proxy: { zh: '委托', en: 'proxy' },
} as const
export type BallotChannel = keyof typeof ballotChannels
export const ballotChoices = {
  for: { zh: '同意', en: 'for' },
  against: { zh: '反对', en: 'against' },
  abstain: { zh: '弃权', en: 'abstain' },
} as const
export type BallotChoice = keyof typeof ballotChoices
/** What a paper may also show. */
export const paperMarks = {
  ...ballotChoices,
  blank: { zh: '没有勾选', en: 'left blank' },
  double: { zh: '勾了两项', en: 'marked twice' },
} as const
export type PaperMark = keyof typeof paperMarks
/** Why a paper does not take part although it came back. */
export const paperFaults = {
  unsigned: { zh: '没有签名', en: 'not signed' },
  'not-an-owner': { zh: '签名的不是业主', en: 'signed by somebody who is not an owner' },
  'no-papers': { zh: '代签，没有委托书', en: 'signed by a proxy without papers' },
  'above-cap': { zh: '代签，受托超过上限', en: 'signed by a proxy above the cap' },
} as const
export type PaperFault = keyof typeof paperFaults
export const paperStates = {
  out: { zh: '未收回', en: 'not returned' },
  once: { zh: '已录一遍', en: 'entered once' },
  entered: { zh: '已录入', en: 'entered' },
  conflict: { zh: '两遍不一致', en: 'entries differ' },
  spoiled: { zh: '已作废', en: 'spoiled' },
} as const
export type PaperState = keyof typeof paperStates
export const areaSources = {
  register: { zh: '不动产登记', en: 'land register' },
  survey: { zh: '实测', en: 'survey' },
  contract: { zh: '购房合同', en: 'contract' },
} as const
export type AreaSource = keyof typeof areaSources
/** How a ballot provably reached an owner. */
export const deliveryWays = {
  signature: { zh: '当面签收', en: 'handed over against a signature' },
  registered: { zh: '挂号信', en: 'registered mail' },
  app: { zh: '业主在手机上确认', en: 'acknowledged by the owner in the app' },
} as const
export type DeliveryWay = keyof typeof deliveryWays
/** What silence counts as: no vote, or with the majority where the rules of procedure adopt it. */
export const silenceReadings = {
  'no-vote': { zh: '不算投票', en: 'no vote' },
  'with-majority': {
    zh: '收到表决票没有投的，跟多数一样算',
    en: 'with the majority, where the ballot provably arrived',
  },
} as const
export type SilenceCode = keyof typeof silenceReadings
/** What a reader may do besides the steps. */
export type DecisionAct =
  | 'vote'
  | 'designate'
  | 'objectRoll'
  | 'objectResult'
  | 'giveMandate'
  | 'editRoll'
  | 'seeTurnout'
  | 'papers'
  | 'mandates'
  | 'deliver'
  | 'acknowledge'
