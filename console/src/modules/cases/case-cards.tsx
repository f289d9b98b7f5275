// The queue as two-line rows: beside an open case and on narrow screens.
import { Checkbox } from 'antd'
import { useWords } from '../../platform/words.ts'
import { CaseCard } from './case-card.tsx'
import type { CaseListProps } from './case-table.tsx'
import { words } from './words.ts'

export const CaseCards = ({ rows, at, mayBulk, selection, open }: CaseListProps) => {
  const say = useWords(words)
  return (
    <ul className="case-cards" aria-label={say.list}>
      {rows.map((row) => (
        <li
          key={row.id}
          id={`row-${row.id}`}
          className={at === row.id ? 'is-at' : ''}
          aria-current={at === row.id ? 'true' : undefined}
        >
          {mayBulk ? (
            <Checkbox
              aria-label={say.select(row.number)}
              checked={selection.ids.has(row.id)}
              onChange={() => selection.toggle(row.id)}
            />
          ) : null}
          <CaseCard row={row} open={open} />
        </li>
      ))}
    </ul>
  )
}
