// 业主表决: the decisions of the places where I own or live; those that wait for my vote are marked.
import { decisionStates } from '../../../../contract/src/ballots-life.ts'
import type { Api } from '../../../../contract/src/all.ts'
import type { OutOf } from '../../../../contract/src/endpoint.ts'
import { call } from '../../api.ts'
import { Icon } from '../../kit/icon.tsx'
import { list, right } from '../../kit/icons.ts'
import { OwnListPage } from '../../kit/own-list-page.tsx'
import { Empty } from '../../kit/states.tsx'
import { Moment } from '../../kit/when.tsx'
import { Waits } from '../../kit/waits.tsx'
import { say } from '../../words.ts'
import { w } from './words.ts'

type Rows = OutOf<Api['GET /api/decisions/mine']>['rows']
const Row = ({ row }: { row: Rows[number] }) => {
  const state = decisionStates[row.state]
  return (
    <a class="cell" href={`/decisions/${row.id}`}>
      <span class="grow">
        <span class="strong">{row.title}</span>
        <span class="small quiet">{row.place.name}</span>
        <span class="row small">
          <span>{say([state.zh, state.en])}</span>
          {row.waitsForMe && <Waits>{w('waits')}</Waits>}
        </span>
        {row.state === 'open' && row.closesAt && (
          <span class="small">
            {w('closes')} <Moment at={row.closesAt} withTime />
          </span>
        )}
      </span>
      <Icon of={right} />
    </a>
  )
}
const DecisionsPage = () => (
  <OwnListPage
    title={w('title')}
    name="decisions/mine"
    fetch={(after) => call('GET /api/decisions/mine', { query: { after } })}
    row={(row) => <Row row={row} />}
    empty={<Empty icon={list} title={w('none')} hint={w('noneHint')} />}
  />
)
export default DecisionsPage
