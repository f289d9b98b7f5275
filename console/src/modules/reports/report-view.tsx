// One report on the page: rates, trend, tables, what is overdue, hot spots, whistles, patrols, promises, commendations.
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Out } from '../../platform/api.ts'
import { TimeText } from '../../platform/time.tsx'
import { useWords } from '../../platform/words.ts'
import { CasesDrawer } from '../rates/cases-drawer.tsx'
import { RateCards } from '../rates/figures-tab.tsx'
import { PartBars } from '../rates/part-bars.tsx'
import { NumberLink } from '../rates/number-link.tsx'
import { RatesTable } from '../rates/rates-table.tsx'
import { TrendChart } from '../rates/trend-chart.tsx'
import { words as rateWords } from '../rates/words.ts'
import { words } from './words.ts'

export type Report = Out<'GET /api/reports'>
export const ReportView = ({ data }: { readonly data: Report }) => {
  const say = useWords(words)
  const rate = useWords(rateWords)
  return (
    <div className="stack report-view">
      <h2>
        {data.scope.name} {data.kind === 'month' ? say.month : say.week} {data.from} – {data.to}
      </h2>
      <p className="quiet">
        {data.published ? say.frozen : say.live} {rate.counted(data.countedTo)}
      </p>
      <RateCards data={data} />
      <Activity data={data} />
      <TrendChart rows={data.trend} />
      <PartBars title={say.barsByCategory} rows={data.categories} />
      <RatesTable title={rate.byCategory} head={rate.category} rows={data.categories} narrow="categoryId" />
      <PartBars title={say.barsByBody} rows={data.bodies} />
      <RatesTable title={rate.byBody} head={rate.body} rows={data.bodies} narrow="bodyId" />
      <PartBars title={say.barsByPlace} rows={data.places} />
      <RatesTable title={rate.byPlace} head={rate.place} rows={data.places} narrow="placeId" />
      <Lists data={data} />
      <CasesDrawer isPublished={data.published} />
    </div>
  )
}
const Lists = ({ data }: { readonly data: Report }) => {
  const say = useWords(words)
  return (
    <div className="rate-cards">
      <Lines title={`${say.overdue} ${data.overdue.count}`}>
        {data.overdue.rows.map((row) => (
          <li key={row.id}>
            <NumberLink id={row.id} number={row.number} /> {row.place}
            <span className="quiet">
              {' '}
              {row.body} · {say.dueAt} <TimeText at={row.dueAt} exact />
            </span>
          </li>
        ))}
      </Lines>
      <Lines title={say.hotSpots}>
        {data.hotSpots.map((row) => (
          <li key={row.id}>
            <Link to={`/hot-spots?spot=${row.id}`}>{row.title}</Link>{' '}
            <span className="quiet">
              {row.place} · {say.cases(row.cases)}
            </span>
          </li>
        ))}
      </Lines>
      <Lines title={say.bestBodies}>
        {data.bestBodies.map((row) => (
          <li key={row.id}>
            {row.name} <span className="quiet">{say.rated(row.satisfied, row.rated)}</span>
          </li>
        ))}
      </Lines>
      <Lines title={say.bestPeople}>
        {data.bestPeople.map((row) => (
          <li key={`${row.name} ${row.organisation}`}>
            {row.name}{' '}
            <span className="quiet">
              {row.organisation} · {say.fives(row.fives)}
            </span>
          </li>
        ))}
      </Lines>
    </div>
  )
}
const Lines = ({ title, children }: { readonly title: string; readonly children: readonly ReactNode[] }) => {
  const say = useWords(words)
  return (
    <section className="card report-lines">
      <h2>{title}</h2>
      {children.length === 0 ? <p className="quiet">{say.none}</p> : <ul>{children}</ul>}
    </section>
  )
}
/** Figures with the room that lists what they count. */
const Activity = ({ data }: { readonly data: Report }) => {
  const say = useWords(words)
  const { from, to, whistles, patrols, promises } = data
  const here = `from=${from}&to=${to}&place=${data.scope.id}`
  const cases = `/cases?from=${from}&to=${to}&placeId=${data.scope.id}`
  const promised = `/supervision?tab=promises&${here}`
  const figures: readonly (readonly [string, number, string])[] = [
    [say.received, data.received, `${cases}&state=any`],
    [say.closed, data.closed, `${cases}&state=closed,confirmed`],
    [say.overdue, data.overdue.count, `/cases?figure=overdue&placeId=${data.scope.id}`],
    [say.whistles, whistles.called, `/whistles?tab=all&${here}`],
    [say.whistlesLate, whistles.late, `/whistles?tab=all&late=true&${here}`],
    [say.patrols, patrols.done, `/patrols?state=done&${here}`],
    [say.patrolsMissed, patrols.missed, `/patrols?state=missed&${here}`],
    [say.findings, patrols.findings, `/patrols?${here}`],
    [say.promises, promises.due, `${promised}&show=all`],
    [say.kept, promises.kept, `${promised}&show=kept&late=false`],
  ]
  return (
    <ul className="report-figures">
      {figures.map(([name, value, to]) => (
        <li key={name} className="card">
          <Link to={to}>
            <strong>{value}</strong>
            <span>{name}</span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
