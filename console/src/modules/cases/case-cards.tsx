// The queue as two-line rows: beside an open case, on narrow screens, and on the first page.
import { Checkbox } from 'antd'
import { DeadlineBar } from '../../platform/deadline.tsx'
import { KindTag, StateTag } from '../../platform/tags.tsx'
import { TimeText } from '../../platform/time.tsx'
import { useWords } from '../../platform/words.ts'
import { CaseLink } from './case-link.tsx'
import type { CaseListProps } from './case-table.tsx'
import type { CaseRow } from './queue-data.ts'
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
/** One case in two lines and its deadline. */
export const CaseCard = ({ row, open }: { readonly row: CaseRow; readonly open: (id: string) => void }) => {
  return (
    <div className="case-card">
      <div className="case-card-top">
        <CaseLink row={row} open={open} />
      </div>
      <div className="case-card-mid">
        <KindTag kind={row.kind} />
        <StateTag state={row.state} />
        <span className="case-card-place">{row.place.path}</span>
      </div>
      <div className="case-card-end">
        {row.dueAt ? <DeadlineBar row={row} /> : <span />}
        <span className="quiet">
          <TimeText at={row.createdAt} />
        </span>
      </div>
    </div>
  )
}
