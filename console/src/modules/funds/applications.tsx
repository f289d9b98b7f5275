// Applications for money: what is asked, who approved, and the next step.
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { FileCheck2 } from 'lucide-react'
import { useState } from 'react'
import { applicationStates, applicationSteps, type ApplicationStep } from '../../../../contract/src/funds-life.ts'
import { useSearch } from '../../platform/address.ts'
import { call } from '../../platform/api.ts'
import { useList, type RowOf } from '../../platform/list.ts'
import { useMarks } from '../../platform/marks.ts'
import { Tag } from '../../platform/tags.tsx'
import { TimeText } from '../../platform/time.tsx'
import { today } from '../../platform/day.ts'
import { EntryListing } from '../../platform/entry-list.tsx'
import { usePick, useWords } from '../../platform/words.ts'
import { PhotoGallery } from '../cases/photo-gallery.tsx'
import { yuan } from './money.ts'
import { StepForm, type Step } from './step-form.tsx'
import { words } from './words.ts'
import './funds.css'

export type Application = RowOf<'GET /api/funds/applications'>
export const Applications = ({ fundId }: { readonly fundId?: string }) => {
  const say = useWords(words)
  const [asked, ask] = useState<{ readonly of: Application; readonly step: ApplicationStep } | null>(null)
  const [{ applications }, change] = useSearch()
  const isApproved = applications === 'approved'
  const list = useList('GET /api/funds/applications', {
    query: { ...(fundId === undefined ? {} : { fundId }), ...(isApproved ? { state: 'approved' } : {}) },
  })
  return (
    <>
      <p>
        <Button
          size="small"
          aria-pressed={isApproved}
          onClick={() => change({ applications: isApproved ? undefined : 'approved' })}
        >
          {isApproved ? say.allApplications : say.onlyApproved}
        </Button>
      </p>
      <EntryListing
        list={list}
        icon={FileCheck2}
        empty={{ title: say.noApplications, hint: say.noApplicationsHint }}
        isSideBySide
      >
        {(row) => <ApplicationCard of={row} ask={(step) => ask({ of: row, step })} />}
      </EntryListing>
      {asked ? <ApplicationStepForm {...asked} close={() => ask(null)} /> : null}
    </>
  )
}
export const ApplicationCard = ({
  of,
  ask,
}: {
  readonly of: Application
  readonly ask: (step: ApplicationStep) => void
}) => {
  const say = useWords(words)
  const mark = useMarks()
  const pick = usePick()
  return (
    <article className="entry">
      <p className="row">
        <strong>
          <Link to={`/funds/applications/${of.id}`}>{of.title}</Link>
        </strong>
        <Tag tone={of.state === 'published' ? 'good' : 'info'}>{pick(applicationStates[of.state])}</Tag>
      </p>
      <p className="fund-sum">{yuan(of.amount)}</p>
      <p>{of.reason}</p>
      <p className="row">
        <Link to={`/funds/${of.fund.id}`}>{of.fund.name}</Link>
        <span className="quiet">→ {of.payee}</span>
      </p>
      <p className="quiet">
        {say.applicant} {of.applicant.name} <TimeText at={of.appliedAt} />
        {of.approver ? ` · ${say.approver} ${of.approver.name}` : ''}
        {of.payer ? ` · ${say.payer} ${of.payer.name}` : ''}
      </p>
      {of.resolutionWords ? <p className="quiet">{say.resolution + mark.colon + of.resolutionWords}</p> : null}
      {of.decision ? (
        <p>
          {say.decision + mark.colon}
          <Link to={`/decisions/${of.decision.id}`}>{of.decision.name}</Link>
        </p>
      ) : null}
      {of.decidedWords ? <p>{of.decidedWords}</p> : null}
      <PhotoGallery photos={of.receipts} isSmall />
      {of.may.length > 0 ? (
        <p className="row">
          {of.may.map((step, i) => (
            <Button
              key={step}
              size="small"
              type={i === 0 && step !== 'reverse' && step !== 'withdraw' ? 'primary' : 'default'}
              danger={step === 'reverse' || step === 'refuse'}
              onClick={() => ask(step)}
            >
              {pick(applicationSteps[step])}
            </Button>
          ))}
        </p>
      ) : null}
    </article>
  )
}
interface FormProps {
  readonly of: Application
  readonly step: ApplicationStep
  readonly close: () => void
}
export const ApplicationStepForm = ({ of, step, close }: FormProps) => {
  const say = useWords(words)
  const pick = usePick()
  const params = { id: of.id }
  const title = pick(applicationSteps[step])
  const opinion = { name: 'words', label: say.opinion, as: 'words' } as const
  const steps: Record<ApplicationStep, Pick<Step, 'fields' | 'send'>> = {
    approve: {
      fields: [{ ...opinion, isOptional: true }],
      send: ({ words: said }, key) =>
        call(
          'POST /api/funds/applications/:id/approve',
          { params, body: said === null ? {} : { words: said as string } },
          { key },
        ),
    },
    refuse: {
      fields: [opinion],
      send: ({ words: said }, key) =>
        call('POST /api/funds/applications/:id/refuse', { params, body: { words: said as string } }, { key }),
    },
    withdraw: { fields: [], send: (_, key) => call('POST /api/funds/applications/:id/withdraw', { params }, { key }) },
    pay: {
      fields: [{ name: 'day', label: say.day, as: 'day', initial: today() }],
      send: ({ day }, key) =>
        call('POST /api/funds/applications/:id/pay', { params, body: { day: day as string } }, { key }),
    },
    receipt: {
      fields: [{ name: 'photos', label: say.receipt, as: 'photos' }],
      send: ({ photos }, key) =>
        call('POST /api/funds/applications/:id/receipt', { params, body: { photos: photos as string[] } }, { key }),
    },
    publish: { fields: [], send: (_, key) => call('POST /api/funds/applications/:id/publish', { params }, { key }) },
    reverse: {
      fields: [{ ...opinion, label: say.reason }],
      send: ({ words: said }, key) =>
        call('POST /api/funds/applications/:id/reverse', { params, body: { words: said as string } }, { key }),
    },
  }
  return <StepForm step={{ title, lead: `${of.title} ${yuan(of.amount)}`, ...steps[step] }} close={close} />
}
