// The working calendar: a year of days, the special ones in a list, and the working week with its hours.
import { Button } from 'antd'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { useSearch } from '../../platform/address.ts'
import { useApi } from '../../platform/api.ts'
import { today } from '../../platform/day.ts'
import { Loaded, PageHeader } from '../../platform/page.tsx'
import { DayText } from '../../platform/time.tsx'
import { useWords } from '../../platform/words.ts'
import { calendarWords } from './calendar-words.ts'
import { DayForm } from './day-form.tsx'
import { WeekEditor } from './week-editor.tsx'
import { YearView, weekdayOf, type Year } from './year-view.tsx'
import './settings.css'
import './calendar.css'

const yearIn = (text: string | undefined): number => {
  const year = Number(text)
  return Number.isInteger(year) && year >= 2000 && year <= 2100 ? year : Number(today().slice(0, 4))
}
export default function CalendarPage() {
  const say = useWords(calendarWords)
  const [search, change] = useSearch()
  const year = yearIn(search['year'])
  const calendar = useApi('GET /api/calendar/:year', { params: { year } })
  const [opened, setOpened] = useState<string | null>(null)
  const turn = (by: number) => change({ year: String(year + by) })
  return (
    <div className="page">
      <PageHeader
        title={say.calendarTitle}
        lead={say.calendarLead}
        actions={
          <>
            <Button
              icon={<ChevronLeft size={16} aria-hidden />}
              aria-label={say.lastYear}
              disabled={year <= 2000}
              onClick={() => turn(-1)}
            />
            <strong className="calendar-year" aria-live="polite">
              {say.year(year)}
            </strong>
            <Button
              icon={<ChevronRight size={16} aria-hidden />}
              aria-label={say.nextYear}
              disabled={year >= 2100}
              onClick={() => turn(1)}
            />
          </>
        }
      />
      <Loaded of={calendar}>
        {(data) => (
          <div className="calendar">
            <div className="stack">
              <Legend calendar={data} />
              <YearView key={year} year={year} calendar={data} open={setOpened} />
            </div>
            <div className="stack">
              <WeekEditor key={JSON.stringify([data.periods, data.weekdays])} calendar={data} />
              <SpecialDays calendar={data} open={setOpened} />
            </div>
            <DayForm key={opened} day={opened} calendar={data} close={() => setOpened(null)} />
          </div>
        )}
      </Loaded>
    </div>
  )
}

const Legend = ({ calendar }: { readonly calendar: Year }) => {
  const say = useWords(calendarWords)
  const on = calendar.days.filter((each) => each.working).length
  return (
    <p className="legend">
      <span>
        <span className="legend-mark is-off">{say.holidayMark}</span> {say.holiday}
      </span>
      <span>
        <span className="legend-mark is-on">{say.makeUpMark}</span> {say.makeUp}
      </span>
      <span>{say.districtMark}</span>
      <span className="quiet">{say.counts(calendar.days.length - on, on)}</span>
    </p>
  )
}

interface SpecialDaysProps {
  readonly calendar: Year
  readonly open: (day: string) => void
}
const SpecialDays = ({ calendar, open }: SpecialDaysProps) => {
  const say = useWords(calendarWords)
  return (
    <section className="card stack" aria-labelledby="special-days">
      <h2 id="special-days">{say.special}</h2>
      {calendar.days.length === 0 ? <p className="quiet">{say.specialEmpty}</p> : null}
      <ul className="special-days" tabIndex={0} aria-labelledby="special-days">
        {calendar.days.map((each) => (
          <li key={each.day}>
            <button type="button" className="link-button" onClick={() => open(each.day)}>
              <DayText day={each.day} />
            </button>
            <span className="quiet">{say.weekday(weekdayOf(each.day))}</span>
            <span>{each.name}</span>
            <span className="grow" />
            <span className={each.working ? 'legend-mark is-on' : 'legend-mark is-off'}>
              {each.working ? say.makeUpMark : say.holidayMark}
            </span>
            {each.source === 'district' ? <span className="quiet">{say.district}</span> : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
