// The queue as a table with the chosen columns: for wide screens while no case is open beside it.
import { Checkbox } from 'antd'
import { useWords } from '../../platform/words.ts'
import { CaseLink } from './case-link.tsx'
import { Cell, type ColumnName } from './columns.tsx'
import type { CaseRow } from './queue-data.ts'
import type { Selection } from './selection.ts'
import { words } from './words.ts'

export interface CaseListProps {
  readonly rows: readonly CaseRow[]
  readonly at: string | null
  readonly mayBulk: boolean
  readonly selection: Selection
  readonly open: (id: string) => void
}
export const CaseTable = ({ columns, ...list }: CaseListProps & { readonly columns: readonly ColumnName[] }) => {
  const say = useWords(words)
  const { rows, selection } = list
  const isAll = rows.length > 0 && rows.every((row) => selection.ids.has(row.id))
  const some = rows.some((row) => selection.ids.has(row.id))
  return (
    <div className="case-table-scroll">
      <table className="case-table" aria-label={say.list}>
        <thead>
          <tr>
            {list.mayBulk ? (
              <th scope="col" className="tick">
                <Checkbox
                  aria-label={say.selectAll}
                  checked={isAll}
                  indeterminate={some && !isAll}
                  onChange={() => selection.set(isAll ? [] : rows.map((row) => row.id))}
                />
              </th>
            ) : null}
            {columns.includes('deadline') ? <th scope="col">{say.deadline}</th> : null}
            <th scope="col">{say.what}</th>
            {columns
              .filter((name) => name !== 'deadline')
              .map((name) => (
                <th key={name} scope="col">
                  {say[name]}
                </th>
              ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <TableRow key={row.id} row={row} columns={columns} {...list} />
          ))}
        </tbody>
      </table>
    </div>
  )
}
type RowProps = CaseListProps & { readonly row: CaseRow; readonly columns: readonly ColumnName[] }
const TableRow = ({ row, columns, at, mayBulk, selection, open }: RowProps) => {
  const say = useWords(words)
  const isTicked = selection.ids.has(row.id)
  return (
    <tr
      id={`row-${row.id}`}
      className={[at === row.id ? 'is-at' : '', isTicked ? 'is-ticked' : ''].join(' ')}
      onClick={(event) => {
        if (!(event.target as HTMLElement).closest('a, input, label, button')) open(row.id)
      }}
    >
      {mayBulk ? (
        <td className="tick">
          <Checkbox aria-label={say.select(row.number)} checked={isTicked} onChange={() => selection.toggle(row.id)} />
        </td>
      ) : null}
      {columns.includes('deadline') ? (
        <td>
          <Cell name="deadline" row={row} />
        </td>
      ) : null}
      <td className="what">
        <CaseLink row={row} open={open} />
      </td>
      {columns
        .filter((name) => name !== 'deadline')
        .map((name) => (
          <td key={name} className={`col-${name}`}>
            <Cell name={name} row={row} />
          </td>
        ))}
    </tr>
  )
}
