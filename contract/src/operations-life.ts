// The life of a joint operation. No zod.
import type { Lifecycle, Step } from './lifecycle.ts'

export type OperationState = 'planned' | 'underway' | 'closed' | 'cancelled'
export type OperationStep = 'start' | 'close' | 'cancel'
const runner = { person: 'staff', permission: 'operation.run' } as const
export const operationStates = {
  planned: { zh: '待行动', en: 'planned' },
  underway: { zh: '行动中', en: 'under way' },
  closed: { zh: '已结束', en: 'closed', ends: true },
  cancelled: { zh: '已取消', en: 'cancelled', ends: true },
} as const satisfies Record<OperationState, { zh: string; en: string; ends?: true }>
export const operationSteps = {
  start: { zh: '开始行动', en: 'start', from: ['planned'], to: 'underway', by: runner, needs: [], notifies: [] },
  close: {
    zh: '结束并记录结果',
    en: 'close with its results',
    from: ['planned', 'underway'],
    to: 'closed',
    by: runner,
    needs: ['words'],
    takes: ['results'],
    notifies: [],
  },
  cancel: { zh: '取消', en: 'cancel', from: ['planned'], to: 'cancelled', by: runner, needs: ['words'], notifies: [] },
} as const satisfies Record<OperationStep, Step<OperationState>>
export const operationLife: Lifecycle<OperationState, OperationStep> = {
  thing: 'operation',
  states: operationStates,
  steps: operationSteps,
}
/** What is counted at the end of most operations; others may be named. */
export const commonResults = [
  { zh: '检查点位', en: 'places inspected' },
  { zh: '清理占道', en: 'obstructions cleared' },
  { zh: '劝导人次', en: 'people advised' },
  { zh: '责令改正', en: 'orders to put right' },
  { zh: '出动人员', en: 'people deployed' },
] as const
