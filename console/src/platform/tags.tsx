// Kind and state of a case: word, shape and colour together.
import {
  AlarmClock,
  Circle,
  CircleCheck,
  CirclePause,
  CircleX,
  Flame,
  Hammer,
  Merge,
  House,
  Layers,
  RotateCcw,
  Send,
  Sprout,
  Undo2,
  Wind,
} from 'lucide-react'
import type { ComponentType, ReactNode } from 'react'
import { caseKinds, caseStates, type CaseKind, type CaseState } from '../../../contract/src/cases-life.ts'
import type { Tone } from './theme.ts'
import { usePick } from './words.ts'

type Icon = ComponentType<{ size?: number; 'aria-hidden'?: boolean }>
/** A small label with a shape: `<Tag tone="good" icon={Check}>已确认</Tag>`. */
export const Tag = ({ tone = 'quiet', icon: Shape, children }: { tone?: Tone; icon?: Icon; children: ReactNode }) => (
  <span className={`tag tone-${tone}`}>
    {Shape ? <Shape size={13} aria-hidden /> : null}
    {children}
  </span>
)

const kindLooks: Record<CaseKind, { tone: Tone; icon: Icon }> = {
  urgent: { tone: 'late', icon: Flame },
  household: { tone: 'info', icon: House },
  nuisance: { tone: 'warn', icon: Wind },
  hard: { tone: 'warn', icon: Layers },
  small: { tone: 'good', icon: Sprout },
}
export const KindTag = ({ kind }: { readonly kind: CaseKind }) => {
  const pick = usePick()
  return (
    <Tag tone={kindLooks[kind].tone} icon={kindLooks[kind].icon}>
      {pick(caseKinds[kind])}
    </Tag>
  )
}

const stateLooks: Record<CaseState, { tone: Tone; icon: Icon }> = {
  submitted: { tone: 'info', icon: Circle },
  accepted: { tone: 'info', icon: Circle },
  dispatched: { tone: 'info', icon: Send },
  takenUp: { tone: 'warn', icon: Hammer },
  inProgress: { tone: 'warn', icon: Hammer },
  suspended: { tone: 'quiet', icon: CirclePause },
  returned: { tone: 'late', icon: Undo2 },
  closureRequested: { tone: 'info', icon: AlarmClock },
  closed: { tone: 'good', icon: CircleCheck },
  reopenAsked: { tone: 'late', icon: RotateCcw },
  reopened: { tone: 'warn', icon: RotateCcw },
  confirmed: { tone: 'good', icon: CircleCheck },
  rejected: { tone: 'quiet', icon: CircleX },
  withdrawn: { tone: 'quiet', icon: CircleX },
  merged: { tone: 'quiet', icon: Merge },
}
export const StateTag = ({ state }: { readonly state: CaseState }) => {
  const pick = usePick()
  return (
    <Tag tone={stateLooks[state].tone} icon={stateLooks[state].icon}>
      {pick(caseStates[state])}
    </Tag>
  )
}
