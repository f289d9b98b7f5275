// One mediation for its mediators: parties, record, sessions, settlement, and the steps that are due.
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import {
  clauseKinds,
  entryAudiences,
  entryKinds,
  legalWays,
  mediationStates,
} from '../../../../contract/src/mediation-life.ts'
import { useParam } from '../../platform/address.ts'
import { useApi, type Out } from '../../platform/api.ts'
import { EntryList } from '../../platform/entry-list.tsx'
import { Facts } from '../../platform/facts.tsx'
import { useMarks } from '../../platform/marks.ts'
import { Loaded, PageHeader } from '../../platform/page.tsx'
import { Tag } from '../../platform/tags.tsx'
import { TimeText } from '../../platform/time.tsx'
import { usePick, useWords } from '../../platform/words.ts'
import { PhotoGallery } from '../cases/photo-gallery.tsx'
import { ActDrawer } from './act-drawer.tsx'
import type { Act } from './act-fields.tsx'
import { words } from './words.ts'
import '../cases/cases.css'

type Mediation = Out<'GET /api/mediations/:id'>
interface PartProps {
  readonly of: Mediation
  readonly ask: (act: Act) => void
}
export default function MediationPage() {
  // The record is opened once; it is read again only after a change, since every opening is journalled.
  const read = useApi('GET /api/mediations/:id', { params: { id: useParam('id') } }, { fresh: 600_000 })
  return <div className="page">{<Loaded of={read}>{(found) => <Body of={found} />}</Loaded>}</div>
}
const nameOf = (of: Mediation, id: string | null) => {
  const party = of.parties.find((one) => one.id === id)
  return party ? `${party.letter} ${party.name}` : ''
}
const Body = ({ of }: { readonly of: Mediation }) => {
  const say = useWords(words)
  const pick = usePick()
  const [act, ask] = useState<Act | null>(null)
  const may = (name: Mediation['may'][number]) => of.may.includes(name)
  return (
    <div className="stack entry-page">
      <p>
        <Link to="/mediations">{say.back}</Link>
      </p>
      <PageHeader title={of.subject} lead={`${of.number} · ${of.place.name}`} />
      <p className="row">
        <Tag tone="info">{pick(mediationStates[of.state])}</Tag>
        {of.caseId ? <Link to={`/cases/${of.caseId}`}>{say.fromCase}</Link> : null}
      </p>
      <p className="row">
        {may('plan') ? (
          <Button type={of.sessions.length === 0 ? 'primary' : 'default'} onClick={() => ask({ name: 'plan' })}>
            {say.plan}
          </Button>
        ) : null}
        {may('draft') ? (
          <Button type="primary" onClick={() => ask({ name: 'draft' })}>
            {say.draft}
          </Button>
        ) : null}
        {may('write') ? <Button onClick={() => ask({ name: 'write' })}>{say.write}</Button> : null}
        {may('addMediator') ? <Button onClick={() => ask({ name: 'addMediator' })}>{say.addMediator}</Button> : null}
        {may('talkAgain') ? <Button onClick={() => ask({ name: 'talkAgain' })}>{say.talkAgain}</Button> : null}
        {may('fail') ? (
          <Button danger onClick={() => ask({ name: 'fail' })}>
            {say.fail}
          </Button>
        ) : null}
      </p>
      <Outcome of={of} />
      <Parties of={of} />
      <Settlement of={of} ask={ask} />
      <Sessions of={of} ask={ask} />
      <Record of={of} />
      {act ? <ActDrawer of={of} act={act} close={() => ask(null)} /> : null}
    </div>
  )
}
const Outcome = ({ of }: { readonly of: Mediation }) => {
  const say = useWords(words)
  const pick = usePick()
  if (of.endedWords === null) return null
  return (
    <section className="entry">
      <h2>{say.outcome}</h2>
      <p className="entry-words">{of.endedWords}</p>
      {of.ways.map((way) => (
        <p key={way}>{pick(legalWays[way])}</p>
      ))}
    </section>
  )
}
const Parties = ({ of }: { readonly of: Mediation }) => {
  const say = useWords(words)
  const mark = useMarks()
  return (
    <section className="stack">
      <h2>{say.parties}</h2>
      <Facts
        facts={[
          ...of.parties.map((party) => ({
            label: `${party.letter} · ${party.role}`,
            value: `${party.name}${mark.aside(party.signedAt ? say.signedMark : say[party.consent])}`,
          })),
          { label: say.mediators, value: of.mediators.map((one) => one.name).join(mark.list) },
          { label: say.openedAt, value: <TimeText at={of.openedAt} /> },
        ]}
      />
    </section>
  )
}
const Settlement = ({ of, ask }: PartProps) => {
  const say = useWords(words)
  const { settlement } = of
  if (settlement === null) return null
  return (
    <section className="stack">
      <h2>{say.settlement}</h2>
      {of.state === 'settlementDrafted' ? (
        <p className="entry entry-words">{settlement.text}</p>
      ) : (
        <EntryList of={settlement.clauses}>{(clause) => <ClauseCard of={of} clause={clause} ask={ask} />}</EntryList>
      )}
      <p>
        <a href={`/mediations/${of.id}/agreement`} target="_blank" rel="noreferrer">
          {say.print}
        </a>
      </p>
    </section>
  )
}
type Clause = NonNullable<Mediation['settlement']>['clauses'][number]
const ClauseCard = ({ of, clause, ask }: PartProps & { readonly clause: Clause }) => {
  const say = useWords(words)
  const mark = useMarks()
  const pick = usePick()
  const states = { open: say.stateOpen, saidKept: say.stateSaidKept, kept: say.stateKept }
  return (
    <article className="entry">
      <p className="row">
        <strong>
          {pick(clauseKinds[clause.kind])}
          {clause.amountFen === null ? '' : ` ¥${(clause.amountFen / 100).toFixed(2)}`}
        </strong>
        <Tag tone={clause.state === 'kept' ? 'good' : 'info'}>{states[clause.state]}</Tag>
        {clause.late ? <Tag tone="late">{say.late}</Tag> : null}
      </p>
      <p className="quiet">
        {nameOf(of, clause.fromId)} → {nameOf(of, clause.toId) || say.toAll} · {clause.dueOn}
      </p>
      <p className="entry-words">{clause.what}</p>
      {clause.keptWords ? <p>{clause.keptWords}</p> : null}
      {clause.disputedWords ? (
        <p>
          {say.disputed}
          {mark.colon}
          {clause.disputedWords}
        </p>
      ) : null}
      {clause.may.includes('keep') ? (
        <p>
          <Button size="small" onClick={() => ask({ name: 'keep', clauseId: clause.id })}>
            {say.keepFor}
          </Button>
        </p>
      ) : null}
    </article>
  )
}
const Sessions = ({ of, ask }: PartProps) => {
  const say = useWords(words)
  const mark = useMarks()
  if (of.sessions.length === 0) return null
  return (
    <section className="stack">
      <h2>{say.sessions}</h2>
      {of.sessions.map((one) => (
        <article key={one.id} className="entry">
          <p>
            <strong>
              <TimeText at={one.at} /> · {one.where}
            </strong>
          </p>
          {one.heldAt ? (
            <>
              <p className="quiet">
                {say.present}
                {mark.colon}
                {one.present.map((id) => nameOf(of, id)).join(mark.list) || '—'}
              </p>
              <p className="entry-words">{one.said}</p>
              {one.agreed ? (
                <p className="entry-words">
                  {say.agreedShort}
                  {mark.colon}
                  {one.agreed}
                </p>
              ) : null}
            </>
          ) : of.may.includes('record') ? (
            <p>
              <Button onClick={() => ask({ name: 'record', sessionId: one.id })}>{say.recordSession}</Button>
            </p>
          ) : null}
        </article>
      ))}
    </section>
  )
}
const Record = ({ of }: { readonly of: Mediation }) => {
  const say = useWords(words)
  const pick = usePick()
  return (
    <section className="stack">
      <h2>{say.record}</h2>
      {of.entries.length === 0 ? <p className="quiet">{say.recordNone}</p> : null}
      {of.entries.map((entry) => (
        <article key={entry.id} className="entry">
          <p className="row">
            <strong>{pick(entryKinds[entry.kind])}</strong>
            <span className="quiet">
              {nameOf(of, entry.byMediator ? null : entry.partyId) || entry.byName} ·{' '}
              {pick(entryAudiences[entry.audience])}
            </span>
            <TimeText at={entry.at} />
          </p>
          <p className="entry-words">{entry.words}</p>
          <PhotoGallery photos={entry.photos} isSmall />
        </article>
      ))}
    </section>
  )
}
