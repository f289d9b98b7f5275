// What was there, came and went in a period, and is there now; and the periods to choose from.
import { Select } from 'antd'
import { entryKinds } from '../../../../contract/src/funds-life.ts'
import type { Out } from '../../platform/api.ts'
import { today } from '../../platform/day.ts'
import { figures, PlainTable } from '../../platform/plain-table.tsx'
import { usePick, useWords } from '../../platform/words.ts'
import { yuan } from './money.ts'
import { words } from './words.ts'

/** This year and the one before: years, quarters, months. */
const periods = (): string[] => {
  const year = Number(today().slice(0, 4))
  return [year, year - 1].flatMap((one) => [
    String(one),
    ...[4, 3, 2, 1].map((quarter) => `${one}-Q${quarter}`),
    ...Array.from({ length: 12 }, (_, i) => `${one}-${String(12 - i).padStart(2, '0')}`),
  ])
}
export const PeriodSelect = ({
  value,
  onChange,
}: {
  readonly value: string
  readonly onChange: (period: string) => void
}) => (
  <Select
    aria-label={useWords(words).period}
    className="filter-select"
    value={value}
    options={periods().map((one) => ({ value: one, label: one }))}
    onChange={onChange}
  />
)
/** Of a whole fund or of one of its accounts. */
type Statement = Omit<Out<'GET /api/funds/:id/accounts/:thingId'>, 'account'>
export const StatementTable = ({ of: found }: { readonly of: Statement }) => {
  const say = useWords(words)
  const pick = usePick()
  return (
    <PlainTable
      label={say.statement}
      heads={[say.day, say.kind, say.purpose, ...figures(say.in, say.out, say.balance)]}
    >
      <tr>
        <td>{found.from}</td>
        <td colSpan={4}>{say.opening}</td>
        <td className="figure">{yuan(found.opening)}</td>
      </tr>
      {found.lines.map((line) => (
        <tr key={line.id}>
          <td>{line.day}</td>
          <td>{pick(entryKinds[line.kind])}</td>
          <td>{line.purpose}</td>
          <td className="figure">{line.amount > 0 ? yuan(line.amount) : ''}</td>
          <td className="figure">{line.amount < 0 ? yuan(-line.amount) : ''}</td>
          <td className="figure">{yuan(line.balance)}</td>
        </tr>
      ))}
      <tr>
        <td>{found.to}</td>
        <td colSpan={2}>{say.closing}</td>
        <td className="figure">{yuan(found.in)}</td>
        <td className="figure">{yuan(found.out)}</td>
        <td className="figure">{yuan(found.closing)}</td>
      </tr>
    </PlainTable>
  )
}
