// What became of it: bodies' yearly reports with my rating (mission B13), and resolutions of before no longer as decided.
import { useState } from 'preact/hooks'
import type { Api } from '../../../../contract/src/all.ts'
import { resolutionStandings } from '../../../../contract/src/deliberation-life.ts'
import type { OutOf } from '../../../../contract/src/endpoint.ts'
import { call } from '../../api.ts'
import { useAction } from '../../kit/action.ts'
import { Lines } from '../../kit/field.tsx'
import { useLoad } from '../../kit/load.ts'
import { Failure, Skeleton } from '../../kit/states.tsx'
import { tell } from '../../kit/toast.tsx'
import { say } from '../../words.ts'
import '../cases/cases.css'
import { Stars } from '../cases/stars.tsx'
import { SignedInPage } from './signed-in.tsx'
import { w } from './words.ts'

type Report = OutOf<Api['GET /api/deliberation/reports']>['rows'][number]
const Rate = ({ of, changed }: { of: Report; changed: () => void }) => {
  const [stars, setStars] = useState(0)
  const [text, setText] = useState('')
  const action = useAction(async (body: { stars: number; words?: string }, key) => {
    await call('POST /api/deliberation/reports/:id/rating', { params: { id: of.id }, body, key })
    tell(w('rated'))
    changed()
  })
  return (
    <div class="stack">
      <Stars label={w('rateReport')} value={stars} onValue={setStars} />
      {stars > 0 && (
        <>
          <Lines label={w('rateWords')} keptBy={of.id} rows={2} max={500} value={text} onValue={setText} />
          {action.trouble && <Failure trouble={action.trouble} />}
          <button
            type="button"
            class="button main"
            aria-disabled={action.busy}
            onClick={() => void action.run({ stars, ...(text.trim() ? { words: text.trim() } : {}) })}
          >
            {w('sendRating')}
          </button>
        </>
      )}
    </div>
  )
}
const ReportCard = ({ of, changed }: { of: Report; changed: () => void }) => (
  <article class="card stack">
    <h3>
      {of.organisation.name} {w('ofYear', { year: of.year })}
    </h3>
    <p class="said">{of.words}</p>
    <p>{w('figures', { due: of.figures.due, kept: of.figures.kept, late: of.figures.late, open: of.figures.open })}</p>
    <p class="small quiet">
      {of.average === null ? w('notRated') : w('average', { stars: (of.average / 10).toFixed(1), n: of.ratings })}
      {of.myStars !== null && ` · ${w('mine', { n: of.myStars })}`}
    </p>
    {of.may.includes('rate') && <Rate of={of} changed={changed} />}
  </article>
)
const Lists = () => {
  const reports = useLoad('deliberation/reports', () => call('GET /api/deliberation/reports', { query: { limit: 20 } }))
  const stale = useLoad('deliberation/stale', () =>
    call('GET /api/deliberation/resolutions', { query: { stale: 'true', limit: 50 } }),
  )
  if (reports.trouble && !reports.data) return <Failure trouble={reports.trouble} retry={reports.reload} />
  if (!reports.data || !stale.data) return <Skeleton rows={4} height={5} />
  return (
    <>
      <section class="stack">
        <h2>{w('reports')}</h2>
        {reports.data.rows.length === 0 && <p class="quiet">{w('noReports')}</p>}
        {reports.data.rows.map((one) => (
          <ReportCard key={one.id} of={one} changed={reports.reload} />
        ))}
      </section>
      <section class="stack">
        <h2>{w('stale')}</h2>
        <p class="small quiet">{w('staleLead')}</p>
        {stale.data.rows.length === 0 ? (
          <p class="quiet">{w('noStale')}</p>
        ) : (
          <ul class="cells">
            {stale.data.rows.map((one) => (
              <li key={one.id}>
                <a class="cell" href={`/deliberation/meetings/${one.meeting.id}`}>
                  <span class="grow">
                    <span class="strong">{one.title}</span>
                    <span class="said">{one.words}</span>
                    <span class="small quiet">
                      {say([resolutionStandings[one.standing].zh, resolutionStandings[one.standing].en])} ·{' '}
                      {one.madeAt.slice(0, 10)}
                    </span>
                  </span>
                </a>
              </li>
            ))}
          </ul>
        )}
      </section>
    </>
  )
}
const KeptPage = () => (
  <SignedInPage title={w('keptTitle')} backTo="/deliberation">
    {() => <Lists />}
  </SignedInPage>
)
export default KeptPage
