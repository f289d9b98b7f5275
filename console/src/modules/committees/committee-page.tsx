// One committee for those who form it: where it stands, what is next, candidates, objections, members, its successor.
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import {
  candidateStates,
  committeeKinds,
  committeeStates,
  committeeSteps,
  duties,
  groupSides,
  proposers,
  seatResults,
  type CommitteeStep,
} from '../../../../contract/src/committees-life.ts'
import { useGo, useParam } from '../../platform/address.ts'
import { addressOf, useApi } from '../../platform/api.ts'
import { useMarks } from '../../platform/marks.ts'
import { LoadedPage, PageHeader } from '../../platform/page.tsx'
import { Tag } from '../../platform/tags.tsx'
import { usePick, useWords } from '../../platform/words.ts'
import { StepForm } from '../funds/step-form.tsx'
import { BeginForm } from './begin-forms.tsx'
import { RuleValues } from './rule-values.tsx'
import { useStep, type Committee, type Dialog } from './steps.ts'
import { TieForm } from './tie-form.tsx'
import { words } from './words.ts'
import '../../platform/entries.css'

interface Part {
  readonly of: Committee
  readonly show: (dialog: Dialog) => void
}
export default function CommitteePage() {
  const read = useApi('GET /api/committees/:id', { params: { id: useParam('id') } })
  const { title } = useWords(words)
  return (
    <LoadedPage of={read} title={title}>
      {(found) => <Body of={found} />}
    </LoadedPage>
  )
}
const order: readonly (CommitteeStep | 'proposeAny' | 'moveUp' | 'byElection')[] = [
  'closeNomination',
  'publishList',
  'elect',
  'seat',
  'fill',
  'moveUp',
  'byElection',
  'proposeAny',
  'reopen',
  'notElected',
  'end',
  'drop',
]
const Steps = ({ of, show }: Part) => {
  const say = useWords(words)
  const pick = usePick()
  const isDangerous = (step: string) => step === 'end' || step === 'drop'
  const label = (step: (typeof order)[number]) =>
    step === 'proposeAny'
      ? say.proposeAny
      : step === 'moveUp'
        ? say.moveUp
        : step === 'byElection'
          ? say.byElection
          : pick(committeeSteps[step])
  return (
    <p className="row">
      {order
        .filter((step) => of.may.includes(step))
        .map((step, i) => (
          <Button
            key={step}
            type={i === 0 && !isDangerous(step) ? 'primary' : 'default'}
            danger={isDangerous(step)}
            onClick={() => show({ step })}
          >
            {label(step)}
          </Button>
        ))}
    </p>
  )
}
const Body = ({ of }: { readonly of: Committee }) => {
  const say = useWords(words)
  const pick = usePick()
  const go = useGo()
  const [dialog, show] = useState<Dialog | null>(null)
  const stepOf = useStep(of)
  const close = () => show(null)
  const isByElection = dialog !== null && 'step' in dialog && dialog.step === 'byElection'
  const isTying = dialog !== null && 'step' in dialog && dialog.step === 'tie'
  const step = dialog === null || isByElection || isTying ? null : stepOf(dialog)
  const part = { of, show }
  return (
    <div className="stack entry-page">
      <p>
        <Link to="/committees">{say.back}</Link>
      </p>
      <PageHeader
        title={`${of.place.name} ${of.isByElection ? say.byElection : pick(committeeKinds[of.kind])}`}
        lead={of.number}
      />
      <p className="row">
        <Tag tone={of.state === 'seated' ? 'good' : 'info'}>{pick(committeeStates[of.state])}</Tag>
        {of.endsSoon ? <Tag tone="warn">{say.soon}</Tag> : null}
        {of.termFrom && of.termTo ? <span>{say.term(of.termFrom, of.termTo)}</span> : null}
        {of.state === 'preparing' && of.nominationsUntil ? <span>{say.nominations(of.nominationsUntil)}</span> : null}
        {of.state === 'published' && of.listUntil ? <span>{say.listUntil(of.listUntil)}</span> : null}
        {of.vacant > 0 ? <Tag tone="warn">{say.vacant(of.vacant)}</Tag> : null}
        {of.reserves > 0 ? <span className="quiet">{say.reserves(of.reserves)}</span> : null}
      </p>
      <Steps {...part} />
      {of.endedWords ? <p className="entry">{of.endedWords}</p> : null}
      <p className="row">
        {of.decisionId ? <Link to={`/decisions/${of.decisionId}`}>{say.decision}</Link> : null}
        {of.listNoticeId ? (
          <a href={addressOf('GET /api/publicnotices/:id/sheet.pdf', { params: { id: of.listNoticeId } })}>
            {say.notice}
          </a>
        ) : null}
      </p>
      <Duty of={of} />
      <People {...part} />
      <Candidates {...part} />
      <Objections {...part} />
      <Group of={of} />
      <section className="stack">
        <h2>{say.rules}</h2>
        <RuleValues of={of.rules} />
      </section>
      {isTying ? <TieForm id={of.id} close={close} /> : null}
      {step ? <StepForm step={step} close={close} /> : null}
      {isByElection ? (
        <BeginForm
          fills={{ id: of.id, placeId: of.place.id, vacant: of.vacant }}
          close={close}
          onMade={(id) => go(`/committees/${id}`)}
        />
      ) : null}
    </div>
  )
}
/** A management committee, or a term that ends soon, prepares what comes next. */
const Duty = ({ of }: { readonly of: Committee }) => {
  const say = useWords(words)
  if (of.state !== 'seated' || (of.kind === 'ownersCommittee' && !of.endsSoon)) return null
  return (
    <p className="entry">
      {of.kind === 'managementCommittee' ? <span>{say.duty}</span> : null}
      {of.successorId ? (
        <Link to={`/committees/${of.successorId}`}>{say.successor}</Link>
      ) : (
        <span>{say.noSuccessor}</span>
      )}
    </p>
  )
}
const Candidates = ({ of, show }: Part) => {
  const say = useWords(words)
  const pick = usePick()
  if (of.candidates.length === 0 && of.state !== 'preparing') return null
  return (
    <section className="stack">
      <h2>{say.candidates}</h2>
      {of.candidates.length === 0 ? <p className="quiet">{say.noCandidates}</p> : null}
      <ul className="entries">
        {of.candidates.map((one) => (
          <li key={one.id} className="entry">
            <p className="row">
              <strong>{one.name}</strong>
              <span className="quiet">{pick(proposers[one.proposedBy])}</span>
              {one.isPartyMember ? <Tag tone="info">{say.isParty}</Tag> : null}
              <Tag tone={one.state === 'accepted' ? 'good' : one.state === 'refused' ? 'late' : 'quiet'}>
                {one.result ? pick(seatResults[one.result]) : pick(candidateStates[one.state])}
              </Tag>
            </p>
            <p>{one.statement}</p>
            {one.reviewWords ? <p className="quiet">{one.reviewWords}</p> : null}
            {one.may.includes('review') ? (
              <p>
                <Button size="small" onClick={() => show({ review: one })}>
                  {say.review}
                </Button>
              </p>
            ) : null}
          </li>
        ))}
      </ul>
      <details>
        <summary>{say.requirements}</summary>
        <ul>
          {of.requirements.map((one) => (
            <li key={one.code}>
              {pick(one.words)} <span className="quiet">{one.citation}</span>
            </li>
          ))}
        </ul>
      </details>
    </section>
  )
}
const People = ({ of, show }: Part) => {
  const say = useWords(words)
  const pick = usePick()
  if (of.people.length === 0) return null
  return (
    <section className="stack">
      <h2>{say.sitting}</h2>
      <p className="row">
        <span className="quiet">{say.people(of.members, of.partyMembers)}</span>
        {of.may.includes('tie') ? <Button onClick={() => show({ step: 'tie' })}>{say.tie}</Button> : null}
      </p>
      <ul className="entries">
        {of.people.map((one) => (
          <li key={one.id} className="entry">
            <p className="row">
              <strong>{one.name}</strong>
              <span>{pick(duties[one.duty])}</span>
              <span className="quiet">{pick(groupSides[one.side])}</span>
              {one.isPartyMember ? <Tag tone="info">{say.isParty}</Tag> : null}
              {one.may.includes('tie') ? <Tag tone="warn">{say.nameOnly}</Tag> : null}
              {one.isAppointed && one.isCurrent ? <Tag tone="good">{say.appointed}</Tag> : null}
            </p>
            <p className="row quiet">
              {say.term(one.from, one.to)}
              {one.leftWords ? <span>{say.left(one.leftWords)}</span> : null}
              {one.may.includes('leave') ? (
                <Button size="small" onClick={() => show({ leave: one.id })}>
                  {say.leave}
                </Button>
              ) : null}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
const Objections = ({ of, show }: Part) => {
  const say = useWords(words)
  if (of.objections.length === 0) return null
  return (
    <section className="stack">
      <h2>{say.objections}</h2>
      <ul className="entries">
        {of.objections.map((one) => (
          <li key={one.id} className="entry">
            <p>{one.words}</p>
            <p className="quiet">{one.answer ?? say.unanswered}</p>
            {one.answer === null && of.may.includes('answer') ? (
              <Button size="small" onClick={() => show({ answer: one.id })}>
                {say.answer}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
const Group = ({ of }: { readonly of: Committee }) => {
  const say = useWords(words)
  const mark = useMarks()
  const pick = usePick()
  if (of.group.length === 0) return null
  return (
    <section className="stack">
      <h2>{say.preparationGroup}</h2>
      <p>
        {of.group
          .map(
            (one) => one.name + mark.aside(`${pick(groupSides[one.side])}${one.isLead ? mark.comma + say.leads : ''}`),
          )
          .join(mark.list)}
      </p>
    </section>
  )
}
