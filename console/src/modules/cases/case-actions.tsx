// What this person may do now: the main step as the one strong button, the rest beside it, a proposal to follow.
import { App, Button } from 'antd'
import { NotebookPen, Route } from 'lucide-react'
import { useState } from 'react'
import { caseSteps, type PersonStep } from '../../../../contract/src/cases-life.ts'
import { ProblemPanel } from '../../platform/page.tsx'
import { usePick, useWords } from '../../platform/words.ts'
import { caseWords } from './case-words.ts'
import { NoteDrawer } from './note-drawer.tsx'
import { StepDrawer, useStep } from './step-drawer.tsx'
import { movesOn, stepsOf, type CaseView } from './steps.ts'

export const CaseActions = ({ view }: { readonly view: CaseView }) => {
  const say = useWords(caseWords)
  const pick = usePick()
  const [step, begin] = useState<PersonStep | null>(null)
  const [isNoting, note] = useState(false)
  const steps = stepsOf(view)
  const mayNote = view.may.includes('note')
  const nameOf = (name: PersonStep) =>
    name === 'dispatch' && view.state === 'submitted' ? say.acceptAndDispatch : pick(caseSteps[name])
  if (steps.length === 0 && !mayNote) return <p className="quiet">{say.noSteps}</p>
  return (
    <div className="case-actions" role="group" aria-label={say.steps}>
      {steps.map((name, index) => (
        <Button
          key={name}
          type={index === 0 && movesOn.has(name) ? 'primary' : 'default'}
          danger={name === 'reject'}
          onClick={() => begin(name)}
        >
          {nameOf(name)}
        </Button>
      ))}
      {mayNote ? (
        <Button type="text" icon={<NotebookPen size={16} />} onClick={() => note(true)}>
          {say.note}
        </Button>
      ) : null}
      {step ? <StepDrawer view={view} step={step} close={() => begin(null)} /> : null}
      {isNoting ? <NoteDrawer view={view} close={() => note(false)} /> : null}
    </div>
  )
}
/** Which body the rules propose, by which rule and why, to be followed with one click. */
export const Proposal = ({ view }: { readonly view: CaseView }) => {
  const say = useWords(caseWords)
  const pick = usePick()
  const { message } = App.useApp()
  const act = useStep(view.id, () => void message.success(say.stepDone(pick(caseSteps.dispatch))))
  const proposal = view.proposal
  if (!proposal || !view.may.includes('dispatch')) return null
  const body = proposal.organisation
  return (
    <section className="proposal" aria-label={say.proposal}>
      <Route size={18} aria-hidden />
      <div className="grow">
        <strong>{body ? say.proposalOf(body.name) : say.proposal}</strong>
        <p className="quiet">
          {proposal.rule ? say.byRule(proposal.rule) : body ? '' : say.noProposal}
          {proposal.why}
        </p>
        {act.error ? <ProblemPanel problem={act.error} /> : null}
      </div>
      {body ? (
        <Button
          loading={act.isPending}
          onClick={() => act.mutate({ step: 'dispatch', values: { organisationId: body.id } })}
        >
          {say.followProposal(body.name)}
        </Button>
      ) : null}
    </section>
  )
}
