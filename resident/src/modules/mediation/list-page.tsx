// 我的调解: the mediations I am a party of, those that wait for me marked.
import { mediationStates } from '../../../../contract/src/mediation-life.ts'
import type { Api } from '../../../../contract/src/all.ts'
import type { OutOf } from '../../../../contract/src/endpoint.ts'
import { call } from '../../api.ts'
import { Icon } from '../../kit/icon.tsx'
import { person, right } from '../../kit/icons.ts'
import { OwnListPage } from '../../kit/own-list-page.tsx'
import { Empty } from '../../kit/states.tsx'
import { Moment } from '../../kit/when.tsx'
import { Waits } from '../../kit/waits.tsx'
import { say } from '../../words.ts'
import { w } from './words.ts'
import '../../kit/paper.css'

type Rows = OutOf<Api['GET /api/mediations/mine']>['rows']
const Row = ({ row }: { row: Rows[number] }) => {
  const state = mediationStates[row.state]
  return (
    <a class="cell" href={`/mediations/${row.id}`}>
      <span class="grow">
        <span class="strong">{row.subject}</span>
        <span class="small quiet">
          {row.place.name} · {row.number}
        </span>
        <span class="row small">
          <span>{say([state.zh, state.en])}</span>
          {row.waitsForMe && <Waits>{w('waits')}</Waits>}
          {row.late > 0 && <span class="mark">{w('late')}</span>}
        </span>
        {row.nextSessionAt && (
          <span class="small">
            {w('nextSession')} <Moment at={row.nextSessionAt} withTime />
          </span>
        )}
      </span>
      <Icon of={right} />
    </a>
  )
}
const MediationsPage = () => (
  <OwnListPage
    title={w('title')}
    name="mediations/mine"
    fetch={(after) => call('GET /api/mediations/mine', { query: { after } })}
    row={(row) => <Row row={row} />}
    empty={<Empty icon={person} title={w('none')} hint={w('noneHint')} />}
    lead={<p class="notice info">{w('secret')}</p>}
  />
)
export default MediationsPage
