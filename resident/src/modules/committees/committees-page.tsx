// 业委会: the committees of the estates where I have a home, and those being formed.
import { committeeKinds, committeeStates } from '../../../../contract/src/committees-life.ts'
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
  const { data, trouble, reload } = useLoad('committees/mine', () => call('GET /api/committees/mine'))
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
      {data.map((row) => {
        const [kind, state] = [committeeKinds[row.kind], committeeStates[row.state]]
        return (
          <li key={row.id}>
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
          </li>
        )
      })}
    </ul>
  )
}
const CommitteesPage = () => {
  const who = useStore(session)
  return (
    <Page title={w('title')} backTo="/services">
      {who.state === 'out' ? <SignInFirst /> : <List />}
    </Page>
  )
}
export default CommitteesPage
