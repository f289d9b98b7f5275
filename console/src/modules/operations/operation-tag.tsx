// The state of an operation: a word with its colour.
import { operationStates, type OperationState } from '../../../../contract/src/operations-life.ts'
import { Tag } from '../../platform/tags.tsx'
import { usePick } from '../../platform/words.ts'

const tones = { planned: 'info', underway: 'warn', closed: 'good', cancelled: 'quiet' } as const
export const OperationTag = ({ state }: { readonly state: OperationState }) => {
  const pick = usePick()
  return <Tag tone={tones[state]}>{pick(operationStates[state])}</Tag>
}
