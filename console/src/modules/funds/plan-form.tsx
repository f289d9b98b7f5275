// Drafts a shared cost, or changes a draft: place, fund, total, how it is shared. The shares are looked at before anybody is asked.
import { shareMethods, type ShareMethod } from '../../../../contract/src/funds-life.ts'
import { useGo } from '../../platform/address.ts'
import { call } from '../../platform/api.ts'
import { useList } from '../../platform/list.ts'
import { usePick, useWords } from '../../platform/words.ts'
import { agreedOf, type ChosenHomes } from './homes-field.tsx'
import type { Plan } from './plan.ts'
import { PlanPreview } from './plan-preview.tsx'
import { StepForm, type Step, type StepField, type Values } from './step-form.tsx'
import { words } from './words.ts'

const FACTORS = /^\s*(-?\d{1,3}\s*[:：]\s*\d{1,3}(\.\d{1,3})?[\s,，]*)*$/
/** `1:0.8 6:1.5` in thousandths. */
const factorsOf = (text: string | null) =>
  [...(text ?? '').matchAll(/(-?\d{1,3})\s*[:：]\s*(\d{1,3})(?:\.(\d{1,3}))?/g)].map(([, floor, whole, part]) => ({
    floor: Number(floor),
    factor: Number(whole) * 1000 + Number((part ?? '').padEnd(3, '0')),
  }))
/** All of the place unless some were chosen; with amounts the homes are always named. */
const sharedBy = (homes: ChosenHomes, method: ShareMethod) => {
  const ids = homes.ids ?? Object.keys(homes.amounts)
  return {
    ...(homes.ids === null ? {} : { homeIds: [...homes.ids] }),
    ...(method === 'agreed' ? { agreedShares: agreedOf(homes, ids) } : {}),
  }
}
const bodyOf = (values: Values) => ({
  title: values['title'] as string,
  placeId: values['placeId'] as string,
  fundId: values['fundId'] as string,
  total: values['total'] as number,
  subsidy: values['subsidy'] as number,
  method: values['method'] as ShareMethod,
  ...sharedBy(values['homes'] as ChosenHomes, values['method'] as ShareMethod),
  floorFactors: factorsOf(values['factors'] as string | null),
  usesAccounts: values['usesAccounts'] === true,
  reason: values['reason'] as string,
})
/** The fields of a plan as it stands. */
const initialOf = (of: Plan) => ({
  title: of.title,
  placeId: of.place.id,
  fundId: of.fund.id,
  total: (of.total / 100).toFixed(2),
  subsidy: of.subsidy === 0 ? '' : (of.subsidy / 100).toFixed(2),
  method: of.method,
  factors: [...new Map(of.lines.map(({ floor, factor }) => [floor, factor]))]
    .flatMap(([floor, factor]) =>
      floor === null || factor === null || factor === 1000 ? [] : `${floor}:${factor / 1000}`,
    )
    .join(' '),
  homes: {
    ids: of.lines.map((line) => line.home.id),
    amounts:
      of.method === 'agreed'
        ? Object.fromEntries(of.lines.map((line) => [line.home.id, (line.share / 100).toFixed(2)]))
        : {},
  },
  usesAccounts: of.usesAccounts,
  reason: of.reason,
})
type Initial = Partial<ReturnType<typeof initialOf>>
const useFields = (of: Plan | undefined, initial: Initial): StepField[] => {
  const say = useWords(words)
  const pick = usePick()
  const funds = useList('GET /api/funds', { query: { open: 'true', limit: 200 } })
  const methods = Object.keys(shareMethods) as ShareMethod[]
  const fields: StepField[] = [
    { name: 'title', label: say.titleField, as: 'line' },
    of === undefined
      ? { name: 'placeId', label: say.place, as: 'place' }
      : { name: 'placeId', label: say.place, as: 'fixed', shown: of.place.name },
    {
      name: 'fundId',
      label: say.fund,
      as: 'choice',
      options: funds.rows.map((fund) => ({ value: fund.id, label: `${fund.place.name} ${fund.name}` })),
    },
    { name: 'total', label: say.totalField, as: 'money' },
    { name: 'subsidy', label: say.subsidyField, as: 'money', isOptional: true },
    {
      name: 'method',
      label: say.method,
      as: 'choice',
      initial: 'area',
      options: methods.map((method) => ({ value: method, label: pick(shareMethods[method]) })),
    },
    {
      name: 'factors',
      label: say.factors,
      as: 'line',
      most: 400,
      isOptional: true,
      hint: say.factorsHint,
      pattern: { of: FACTORS, message: say.factorsWrong },
    },
    { name: 'homes', label: say.homes, as: 'homes', isOptional: true },
    { name: 'usesAccounts', label: say.usesAccounts, as: 'flag', isOptional: true, initial: false },
    { name: 'reason', label: say.reason, as: 'words' },
  ]
  return fields.map((field) => ({
    ...field,
    ...(field.name in initial ? { initial: initial[field.name as keyof Initial]! } : {}),
  }))
}
/** A new plan, or a draft that is changed: its case stays the one it was drafted for. */
export const PlanForm = ({ of, close }: { readonly of?: Plan; readonly close: () => void }) => {
  const say = useWords(words)
  const go = useGo()
  const wholeOf = (values: Values) => ({ ...bodyOf(values), caseId: of?.caseId ?? null })
  const step: Step = {
    title: of === undefined ? say.draftPlan : say.changePlan,
    ...(of === undefined ? {} : { lead: say.changeLead, verb: say.keepDraft }),
    fields: useFields(of, of === undefined ? {} : initialOf(of)),
    below: (read) => <PlanPreview read={() => wholeOf(read())} />,
    send: async (values, key) => {
      const body = wholeOf(values)
      if (of !== undefined) return call('PUT /api/funds/plans/:id', { params: { id: of.id }, body }, { key })
      const made = await call('POST /api/funds/plans', { body }, { key })
      return go(`/funds/plans/${made.id}`)
    },
  }
  return <StepForm step={step} close={close} />
}
