// The steps on a fund's page, each a short form.
import { today } from '../../platform/day.ts'
import { call, useApi, type Out } from '../../platform/api.ts'
import { useMarks } from '../../platform/marks.ts'
import { useWords } from '../../platform/words.ts'
import type { Fund } from './fund.ts'
import { fenOf, yuan } from './money.ts'
import { StepForm, type Step, type StepField } from './step-form.tsx'
import { words } from './words.ts'

export type FundStep =
  | { readonly name: 'income' | 'interest' | 'apply' | 'pledge' | 'met' | 'failed' | 'limits' | 'close' }
  | { readonly name: 'reverse' | 'answer'; readonly thingId: string }
  | { readonly name: 'pledgePaid'; readonly thingId: string; readonly open: number }
interface Props {
  readonly of: Fund
  readonly step: FundStep
  readonly close: () => void
}
const nothing = {
  matter: null,
  above: null,
  rows: [],
  decideAbove: null,
  decisions: [],
} satisfies Out<'GET /api/funds/:id/resolutions'>
const useFields = (of: Fund) => {
  const say = useWords(words)
  const found = useApi(
    'GET /api/funds/:id/resolutions',
    { params: { id: of.id } },
    { when: of.may.includes('apply'), fresh: 60_000 },
  )
  return {
    say,
    mark: useMarks(),
    resolutions: found.data ?? nothing,
    amount: { name: 'amount', label: say.amount, as: 'money' } satisfies StepField,
    day: { name: 'day', label: say.day, as: 'day', initial: today() } satisfies StepField,
    reason: { name: 'reason', label: say.reason, as: 'words' } satisfies StepField,
    purpose: { name: 'purpose', label: say.purpose, as: 'line' } satisfies StepField,
    account: { name: 'placeId', label: say.account, as: 'place', isOptional: true } satisfies StepField,
  }
}
type Fields = ReturnType<typeof useFields>
const movementOf = (values: Readonly<Record<string, unknown>>) => ({
  amount: values['amount'] as number,
  day: values['day'] as string,
  purpose: values['purpose'] as string,
})
const incomeStep = (of: Fund, { say, amount, day, purpose, account }: Fields): Step => ({
  title: say.income,
  fields: [amount, day, purpose, ...(of.kind === 'maintenanceFund' ? [account] : [])],
  send: (values, key) =>
    call(
      'POST /api/funds/:id/entries',
      {
        params: { id: of.id },
        body: {
          ...movementOf(values),
          placeId: (values['placeId'] as string | null | undefined) ?? null,
        },
      },
      { key },
    ),
})
const interestStep = (of: Fund, { say, amount, day, purpose }: Fields): Step => ({
  title: say.interest,
  lead: say.interestLead,
  fields: [amount, day, purpose],
  send: (values, key) =>
    call(
      'POST /api/funds/:id/interest',
      {
        params: { id: of.id },
        body: {
          ...movementOf(values),
        },
      },
      { key },
    ),
})
const resolutionFields = (of: Fund, { say, mark, resolutions }: Fields): StepField[] => {
  const { matter, above, rows } = resolutions
  const words: StepField = { name: 'resolution', label: say.otherResolution, as: 'line', isOptional: true }
  if (matter === null) return [words]
  return [
    {
      name: 'resolutionId',
      label: say.resolutionChoice,
      as: 'choice',
      isOptional: true,
      hint: `${above === null ? matter : say.resolutionHint(matter, yuan(above))}${rows.length === 0 ? ` · ${say.noResolution}` : ''}`,
      options: rows.map((row) => ({
        value: row.id,
        label: `${row.number} ${row.title}${row.budget === null ? '' : mark.aside(say.upTo(yuan(row.budget)))}`,
      })),
    },
    words,
  ]
}
/** Offered where the owners decide, or have decided. */
const decisionFields = ({ say, mark, resolutions: { decideAbove, decisions } }: Fields): StepField[] => {
  if (decideAbove === null && decisions.length === 0) return []
  const above = decideAbove === null ? '' : say.decisionAbove(yuan(decideAbove))
  return [
    {
      name: 'decisionId',
      label: say.decisionChoice,
      as: 'choice',
      isOptional: true,
      hint: [above, decisions.length === 0 ? say.noDecision : ''].filter((one) => one !== '').join(' · '),
      options: decisions.map((one) => ({
        value: one.id,
        label: `${one.title}${mark.aside(say.leftOf(yuan(one.left)))}`,
      })),
    },
  ]
}
const limitsStep = (of: Fund, { say }: Fields): Step => {
  const typed = (fen: number | null) => (fen === null ? '' : (fen / 100).toFixed(2))
  const limit = (text: unknown) => (typeof text === 'string' ? fenOf(text) : null)
  const pattern = { of: /^\s*([\d,]{1,13}(\.\d{1,2})?)?\s*$/, message: say.amountWrong }
  const field = { as: 'line', isOptional: true, pattern } as const
  return {
    title: say.setLimits,
    lead: say.limitsLead,
    fields: [
      { ...field, name: 'approveUpTo', label: say.approveUpTo, initial: typed(of.approveUpTo) },
      { ...field, name: 'deliberateAbove', label: say.deliberateAbove, initial: typed(of.deliberateAbove) },
      {
        ...field,
        name: 'decideAbove',
        label: say.decideAbove,
        hint: say.decideHint,
        initial: typed(of.decideAbove),
      },
    ],
    send: (values) =>
      call('PUT /api/funds/:id/limits', {
        params: { id: of.id },
        body: {
          approveUpTo: limit(values['approveUpTo']),
          deliberateAbove: limit(values['deliberateAbove']),
          decideAbove: limit(values['decideAbove']),
        },
      }),
  }
}
const closeStep = (of: Fund, { say, reason }: Fields): Step => ({
  title: say.close,
  lead: say.closeLead,
  fields: [reason],
  send: (values, key) =>
    call(
      'POST /api/funds/:id/closing',
      { params: { id: of.id }, body: { reason: values['reason'] as string } },
      { key },
    ),
})
const applyStep = (of: Fund, fields: Fields): Step => {
  const { say, amount, reason, account } = fields
  return {
    title: say.apply,
    fields: [
      { name: 'title', label: say.titleField, as: 'line' },
      amount,
      { name: 'payee', label: say.payee, as: 'line' },
      reason,
      ...resolutionFields(of, fields),
      ...decisionFields(fields),
      ...(of.kind === 'maintenanceFund' ? [account] : []),
    ],
    send: (values, key) =>
      call(
        'POST /api/funds/:id/applications',
        {
          params: { id: of.id },
          body: {
            title: values['title'] as string,
            reason: values['reason'] as string,
            payee: values['payee'] as string,
            amount: values['amount'] as number,
            resolutionId: (values['resolutionId'] as string | null | undefined) ?? null,
            resolutionWords: values['resolution'] as string | null,
            decisionId: (values['decisionId'] as string | null | undefined) ?? null,
            accountPlaceId: (values['placeId'] as string | null | undefined) ?? null,
          },
        },
        { key },
      ),
  }
}
const raisingStep = (of: Fund, outcome: 'met' | 'failed', { say, reason }: Fields): Step => ({
  title: outcome === 'met' ? say.raisingMet : say.raisingFailed,
  fields: [reason],
  send: (values, key) =>
    call(
      'POST /api/funds/:id/raising',
      { params: { id: of.id }, body: { outcome, reason: values['reason'] as string } },
      { key },
    ),
})
const stepOf = (of: Fund, step: FundStep, fields: Fields): Step => {
  const { say, amount, day, reason } = fields
  const params = { id: of.id }
  if (step.name === 'income') return incomeStep(of, fields)
  if (step.name === 'interest') return interestStep(of, fields)
  if (step.name === 'apply') return applyStep(of, fields)
  if (step.name === 'limits') return limitsStep(of, fields)
  if (step.name === 'close') return closeStep(of, fields)
  if (step.name === 'met' || step.name === 'failed') return raisingStep(of, step.name, fields)
  if (step.name === 'pledge')
    return {
      title: say.addPledge,
      fields: [{ name: 'name', label: say.who, as: 'line' }, amount],
      send: (values, key) =>
        call(
          'POST /api/funds/:id/pledges',
          { params, body: { amount: values['amount'] as number, name: values['name'] as string } },
          { key },
        ),
    }
  if (!('thingId' in step)) throw new Error(step.name)
  const of_ = { params: { ...params, thingId: step.thingId } }
  if (step.name === 'pledgePaid')
    return {
      title: say.recordPayment,
      fields: [{ ...amount, initial: (step.open / 100).toFixed(2) }, day],
      send: (values, key) =>
        call(
          'POST /api/funds/:id/pledges/:thingId/payment',
          { ...of_, body: { amount: values['amount'] as number, day: values['day'] as string } },
          { key },
        ),
    }
  if (step.name === 'answer')
    return {
      title: say.answer,
      fields: [{ name: 'words', label: say.answer, as: 'words' }],
      send: (values, key) =>
        call(
          'POST /api/funds/:id/questions/:thingId/answer',
          { ...of_, body: { words: values['words'] as string } },
          { key },
        ),
    }
  return {
    title: say.reverse,
    fields: [reason],
    send: (values, key) =>
      call(
        'POST /api/funds/:id/entries/:thingId/reversal',
        { ...of_, body: { reason: values['reason'] as string } },
        { key },
      ),
  }
}
export const FundStepForm = ({ of, step, close }: Props) => (
  <StepForm step={stepOf(of, step, useFields(of))} close={close} />
)
