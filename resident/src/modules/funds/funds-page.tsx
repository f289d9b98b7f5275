// 小区账目: the funds of the places where I have a home, each with what lies in it.
import { fundKinds, fundStates } from '../../../../contract/src/funds-life.ts'
import { call } from '../../api.ts'
import { Icon } from '../../kit/icon.tsx'
import { house, right } from '../../kit/icons.ts'
import { useLoad } from '../../kit/load.ts'
import { OwnPage } from '../../kit/own-page.tsx'
import { Empty, Failure, Skeleton } from '../../kit/states.tsx'
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
      <Empty icon={house} title={w('none')} hint={w('noneHint')} />
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
  return (
    <OwnPage title={w('title')} backTo="/services">
      <List />
    </OwnPage>
  )
}
export default FundsPage
