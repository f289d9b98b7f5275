// Drafts a shared cost: place, fund, total, how it is shared. The shares are looked at before anybody is asked.
import { shareMethods, type ShareMethod } from '../../../../contract/src/funds-life.ts'
import { useGo } from '../../platform/address.ts'
import { call } from '../../platform/api.ts'
import { useList } from '../../platform/list.ts'
import { usePick, useWords } from '../../platform/words.ts'
import { agreedOf, type ChosenHomes } from './homes-field.tsx'
import { StepForm, type Step, type Values } from './step-form.tsx'
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
export const PlanForm = ({ close }: { readonly close: () => void }) => {
  const say = useWords(words)
  const pick = usePick()
  const go = useGo()
  const funds = useList('GET /api/funds', { query: { open: 'true', limit: 200 } })
  const methods = Object.keys(shareMethods) as ShareMethod[]
  const step: Step = {
    title: say.draftPlan,
    fields: [
      { name: 'title', label: say.titleField, as: 'line' },
      { name: 'placeId', label: say.place, as: 'place' },
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
        isOptional: true,
        hint: say.factorsHint,
        pattern: { of: FACTORS, message: say.factorsWrong },
      },
      { name: 'homes', label: say.homes, as: 'homes', isOptional: true },
      { name: 'usesAccounts', label: say.usesAccounts, as: 'flag', isOptional: true, initial: false },
      { name: 'reason', label: say.reason, as: 'words' },
    ],
    send: async (values, key) => {
      const made = await call(
        'POST /api/funds/plans',
        {
          body: bodyOf(values),
        },
        { key },
      )
      go(`/funds/plans/${made.id}`)
    },
  }
  return <StepForm step={step} close={close} />
}
