// The working week and the periods of the day; saving recomputes running clocks, so it is confirmed.
import { App, Button, Checkbox, Input } from 'antd'
import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import { useAct } from '../../platform/api.ts'
import { Ask } from '../../platform/ask.tsx'
import { useWords } from '../../platform/words.ts'
import { calendarWords } from './calendar-words.ts'
import type { Year } from './year-view.tsx'

type Period = Year['periods'][number]
const isInOrder = (periods: readonly Period[]): boolean =>
  periods.every((each, index) => each.from < each.to && (index === 0 || (periods[index - 1]?.to ?? '') <= each.from))

export const WeekEditor = ({ calendar }: { readonly calendar: Year }) => {
  const say = useWords(calendarWords)
  const { message } = App.useApp()
  const [weekdays, setWeekdays] = useState<readonly number[]>(calendar.weekdays)
  const [periods, setPeriods] = useState<readonly Period[]>(calendar.periods)
  const [isAsking, setAsking] = useState(false)
  const save = useAct('PUT /api/calendar/week', {
    refreshes: ['/api/calendar', '/api/cases'],
    onDone: () => {
      setAsking(false)
      message.success(say.saved)
    },
  })
  const wrong = weekdays.length === 0 ? say.weekdaysNeeded : isInOrder(periods) ? null : say.periodWrong
  const isSame =
    JSON.stringify([periods, weekdays.toSorted()]) === JSON.stringify([calendar.periods, calendar.weekdays.toSorted()])
  return (
    <section className="card stack" aria-labelledby="week">
      <h2 id="week">{say.weekdays}</h2>
      <Checkbox.Group
        className="week-days"
        value={[...weekdays]}
        onChange={(chosen) => setWeekdays(chosen.map(Number))}
        options={[1, 2, 3, 4, 5, 6, 7].map((day) => ({ value: day, label: say.weekday(day) }))}
      />
      <h2>{say.periods}</h2>
      <Periods periods={periods} set={setPeriods} />
      {wrong ? (
        <p className="wrong" role="alert">
          {wrong}
        </p>
      ) : null}
      <div>
        <Button type="primary" disabled={isSame || wrong !== null} onClick={() => setAsking(true)}>
          {say.save}
        </Button>
      </div>
      <Ask
        open={isAsking}
        title={say.weekTitle}
        what={say.weekWhat}
        verb={say.change}
        isBusy={save.isPending}
        problem={save.error}
        onYes={() => save.mutate({ body: { periods: [...periods], weekdays: weekdays.toSorted() } })}
        onNo={() => setAsking(false)}
      />
    </section>
  )
}

interface PeriodsProps {
  readonly periods: readonly Period[]
  readonly set: (periods: readonly Period[]) => void
}
const Periods = ({ periods, set }: PeriodsProps) => {
  const say = useWords(calendarWords)
  const change = (index: number, some: Partial<Period>) =>
    set(periods.map((each, at) => (at === index ? { ...each, ...some } : each)))
  return (
    <>
      <ul className="stack">
        {periods.map((period, index) => (
          <li key={index} className="period">
            <Input
              type="time"
              aria-label={`${say.period(index + 1)} ${say.periodFrom}`}
              value={period.from}
              onChange={(event) => change(index, { from: event.target.value })}
            />
            <span aria-hidden>–</span>
            <Input
              type={period.to === '24:00' ? 'text' : 'time'}
              aria-label={`${say.period(index + 1)} ${say.periodTo}`}
              value={period.to}
              onChange={(event) => change(index, { to: event.target.value })}
            />
            {periods.length > 1 ? (
              <Button
                type="text"
                aria-label={say.removePeriod(index + 1)}
                icon={<X size={15} aria-hidden />}
                onClick={() => set(periods.filter((_, at) => at !== index))}
              />
            ) : null}
          </li>
        ))}
      </ul>
      {periods.length < 6 ? (
        <div>
          <Button
            size="small"
            icon={<Plus size={14} aria-hidden />}
            onClick={() => set([...periods, { from: periods.at(-1)?.to ?? '09:00', to: '' }])}
          >
            {say.addPeriod}
          </Button>
        </div>
      ) : null}
    </>
  )
}
