// 小区账目: the funds of the places where I have a home, each with what lies in it.
import type { Api } from '../../../../contract/src/all.ts'
import type { OutOf } from '../../../../contract/src/endpoint.ts'
import { fundKinds, fundStates } from '../../../../contract/src/funds-life.ts'
import { call } from '../../api.ts'
import { Icon } from '../../kit/icon.tsx'
import { house, right } from '../../kit/icons.ts'
import { OwnListPage } from '../../kit/own-list-page.tsx'
import { inOnePage } from '../../kit/paged-list.tsx'
import { Empty } from '../../kit/states.tsx'
import { say } from '../../words.ts'
import { yuan } from './money.ts'
import { w } from './words.ts'
import './funds.css'

type Mine = OutOf<Api['GET /api/funds/mine']>[number]
const Row = ({ row }: { row: Mine }) => (
  <a class="cell" href={`/funds/${row.id}`}>
    <span class="grow">
      <span class="strong">{row.name}</span>
      <span class="small quiet">
        {row.place.name} · {say([fundKinds[row.kind].zh, fundKinds[row.kind].en])}
        {row.year === null ? '' : ` · ${row.year}`}
      </span>
      {row.state !== 'open' && <span class="small">{say([fundStates[row.state].zh, fundStates[row.state].en])}</span>}
    </span>
    <span class="fund-figure">{yuan(row.balance)}</span>
    <Icon of={right} />
  </a>
)
const FundsPage = () => (
  <OwnListPage
    title={w('title')}
    name="funds/mine"
    fetch={() => call('GET /api/funds/mine').then(inOnePage)}
    row={(row) => <Row row={row} />}
    empty={<Empty icon={house} title={w('none')} hint={w('noneHint')} />}
    lead={<p class="quiet">{w('lead')}</p>}
  />
)
export default FundsPage
