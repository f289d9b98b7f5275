// 我的分摊: shared costs a home of mine takes part in, those that wait for me marked.
import { planStates } from '../../../../contract/src/funds-life.ts'
import { call } from '../../api.ts'
import { Icon } from '../../kit/icon.tsx'
import { alert, house, right } from '../../kit/icons.ts'
import { useLoad } from '../../kit/load.ts'
import { OwnPage } from '../../kit/own-page.tsx'
import { Empty, Failure, Skeleton } from '../../kit/states.tsx'
import { say } from '../../words.ts'
import { yuan } from './money.ts'
import { w } from './words.ts'
import './funds.css'

const List = () => {
  const { data, trouble, reload } = useLoad('shares/mine', () => call('GET /api/funds/plans/mine'))
  if (trouble && !data) return <Failure trouble={trouble} retry={reload} />
  if (!data) return <Skeleton />
  if (data.length === 0) return <Empty icon={house} title={w('noShares')} />
  return (
    <>
      <p class="quiet">{w('sharesLead')}</p>
      <ul class="cells">
        {data.map((plan) => (
          <li key={plan.id}>
            <a class="cell" href={`/shares/${plan.id}`}>
              <span class="grow">
                <span class="strong">{plan.title}</span>
                <span class="small quiet">
                  {plan.place.name} · {say([planStates[plan.state].zh, planStates[plan.state].en])}
                </span>
                {plan.waitsForMe && (
                  <span class="row small">
                    <span class="mark">
                      <Icon of={alert} /> {w('waits')}
                    </span>
                  </span>
                )}
              </span>
              <span class="fund-figure">{yuan(plan.total)}</span>
              <Icon of={right} />
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}
const SharesPage = () => {
  return (
    <OwnPage title={w('shares')} backTo="/services">
      <List />
    </OwnPage>
  )
}
export default SharesPage
