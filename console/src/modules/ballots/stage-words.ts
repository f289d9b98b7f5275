// Words of the stages of a decision, and what to do in each.
import { dictionary } from '../../platform/words.ts'

export const stageWords = dictionary({
  stages: { zh: '走到哪一步', en: 'Stages' },
  draft: { zh: '准备', en: 'Prepare' },
  rollPublished: { zh: '名册', en: 'Roll' },
  rollFrozen: { zh: '定册', en: 'Freeze' },
  noticed: { zh: '公告', en: 'Notice' },
  open: { zh: '表决', en: 'Vote' },
  closed: { zh: '计票', en: 'Count' },
  provisional: { zh: '公示结果', en: 'Result' },
  nextDraft: {
    zh: (areas: number, owners: number) =>
      areas + owners === 0
        ? '名册齐了，可以公示。'
        : `先核对名册：缺面积 ${areas} 处，没有登记业主 ${owners} 处。缺面积会让结果定不下来。`,
    en: (areas: number, owners: number) =>
      areas + owners === 0
        ? 'The roll is complete: publish it.'
        : `Check the roll first: ${areas} areas and ${owners} owners are missing. Missing areas can leave the result open.`,
  },
  nextPublished: {
    zh: (until: string) => `公示到 ${until}。期满并答复全部异议后，才能锁定名册。`,
    en: (until: string) => `Published until ${until}. Freeze it after that, with every objection answered.`,
  },
  nextFrozen: {
    zh: (days: number, citation: string) => `名册不再改。下一步贴公告，至少 ${days} 天（${citation}）。`,
    en: (days: number, citation: string) =>
      `The roll is fixed. Announce the vote next, at least ${days} days (${citation}).`,
  },
  nextNoticed: {
    zh: (from: string) => `公告期满，${from} 起可以开始表决。公告期内可以先发纸质票。`,
    en: (from: string) => `The vote may open from ${from}. Papers may be issued already.`,
  },
  nextOpen: {
    zh: '到时间自动截止。看看谁还没投，上门问一问；不要问投了什么。',
    en: 'It closes by itself. See who is missing and knock; never ask how they vote.',
  },
  nextClosed: {
    zh: '纸质票都录完两遍，就可以计票。',
    en: 'Count once every returned paper has been entered twice.',
  },
  nextCity: { zh: '把市里系统的结果录进来。', en: 'Take over the result of the city’s own system.' },
  nextProvisional: {
    zh: (until: string | null) =>
      until === null ? '没有设异议期，可以出证书。' : `异议期到 ${until}。期满并答复全部异议后，出证书。`,
    en: (until: string | null) =>
      until === null ? 'No window for objections: certify.' : `Objections until ${until}; certify after that.`,
  },
})
