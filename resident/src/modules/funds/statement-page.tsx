// The statement of a month or a quarter for everybody of the place: what was there, each line in and out, what is left, added up again.
import type { Api } from '../../../../contract/src/all.ts'
import type { OutOf } from '../../../../contract/src/endpoint.ts'
import { entryKinds } from '../../../../contract/src/funds-life.ts'
import { call } from '../../api.ts'
import { Chips } from '../../kit/field.tsx'
import { Icon } from '../../kit/icon.tsx'
import { alert, check, right } from '../../kit/icons.ts'
import { useLoad } from '../../kit/load.ts'
import { Page } from '../../kit/page.tsx'
import { Photos, picturesOf } from '../../kit/photos.tsx'
import { Failure, SignInFirst, Skeleton } from '../../kit/states.tsx'
import { go, place } from '../../router.ts'
import { session } from '../../session.ts'
import { useStore } from '../../store.ts'
import { say } from '../../words.ts'
import { yuan } from './money.ts'
import { isQuarter, kindOf, periodNow, periodsOf, periodWords, type PeriodKind } from './periods.ts'
import { w } from './words.ts'
import '../../kit/paper.css'
import './funds.css'

type Statement = OutOf<Api['GET /api/funds/:id/statement']>
type Line = Statement['lines'][number]

const Choice = ({ period, choose }: { period: string; choose: (period: string) => void }) => {
  const kind = kindOf(period)
  return (
    <section class="stack no-print">
      <Chips<PeriodKind>
        label={w('periodKind')}
        hideLabel
        of={[
          ['month', w('byMonth')],
          ['quarter', w('byQuarter')],
        ]}
        chosen={[kind]}
        onChoose={([one]) => choose(periodNow(one ?? 'month'))}
      />
      <label class="field">
        <span class="strong">{w('period')}</span>
        <select class="input" value={period} onChange={(event) => choose(event.currentTarget.value)}>
          {periodsOf(kind).map((one) => (
            <option key={one} value={one}>
              {periodWords(one)}
            </option>
          ))}
        </select>
      </label>
    </section>
  )
}
const Sums = ({ of }: { of: Statement }) => (
  <section class="card stack">
    <dl class="fund-facts">
      <dt>{w('opening')}</dt>
      <dd>{yuan(of.opening)}</dd>
      <dt>{w('cameIn')}</dt>
      <dd>{yuan(of.in)}</dd>
      <dt>{w('wentOut')}</dt>
      <dd>{yuan(-of.out)}</dd>
      <dt class="strong">{w('closing')}</dt>
      <dd class="strong">{yuan(of.closing)}</dd>
    </dl>
    <p class="small quiet">{w('fromTo', { from: of.from, to: of.to })}</p>
    <p class={of.check.holds ? 'notice good' : 'notice bad'} role="status">
      <Icon of={of.check.holds ? check : alert} />
      <span class="grow">{of.check.holds ? w('holds', { n: of.check.entries }) : w('broken')}</span>
    </p>
  </section>
)
const Ground = ({ of }: { of: NonNullable<Line['basis']> }) => {
  const words = w('restsOn', { title: of.title ?? w('aMeeting') })
  if (of.id === null) return <p class="small">{words}</p>
  return <a href={of.kind === 'decision' ? `/decisions/${of.id}` : `/deliberation/meetings/${of.id}`}>{words}</a>
}
const LineCell = ({ of }: { of: Line }) => (
  <li class="fund-line">
    <p class="strong">{of.purpose}</p>
    <p class="small quiet">
      {of.day} · {say([entryKinds[of.kind].zh, entryKinds[of.kind].en])}
      {of.payee ? ` · ${w('to', { payee: of.payee })}` : ''}
      {of.reversed ? ` · ${w('reversed')}` : ''}
    </p>
    <p class="fund-in-out">
      <span>{of.amount < 0 ? w('out') : w('in')}</span>
      <span class="strong">{yuan(of.amount)}</span>
    </p>
    <p class="fund-in-out small quiet">
      <span>{w('leftThen')}</span>
      <span>{yuan(of.balance)}</span>
    </p>
    {of.basis && <Ground of={of.basis} />}
    {of.photos.length > 0 && (
      <>
        <p class="small">{w('receipt')}</p>
        <Photos pictures={picturesOf(of.photos)} />
      </>
    )}
  </li>
)
const Shown = ({ id, period }: { id: string; period: string }) => {
  const { data, trouble, reload } = useLoad(`funds/${id}/statement/${period}`, () =>
    call('GET /api/funds/:id/statement', { params: { id }, query: { period } }),
  )
  if (trouble && !data) return <Failure trouble={trouble} retry={reload} />
  if (!data) return <Skeleton />
  return (
    <>
      <h2>
        {data.fund.name} · {periodWords(period)}
      </h2>
      <Sums of={data} />
      <section class="stack">
        <h2>{w('lines')}</h2>
        {data.lines.length === 0 && <p class="quiet">{w('noLines')}</p>}
        {data.lines.length > 0 && (
          <ul class="cells fund-lines">
            {data.lines.map((line) => (
              <LineCell key={line.id} of={line} />
            ))}
          </ul>
        )}
      </section>
      <nav class="cells no-print" aria-label={w('more')}>
        <a class="cell" href={`/funds/${id}?at=questions`}>
          <span class="grow">{w('askAbout')}</span>
          <Icon of={right} />
        </a>
        <a class="cell" href={`/api/funds/${id}/statement.xlsx?period=${period}`} download>
          <span class="grow">{w('download')}</span>
        </a>
      </nav>
    </>
  )
}
const StatementPage = ({ id }: { id: string }) => {
  const who = useStore(session)
  const asked = useStore(place).query.get('period') ?? ''
  const period = isQuarter(asked) || /^20\d\d-(0[1-9]|1[0-2])$/.test(asked) ? asked : periodNow('month')
  const choose = (next: string) => go(`/funds/${id}/statement?period=${next}`, { replace: true })
  return (
    <Page title={w('statement')} backTo={`/funds/${id}`}>
      {who.state === 'out' ? (
        <SignInFirst />
      ) : (
        <>
          <Choice period={period} choose={choose} />
          <Shown id={id} period={period} />
        </>
      )}
    </Page>
  )
}
export default StatementPage
