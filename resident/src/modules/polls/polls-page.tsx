// 意见征询: what is asked of the places where I have a home; those that wait for my answer are marked.
import type { Api } from '../../../../contract/src/all.ts'
import type { OutOf } from '../../../../contract/src/endpoint.ts'
import { notBinding, pollStates } from '../../../../contract/src/polls-life.ts'
import { call } from '../../api.ts'
import { Icon } from '../../kit/icon.tsx'
import { list, right } from '../../kit/icons.ts'
import { OwnListPage } from '../../kit/own-list-page.tsx'
import { Empty } from '../../kit/states.tsx'
import { Waits } from '../../kit/waits.tsx'
import { say } from '../../words.ts'
import { w } from './words.ts'

type Rows = OutOf<Api['GET /api/polls/mine']>['rows']
const Row = ({ row }: { row: Rows[number] }) => (
  <a class="cell" href={`/polls/${row.id}`}>
    <span class="grow">
      <span class="strong">{row.title}</span>
      <span class="small quiet">
        {row.place.name} · {say([notBinding.zh, notBinding.en])}
      </span>
      <span class="row small">
        <span>
          {say([pollStates[row.state].zh, pollStates[row.state].en])} · {w('until', { day: row.closesOn })}
        </span>
        {row.waitsForMe && <Waits>{w('waits')}</Waits>}
      </span>
    </span>
    <Icon of={right} />
  </a>
)
const PollsPage = () => (
  <OwnListPage
    title={w('title')}
    name="polls/mine"
    fetch={(after) => call('GET /api/polls/mine', { query: { after } })}
    row={(row) => <Row row={row} />}
    empty={<Empty icon={list} title={w('none')} hint={w('noneHint')} />}
  />
)
export default PollsPage
