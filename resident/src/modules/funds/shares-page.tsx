// 我的分摊: shared costs a home of mine takes part in, those that wait for me marked.
import type { Api } from '../../../../contract/src/all.ts'
import type { OutOf } from '../../../../contract/src/endpoint.ts'
import { planStates } from '../../../../contract/src/funds-life.ts'
import { call } from '../../api.ts'
import { Icon } from '../../kit/icon.tsx'
import { house, right } from '../../kit/icons.ts'
import { OwnListPage } from '../../kit/own-list-page.tsx'
import { inOnePage } from '../../kit/paged-list.tsx'
import { Empty } from '../../kit/states.tsx'
import { Waits } from '../../kit/waits.tsx'
import { say } from '../../words.ts'
import { yuan } from './money.ts'
import { w } from './words.ts'
import './funds.css'

type Mine = OutOf<Api['GET /api/funds/plans/mine']>[number]
const Row = ({ row }: { row: Mine }) => (
  <a class="cell" href={`/shares/${row.id}`}>
    <span class="grow">
      <span class="strong">{row.title}</span>
      <span class="small quiet">
        {row.place.name} · {say([planStates[row.state].zh, planStates[row.state].en])}
      </span>
      {row.waitsForMe && (
        <span class="row small">
          <Waits>{w('waits')}</Waits>
        </span>
      )}
    </span>
    <span class="fund-figure">{yuan(row.total)}</span>
    <Icon of={right} />
  </a>
)
const SharesPage = () => (
  <OwnListPage
    title={w('shares')}
    name="shares/mine"
    fetch={() => call('GET /api/funds/plans/mine').then(inOnePage)}
    row={(row) => <Row row={row} />}
    empty={<Empty icon={house} title={w('noShares')} />}
    lead={<p class="quiet">{w('sharesLead')}</p>}
  />
)
export default SharesPage
