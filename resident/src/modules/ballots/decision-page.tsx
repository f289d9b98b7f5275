// One decision for an owner: what is asked, what it costs, agree or not, when it ends, what came out.
import { useState } from 'preact/hooks'
import { decisionStates } from '../../../../contract/src/ballots-life.ts'
import { call } from '../../api.ts'
import { useAction } from '../../kit/action.ts'
import { useLoad } from '../../kit/load.ts'
import { Page } from '../../kit/page.tsx'
import { Failure, SignInFirst, Skeleton } from '../../kit/states.tsx'
import { When } from '../../kit/when.tsx'
import { session } from '../../session.ts'
import { useStore } from '../../store.ts'
import { say } from '../../words.ts'
import { MandateSheet, ObjectSheet } from './sheets.tsx'
import { VoteSheet, type Decision, type Mine } from './vote-sheet.tsx'
import { w } from './words.ts'

type Opened = { what: 'vote'; mine: Mine } | { what: 'mandate' } | { what: 'object'; about: 'roll' | 'result' } | null
interface Part {
  of: Decision
  put: (next: Decision) => void
  open: (next: Opened) => void
}
const squareMetres = (area: number) => (area / 100).toFixed(2)
const shareOf = ({ numerator, denominator, isMoreThan }: Decision['items'][number]['matter']['threshold']) =>
  isMoreThan ? w('half') : w('share', { n: numerator, d: denominator })

const Items = ({ of }: { of: Decision }) => (
  <section class="stack">
    <h2>{w('asked')}</h2>
    <p style="white-space: pre-wrap">{of.words}</p>
    <ul class="cells">
      {of.items.map((item) => (
        <li key={item.id} class="cell">
          <span class="grow">
            <span class="strong">{item.title}</span>
            {item.words && <span>{item.words}</span>}
            {item.cost && (
              <span>
                {w('cost')}：{item.cost}
              </span>
            )}
            <span class="small quiet">
              {item.matter.article} · {w('needs', { share: shareOf(item.matter.threshold) })}
            </span>
          </span>
        </li>
      ))}
    </ul>
    <p class="small quiet">
      {w('quorum')}。{w('silence')}
    </p>
  </section>
)
const MyVotes = ({ of, open }: Part) => {
  if (of.mine.length === 0) return of.state === 'open' ? <p class="notice info">{w('notOnRoll')}</p> : null
  return (
    <section class="stack">
      <h2>{w('mine')}</h2>
      {of.mine.map((mine) => (
        <div key={mine.key + (mine.mandateId ?? '')} class="card stack">
          <p class="strong">
            {mine.forName === null
              ? mine.parts.map((part) => part.label).join('、')
              : w('forOther', { name: mine.forName })}
          </p>
          <p class="small quiet">
            {w('myArea', { area: squareMetres(mine.area) })}
            {mine.coOwners > 1 ? ` · ${w('coOwners', { n: mine.coOwners })}` : ''}
          </p>
          {mine.ballot && (
            <>
              <p>
                {w('voted')} <When at={mine.ballot.at} withTime />
              </p>
              <p class="small">
                {w('receipt')} {mine.ballot.receipt}
              </p>
            </>
          )}
          {of.may.includes('vote') && (
            <button
              type="button"
              class={mine.ballot ? 'button' : 'button main'}
              onClick={() => open({ what: 'vote', mine })}
            >
              {mine.ballot ? w('voteAgain') : w('vote')}
            </button>
          )}
        </div>
      ))}
      {of.may.includes('vote') && <p class="small quiet">{w('lastCounts')}</p>}
    </section>
  )
}
const Mandates = ({ of, put, open }: Part) => {
  const revoke = useAction(async (thingId: string, key) => {
    put(await call('POST /api/decisions/:id/mandates/:thingId', { params: { id: of.id, thingId }, body: {}, key }))
  })
  const isGiven = of.mandates.some((one) => one.revokedAt === null)
  return (
    <>
      {of.mandates.map((one) => (
        <p key={one.id} class="row">
          <span>
            {w('mandateTo', { name: one.toName })}
            {one.revokedAt ? `（${w('revoked')}）` : ''}
          </span>
          {one.revokedAt === null && of.may.includes('giveMandate') && (
            <button type="button" class="button" aria-disabled={revoke.busy} onClick={() => void revoke.run(one.id)}>
              {w('revoke')}
            </button>
          )}
        </p>
      ))}
      {revoke.trouble && <Failure trouble={revoke.trouble} />}
      {of.may.includes('giveMandate') && !isGiven && (
        <button type="button" class="button" onClick={() => open({ what: 'mandate' })}>
          {w('mandate')}
        </button>
      )}
    </>
  )
}
const Result = ({ of }: { of: Decision }) => {
  if (of.result === null) return null
  return (
    <section class="stack">
      <h2>{w('result')}</h2>
      {of.result.items.map((one) => (
        <div key={one.itemId} class="card stack">
          <p class="strong">{of.items.find((item) => item.id === one.itemId)?.title}</p>
          <p class="strong">
            {one.outcome === 'undetermined' ? w('undetermined') : one.isPassed ? w('passed') : w('notPassed')}
            {one.seat ? ` · ${w(`seat_${one.seat}`)}` : ''}
          </p>
          <p>{w('took', { n: one.owners.participating, total: one.owners.total })}</p>
          <p>{w('counts', { for: one.owners.for, against: one.owners.against, abstain: one.owners.abstain })}</p>
          <p>{w('areas', { for: squareMetres(one.area.for), part: squareMetres(one.area.participating) })}</p>
        </div>
      ))}
      {of.certificate && (
        <a class="button" href={`/api/decisions/${of.id}/certificate.pdf`} target="_blank" rel="noreferrer">
          {w('certificate')}
        </a>
      )}
      <a class="button" href={`/api/decisions/${of.id}/bundle.zip`} download>
        {w('bundle')}
      </a>
    </section>
  )
}
const Proofs = ({ of, open }: Part) => (
  <section class="stack">
    <h2>{w('roll')}</h2>
    <p>{w('rollSays', { owners: of.roll.owners, parts: of.roll.parts })}</p>
    {of.state === 'rollPublished' && of.roll.objectionsUntil && (
      <p>{w('rollUntil', { day: of.roll.objectionsUntil })}</p>
    )}
    {of.may.includes('objectRoll') && (
      <button type="button" class="button" onClick={() => open({ what: 'object', about: 'roll' })}>
        {w('objectRoll')}
      </button>
    )}
    {of.may.includes('objectResult') && (
      <button type="button" class="button" onClick={() => open({ what: 'object', about: 'result' })}>
        {w('objectResult')}
      </button>
    )}
    {of.objections
      .filter((one) => one.mine)
      .map((one) => (
        <div key={one.id} class="card stack">
          <p>{one.words}</p>
          <p class="quiet">{one.answer ?? w('noAnswer')}</p>
        </div>
      ))}
    {of.roll.hash && (
      <p class="small quiet" style="overflow-wrap: anywhere">
        {w('fingerprint')} {of.roll.hash}
      </p>
    )}
    {of.chain.length > 0 && (
      <p class="small quiet" style="overflow-wrap: anywhere">
        {w('box', { n: of.chain.length, head: of.chain.head })}
      </p>
    )}
    {of.notice && (
      <a class="button" href={`/api/publicnotices/${of.notice.id}/sheet.pdf`} target="_blank" rel="noreferrer">
        {w('sheet')}
      </a>
    )}
  </section>
)
const Body = ({ id }: { id: string }) => {
  const { data, trouble, reload, put } = useLoad(`decisions/${id}`, () =>
    call('GET /api/decisions/:id', { params: { id } }),
  )
  const [opened, open] = useState<Opened>(null)
  if (trouble && !data) return <Failure trouble={trouble} retry={reload} />
  if (!data) return <Skeleton />
  const part = { of: data, put, open }
  const state = decisionStates[data.state]
  const close = () => open(null)
  return (
    <>
      <h2>{data.title}</h2>
      <p class="strong">{say([state.zh, state.en])}</p>
      {data.closesAt && (
        <p>
          {w('closes')} <When at={data.closesAt} withTime />
        </p>
      )}
      {data.state === 'noticed' && data.notice && <p>{w('opensFrom', { day: data.notice.opensFrom })}</p>}
      {data.endedWords && (
        <p class="notice info">
          {w('ended')}：{data.endedWords}
        </p>
      )}
      <Result of={data} />
      <MyVotes {...part} />
      <Mandates {...part} />
      <Items of={data} />
      <Proofs {...part} />
      {opened?.what === 'vote' && <VoteSheet of={data} mine={opened.mine} onClose={close} onVoted={reload} />}
      {opened?.what === 'mandate' && <MandateSheet of={data} put={put} onClose={close} />}
      {opened?.what === 'object' && <ObjectSheet of={data} about={opened.about} put={put} onClose={close} />}
    </>
  )
}
const DecisionPage = ({ id }: { id: string }) => {
  const who = useStore(session)
  return (
    <Page title={w('title')} backTo="/decisions">
      {who.state === 'out' ? <SignInFirst /> : <Body id={id} />}
    </Page>
  )
}
export default DecisionPage
