// One committee for the owners of its estate: who stands, who sits until when, what can be done now.
import { useState } from 'preact/hooks'
import {
  candidateStates,
  committeeKinds,
  committeeStates,
  duties,
  groupSides,
  proposers,
  seatResults,
} from '../../../../contract/src/committees-life.ts'
import { call } from '../../api.ts'
import { useAction } from '../../kit/action.ts'
import { useLoad } from '../../kit/load.ts'
import { OwnPage } from '../../kit/own-page.tsx'
import { Failure, Skeleton } from '../../kit/states.tsx'
import { tell } from '../../kit/toast.tsx'
import { aside, mark } from '../../marks.ts'
import { say } from '../../words.ts'
import { LeaveSheet, ObjectSheet, StandSheet, type Committee } from './sheets.tsx'
import { w } from './words.ts'

type Opened = { what: 'stand' } | { what: 'other' } | { what: 'object' } | { what: 'leave'; id: string } | null
interface Part {
  of: Committee
  put: (next: Committee) => void
  open: (next: Opened) => void
}
const both = (words: { zh: string; en: string }) => say([words.zh, words.en])
const Cited = ({ title, of }: { title: string; of: Committee['rules'] }) => (
  <details>
    <summary>{title}</summary>
    <ul>
      {of.map((one) => (
        <li key={one.words.en}>
          {both(one.words)} <span class="small quiet">{one.citation}</span>
        </li>
      ))}
    </ul>
  </details>
)
const Candidates = ({ of, put, open }: Part) => {
  const withdraw = useAction(async (thingId: string, key) => {
    put(await call('POST /api/committees/:id/candidates/:thingId/withdrawal', { params: { id: of.id, thingId }, key }))
    tell(w('withdrawn'))
  })
  if (of.candidates.length === 0 && of.state !== 'preparing') return null
  return (
    <section class="stack">
      <h2>{w('candidates')}</h2>
      {of.candidates.length === 0 && <p class="quiet">{w('noCandidates')}</p>}
      {of.candidates.length > 0 && (
        <ul class="cells">
          {of.candidates.map((one) => (
            <li key={one.id} class="cell">
              <span class="grow">
                <span class="strong">
                  {one.name}
                  {one.mine ? aside(w('mine')) : ''}
                </span>
                <span class="small">
                  {both(proposers[one.proposedBy])} ·{' '}
                  {one.result ? both(seatResults[one.result]) : both(candidateStates[one.state])}
                </span>
                <span>{one.statement}</span>
                {one.reviewWords && <span class="small quiet">{w('why', { words: one.reviewWords })}</span>}
                {one.may.includes('withdraw') && (
                  <button
                    type="button"
                    class="button"
                    aria-disabled={withdraw.busy}
                    onClick={() => void withdraw.run(one.id)}
                  >
                    {w('withdraw')}
                  </button>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
      {withdraw.trouble && <Failure trouble={withdraw.trouble} />}
      {of.may.includes('propose') && (
        <>
          {!of.candidates.some((one) => one.mine && one.state !== 'withdrawn') && (
            <button type="button" class="button main" onClick={() => open({ what: 'stand' })}>
              {w('stand')}
            </button>
          )}
          <button type="button" class="button" onClick={() => open({ what: 'other' })}>
            {w('proposeOther')}
          </button>
        </>
      )}
      <Cited title={w('requirements')} of={of.requirements} />
    </section>
  )
}
const Members = ({ of, open }: Part) =>
  of.people.length === 0 ? null : (
    <section class="stack">
      <h2>{w('members')}</h2>
      <p class="quiet">
        {w('people', { n: of.members, party: of.partyMembers })}
        {of.vacant > 0 ? ` · ${w('vacant', { n: of.vacant })}` : ''}
      </p>
      <ul class="cells">
        {of.people.map((one) => (
          <li key={one.id} class="cell">
            <span class="grow">
              <span class="strong">{one.name}</span>
              <span class="small">
                {both(duties[one.duty])} · {both(groupSides[one.side])}
                {one.leftWords === null ? '' : ` · ${w('left')}`}
              </span>
              <span class="small quiet">{w('term', { from: one.from, to: one.to })}</span>
              {one.may.includes('leave') && !of.may.includes('leave') && (
                <button type="button" class="button" onClick={() => open({ what: 'leave', id: one.id })}>
                  {w('leave')}
                </button>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
const Objections = ({ of, open }: Part) => (
  <>
    {of.may.includes('object') && (
      <button type="button" class="button" onClick={() => open({ what: 'object' })}>
        {w('object')}
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
  </>
)
const Facts = ({ of }: { of: Committee }) => (
  <>
    <p class="strong">{both(committeeStates[of.state])}</p>
    {of.termFrom && of.termTo && <p>{w('term', { from: of.termFrom, to: of.termTo })}</p>}
    {of.endsSoon && <p class="notice info">{w('soon')}</p>}
    {of.state === 'preparing' && of.nominationsUntil && <p>{w('nominations', { day: of.nominationsUntil })}</p>}
    {of.state === 'published' && of.listUntil && <p>{w('objectUntil', { day: of.listUntil })}</p>}
    {of.kind === 'managementCommittee' && of.state === 'seated' && <p>{w('duty')}</p>}
    {of.endedWords && (
      <p class="notice info">
        {w('ended')}
        {mark('colon')}
        {of.endedWords}
      </p>
    )}
    {of.state === 'electing' && of.decisionId && (
      <a class="button main" href={`/decisions/${of.decisionId}`}>
        {w('vote')}
      </a>
    )}
    {of.listNoticeId && (
      <a class="button" href={`/api/publicnotices/${of.listNoticeId}/sheet.pdf`} target="_blank" rel="noreferrer">
        {w('notice')}
      </a>
    )}
  </>
)
const Body = ({ id }: { id: string }) => {
  const { data, trouble, reload, put } = useLoad(`committees/${id}`, () =>
    call('GET /api/committees/:id', { params: { id } }),
  )
  const [opened, open] = useState<Opened>(null)
  if (trouble && !data) return <Failure trouble={trouble} retry={reload} />
  if (!data) return <Skeleton />
  const part = { of: data, put, open }
  const sheet = { of: data, put, onClose: () => open(null) }
  return (
    <>
      <h2>
        {data.place.name} {data.isByElection ? w('byElection') : both(committeeKinds[data.kind])}
      </h2>
      <Facts of={data} />
      <Members {...part} />
      <Cited title={w('rules')} of={data.rules} />
      <Candidates {...part} />
      <Objections {...part} />
      {data.group.length > 0 && (
        <section class="stack">
          <h2>{w('group')}</h2>
          <p>
            {data.group
              .map((one) => {
                const side = both(groupSides[one.side])
                return one.name + aside(one.isLead ? side + mark('comma') + w('leads') : side)
              })
              .join(mark('list'))}
          </p>
        </section>
      )}
      {opened?.what === 'stand' && <StandSheet {...sheet} isForOther={false} />}
      {opened?.what === 'other' && <StandSheet {...sheet} isForOther />}
      {opened?.what === 'object' && <ObjectSheet {...sheet} />}
      {opened?.what === 'leave' && <LeaveSheet {...sheet} memberId={opened.id} />}
    </>
  )
}
const CommitteePage = ({ id }: { id: string }) => (
  <OwnPage title={w('title')} backTo="/committees">
    <Body id={id} />
  </OwnPage>
)
export default CommitteePage
