// Small pieces of a unit's part: its state, and its two deadlines as words, a bar and a colour.
import {
  Ban,
  BellRing,
  CircleCheck,
  Gavel,
  Inbox,
  MapPinCheck,
  Star,
  Truck,
  Undo2,
  type LucideIcon,
} from 'lucide-react'
import { Clock3, TriangleAlert } from 'lucide-react'
import { partClocks, partStates, type PartState } from '../../../../contract/src/whistles-life.ts'
import type { Out } from '../../platform/api.ts'
import { useNow } from '../../platform/now.ts'
import { Tag } from '../../platform/tags.tsx'
import type { Tone } from '../../platform/theme.ts'
import { TimeText, useLengthText } from '../../platform/time.tsx'
import { usePick, useWords } from '../../platform/words.ts'
import { words } from './words.ts'

export type PartView = Out<'GET /api/whistles/parts/:id'>
export type Part = Out<'GET /api/whistles/of-case/:id'>['parts'][number]

const looks: Record<PartState, { tone: Tone; icon: LucideIcon }> = {
  called: { tone: 'warn', icon: BellRing },
  refused: { tone: 'late', icon: Ban },
  upheld: { tone: 'warn', icon: Gavel },
  reportedIn: { tone: 'info', icon: Truck },
  arrived: { tone: 'info', icon: MapPinCheck },
  answered: { tone: 'info', icon: Inbox },
  sentBack: { tone: 'warn', icon: Undo2 },
  accepted: { tone: 'good', icon: CircleCheck },
  rated: { tone: 'good', icon: Star },
  released: { tone: 'quiet', icon: Ban },
}
export const PartTag = ({ state }: { readonly state: PartState }) => {
  const pick = usePick()
  return (
    <Tag tone={looks[state].tone} icon={looks[state].icon}>
      {pick(partStates[state])}
    </Tag>
  )
}
type Clock = Part['clocks'][number]
const ClockLine = ({ clock, isLate }: { readonly clock: Clock; readonly isLate: boolean }) => {
  const say = useWords(words)
  const pick = usePick()
  const length = useLengthText()
  const now = useNow()
  const due = clock.dueAt === null ? null : new Date(clock.dueAt).getTime()
  const text = clock.stoppedAt
    ? isLate
      ? say.late
      : say.inTime
    : clock.pausedAt
      ? `${say.stands}${isLate ? ` · ${say.late}` : ''}`
      : due === null
        ? '—'
        : now > due
          ? say.lateNow(length(now - due))
          : say.left(length(due - now))
  const tone =
    isLate || (due !== null && !clock.stoppedAt && !clock.pausedAt && now > due)
      ? 'late'
      : clock.used >= 0.75 && !clock.stoppedAt
        ? 'warn'
        : 'good'
  return (
    <span className={`deadline tone-${tone}`}>
      <span className="deadline-words">
        {tone === 'late' ? <TriangleAlert size={13} aria-hidden /> : <Clock3 size={13} aria-hidden />}
        {pick(partClocks[clock.kind])} · {text}
        {clock.dueAt && !clock.stoppedAt && !clock.pausedAt ? (
          <span className="quiet">
            {' '}
            {say.by} <TimeText at={clock.dueAt} />
          </span>
        ) : null}
      </span>
      <span className="deadline-bar" aria-hidden>
        <span style={{ width: `${Math.round(Math.min(1, Math.max(0.03, clock.used)) * 100)}%` }} />
      </span>
    </span>
  )
}
export const PartClocks = ({ part }: { readonly part: Part }) => (
  <div className="part-clocks">
    {part.clocks.map((clock) => (
      <ClockLine key={clock.kind} clock={clock} isLate={part.late[clock.kind]} />
    ))}
  </div>
)
