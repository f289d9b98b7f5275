// The three rates of an area and a period, with their parts, trend and tables.
import { App, Button } from 'antd'
import { ChartColumn, RefreshCw } from 'lucide-react'
import type { ReactNode } from 'react'
import { useSearch } from '../../platform/address.ts'
import { addressOf, useAct, useApi } from '../../platform/api.ts'
import { ExportButton } from '../../platform/export-button.tsx'
import { EmptyState, Loaded } from '../../platform/page.tsx'
import { useTimeText } from '../../platform/time.tsx'
import { useWords } from '../../platform/words.ts'
import { CasesDrawer } from './cases-drawer.tsx'
import { FigureButton } from './figure-button.tsx'
import { PeriodBar } from './period-bar.tsx'
import { askedOf, percent, type Rates } from './percent.ts'
import { RatesTable } from './rates-table.tsx'
import { TrendChart } from './trend-chart.tsx'
import { words } from './words.ts'

export const FiguresTab = () => {
  const say = useWords(words)
  const { message } = App.useApp()
  const [search] = useSearch()
  const query = askedOf(search)
  const rates = useApi('GET /api/rates', { query }, { keep: true })
  const recount = useAct('POST /api/rates/recount', { onDone: () => void message.info(say.recounting) })
  return (
    <div className="stack">
      <PeriodBar />
      <div className="row no-print">
        <ExportButton href={addressOf('GET /api/rates/sheet', { query })} label={say.export} />
        {rates.data?.may.includes('review') ? (
          <Button
            icon={<RefreshCw size={16} aria-hidden />}
            loading={recount.isPending}
            onClick={() => recount.mutate({})}
          >
            {say.recount}
          </Button>
        ) : null}
      </div>
      <Loaded of={rates}>{(data) => <Figures data={data} />}</Loaded>
      <CasesDrawer />
    </div>
  )
}
const Figures = ({ data }: { readonly data: Rates }) => {
  const say = useWords(words)
  return (
    <>
      <Notes data={data} />
      <RateCards data={data} />
      <TrendChart rows={data.trend} />
      {data.bodies.length === 0 ? <EmptyState icon={ChartColumn} title={say.noBodies} hint={say.noBodiesHint} /> : null}
      <RatesTable title={say.byBody} head={say.body} rows={data.bodies} narrow="bodyId" />
      <RatesTable title={say.byCategory} head={say.category} rows={data.categories} narrow="categoryId" />
      <RatesTable title={say.byPlace} head={say.place} rows={data.places} narrow="placeId" />
    </>
  )
}
const Notes = ({ data }: { readonly data: Rates }) => {
  const say = useWords(words)
  const when = useTimeText()
  const [, change] = useSearch()
  const { published } = data
  return (
    <p className="quiet">
      {data.countedTo < data.from ? say.nothingOver : say.counted(data.countedTo)}{' '}
      {data.uncounted > 0 ? say.uncounted(data.uncounted) : null}{' '}
      {published === null ? null : (
        <>
          <strong>{say.publishedBy(published.by ?? '', when(published.at), published.formula)}</strong>{' '}
          <button type="button" className="link-button" onClick={() => change({ published: undefined })}>
            {say.seeLive}
          </button>
        </>
      )}
    </p>
  )
}
export const RateCards = ({ data }: { readonly data: Pick<Rates, 'total'> }) => {
  const say = useWords(words)
  const { total } = data
  const withSilent = percent(total.resolved + total.silentUnchecked, total.resolveDue)
  return (
    <div className="rate-cards">
      <Card title={say.response} what={say.responseWhat} share={percent(total.responded, total.respondDue)}>
        <p>
          <FigureButton figure="responded" value={total.responded} /> /{' '}
          <FigureButton figure="respondDue" value={total.respondDue} />
        </p>
        {total.respondExcluded > 0 ? (
          <p className="quiet">
            {say.alsoExcluded(total.respondExcluded)}{' '}
            <FigureButton figure="respondExcluded" value={total.respondExcluded} />
          </p>
        ) : null}
      </Card>
      <Card title={say.resolution} what={say.resolutionWhat} share={percent(total.resolved, total.resolveDue)}>
        <p>
          <FigureButton figure="resolved" value={total.resolved} /> /{' '}
          <FigureButton figure="resolveDue" value={total.resolveDue} />
        </p>
        {total.silentUnchecked > 0 ? (
          <p className="quiet">
            {say.alsoSilent(total.silentUnchecked, withSilent)}{' '}
            <FigureButton figure="silentUnchecked" value={total.silentUnchecked} />
          </p>
        ) : null}
        {total.waiting > 0 ? (
          <p className="quiet">
            {say.alsoWaiting(total.waiting)} <FigureButton figure="waiting" value={total.waiting} />
          </p>
        ) : null}
        {total.resolveExcluded > 0 ? (
          <p className="quiet">
            {say.alsoExcluded(total.resolveExcluded)}{' '}
            <FigureButton figure="resolveExcluded" value={total.resolveExcluded} />
          </p>
        ) : null}
      </Card>
      <Card title={say.satisfaction} what={say.satisfactionWhat} share={percent(total.satisfied, total.rated)}>
        <p>
          <FigureButton figure="satisfied" value={total.satisfied} /> /{' '}
          <FigureButton figure="rated" value={total.rated} />
        </p>
      </Card>
    </div>
  )
}
interface CardProps {
  readonly title: string
  readonly what: string
  readonly share: string
  readonly children: ReactNode
}
const Card = ({ title, what, share, children }: CardProps) => (
  <section className="card rate-card">
    <h2>{title}</h2>
    <p className="rate-share">{share}</p>
    <p className="quiet">{what}</p>
    {children}
  </section>
)
