// 物业先尝后买: the trials of the estates where I have a home.
import type { Api } from '../../../../contract/src/all.ts'
import type { OutOf } from '../../../../contract/src/endpoint.ts'
import { trialStates } from '../../../../contract/src/trials-life.ts'
import { call } from '../../api.ts'
import { Icon } from '../../kit/icon.tsx'
import { house, right } from '../../kit/icons.ts'
import { OwnListPage } from '../../kit/own-list-page.tsx'
import { inOnePage } from '../../kit/paged-list.tsx'
import { Empty } from '../../kit/states.tsx'
import { say } from '../../words.ts'
import { w } from './words.ts'

type Mine = OutOf<Api['GET /api/trials/mine']>[number]
const Row = ({ row }: { row: Mine }) => (
  <a class="cell" href={`/trials/${row.id}`}>
    <span class="grow">
      <span class="strong">{row.company.name}</span>
      <span class="small">{say([trialStates[row.state].zh, trialStates[row.state].en])}</span>
      <span class="small quiet">{w('dates', { from: row.startsOn, to: row.endsOn })}</span>
    </span>
    <Icon of={right} />
  </a>
)
const TrialsPage = () => (
  <OwnListPage
    title={w('title')}
    name="trials/mine"
    fetch={() => call('GET /api/trials/mine').then(inOnePage)}
    row={(row) => <Row row={row} />}
    empty={<Empty icon={house} title={w('none')} hint={w('noneHint')} />}
  />
)
export default TrialsPage
