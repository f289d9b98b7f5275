// One decision for its convener: where it stands and what is next; tabs for the roll, the papers, mandates, objections, proof.
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { decisionStates, decisionSteps, type DecisionStep } from '../../../../contract/src/ballots-life.ts'
import { useParam, useSearch } from '../../platform/address.ts'
import { useApi } from '../../platform/api.ts'
import { useMarks } from '../../platform/marks.ts'
import { LoadedPage, PageHeader, SkeletonTable } from '../../platform/page.tsx'
import { RoomTabs } from '../../platform/room-tabs.tsx'
import { Tag } from '../../platform/tags.tsx'
import { TimeText } from '../../platform/time.tsx'
import { usePick, useWords } from '../../platform/words.ts'
import { CityResult } from './city-result.tsx'
import { Overview } from './overview.tsx'
import { Stages } from './stages.tsx'
import { CountVote, OpenVote, PlainStep, PostNotice, PublishRoll, type Decision } from './step-forms.tsx'
import { words } from './words.ts'
import '../cases/cases.css'
import '../../platform/entries.css'
import './ballots.css'

const RollTab = lazy(() => import('./roll.tsx'))
const VotingTab = lazy(() => import('./voting-tab.tsx'))
const MandatesTab = lazy(() => import('./mandates-tab.tsx'))
const ObjectionsTab = lazy(() => import('./objections-tab.tsx'))
const EvidenceTab = lazy(() => import('./evidence-tab.tsx'))

export default function DecisionPage() {
  const read = useApi('GET /api/decisions/:id', { params: { id: useParam('id') } }, { every: 60_000 })
  const { title } = useWords(words)
  return (
    <LoadedPage of={read} title={title}>
      {(found) => <Body of={found} />}
    </LoadedPage>
  )
}
const order: readonly DecisionStep[] = [
  'publishRoll',
  'freezeRoll',
  'postNotice',
  'open',
  'count',
  'certify',
  'withdraw',
  'annul',
]
const Steps = ({ of, show }: { readonly of: Decision; readonly show: (step: DecisionStep) => void }) => {
  const say = useWords(words)
  const pick = usePick()
  const steps = order.filter((step) => of.may.includes(step))
  if (steps.length === 0) return null
  return (
    <p className="row">
      {steps.map((step, i) => (
        <Button
          key={step}
          type={i === 0 && step !== 'withdraw' && step !== 'annul' ? 'primary' : 'default'}
          danger={step === 'withdraw' || step === 'annul'}
          onClick={() => show(step)}
        >
          {step === 'count' && of.citySystem ? say.cityImport : pick(decisionSteps[step])}
        </Button>
      ))}
    </p>
  )
}
const tabsOf = (of: Decision) =>
  (['overview', 'roll', 'voting', 'mandates', 'objections', 'evidence'] as const).filter(
    (tab) =>
      (tab !== 'voting' || of.may.includes('papers')) &&
      (tab !== 'mandates' || of.may.includes('mandates')) &&
      (tab !== 'evidence' || of.roll.hash !== null),
  )
const Tabs = ({ of }: { readonly of: Decision }) => {
  const say = useWords(words)
  const mark = useMarks()
  const [search, change] = useSearch()
  const tabs = tabsOf(of)
  const here = tabs.find((tab) => tab === search['tab']) ?? 'overview'
  const open = of.objections.filter((one) => one.answer === null).length
  return (
    <>
      <RoomTabs
        label={say.tabs}
        tabs={tabs}
        here={here}
        nameOf={(tab) => (tab === 'objections' && open > 0 ? `${say[tab]}${mark.aside(String(open))}` : say[tab])}
        go={(tab) => change({ tab: tab === 'overview' ? undefined : tab, state: undefined })}
      />
      <Suspense fallback={<SkeletonTable />}>
        {here === 'overview' ? <Overview of={of} /> : null}
        {here === 'roll' ? <RollTab of={of} /> : null}
        {here === 'voting' ? <VotingTab of={of} /> : null}
        {here === 'mandates' ? <MandatesTab of={of} /> : null}
        {here === 'objections' ? <ObjectionsTab of={of} /> : null}
        {here === 'evidence' ? <EvidenceTab of={of} /> : null}
      </Suspense>
    </>
  )
}
const Body = ({ of }: { readonly of: Decision }) => {
  const say = useWords(words)
  const pick = usePick()
  const [step, show] = useState<DecisionStep | null>(null)
  return (
    <div className="stack entry-page">
      <p>
        <Link to="/decisions">{say.back}</Link>
      </p>
      <PageHeader title={of.title} lead={`${of.number} · ${of.place.name}`} />
      <p className="row">
        <Tag tone={of.state === 'open' ? 'warn' : 'info'}>{pick(decisionStates[of.state])}</Tag>
        {of.citySystem ? <Tag>{say.cityBinds}</Tag> : null}
        {of.closesAt ? (
          <span>
            {say.closes} <TimeText at={of.closesAt} />
          </span>
        ) : null}
      </p>
      <Stages of={of} />
      <Steps of={of} show={show} />
      {of.endedWords ? <p className="entry">{of.endedWords}</p> : null}
      <Tabs of={of} />
      {step === null ? null : <StepForm of={of} step={step} close={() => show(null)} />}
    </div>
  )
}
interface StepFormProps {
  readonly of: Decision
  readonly step: DecisionStep
  readonly close: () => void
}
const StepForm = ({ of, step, close }: StepFormProps) => {
  const pick = usePick()
  const props = { of, title: pick(decisionSteps[step]), close }
  if (step === 'publishRoll') return <PublishRoll {...props} />
  if (step === 'postNotice') return <PostNotice {...props} />
  if (step === 'open') return <OpenVote {...props} />
  if (step === 'count') return of.citySystem ? <CityResult of={of} close={close} /> : <CountVote {...props} />
  if (step === 'freezeRoll' || step === 'certify' || step === 'withdraw' || step === 'annul')
    return <PlainStep {...props} name={step} />
  return null
}
