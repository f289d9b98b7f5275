// The words of a case as a link: a plain click opens it beside the list, any other click follows the link.
import { Link } from '@tanstack/react-router'
import type { CaseRow } from './queue-data.ts'

export const CaseLink = ({
  row,
  open,
}: {
  readonly row: Pick<CaseRow, 'id' | 'words'>
  readonly open: (id: string) => void
}) => (
  <Link
    to={`/cases/${row.id}`}
    className="case-link"
    title={row.words}
    onClick={(event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return
      event.preventDefault()
      open(row.id)
    }}
  >
    {row.words}
  </Link>
)
