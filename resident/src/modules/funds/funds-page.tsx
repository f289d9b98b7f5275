// 小区账目: the funds of the places where I have a home, each with what lies in it.
import { fundKinds, fundStates } from '../../../../contract/src/funds-life.ts'
import { call } from '../../api.ts'
import { Icon } from '../../kit/icon.tsx'
import { house, right } from '../../kit/icons.ts'
import { useLoad } from '../../kit/load.ts'
import { Page } from '../../kit/page.tsx'
import { Empty, Failure, SignInFirst, Skeleton } from '../../kit/states.tsx'
import { session } from '../../session.ts'
import { useStore } from '../../store.ts'
import { say } from '../../words.ts'
import { yuan } from './money.ts'
import { w } from './words.ts'
import './funds.css'

const List = () => {
  const { data, trouble, reload } = useLoad('funds/mine', () => call('GET /api/funds/mine'))
  if (trouble && !data) return <Failure trouble={trouble} retry={reload} />
  if (!data) return <Skeleton />
  if (data.length === 0)
    return (
      <Empty icon={house} title={w('none')}>
        <p class="quiet">{w('noneHint')}</p>
      </Empty>
    )
  return (
    <>
      <p class="quiet">{w('lead')}</p>
      <ul class="cells">
        {data.map((fund) => (
          <li key={fund.id}>
            <a class="cell" href={`/funds/${fund.id}`}>
              <span class="grow">
                <span class="strong">{fund.name}</span>
                <span class="small quiet">
                  {fund.place.name} · {say([fundKinds[fund.kind].zh, fundKinds[fund.kind].en])}
                  {fund.year === null ? '' : ` · ${fund.year}`}
                </span>
                {fund.state !== 'open' && (
                  <>
                    <span class="small">{say([fundStates[fund.state].zh, fundStates[fund.state].en])}</span>
                  </>
                )}
              </span>
              <span class="fund-figure">{yuan(fund.balance)}</span>
              <Icon of={right} />
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}
const FundsPage = () => {
  const who = useStore(session)
  return (
    <Page title={w('title')} backTo="/services">
      {who.state === 'out' ? <SignInFirst /> : <List />}
    </Page>
  )
}
export default FundsPage
