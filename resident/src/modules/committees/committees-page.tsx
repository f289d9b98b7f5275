// 业委会: the committees of the estates where I have a home, and those being formed.
import type { Api } from '../../../../contract/src/all.ts'
import { committeeKinds, committeeStates } from '../../../../contract/src/committees-life.ts'
import type { OutOf } from '../../../../contract/src/endpoint.ts'
import { call } from '../../api.ts'
import { Icon } from '../../kit/icon.tsx'
import { house, right } from '../../kit/icons.ts'
import { OwnListPage } from '../../kit/own-list-page.tsx'
import { inOnePage } from '../../kit/paged-list.tsx'
import { Empty } from '../../kit/states.tsx'
import { say } from '../../words.ts'
import { w } from './words.ts'

type Mine = OutOf<Api['GET /api/committees/mine']>[number]
const Row = ({ row }: { row: Mine }) => {
  const [kind, state] = [committeeKinds[row.kind], committeeStates[row.state]]
  return (
    <a class="cell" href={`/committees/${row.id}`}>
      <span class="grow">
        <span class="strong">
          {row.place.name} {row.isByElection ? w('byElection') : say([kind.zh, kind.en])}
        </span>
        <span class="small">{say([state.zh, state.en])}</span>
        {row.termFrom && row.termTo && (
          <span class="small quiet">{w('term', { from: row.termFrom, to: row.termTo })}</span>
        )}
      </span>
      <Icon of={right} />
    </a>
  )
}
const CommitteesPage = () => (
  <OwnListPage
    title={w('title')}
    name="committees/mine"
    fetch={() => call('GET /api/committees/mine').then(inOnePage)}
    row={(row) => <Row row={row} />}
    empty={<Empty icon={house} title={w('none')} hint={w('noneHint')} />}
  />
)
export default CommitteesPage
