// Rule sets of owners' decisions as data: versioned by place and date, every value with its citation.

export type Matter =
  | 'procedure'
  | 'covenant'
  | 'committee'
  | 'propertyCompany'
  | 'useFund'
  | 'raiseFund'
  | 'rebuild'
  | 'commonParts'
  | 'other'
/** A share as two whole numbers; `isMoreThan`: the number itself is not enough. */
export interface Threshold {
  readonly numerator: number
  readonly denominator: number
  readonly isMoreThan: boolean
  readonly citation: string
}
/** What a mark counts as: an abstention takes part and is no consent; an invalid one does not take part. */
export type MarkReading = 'abstain' | 'invalid'
/**
 * What silence counts as. 'no-vote' is the default. 'with-majority' only where the rules of procedure of the estate adopt
 * it (业主大会和业主委员会指导规则第26条): owners to whom the delivery of the ballot is proven and who sent nothing count with
 * the majority of those who voted, see `silentAs`. Courts have held silence to be no vote: a lawyer confirms it first.
 */
export type SilenceReading = 'no-vote' | 'with-majority'
export interface VoteRuleSet {
  readonly id: string
  readonly place: string
  /** The first day it holds, YYYY-MM-DD. */
  readonly from: string
  readonly participation: Threshold
  readonly ordinary: Threshold
  readonly special: Threshold
  readonly specialMatters: readonly Matter[]
  /** A valid paper without a mark. */
  readonly blankMark: MarkReading
  /** A paper with two marks. */
  readonly doubleMark: MarkReading
  /** Co-owners who voted differently and named nobody. */
  readonly disagreement: MarkReading
  /** On which the three readings rest; absent in sets kept before it was written down. */
  readonly readingCitation?: string
  /** Absent: silence is no vote, as in every set kept before it could be adopted. */
  readonly silence?: SilenceReading
  /** Which article of the estate's rules of procedure adopts it. */
  readonly silenceCitation?: string
  readonly noticeDays: number
  readonly noticeCitation: string
}
export const matters: Readonly<Record<Matter, { readonly zh: string; readonly en: string; readonly article: string }>> =
  {
    procedure: { zh: '制定和修改业主大会议事规则', en: 'rules of procedure', article: '民法典第278条第1款第1项' },
    covenant: { zh: '制定和修改管理规约', en: 'management covenant', article: '民法典第278条第1款第2项' },
    committee: {
      zh: '选举或更换业主委员会',
      en: 'electing or replacing the committee',
      article: '民法典第278条第1款第3项',
    },
    propertyCompany: {
      zh: '选聘和解聘物业服务企业',
      en: 'hiring or dismissing the property company',
      article: '民法典第278条第1款第4项',
    },
    useFund: {
      zh: '使用建筑物及其附属设施的维修资金',
      en: 'using the maintenance fund',
      article: '民法典第278条第1款第5项',
    },
    raiseFund: {
      zh: '筹集建筑物及其附属设施的维修资金',
      en: 'raising the maintenance fund',
      article: '民法典第278条第1款第6项',
    },
    rebuild: { zh: '改建、重建建筑物及其附属设施', en: 'rebuilding', article: '民法典第278条第1款第7项' },
    commonParts: {
      zh: '改变共有部分的用途或者利用共有部分从事经营活动',
      en: 'changing or doing business with common parts',
      article: '民法典第278条第1款第8项',
    },
    other: {
      zh: '有关共有和共同管理权利的其他重大事项',
      en: 'other major matters',
      article: '民法典第278条第1款第9项',
    },
  }
const article278 = '民法典第278条第2款；“以上”含本数：民法典第1259条'
/** The national default. A lawyer confirms it before real use. */
export const nationalRules: VoteRuleSet = {
  id: 'cn-2021',
  place: 'CN',
  from: '2021-01-01',
  participation: { numerator: 2, denominator: 3, isMoreThan: false, citation: article278 },
  ordinary: { numerator: 1, denominator: 2, isMoreThan: true, citation: article278 },
  special: { numerator: 3, denominator: 4, isMoreThan: false, citation: article278 },
  specialMatters: ['raiseFund', 'rebuild', 'commonParts'],
  blankMark: 'abstain',
  doubleMark: 'abstain',
  disagreement: 'abstain',
  readingCitation: '全国没有统一规定，按默认值；小区议事规则可以另定（民法典第278条第1款第1项）',
  noticeDays: 15,
  noticeCitation: '物业管理条例第14条',
}
/** On what an estate's own rule about silence rests; the estate's article is cited beside it. */
export const silenceGround = '业主大会和业主委员会指导规则第26条'
/** All versions that are shipped, by place and first day. */
export const voteRuleSets: readonly VoteRuleSet[] = [nationalRules]
export const thresholdOf = (rules: VoteRuleSet, matter: Matter): Threshold =>
  rules.specialMatters.includes(matter) ? rules.special : rules.ordinary
/** Whether `part` of `total` reaches a threshold: whole numbers only. */
export const reaches = (threshold: Threshold, part: number, total: number): boolean => {
  const [left, right] = [threshold.denominator * part, threshold.numerator * total]
  return threshold.isMoreThan ? left > right : left >= right
}
/** The least whole `part` of `total` that reaches a threshold. */
export const leastFor = (threshold: Threshold, total: number): number => {
  const exact = threshold.numerator * total
  return threshold.isMoreThan ? Math.floor(exact / threshold.denominator) + 1 : Math.ceil(exact / threshold.denominator)
}
