// The steps of a shared cost, each a short form.
import { planSteps, type PlanStep } from '../../../../contract/src/funds-life.ts'
import { call } from '../../platform/api.ts'
import { today } from '../../platform/day.ts'
import { useList } from '../../platform/list.ts'
import { useMarks } from '../../platform/marks.ts'
import { usePick, useWords } from '../../platform/words.ts'
import { yuan } from './money.ts'
import type { Plan } from './plan.ts'
import { StepForm, type Step, type StepField, type Values } from './step-form.tsx'
import { words } from './words.ts'

export type PlanAct =
  | { readonly name: PlanStep | 'apply' | 'subsidy' | 'remind' }
  | { readonly name: 'agree' | 'object'; readonly thingId: string; readonly home: string }
  | { readonly name: 'pay' | 'refund'; readonly thingId: string; readonly home: string; readonly amount: number }
interface Props {
  readonly of: Plan
  readonly act: PlanAct
  readonly close: () => void
}
const inDays = (days: number) => today(Date.now() + days * 86_400_000)
const text = (values: Values, name: string) => values[name] as string
const fen = (values: Values, name: string) => values[name] as number
const useFields = (name: PlanAct['name']) => {
  const say = useWords(words)
  const certified = useList('GET /api/decisions', { query: { state: 'certified', limit: 100 } }, name === 'collect')
  return {
    say,
    mark: useMarks(),
    decisions: certified.rows,
    amount: { name: 'amount', label: say.amount, as: 'money' } satisfies StepField,
    day: { name: 'day', label: say.day, as: 'day', initial: today() } satisfies StepField,
    reason: { name: 'words', label: say.reason, as: 'words' } satisfies StepField,
  }
}
type Fields = ReturnType<typeof useFields>
const applyStep = (of: Plan, { say, amount, reason }: Fields): Step => ({
  title: say.apply,
  lead: of.title,
  fields: [
    { name: 'title', label: say.titleField, as: 'line', initial: of.title },
    { ...amount, initial: (of.total / 100).toFixed(2) },
    { name: 'payee', label: say.payee, as: 'line' },
    reason,
  ],
  send: (values, key) =>
    call(
      'POST /api/funds/:id/applications',
      {
        params: { id: of.fund.id },
        body: {
          title: text(values, 'title'),
          reason: text(values, 'words'),
          payee: text(values, 'payee'),
          amount: fen(values, 'amount'),
          planId: of.id,
        },
      },
      { key },
    ),
})
type LineAct = Extract<PlanAct, { readonly thingId: string }>
const lineStep = (of: Plan, act: LineAct, { say, amount, day, reason }: Fields): Step => {
  const params = { id: of.id, thingId: act.thingId }
  if (!('amount' in act)) {
    const answer = act.name
    return {
      title: answer === 'agree' ? say.writeAgree : say.writeObject,
      lead: act.home,
      fields: answer === 'agree' ? [] : [reason],
      send: (values, key) =>
        call(
          'POST /api/funds/plans/:id/answers/:thingId',
          { params, body: { answer, words: answer === 'agree' ? null : text(values, 'words') } },
          { key },
        ),
    }
  }
  const isRefund = act.name === 'refund'
  return {
    title: isRefund ? say.refund : say.recordPayment,
    lead: `${act.home} ${yuan(act.amount)}`,
    fields: [{ ...amount, initial: (act.amount / 100).toFixed(2) }, day],
    send: (values, key) => {
      const input = { params, body: { amount: fen(values, 'amount'), day: text(values, 'day') } }
      return isRefund
        ? call('POST /api/funds/plans/:id/refunds/:thingId', input, { key })
        : call('POST /api/funds/plans/:id/payments/:thingId', input, { key })
    },
  }
}
const finalStep = (of: Plan, say: Fields['say'], reason: StepField): Pick<Step, 'fields' | 'send'> => {
  const params = { id: of.id }
  return {
    fields: [
      { name: 'finalTotal', label: say.finalField, as: 'money' },
      reason,
      { name: 'photos', label: say.receipt, as: 'photos', isOptional: true },
    ],
    send: (values, key) =>
      call(
        'POST /api/funds/plans/:id/final',
        {
          params,
          body: {
            finalTotal: fen(values, 'finalTotal'),
            words: text(values, 'words'),
            photos: values['photos'] as string[],
          },
        },
        { key },
      ),
  }
}
const collectStep = (of: Plan, { say, mark, decisions }: Fields): Pick<Step, 'fields' | 'send'> => {
  const params = { id: of.id }
  return {
    fields: [
      { name: 'dueOn', label: say.dueOn, as: 'day', initial: inDays(14) },
      {
        name: 'decisionId',
        label: say.decision,
        as: 'choice',
        isOptional: true,
        hint: say.decisionHint,
        options: decisions.map((row) => ({
          value: row.id,
          label: `${row.number} ${row.title}${mark.aside(row.place.name)}`,
        })),
      },
      { name: 'basisWords', label: say.basis, as: 'line', isOptional: true },
    ],
    send: (values, key) =>
      call(
        'POST /api/funds/plans/:id/collect',
        {
          params,
          body: {
            dueOn: text(values, 'dueOn'),
            basisWords: values['basisWords'] as string | null,
            decisionId: values['decisionId'] as string | null,
          },
        },
        { key },
      ),
  }
}
const planStep = (of: Plan, name: PlanStep | 'subsidy' | 'remind', fields: Fields): Pick<Step, 'fields' | 'send'> => {
  const { say, amount, day, reason } = fields
  const params = { id: of.id }
  const steps: Record<PlanStep | 'subsidy' | 'remind', Pick<Step, 'fields' | 'send'>> = {
    ask: {
      fields: [{ name: 'answerBy', label: say.answerBy, as: 'day', initial: inDays(7) }],
      send: (values, key) =>
        call('POST /api/funds/plans/:id/ask', { params, body: { answerBy: text(values, 'answerBy') } }, { key }),
    },
    drop: {
      fields: [reason],
      send: (values, key) =>
        call('POST /api/funds/plans/:id/drop', { params, body: { words: text(values, 'words') } }, { key }),
    },
    collect: collectStep(of, fields),
    final: finalStep(of, say, reason),
    settle: { fields: [], send: (_, key) => call('POST /api/funds/plans/:id/settle', { params }, { key }) },
    remind: { fields: [], send: (_, key) => call('POST /api/funds/plans/:id/reminders', { params }, { key }) },
    subsidy: {
      fields: [{ ...amount, initial: ((of.subsidy - of.subsidyReceived) / 100).toFixed(2) }, day],
      send: (values, key) =>
        call(
          'POST /api/funds/plans/:id/subsidy',
          { params, body: { amount: fen(values, 'amount'), day: text(values, 'day') } },
          { key },
        ),
    },
  }
  return steps[name]
}
export const PlanStepForm = ({ of, act, close }: Props) => {
  const fields = useFields(act.name)
  const pick = usePick()
  const { say } = fields
  if ('thingId' in act) return <StepForm step={lineStep(of, act, fields)} close={close} />
  if (act.name === 'apply') return <StepForm step={applyStep(of, fields)} close={close} />
  const title =
    act.name === 'subsidy' ? say.recordSubsidy : act.name === 'remind' ? say.remind : pick(planSteps[act.name])
  return <StepForm step={{ title, lead: of.title, ...planStep(of, act.name, fields) }} close={close} />
}
