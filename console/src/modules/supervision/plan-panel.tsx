// The plan of a case, what was promised in it, and its hand-over to deliberation.
import { App, Button } from 'antd'
import { useState } from 'react'
import { useAct, useApi, type Out } from '../../platform/api.ts'
import { Ask } from '../../platform/ask.tsx'
import { Tag } from '../../platform/tags.tsx'
import { useWords } from '../../platform/words.ts'
import type { CasePanelProps } from '../cases/case-panel.ts'
import type { CaseView } from '../cases/steps.ts'
import { PlanDrawer, PromiseDrawer } from './plan-drawer.tsx'
import { PromiseRow } from './promise-row.tsx'
import { words } from './words.ts'
import './supervision.css'

type Plan = Out<'GET /api/cases/:id/plan'>
type Opened = Plan['may'][number] | null
const refreshes = ['/api/promises', '/api/cases']

const Asks = ({
  view,
  open,
  close,
}: {
  readonly view: CaseView
  readonly open: Opened
  readonly close: () => void
}) => {
  const say = useWords(words)
  const { message } = App.useApp()
  const onDone = () => {
    void message.success(say.stepDone)
    close()
  }
  const params = { id: view.id }
  const drop = useAct('POST /api/cases/:id/plan/drop', { refreshes, onDone })
  const hand = useAct('POST /api/cases/:id/deliberation', { refreshes, onDone })
  const back = useAct('POST /api/cases/:id/deliberation/return', { refreshes, onDone })
  const common = { onNo: close, reason: { label: say.reason, wrong: say.wordsWrong } }
  return (
    <>
      <Ask
        {...common}
        open={open === 'dropPlan'}
        title={say.dropPlan}
        what={say.dropLead}
        verb={say.dropPlan}
        isDangerous
        isBusy={drop.isPending}
        problem={drop.error}
        onYes={(reason) => drop.mutate({ params, body: { reason } })}
      />
      <Ask
        {...common}
        open={open === 'handOver'}
        title={say.handOver}
        what={say.handOverLead}
        verb={say.handOver}
        isBusy={hand.isPending}
        problem={hand.error}
        onYes={(reason) => hand.mutate({ params, body: { reason } })}
      />
      <Ask
        {...common}
        reason={{ label: say.outcome, wrong: say.wordsWrong }}
        open={open === 'returnHandOver'}
        title={say.handOverReturn}
        what={say.handOverLead}
        verb={say.handOverReturn}
        isBusy={back.isPending}
        problem={back.error}
        onYes={(outcome) => back.mutate({ params, body: { outcome } })}
      />
    </>
  )
}
const PlanHead = ({ plan }: { readonly plan: NonNullable<Plan['plan']> }) => {
  const say = useWords(words)
  const word = { active: say.planActive, done: say.planDone, dropped: say.planDropped }[plan.state]
  return (
    <p className="row">
      <Tag tone={plan.state === 'active' ? 'warn' : plan.state === 'done' ? 'good' : 'quiet'}>{word}</Tag>
      <strong>{plan.aim}</strong>
      {plan.endedWords ? <span className="quiet">{plan.endedWords}</span> : null}
    </p>
  )
}
const buttons = ['plan', 'addStep', 'promise', 'handOver', 'returnHandOver', 'dropPlan'] as const

export default function PlanPanel({ view }: CasePanelProps) {
  const say = useWords(words)
  const [open, setOpen] = useState<Opened>(null)
  const { data } = useApi('GET /api/cases/:id/plan', { params: { id: view.id } }, { fresh: 5_000 })
  if (!data) return null
  const offered = buttons.filter((name) => data.may.includes(name))
  if (!data.plan && !data.handOver && data.promises.length === 0 && offered.length === 0) return null
  const labels: Readonly<Record<(typeof buttons)[number], string>> = {
    plan: say.makePlan,
    addStep: say.addStep,
    promise: say.promise,
    handOver: say.handOver,
    returnHandOver: say.handOverReturn,
    dropPlan: say.dropPlan,
  }
  const close = () => setOpen(null)
  return (
    <section className="stack" aria-label={say.plan}>
      {data.plan || data.promises.length > 0 ? <h3>{data.plan ? say.plan : say.promises}</h3> : null}
      {data.plan ? <PlanHead plan={data.plan} /> : null}
      {data.promises.length > 0 ? (
        <ol className="promises">
          {data.promises.map((one) => (
            <PromiseRow key={one.id} of={one} withCase={false} />
          ))}
        </ol>
      ) : null}
      {data.handOver ? (
        <p>
          <Tag tone={data.handOver.state === 'waiting' ? 'warn' : 'good'}>
            {data.handOver.state === 'waiting' ? say.waiting : say.returned}
          </Tag>{' '}
          {data.handOver.outcome ?? data.handOver.reason}
        </p>
      ) : null}
      {offered.length > 0 ? (
        <p className="row">
          {offered.map((name) => (
            <Button key={name} onClick={() => setOpen(name)}>
              {labels[name]}
            </Button>
          ))}
        </p>
      ) : null}
      {open === 'plan' ? <PlanDrawer view={view} close={close} /> : null}
      {open === 'addStep' || open === 'promise' ? (
        <PromiseDrawer view={view} close={close} isStep={open === 'addStep'} />
      ) : null}
      <Asks view={view} open={open} close={close} />
    </section>
  )
}
