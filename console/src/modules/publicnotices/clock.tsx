// The publicity clock before posting: its dates for a day of posting and a number of days, as the server counts them.
import { useApi } from '../../platform/api.ts'
import { useLater } from '../../platform/later.ts'
import { useMarks } from '../../platform/marks.ts'
import { useWords } from '../../platform/words.ts'
import { words } from './words.ts'

interface ClockProps {
  readonly postedOn: string | undefined
  readonly days: number | undefined
  readonly label: string
}
export const Clock = ({ postedOn, days, label }: ClockProps) => {
  const say = useWords(words)
  const mark = useMarks()
  const later = useLater(`${postedOn ?? ''} ${days ?? ''}`, 300)
  const [day = '', count = ''] = later.split(' ')
  const isKnown = /^\d{4}-\d\d-\d\d$/.test(day) && Number(count) >= 1 && Number(count) <= 365
  const shown = useApi(
    'GET /api/publicnotices/clock',
    { query: { postedOn: day, days: Number(count) } },
    { when: isKnown, keep: true },
  )
  if (!isKnown || shown.data === undefined) return null
  const { firstDay, endsOn, nextDay, moved } = shown.data
  return (
    <p className="notice-clock" role="status">
      <strong>
        {label}
        {mark.colon}
      </strong>
      {say.clockSays(firstDay, endsOn, nextDay)}
      {moved ? ` ${say.moved}` : ''}
    </p>
  )
}
