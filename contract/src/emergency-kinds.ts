// Emergencies: where one may hold, kinds and states of tasks, answers to a call. No zod: the resident app carries it.
export const emergencyPlaceKinds = ['street', 'community', 'grid', 'estate'] as const
export type EmergencyPlaceKind = (typeof emergencyPlaceKinds)[number]

export const taskKinds = {
  supplies: { zh: '送物资', en: 'supplies' },
  check: { zh: '上门查看', en: 'check' },
  medicine: { zh: '送药就医', en: 'medicine' },
  transfer: { zh: '转移安置', en: 'move to safety' },
  other: { zh: '其他帮助', en: 'other help' },
} as const
export type TaskKind = keyof typeof taskKinds

export const taskStates = {
  open: { zh: '待办', en: 'to do' },
  done: { zh: '已完成', en: 'done' },
  absent: { zh: '无人在家', en: 'nobody home' },
  refused: { zh: '不需要', en: 'refused' },
  needs: { zh: '还有需要', en: 'needs more' },
  closed: { zh: '已关闭', en: 'closed' },
  handedOn: { zh: '已移交', en: 'handed on' },
} as const
export type TaskState = keyof typeof taskStates
/** What a person notes at the door. */
export const taskResults = ['done', 'absent', 'refused', 'needs'] as const satisfies readonly TaskState[]
export type TaskResult = (typeof taskResults)[number]
/** Still somebody's to do: the literal list of the partial indexes. */
export const openTaskStates = ['open', 'absent', 'needs'] as const satisfies readonly TaskState[]

export const callAnswers = {
  coming: { zh: '能到岗', en: 'coming' },
  cannot: { zh: '不能到岗', en: 'cannot come' },
} as const
export type CallAnswer = keyof typeof callAnswers
export const emergencyLimits = { called: 2000, homes: 5000, quantity: 10_000 } as const
