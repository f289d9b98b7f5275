// One part in a list, its state and its two deadlines in words.
import type { Api } from '../../../../contract/src/all.ts'
import type { OutOf } from '../../../../contract/src/endpoint.ts'
import { Moment } from '../../kit/when.tsx'
import { partState, w } from './words.ts'
import '../cases/cases.css'

export type PartRow = OutOf<Api['GET /api/whistles/parts']>['rows'][number]

export const PartStateMark = ({ of }: { of: Pick<PartRow, 'state'> }) => {
  const { tone, words } = partState(of.state)
  return <span class={`state ${tone}`}>{words}</span>
}
const Deadline = ({ of, clock }: { of: PartRow; clock: PartRow['clocks'][number] }) => {
  const isLate = of.late[clock.kind]
  return (
    <span class="small quiet">
      {w(clock.kind)}{' '}
      {clock.stoppedAt ? (
        isLate ? null : (
          w('inTime')
        )
      ) : clock.pausedAt ? (
        w('stands')
      ) : clock.dueAt ? (
        <Moment at={clock.dueAt} withTime />
      ) : null}
      {isLate && <span class="late"> {w('late')}</span>}
    </span>
  )
}
export const Deadlines = ({ of }: { of: PartRow }) => (
  <span class="row spread">
    {of.clocks.map((clock) => (
      <Deadline key={clock.kind} of={of} clock={clock} />
    ))}
  </span>
)
export const PartLink = ({ row, code }: { row: PartRow; code: string | null }) => (
  <a class="case-row" href={`/whistles/${row.id}${code ? `?code=${encodeURIComponent(code)}` : ''}`}>
    <span class="said">{row.case.words}</span>
    <PartStateMark of={row} />
    <span class="small quiet">{row.case.place}</span>
    <Deadlines of={row} />
  </a>
)
