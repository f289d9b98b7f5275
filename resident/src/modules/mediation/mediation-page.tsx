// One mediation for a party: consent, what was said, sessions, the settlement to sign, what was promised.
import { useState } from 'preact/hooks'
import { legalWays, mediationStates } from '../../../../contract/src/mediation-life.ts'
import { call } from '../../api.ts'
import { useLoad } from '../../kit/load.ts'
import { OwnPage } from '../../kit/own-page.tsx'
import { Photos, picturesOf } from '../../kit/photos.tsx'
import { Failure, Skeleton } from '../../kit/states.tsx'
import { When } from '../../kit/when.tsx'
import { aside, mark } from '../../marks.ts'
import { say } from '../../words.ts'
import { ConsentCard } from './consent-card.tsx'
import { partyName, type Mediation, type PartProps } from './mediation.ts'
import { Settlement } from './settlement.tsx'
import { WithdrawSheet, WriteSheet } from './sheets.tsx'
import { w } from './words.ts'
import '../../kit/paper.css'

const Head = ({ of }: { of: Mediation }) => {
  const state = mediationStates[of.state]
  return (
    <section class="card stack">
      <p class="strong">{of.subject}</p>
      <dl class="facts">
        <dt>{w('where')}</dt>
        <dd>{of.place.name}</dd>
        <dt>{w('mediators')}</dt>
        <dd>{of.mediators.map((one) => one.name).join(mark('list'))}</dd>
      </dl>
      <p class="strong">{say([state.zh, state.en])}</p>
      <p class="small quiet">{w('secret')}</p>
    </section>
  )
}
const Parties = ({ of }: { of: Mediation }) => (
  <section class="stack">
    <h2>{w('parties')}</h2>
    <ul class="cells">
      {of.parties.map((party) => (
        <li key={party.id} class="cell">
          <span class="grow">
            <span class="strong">
              {party.letter} {party.name}
              {party.isMe && aside(w('me'))}
            </span>
            <span class="small quiet">
              {party.role} · {party.signedAt ? w('signed') : w(party.consent)}
            </span>
          </span>
        </li>
      ))}
    </ul>
  </section>
)
const Record = ({ of, onWrite }: { of: Mediation; onWrite: () => void }) => (
  <section class="stack">
    <h2>{w('record')}</h2>
    {of.entries.length === 0 && <p class="card quiet">{w('recordNone')}</p>}
    {of.entries.map((entry) => (
      <article key={entry.id} class="card stack">
        <p class="small quiet">
          {entry.byName} · <When at={entry.at} withTime /> · {w(entry.audience === 'shared' ? 'forAll' : 'onlyMe')}
        </p>
        <p class="said">{entry.words}</p>
        {entry.photos.length > 0 && <Photos pictures={picturesOf(entry.photos)} />}
      </article>
    ))}
    {of.may.includes('write') && (
      <button type="button" class="button wide" onClick={onWrite}>
        {w('write')}
      </button>
    )}
  </section>
)
const Sessions = ({ of }: { of: Mediation }) =>
  of.sessions.length === 0 ? null : (
    <section class="stack">
      <h2>{w('sessions')}</h2>
      {of.sessions.map((one) => (
        <article key={one.id} class="card stack">
          <p class="strong">
            <When at={one.at} withTime /> · {one.where}
          </p>
          {one.heldAt && (
            <dl class="facts">
              <dt>{w('present')}</dt>
              <dd>{one.present.map((id) => partyName(of, id)).join(mark('list')) || '—'}</dd>
              <dt>{w('said')}</dt>
              <dd class="said">{one.said}</dd>
              {one.agreed && <dt>{w('agreed')}</dt>}
              {one.agreed && <dd class="said">{one.agreed}</dd>}
            </dl>
          )}
        </article>
      ))}
    </section>
  )
const Outcome = ({ of }: { of: Mediation }) =>
  of.endedWords === null ? null : (
    <section class="card stack">
      <h2>{w('ended')}</h2>
      <p class="said">{of.endedWords}</p>
      {of.ways.length > 0 && (
        <>
          <p class="strong">{w('ways')}</p>
          <ul>
            {of.ways.map((way) => (
              <li key={way}>{say([legalWays[way].zh, legalWays[way].en])}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  )

const Body = ({ of, put }: PartProps) => {
  const [sheet, setSheet] = useState<'write' | 'withdraw' | null>(null)
  const close = () => setSheet(null)
  return (
    <>
      <Head of={of} />
      {of.may.includes('consent') && <ConsentCard of={of} put={put} />}
      <Outcome of={of} />
      <Settlement of={of} put={put} />
      <Parties of={of} />
      <Sessions of={of} />
      {(of.state !== 'opened' || of.may.includes('write')) && <Record of={of} onWrite={() => setSheet('write')} />}
      {of.may.includes('withdraw') && !of.may.includes('consent') && (
        <button type="button" class="button plain wide" onClick={() => setSheet('withdraw')}>
          {w('withdraw')}
        </button>
      )}
      {sheet === 'write' && <WriteSheet of={of} put={put} onClose={close} />}
      {sheet === 'withdraw' && <WithdrawSheet of={of} put={put} onClose={close} />}
    </>
  )
}
const Loaded = ({ id }: { id: string }) => {
  const { data, trouble, reload, put } = useLoad(`mediation/${id}`, () =>
    call('GET /api/mediations/:id', { params: { id } }),
  )
  if (trouble && !data) return <Failure trouble={trouble} retry={reload} />
  if (!data) return <Skeleton />
  return <Body of={data} put={put} />
}
const MediationPage = ({ id }: { id: string }) => (
  <OwnPage title={w('title')} backTo="/mediations">
    <Loaded id={id} />
  </OwnPage>
)
export default MediationPage
