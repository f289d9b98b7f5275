// 物业先尝后买: the trials of the estates where I have a home.
import { trialStates } from '../../../../contract/src/trials-life.ts'
import { call } from '../../api.ts'
import { Icon } from '../../kit/icon.tsx'
import { house, right } from '../../kit/icons.ts'
import { useLoad } from '../../kit/load.ts'
import { Page } from '../../kit/page.tsx'
import { Empty, Failure, SignInFirst, Skeleton } from '../../kit/states.tsx'
import { session } from '../../session.ts'
import { useStore } from '../../store.ts'
import { say } from '../../words.ts'
import { w } from './words.ts'

const List = () => {
  const { data, trouble, reload } = useLoad('trials/mine', () => call('GET /api/trials/mine'))
  if (trouble && !data) return <Failure trouble={trouble} retry={reload} />
  if (!data) return <Skeleton />
  if (data.length === 0)
    return (
      <Empty icon={house} title={w('none')}>
        <p class="quiet">{w('noneHint')}</p>
      </Empty>
    )
  return (
    <ul class="cells">
      {data.map((row) => (
        <li key={row.id}>
          <a class="cell" href={`/trials/${row.id}`}>
            <span class="grow">
              <span class="strong">{row.company.name}</span>
              <span class="small">{say([trialStates[row.state].zh, trialStates[row.state].en])}</span>
              <span class="small quiet">{w('dates', { from: row.startsOn, to: row.endsOn })}</span>
            </span>
            <Icon of={right} />
          </a>
        </li>
      ))}
    </ul>
  )
}
const TrialsPage = () => {
  const who = useStore(session)
  return (
    <Page title={w('title')} backTo="/services">
      {who.state === 'out' ? <SignInFirst /> : <List />}
    </Page>
  )
}
export default TrialsPage
