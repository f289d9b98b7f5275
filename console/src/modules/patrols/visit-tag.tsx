// The state of a visit: a word with its colour; and today, as dates are written.
import { visitStates, type VisitState } from '../../../../contract/src/patrols-life.ts'
import { Tag } from '../../platform/tags.tsx'
import { usePick, useWords } from '../../platform/words.ts'
import { words } from './words.ts'

/** The day in Shanghai. */
export const todayText = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
const tones = { planned: 'info', underway: 'warn', done: 'good', missed: 'late', cancelled: 'quiet' } as const
export const VisitTag = ({ state, late }: { readonly state: VisitState; readonly late?: boolean }) => {
  const pick = usePick()
  const say = useWords(words)
  return (
    <Tag tone={late ? 'warn' : tones[state]}>
      {late ? `${pick(visitStates[state])} · ${say.late}` : pick(visitStates[state])}
    </Tag>
  )
}
