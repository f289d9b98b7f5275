// States of a hot spot, and how a suggestion of category is used. No zod: front ends carry it.

export const hotSpotStates = {
  new: { zh: '新发现', en: 'new' },
  seen: { zh: '已看过', en: 'seen' },
  opened: { zh: '已立根源诉求', en: 'root cause opened' },
  dismissed: { zh: '不作为热点', en: 'dismissed' },
} as const
export type HotSpotState = keyof typeof hotSpotStates

/** What a district lets the text model do for a category. */
export const triageModes = {
  off: { zh: '不用', en: 'off' },
  suggest: { zh: '只建议', en: 'suggest only' },
  automatic: { zh: '自动归类', en: 'automatic' },
} as const
export type TriageMode = keyof typeof triageModes
