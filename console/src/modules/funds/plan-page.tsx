// One shared cost step by step: draft, answers, collection, final accounts, settled.
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { planStates, planSteps, shareMethods, type PlanStep } from '../../../../contract/src/funds-life.ts'
import { useParam } from '../../platform/address.ts'
import { addressOf, useApi } from '../../platform/api.ts'
import { ExportButton } from '../../platform/export-button.tsx'
import { Facts } from '../../platform/facts.tsx'
import { useMarks } from '../../platform/marks.ts'
import { LoadedPage, PageHeader } from '../../platform/page.tsx'
import { Tag } from '../../platform/tags.tsx'
import { usePick, useWords } from '../../platform/words.ts'
import { yuan } from './money.ts'
import { PlanForm } from './plan-form.tsx'
import { PlanLines } from './plan-lines.tsx'
import { PlanStepForm, type PlanAct } from './plan-steps.tsx'
import { words } from './words.ts'
import type { Plan } from './plan.ts'
import './funds.css'

export default function PlanPage() {
  const found = useApi('GET /api/funds/plans/:id', { params: { id: useParam('id') } })
  const { title } = useWords(words)
  return (
    <LoadedPage of={found} title={title}>
      {(plan) => <Body of={plan} />}
    </LoadedPage>
  )
}
const stepsInOrder: readonly PlanStep[] = ['ask', 'collect', 'final', 'settle', 'drop']
const Body = ({ of }: { readonly of: Plan }) => {
  const say = useWords(words)
  const mark = useMarks()
  const pick = usePick()
  const [act, ask] = useState<PlanAct | null>(null)
  const [isChanging, change] = useState(false)
  const may = (name: Plan['may'][number]) => of.may.includes(name)
  return (
    <div className="stack">
      <p>
        <Link to="/funds" search={{ tab: 'plans' } as never}>
          {say.backPlans}
        </Link>
      </p>
      <PageHeader title={of.title} lead={`${of.place.name} · ${of.number}`} />
      <p className="row">
        <Tag tone={of.state === 'settled' ? 'good' : 'info'}>{pick(planStates[of.state])}</Tag>
        <span>{of.reason}</span>
      </p>
      <p className="row">
        {stepsInOrder.filter(may).map((step, i) => (
          <Button
            key={step}
            type={i === 0 && step !== 'drop' ? 'primary' : 'default'}
            danger={step === 'drop'}
            onClick={() => ask({ name: step })}
          >
            {pick(planSteps[step])}
          </Button>
        ))}
        {may('change') ? <Button onClick={() => change(true)}>{say.changePlan}</Button> : null}
        {may('apply') ? <Button onClick={() => ask({ name: 'apply' })}>{say.apply}</Button> : null}
        {may('subsidy') ? <Button onClick={() => ask({ name: 'subsidy' })}>{say.recordSubsidy}</Button> : null}
        {may('remind') && of.owing > 0 ? <Button onClick={() => ask({ name: 'remind' })}>{say.remind}</Button> : null}
        <ExportButton href={addressOf('GET /api/funds/plans/:id/lines.xlsx', { params: { id: of.id } })} />
        <Link to={`/funds/${of.fund.id}`}>{of.fund.name}</Link>
      </p>
      <Figures of={of} />
      {of.objections.length > 0 ? (
        <section className="stack">
          <h2>{say.objections}</h2>
          {of.objections.map((one) => (
            <p key={one.home}>
              {one.home}
              {mark.colon}
              {one.words}
            </p>
          ))}
        </section>
      ) : null}
      <PlanLines of={of} ask={ask} />
      {isChanging ? <PlanForm of={of} close={() => change(false)} /> : null}
      {act ? <PlanStepForm of={of} act={act} close={() => ask(null)} /> : null}
    </div>
  )
}
const Figures = ({ of }: { readonly of: Plan }) => {
  const say = useWords(words)
  const pick = usePick()
  return (
    <Facts
      facts={[
        { label: say.total, value: <span className="fund-sum">{yuan(of.total)}</span> },
        { label: say.subsidy, value: of.subsidy === 0 ? null : yuan(of.subsidy) },
        { label: say.method, value: pick(shareMethods[of.method]) },
        { label: say.households, value: of.households },
        { label: say.agreed, value: of.agreed },
        { label: say.objected, value: of.objected },
        { label: say.answerBy, value: of.answerBy },
        { label: say.dueOn, value: of.dueOn },
        { label: say.collected, value: yuan(of.collected) },
        { label: say.owing, value: of.owing },
        { label: say.spent, value: yuan(of.spent) },
        { label: say.held, value: yuan(of.held) },
        { label: say.finalTotal, value: of.finalTotal === null ? null : yuan(of.finalTotal) },
        { label: say.basis, value: of.basisWords, wide: true },
        {
          label: say.decision,
          value: of.decisionId === null ? null : <Link to={`/decisions/${of.decisionId}`}>{say.openDecision}</Link>,
        },
        {
          label: say.tabCase,
          value: of.caseId === null ? null : <Link to={`/cases/${of.caseId}`}>{say.openCase}</Link>,
        },
        { label: say.hash, value: of.hash === null ? null : <code className="quiet">{of.hash}</code>, wide: true },
      ]}
    />
  )
}
