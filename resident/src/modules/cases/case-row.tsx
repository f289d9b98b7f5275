// One case in a list, and the mark that says where it stands.
import type { Api } from '../../../../contract/src/all.ts'
import type { OutOf } from '../../../../contract/src/endpoint.ts'
import { Moment } from '../../kit/when.tsx'
import { stateWords, w } from './case-words.ts'
import './cases.css'

export type CaseRow = OutOf<Api['GET /api/cases/mine']>['rows'][number]

/** Word, shape and colour of a state. */
export const State = ({ of, mine = true }: { of: Pick<CaseRow, 'state' | 'handler'>; mine?: boolean }) => {
  const { tone, words } = stateWords(of.state, of.handler?.name ?? null, mine)
  return <span class={`state ${tone}`}>{words}</span>
}

const dueWords = { respond: 'respondBy', resolve: 'resolveBy', verify: 'verifyBy' } as const
/** By when, in words; “late” is a word too. */
export const Due = ({ of }: { of: Pick<CaseRow, 'dueAt' | 'dueKind' | 'overdue'> }) => {
  if (!of.dueAt) return null
  return (
    <span class="small quiet">
      {w('pair', { label: w(dueWords[of.dueKind ?? 'resolve']) })}
      <Moment at={of.dueAt} withTime />
      {of.overdue && <span class="late"> {w('late')}</span>}
    </span>
  )
}

export const CaseLink = ({ row }: { row: CaseRow }) => (
  <a class="case-row" href={`/cases/${row.id}`}>
    <span class="said">{row.words}</span>
    <State of={row} />
    <span class="row spread">
      <Due of={row} />
      <span class="small quiet">
        {row.category.name} · <Moment at={row.createdAt} />
      </span>
    </span>
  </a>
)
