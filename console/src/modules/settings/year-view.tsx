// A year at a glance: plain weeks, days off and make-up days; a day is opened to set it. Arrow keys walk the days.
import { useState, type KeyboardEvent } from 'react'
import { useMarks } from '../../platform/marks.ts'
import type { Out } from '../../platform/api.ts'
import { today } from '../../platform/day.ts'
import { useWords } from '../../platform/words.ts'
import { calendarWords } from './calendar-words.ts'

export type Year = Out<'GET /api/calendar/:year'>
export type SpecialDay = Year['days'][number]
export const oneDay = 86_400_000
export const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10)
export const timeOf = (day: string): number => Date.parse(`${day}T00:00:00Z`)
/** 1 is Monday, 7 is Sunday. */
export const weekdayOf = (day: string): number => new Date(timeOf(day)).getUTCDay() || 7

interface YearViewProps {
  readonly year: number
  readonly calendar: Year
  readonly open: (day: string) => void
}
export const YearView = ({ year, calendar, open }: YearViewProps) => {
  const now = today()
  const [focused, setFocused] = useState(now.startsWith(String(year)) ? now : `${year}-01-01`)
  const special = new Map(calendar.days.map((each) => [each.day, each]))
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const by = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }[event.key]
    if (by === undefined) return
    const next = dayOf(timeOf(focused) + by * oneDay)
    if (!next.startsWith(String(year))) return
    event.preventDefault()
    setFocused(next)
    event.currentTarget.querySelector<HTMLElement>(`[data-day="${next}"]`)?.focus()
  }
  return (
    <div className="year" onKeyDown={onKeyDown}>
      {Array.from({ length: 12 }, (_, month) => (
        <Month
          key={month}
          year={year}
          month={month}
          special={special}
          weekdays={calendar.weekdays}
          focused={focused}
          now={now}
          open={(day) => {
            setFocused(day)
            open(day)
          }}
        />
      ))}
    </div>
  )
}

interface MonthProps {
  readonly year: number
  readonly month: number
  readonly special: ReadonlyMap<string, SpecialDay>
  readonly weekdays: readonly number[]
  readonly focused: string
  readonly now: string
  readonly open: (day: string) => void
}
const Month = ({ year, month, special, weekdays, focused, now, open }: MonthProps) => {
  const say = useWords(calendarWords)
  const first = Date.UTC(year, month, 1)
  const length = (Date.UTC(year, month + 1, 1) - first) / oneDay
  const days = Array.from({ length }, (_, index) => dayOf(first + index * oneDay))
  const heads = [say.monday, say.tuesday, say.wednesday, say.thursday, say.friday, say.saturday, say.sunday]
  return (
    <section className="card month">
      <h2>{say.month(month + 1)}</h2>
      <div className="month-days">
        {heads.map((head) => (
          <span key={head} className="month-head" aria-hidden>
            {head}
          </span>
        ))}
        {days.map((day, index) => (
          <Day
            key={day}
            day={day}
            column={index === 0 ? weekdayOf(day) : null}
            set={special.get(day)}
            isPlainWorking={weekdays.includes(weekdayOf(day))}
            isFocusable={day === focused}
            isToday={day === now}
            open={open}
          />
        ))}
      </div>
    </section>
  )
}

interface DayProps {
  readonly day: string
  readonly column: number | null
  readonly set: SpecialDay | undefined
  readonly isPlainWorking: boolean
  readonly isFocusable: boolean
  readonly isToday: boolean
  readonly open: (day: string) => void
}
const Day = ({ day, column, set, isPlainWorking, isFocusable, isToday, open }: DayProps) => {
  const say = useWords(calendarWords)
  const mark = useMarks()
  const look = set ? (set.working ? 'is-on' : 'is-off') : isPlainWorking ? '' : 'is-free'
  const plain = isPlainWorking ? say.plainWorking : say.plainFree
  const words = set ? `${set.working ? say.makeUp : say.holiday}${mark.comma}${set.name}` : plain
  return (
    <button
      type="button"
      data-day={day}
      tabIndex={isFocusable ? 0 : -1}
      className={`day ${look} ${isToday ? 'is-today' : ''}`}
      style={column === null ? {} : { gridColumnStart: column }}
      title={words}
      onClick={() => open(day)}
    >
      <span className="unseen">{say.month(Number(day.slice(5, 7)))} </span>
      {Number(day.slice(8))}
      <span className="unseen"> {words}</span>
      {set ? (
        <span className="day-mark" aria-hidden>
          {set.working ? say.makeUpMark : say.holidayMark}
          {set.source === 'district' ? '·' : ''}
        </span>
      ) : null}
    </button>
  )
}
