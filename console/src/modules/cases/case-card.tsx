// One case in two lines and its deadline: in the queue and on the first page.
import { DeadlineBar } from '../../platform/deadline.tsx'
import { KindTag, StateTag } from '../../platform/tags.tsx'
import { TimeText } from '../../platform/time.tsx'
import { CaseLink } from './case-link.tsx'
import type { CaseRow } from './queue-data.ts'

export const CaseCard = ({ row, open }: { readonly row: CaseRow; readonly open: (id: string) => void }) => {
  return (
    <div className="case-card">
      <div className="case-card-top">
        <CaseLink row={row} open={open} />
      </div>
      <div className="case-card-mid">
        <KindTag kind={row.kind} />
        <StateTag state={row.state} />
        <span className="case-card-place" title={row.place.path}>
          {row.place.path}
        </span>
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
