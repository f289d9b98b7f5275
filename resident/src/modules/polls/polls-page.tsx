// 意见征询: what is asked of the places where I have a home; those that wait for my answer are marked.
import type { Api } from '../../../../contract/src/all.ts'
import type { OutOf } from '../../../../contract/src/endpoint.ts'
import { notBinding, pollStates } from '../../../../contract/src/polls-life.ts'
import { call } from '../../api.ts'
import { Icon } from '../../kit/icon.tsx'
import { alert, list, right } from '../../kit/icons.ts'
import { OwnPage } from '../../kit/own-page.tsx'
import { PagedList } from '../../kit/paged-list.tsx'
import { Empty } from '../../kit/states.tsx'
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
        {row.waitsForMe && (
          <span class="mark">
            <Icon of={alert} /> {w('waits')}
          </span>
        )}
      </span>
    </span>
    <Icon of={right} />
  </a>
)
const List = () => (
  <PagedList
    name="polls/mine"
    fetch={(after) => call('GET /api/polls/mine', { query: { after } })}
    row={(row) => <Row row={row} />}
    empty={<Empty icon={list} title={w('none')} hint={w('noneHint')} />}
  />
)
const PollsPage = () => (
  <OwnPage title={w('title')} backTo="/services">
    <List />
  </OwnPage>
)
export default PollsPage
