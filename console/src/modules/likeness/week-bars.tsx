// Cases of a group week by week, as small bars with their numbers; read aloud as a list.
import { useWords } from '../../platform/words.ts'
import { words } from './words.ts'

const WEEK_MS = 7 * 86_400_000
const dayOf = (at: number) => new Date(at + 8 * 3_600_000).toISOString().slice(5, 10).replace('-', '/')

export const WeekBars = ({ weeks, until }: { readonly weeks: readonly number[]; readonly until: string }) => {
  const say = useWords(words)
  const most = Math.max(1, ...weeks)
  const end = new Date(until).getTime()
  return (
    <ol className="week-bars" aria-label={say.weeks}>
      {weeks.map((count, i) => {
        const from = dayOf(end - (weeks.length - i) * WEEK_MS)
        return (
          <li key={from} title={say.weekOf(from, count)}>
            <span className="week-bar" style={{ height: `${Math.round((count / most) * 40)}px` }} aria-hidden />
            <span className={count === 0 ? 'quiet' : ''}>{count}</span>
            <span className="unseen">{say.weekOf(from, count)}</span>
          </li>
        )
      })}
    </ol>
  )
}
