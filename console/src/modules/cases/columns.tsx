// The columns of the queue: what each shows, which are chosen; the choice stays in this browser.
import { Button, Checkbox, Popover } from 'antd'
import { Columns3 } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { caseChannels } from '../../../../contract/src/cases-life.ts'
import { DeadlineBar } from '../../platform/deadline.tsx'
import { KindTag, StateTag } from '../../platform/tags.tsx'
import { TimeText } from '../../platform/time.tsx'
import { usePick, useWords } from '../../platform/words.ts'
import type { CaseRow } from './queue-data.ts'
import { words } from './words.ts'

/** In the order of the table; `what` is always there and stands after `deadline`. */
const columnNames = [
  'deadline',
  'number',
  'kind',
  'category',
  'place',
  'state',
  'handler',
  'channel',
  'created',
  'since',
  'rating',
  'photos',
] as const
export type ColumnName = (typeof columnNames)[number]
const atFirst: readonly ColumnName[] = ['deadline', 'kind', 'place', 'state', 'handler', 'created']
const kept = 'linli-case-columns'
const isColumn = (name: unknown): name is ColumnName => columnNames.includes(name as ColumnName)

const readKept = (): readonly ColumnName[] => {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(kept) ?? 'null')
    return Array.isArray(value) ? value.filter(isColumn) : atFirst
  } catch {
    return atFirst
  }
}
/** The chosen columns in table order, and a way to choose others. */
export const useColumns = (): readonly [readonly ColumnName[], (next: readonly ColumnName[]) => void] => {
  const [chosen, setChosen] = useState(readKept)
  const choose = (next: readonly ColumnName[]) => {
    localStorage.setItem(kept, JSON.stringify(next))
    setChosen(next)
  }
  return [columnNames.filter((name) => chosen.includes(name)), choose]
}
export const ColumnChooser = ({
  chosen,
  choose,
}: {
  chosen: readonly ColumnName[]
  choose: (next: readonly ColumnName[]) => void
}) => {
  const say = useWords(words)
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      content={
        <Checkbox.Group
          className="column-choices"
          value={[...chosen]}
          options={columnNames.map((name) => ({ value: name, label: say[name] }))}
          onChange={(next) => choose(next as ColumnName[])}
        />
      }
    >
      <Button icon={<Columns3 size={16} />}>{say.columns}</Button>
    </Popover>
  )
}
/** What a cell shows. */
export const Cell = ({ name, row }: { readonly name: ColumnName; readonly row: CaseRow }): ReactNode => {
  const say = useWords(words)
  const pick = usePick()
  if (name === 'deadline') return <DeadlineBar row={row} />
  if (name === 'number') return <span className="quiet">{row.number}</span>
  if (name === 'kind') return <KindTag kind={row.kind} />
  if (name === 'category') return row.category.name
  if (name === 'place') return <span title={row.place.path}>{row.place.path}</span>
  if (name === 'state') return <StateTag state={row.state} />
  if (name === 'handler')
    return row.handler ? (
      <span title={row.handler.name}>{row.handler.name}</span>
    ) : (
      <span className="quiet" title={say.nobody}>
        {say.nobody}
      </span>
    )
  if (name === 'channel') return pick(caseChannels[row.channel])
  if (name === 'created') return <TimeText at={row.createdAt} />
  if (name === 'since') return <TimeText at={row.stateAt} />
  if (name === 'rating') return row.rating === null ? '—' : say.stars(row.rating)
  return row.photoCount === 0 ? '—' : row.photoCount
}
