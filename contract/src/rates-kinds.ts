// The three rates in words: figures, signs of gaming, grounds to leave a case out. No zod: the console carries it.

/** Four and five stars count as satisfied; said on screen. */
export const SATISFIED_FROM = 4
/** Closed this soon after it was handed over: looked at. */
export const QUICK_MINUTES = 10

/** Every figure that leads to a list of cases. */
export const rateFigures = {
  respondDue: { zh: '应响应', en: 'response due' },
  responded: { zh: '按时响应', en: 'responded in time' },
  respondLate: { zh: '未按时响应', en: 'not responded in time' },
  respondExcluded: { zh: '响应剔除', en: 'left out of response' },
  resolveDue: { zh: '应办结', en: 'resolution due' },
  resolved: { zh: '已解决', en: 'resolved' },
  unresolved: { zh: '未解决', en: 'not resolved' },
  silentUnchecked: { zh: '默认确认未抽查', en: 'silent, not re-checked' },
  waiting: { zh: '等待反映人确认', en: 'waiting for the reporter' },
  resolveExcluded: { zh: '解决剔除', en: 'left out of resolution' },
  rated: { zh: '已评价', en: 'rated' },
  satisfied: { zh: '满意', en: 'satisfied' },
  unsatisfied: { zh: '不满意', en: 'not satisfied' },
} as const
export type RateFigure = keyof typeof rateFigures

export const exclusionGrounds = {
  notWithinPowers: { zh: '不属于职责，也无法转办', en: 'within nobody’s powers' },
  unreasonable: { zh: '要求违法或明显不合理', en: 'unlawful or plainly unreasonable' },
  underLaw: { zh: '已进入诉讼、仲裁或复议', en: 'before a court or tribunal' },
  beyondControl: { zh: '不可抗力', en: 'beyond anybody’s control' },
  malicious: { zh: '同一事项反复恶意反映', en: 'the same matter raised in bad faith' },
  wrongRecord: { zh: '登记错误或测试数据', en: 'recorded by mistake' },
} as const
export type ExclusionGround = keyof typeof exclusionGrounds
export const exclusionStates = {
  asked: { zh: '待审核', en: 'to review' },
  granted: { zh: '同意剔除', en: 'granted' },
  refused: { zh: '不同意', en: 'refused' },
} as const
export type ExclusionState = keyof typeof exclusionStates

export const signKinds = {
  selfFiled: {
    zh: '承办单位自己登记',
    en: 'filed by the handling body itself',
    why: '登记人在该单位任职。',
    whyEn: 'Whoever filed it held an appointment in the body.',
  },
  quickClosed: {
    zh: '派单后很快办结',
    en: 'closed within minutes',
    why: `派单后 ${QUICK_MINUTES} 分钟内申请办结。`,
    whyEn: `Closure was asked for within ${QUICK_MINUTES} minutes of dispatch.`,
  },
  oneDevice: {
    zh: '同一设备多个五星',
    en: 'fives from one device',
    why: '同一设备为三件以上诉求打了五星。',
    whyEn: 'Three or more fives of different cases came from one device.',
  },
  oneRater: {
    zh: '同一人评价过多',
    en: 'one person rates many',
    why: '同一反映人评价了该单位五件以上。',
    whyEn: 'One reporter rated five or more cases of the body.',
  },
  manyExcluded: {
    zh: '剔除较多',
    en: 'many left out',
    why: '剔除超过应办结的百分之五。',
    whyEn: 'More than five per cent of what was due was left out.',
  },
} as const
export type SignKind = keyof typeof signKinds
