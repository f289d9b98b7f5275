// A span of time with its unit: minutes round the clock, working minutes or working days.
import { InputNumber, Select } from 'antd'
import type { Out } from '../../platform/api.ts'
import { dictionary, useWords } from '../../platform/words.ts'

export type Budget = Out<'GET /api/cases/deadlines'>[number]['respond']
const budgetWords = dictionary({
  amount: { zh: '时长', en: 'amount' },
  unit: { zh: '单位', en: 'unit' },
  minutes: { zh: '分钟（昼夜）', en: 'clock minutes' },
  workingMinutes: { zh: '工作分钟', en: 'working minutes' },
  workingDays: { zh: '工作日', en: 'working days' },
})
/** The names of both fields, and the units to choose from. */
export const useBudgetSay = () => {
  const say = useWords(budgetWords)
  return {
    amount: say.amount,
    unit: say.unit,
    units: [
      { value: 'minutes' as const, label: say.minutes },
      { value: 'working-minutes' as const, label: say.workingMinutes },
      { value: 'working-days' as const, label: say.workingDays },
    ],
  }
}
interface Props {
  readonly label: string
  readonly budget: Budget
  readonly mayEdit: boolean
  readonly set: (budget: Budget) => void
}
export const BudgetField = ({ label, budget, mayEdit, set }: Props) => {
  const say = useBudgetSay()
  return (
    <span className="budget">
      <InputNumber
        aria-label={`${label} ${say.amount}`}
        min={1}
        max={100_000}
        precision={0}
        disabled={!mayEdit}
        value={budget.amount}
        onChange={(amount) => set({ ...budget, amount: amount ?? 1 })}
      />
      <Select
        aria-label={`${label} ${say.unit}`}
        disabled={!mayEdit}
        value={budget.unit}
        onChange={(unit) => set({ ...budget, unit })}
        options={say.units}
      />
    </span>
  )
}
