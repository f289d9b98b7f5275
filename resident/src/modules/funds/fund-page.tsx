// One fund for everybody of its place: what is in it, in and out, every entry, questions with their answers.
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Api } from '../../../../contract/src/all.ts'
import type { OutOf } from '../../../../contract/src/endpoint.ts'
import { entryKinds } from '../../../../contract/src/funds-life.ts'
import { call } from '../../api.ts'
import { useAction } from '../../kit/action.ts'
import { useLoad } from '../../kit/load.ts'
import { Page } from '../../kit/page.tsx'
import { Photos, picturesOf } from '../../kit/photos.tsx'
import { Failure, SignInFirst, Skeleton } from '../../kit/states.tsx'
import { Moment } from '../../kit/when.tsx'
import { place } from '../../router.ts'
import { session } from '../../session.ts'
import { useStore } from '../../store.ts'
import { say } from '../../words.ts'
import { yuan } from './money.ts'
import { AskSheet, PledgeSheet } from './sheets.tsx'
import { w } from './words.ts'
import type { Fund } from './fund.ts'
import './funds.css'

type Entry = OutOf<Api['GET /api/funds/:id/entries']>['rows'][number]
const Figures = ({ of }: { of: Fund }) => (
  <section class="card stack">
    <p class="small quiet">{w('balance')}</p>
    <p class="fund-sum">{yuan(of.balance)}</p>
    {of.target !== null && (
      <p class="strong">{w('raised', { raised: yuan(of.raised ?? 0), target: yuan(of.target) })}</p>
    )}
    <dl class="fund-facts">
      <dt>{w('inYear')}</dt>
      <dd>{yuan(of.inThisYear)}</dd>
      <dt>{w('outYear')}</dt>
      <dd>{yuan(of.outThisYear)}</dd>
      {of.reserved > 0 && (
        <>
          <dt>{w('reserved')}</dt>
          <dd>{yuan(of.reserved)}</dd>
        </>
      )}
      {of.budget !== null && (
        <>
          <dt>{w('budget')}</dt>
          <dd>{yuan(of.budget)}</dd>
        </>
      )}
      {of.mine.map((one) => (
        <>
          <dt>
            {w('mine')} {one.name}
          </dt>
          <dd>{yuan(one.balance)}</dd>
        </>
      ))}
    </dl>
    {of.myPledges.map((one) => (
      <p key={one.id}>{w('myPledge', { amount: yuan(one.amount), paid: yuan(one.paid) })}</p>
    ))}
    <p class="small quiet">{of.purpose}</p>
    <a class="button wide" href={`/funds/${of.id}/statement`}>
      {w('openStatement')}
    </a>
  </section>
)
/** What came to and went from the account of my home this year. */
const MyAccount = ({ id, of }: { id: string; of: Fund['mine'][number] }) => {
  const period = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 4)
  const { data, trouble, reload } = useLoad(`funds/${id}/accounts/${of.id}/${period}`, () =>
    call('GET /api/funds/:id/accounts/:thingId', { params: { id, thingId: of.id }, query: { period } }),
  )
  if (trouble && !data) return <Failure trouble={trouble} retry={reload} />
  if (!data) return <Skeleton />
  return (
    <section class="stack">
      <h2>
        {w('mine')} {of.name}
      </h2>
      <p class="quiet">{w('accountSums', { opening: yuan(data.opening), closing: yuan(data.closing) })}</p>
      <ul class="cells">
        {data.lines.map((line) => (
          <li key={line.id} class="cell">
            <span class="grow">
              <span class="strong">{line.purpose}</span>
              <span class="small quiet">
                {line.day} · {say([entryKinds[line.kind].zh, entryKinds[line.kind].en])}
              </span>
            </span>
            <span class="fund-figure">{yuan(line.amount)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
const EntryCell = ({ of }: { of: Entry }) => (
  <li class="cell">
    <span class="grow">
      <span class="strong">{of.purpose}</span>
      <span class="small quiet">
        {of.day} · {say([entryKinds[of.kind].zh, entryKinds[of.kind].en])}
        {of.payee ? ` · ${w('to', { payee: of.payee })}` : ''}
        {of.reversed ? ` · ${w('reversed')}` : ''}
      </span>
      {of.photos.length > 0 && <Photos pictures={picturesOf(of.photos)} />}
    </span>
    <span class="fund-figure">{yuan(of.amount === 0 ? of.turnover : of.amount)}</span>
  </li>
)
const Entries = ({ id }: { id: string }) => {
  const { data, trouble, reload } = useLoad(`funds/${id}/entries`, () =>
    call('GET /api/funds/:id/entries', { params: { id } }),
  )
  const [older, setOlder] = useState<{ rows: Entry[]; next: string | null } | null>(null)
  const more = useAction(async (after: string) => {
    const page = await call('GET /api/funds/:id/entries', { params: { id }, query: { after } })
    setOlder({ rows: [...(older?.rows ?? []), ...page.rows], next: page.next })
  })
  if (trouble && !data) return <Failure trouble={trouble} retry={reload} />
  if (!data) return <Skeleton />
  const next = older === null ? data.next : older.next
  return (
    <section class="stack">
      <h2>{w('entries')}</h2>
      {data.rows.length === 0 && <p class="quiet">{w('noEntries')}</p>}
      <ul class="cells">
        {[...data.rows, ...(older?.rows ?? [])].map((row) => (
          <EntryCell key={row.id} of={row} />
        ))}
      </ul>
      {more.trouble && <Failure trouble={more.trouble} />}
      {next && (
        <button type="button" class="button wide" aria-disabled={more.busy} onClick={() => void more.run(next)}>
          {w('more')}
        </button>
      )}
    </section>
  )
}
const Questions = ({ id, version }: { id: string; version: number }) => {
  const { data, trouble, reload } = useLoad(`funds/${id}/questions/${version}`, () =>
    call('GET /api/funds/:id/questions', { params: { id } }),
  )
  const top = useRef<HTMLElement>(null)
  const wanted = useStore(place).query.get('at') === 'questions'
  useEffect(() => {
    if (wanted && data) top.current?.scrollIntoView()
  }, [wanted, data === null])
  if (trouble && !data) return <Failure trouble={trouble} retry={reload} />
  return (
    <section class="stack fund-questions" ref={top}>
      <h2>{w('questions')}</h2>
      {data?.rows.length === 0 && <p class="quiet">{w('noQuestions')}</p>}
      {data?.rows.map((row) => (
        <article key={row.id} class="card stack">
          <p class="strong">{row.words}</p>
          <p class="small quiet">
            <Moment at={row.askedAt} />
          </p>
          <p>{row.answer ?? w('noAnswer')}</p>
        </article>
      ))}
    </section>
  )
}
const Shown = ({ id, sheet, close }: { id: string; sheet: 'ask' | 'pledge' | null; close: () => void }) => {
  const { data, trouble, reload, put } = useLoad(`funds/${id}`, () => call('GET /api/funds/:id', { params: { id } }))
  const [version, setVersion] = useState(0)
  if (trouble && !data) return <Failure trouble={trouble} retry={reload} />
  if (!data) return <Skeleton />
  return (
    <>
      <h2>{data.name}</h2>
      <Figures of={data} />
      {data.mine.map((one) => (
        <MyAccount key={one.id} id={id} of={one} />
      ))}
      <Entries id={id} />
      <Questions id={id} version={version} />
      {sheet === 'ask' && <AskSheet id={id} onClose={close} onDone={() => setVersion(version + 1)} />}
      {sheet === 'pledge' && <PledgeSheet id={id} onClose={close} put={put} />}
    </>
  )
}
const FundPage = ({ id }: { id: string }) => {
  const who = useStore(session)
  const [sheet, open] = useState<'ask' | 'pledge' | null>(null)
  const known = useLoad(who.state === 'in' ? `funds/${id}` : null, () => call('GET /api/funds/:id', { params: { id } }))
  const may = known.data?.may ?? []
  return (
    <Page
      title={w('title')}
      backTo="/funds"
      bar={
        may.includes('pledge') ? (
          <button type="button" class="button main" onClick={() => open('pledge')}>
            {w('pledge')}
          </button>
        ) : may.includes('ask') ? (
          <button type="button" class="button main" onClick={() => open('ask')}>
            {w('ask')}
          </button>
        ) : null
      }
    >
      {who.state === 'out' ? <SignInFirst /> : <Shown id={id} sheet={sheet} close={() => open(null)} />}
    </Page>
  )
}
export default FundPage
