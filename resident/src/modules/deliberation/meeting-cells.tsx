// Meetings in a list on a phone.
import type { Api } from '../../../../contract/src/all.ts'
import { meetingStates } from '../../../../contract/src/deliberation-life.ts'
import type { OutOf } from '../../../../contract/src/endpoint.ts'
import { Moment } from '../../kit/when.tsx'
import { say } from '../../words.ts'

type Row = OutOf<Api['GET /api/deliberation/meetings']>['rows'][number]
export const MeetingCells = ({ rows }: { rows: readonly Row[] }) => (
  <ul class="cells">
    {rows.map((row) => (
      <li key={row.id}>
        <a class="cell" href={`/deliberation/meetings/${row.id}`}>
          <span class="grow">
            <span class="strong">{row.title}</span>
            <span class="small quiet">
              {row.schemeName} · <Moment at={row.startsAt} withTime /> · {row.where}
            </span>
            <span class="small">{say([meetingStates[row.state].zh, meetingStates[row.state].en])}</span>
          </span>
        </a>
      </li>
    ))}
  </ul>
)
