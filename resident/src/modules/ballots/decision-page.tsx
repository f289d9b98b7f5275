// One decision for an owner: what is asked, what it costs, agree or not, when it ends, what came out.
import { useState } from 'preact/hooks'
import { decisionStates } from '../../../../contract/src/ballots-life.ts'
import { call } from '../../api.ts'
import { useLoad } from '../../kit/load.ts'
import { OwnPage } from '../../kit/own-page.tsx'
import { Failure, Skeleton } from '../../kit/states.tsx'
import { When } from '../../kit/when.tsx'
import { mark } from '../../marks.ts'
import { say } from '../../words.ts'
import { Objecting, Proofs } from './proofs.tsx'
import { Result, squareMetres } from './result.tsx'
import { Received, silenceSaid } from './silence.tsx'
import { Designation, Mandates } from './together.tsx'
import type { Decision, Mine } from './decision.ts'
import { VoteSheet } from './vote-sheet.tsx'
import { w } from './words.ts'

interface Part {
  of: Decision
  put: (next: Decision) => void
  vote: (mine: Mine) => void
}
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
              <span style="white-space: pre-line">
                {w('cost')}
                {mark('colon')}
                {item.cost}
              </span>
            )}
            {item.fund && <a href={`/funds/${item.fund.id}`}>{w('theBooks')}</a>}
            {item.planId && <a href={`/shares/${item.planId}`}>{w('myShare')}</a>}
            <span class="small quiet">
              {item.matter.article} · {w('needs', { share: shareOf(item.matter.threshold) })}
            </span>
          </span>
        </li>
      ))}
    </ul>
    <p class="small quiet">
      {w('quorum')}
      {mark('stop')}
      {silenceSaid(of)}
    </p>
  </section>
)
const MyVotes = ({ of, put, vote }: Part) => {
  if (of.mine.length === 0) return of.state === 'open' ? <p class="notice info">{w('notOnRoll')}</p> : null
  return (
    <section class="stack">
      <h2>{w('mine')}</h2>
      {of.mine.map((mine) => (
        <div key={mine.key + (mine.mandateId ?? '')} class="card stack">
          <p class="strong">
            {mine.forName === null
              ? mine.parts.map((part) => part.label).join(mark('list'))
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
                {w('receipt')} <a href={`/decisions/${of.id}/receipt`}>{mine.ballot.receipt}</a>
              </p>
            </>
          )}
          <Designation of={of} put={put} mine={mine} />
          {of.may.includes('vote') && (
            <button type="button" class={mine.ballot ? 'button' : 'button main'} onClick={() => vote(mine)}>
              {mine.ballot ? w('voteAgain') : w('vote')}
            </button>
          )}
        </div>
      ))}
      {of.may.includes('vote') && <p class="small quiet">{w('lastCounts')}</p>}
    </section>
  )
}
const Body = ({ id }: { id: string }) => {
  const { data, trouble, reload, put } = useLoad(`decisions/${id}`, () =>
    call('GET /api/decisions/:id', { params: { id } }),
  )
  const [mine, vote] = useState<Mine | null>(null)
  if (trouble && !data) return <Failure trouble={trouble} retry={reload} />
  if (!data) return <Skeleton />
  const part = { of: data, put, vote }
  const state = decisionStates[data.state]
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
          {w('ended')}
          {mark('colon')}
          {data.endedWords}
        </p>
      )}
      <Result of={data} />
      <MyVotes {...part} />
      <Received of={data} put={put} />
      <Items of={data} />
      <Mandates of={data} put={put} />
      <Objecting of={data} put={put} />
      <Proofs of={data} />
      {mine && <VoteSheet of={data} mine={mine} onClose={() => vote(null)} onVoted={reload} />}
    </>
  )
}
const DecisionPage = ({ id }: { id: string }) => (
  <OwnPage title={w('title')} backTo="/decisions">
    <Body id={id} />
  </OwnPage>
)
export default DecisionPage
