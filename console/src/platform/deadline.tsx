// A deadline: a word (time left, or late), a thin bar and a colour. Never the colour alone.
import { Clock3, TriangleAlert } from 'lucide-react'
import type { ClockKind } from '../../../contract/src/cases-kinds.ts'
import { pageWords } from './page-words.ts'
import { useLengthText } from './time.tsx'
import { useWords } from './words.ts'
import { useNow } from './now.ts'

interface Running {
  readonly dueAt: string | null
  readonly dueKind: ClockKind | null
  readonly overdue: boolean
  readonly createdAt: string
}
const toneOf = (isLate: boolean, share: number) => (isLate ? 'late' : share >= 0.75 ? 'warn' : 'good')

/** The bar of a row of the queue. */
export const DeadlineBar = ({ row }: { readonly row: Running }) => {
  const say = useWords(pageWords)
  const length = useLengthText()
  const now = useNow()
  if (!row.dueAt || !row.dueKind) return <span className="deadline-none">—</span>
  const due = new Date(row.dueAt).getTime()
  const begun = new Date(row.createdAt).getTime()
  const share = due > begun ? (now - begun) / (due - begun) : 1
  const isLate = row.overdue || now > due
  return (
    <DeadlineMark
      tone={toneOf(isLate, share)}
      share={share}
      kind={say[row.dueKind]}
      text={isLate ? say.late(length(now - due)) : say.left(length(due - now))}
    />
  )
}
interface ClockOfCase {
  readonly kind: ClockKind
  readonly dueAt: string
  readonly stoppedAt: string | null
  readonly pausedAt: string | null
  readonly missedAt: string | null
  readonly used: number
}
/** One clock of the case page: `used` is the share of the budget in working time. */
export const ClockBar = ({ clock }: { readonly clock: ClockOfCase }) => {
  const say = useWords(pageWords)
  const length = useLengthText()
  const now = useNow()
  const due = new Date(clock.dueAt).getTime()
  const isLate = clock.missedAt !== null || (!clock.stoppedAt && !clock.pausedAt && now > due)
  const text = clock.stoppedAt
    ? clock.missedAt
      ? say.wasLate
      : say.inTime
    : clock.pausedAt
      ? say.paused
      : isLate
        ? say.late(length(now - due))
        : say.left(length(due - now))
  const tone = clock.stoppedAt && !isLate ? 'good' : toneOf(isLate, clock.used)
  return <DeadlineMark tone={tone} share={clock.used} kind={say[clock.kind]} text={text} />
}
interface MarkProps {
  readonly tone: 'good' | 'warn' | 'late'
  readonly share: number
  readonly kind: string
  readonly text: string
}
const DeadlineMark = ({ tone, share, kind, text }: MarkProps) => (
  <span className={`deadline tone-${tone}`}>
    <span className="deadline-words">
      {tone === 'late' ? <TriangleAlert size={13} aria-hidden /> : <Clock3 size={13} aria-hidden />}
      <span>
        <span className="deadline-part">{kind} ·</span> <span className="deadline-part">{text}</span>
      </span>
    </span>
    <span className="deadline-bar" aria-hidden>
      <span style={{ width: `${Math.round(Math.min(1, Math.max(0.03, share)) * 100)}%` }} />
    </span>
  </span>
)
