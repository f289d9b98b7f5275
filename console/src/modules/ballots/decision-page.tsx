// One decision for its convener: where it stands, what is next, roll, turnout, papers, objections, result.
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { decisionStates, decisionSteps, type DecisionStep } from '../../../../contract/src/ballots-life.ts'
import { useParam } from '../../platform/address.ts'
import { useApi } from '../../platform/api.ts'
import { Facts } from '../../platform/facts.tsx'
import { LoadedPage, PageHeader } from '../../platform/page.tsx'
import { Tag } from '../../platform/tags.tsx'
import { TimeText } from '../../platform/time.tsx'
import { usePick, useWords } from '../../platform/words.ts'
import { useShare } from './prepare-form.tsx'
import { Result } from './result.tsx'
import { Roll } from './roll.tsx'
import {
  AnswerObjection,
  CountVote,
  EnterPaper,
  OpenVote,
  PlainStep,
  PostNotice,
  PublishRoll,
  type Decision,
} from './step-forms.tsx'
import { Turnout } from './turnout.tsx'
import { words } from './words.ts'
import '../mediation/mediation.css'

type Dialog = { readonly step: DecisionStep } | { readonly answer: string } | { readonly paper: true } | null
export default function DecisionPage() {
  const read = useApi('GET /api/decisions/:id', { params: { id: useParam('id') } })
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
const Steps = ({ of, show }: { readonly of: Decision; readonly show: (dialog: Dialog) => void }) => {
  const say = useWords(words)
  const pick = usePick()
  const steps = order.filter((step) => of.may.includes(step))
  return (
    <p className="row">
      {steps.map((step, i) => (
        <Button
          key={step}
          type={i === 0 && step !== 'withdraw' && step !== 'annul' ? 'primary' : 'default'}
          danger={step === 'withdraw' || step === 'annul'}
          onClick={() => show({ step })}
        >
          {pick(decisionSteps[step])}
        </Button>
      ))}
      {of.may.includes('papers') && (of.state === 'open' || of.state === 'closed') ? (
        <Button onClick={() => show({ paper: true })}>{say.enter}</Button>
      ) : null}
    </p>
  )
}
const Question = ({ of }: { readonly of: Decision }) => {
  const say = useWords(words)
  const share = useShare()
  return (
    <section className="stack">
      <h2>{say.item}</h2>
      <p className="mediation-words">{of.words}</p>
      <ul className="mediations">
        {of.items.map((item) => (
          <li key={item.id} className="mediation">
            <p>
              <strong>{item.title}</strong>
            </p>
            <p className="quiet">{say.threshold(share(item.matter.threshold), item.matter.article)}</p>
            {item.cost ? <p>{item.cost}</p> : null}
          </li>
        ))}
      </ul>
      <p className="quiet">{say.rule(share(of.rules.participation), of.rules.participation.citation)}</p>
    </section>
  )
}
const Body = ({ of }: { readonly of: Decision }) => {
  const say = useWords(words)
  const pick = usePick()
  const [dialog, show] = useState<Dialog>(null)
  return (
    <div className="stack mediation-page">
      <p>
        <Link to="/decisions">{say.back}</Link>
      </p>
      <PageHeader title={of.title} lead={`${of.number} · ${of.place.name}`} />
      <p className="row">
        <Tag tone={of.state === 'open' ? 'warn' : 'info'}>{pick(decisionStates[of.state])}</Tag>
        {of.closesAt ? (
          <span>
            {say.closes} <TimeText at={of.closesAt} />
          </span>
        ) : null}
      </p>
      <Steps of={of} show={show} />
      {of.endedWords ? <p className="mediation">{of.endedWords}</p> : null}
      <Result of={of} />
      <Question of={of} />
      {of.may.includes('seeTurnout') ? <Turnout of={of} /> : null}
      <Objections of={of} answer={(answer) => show({ answer })} />
      <Roll of={of} />
      <Facts
        facts={[
          { label: say.convener, value: of.convener },
          { label: say.chain, value: `${of.chain.length} · ${of.chain.head.slice(0, 16)}` },
        ]}
      />
      <Dialogs of={of} dialog={dialog} close={() => show(null)} />
    </div>
  )
}
const Dialogs = ({
  of,
  dialog,
  close,
}: {
  readonly of: Decision
  readonly dialog: Dialog
  readonly close: () => void
}) => {
  const say = useWords(words)
  const pick = usePick()
  if (dialog === null) return null
  if ('paper' in dialog) return <EnterPaper of={of} title={say.enter} close={close} />
  if ('answer' in dialog)
    return <AnswerObjection of={of} title={say.answer} close={close} objectionId={dialog.answer} />
  const { step } = dialog
  const props = { of, title: pick(decisionSteps[step]), close }
  if (step === 'publishRoll') return <PublishRoll {...props} />
  if (step === 'postNotice') return <PostNotice {...props} />
  if (step === 'open') return <OpenVote {...props} />
  if (step === 'count') return <CountVote {...props} />
  if (step === 'freezeRoll' || step === 'certify' || step === 'withdraw' || step === 'annul')
    return <PlainStep {...props} name={step} />
  return null
}
const Objections = ({ of, answer }: { readonly of: Decision; readonly answer: (id: string) => void }) => {
  const say = useWords(words)
  if (of.objections.length === 0) return null
  return (
    <section className="stack">
      <h2>{say.objections}</h2>
      <ul className="mediations">
        {of.objections.map((one) => (
          <li key={one.id} className="mediation">
            <p>
              {one.byName} <TimeText at={one.at} />
            </p>
            <p>{one.words}</p>
            <p className="quiet">{one.answer ?? say.unanswered}</p>
            {one.answer === null ? (
              <Button size="small" onClick={() => answer(one.id)}>
                {say.answer}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
