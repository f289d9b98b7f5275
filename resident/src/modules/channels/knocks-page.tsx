// 敲门走访: the lists with doors for me, and how far each is.
import type { Api } from '../../../../contract/src/all.ts'
import type { OutOf } from '../../../../contract/src/endpoint.ts'
import { call } from '../../api.ts'
import { friendlyDay } from '../../dates.ts'
import { Icon } from '../../kit/icon.tsx'
import { house, right } from '../../kit/icons.ts'
import { useLoad } from '../../kit/load.ts'
import { Page } from '../../kit/page.tsx'
import { Empty, Failure, SignInFirst, Skeleton } from '../../kit/states.tsx'
import { session } from '../../session.ts'
import { useStore } from '../../store.ts'
import { language } from '../../words.ts'
import './channels.css'
import { w } from './knock-words.ts'

type Brief = OutOf<Api['GET /api/channels/knocks/mine']>[number]
export const Bar = ({ counts }: { counts: Brief['counts'] }) => {
  const share = counts.homes === 0 ? 0 : Math.round((counts.done * 100) / counts.homes)
  return (
    <div class="progress" aria-hidden="true">
      <span style={{ width: `${share}%` }} />
    </div>
  )
}
const Lists = () => {
  const lists = useLoad('knocks/mine', () => call('GET /api/channels/knocks/mine'))
  if (lists.trouble && !lists.data) return <Failure trouble={lists.trouble} retry={lists.reload} />
  if (!lists.data) return <Skeleton rows={3} height={6} />
  if (lists.data.length === 0) {
    return <Empty icon={house} title={w('none')} hint={w('noneHint')} />
  }
  return (
    <ul class="cells">
      {lists.data.map((list) => (
        <li key={list.id}>
          <a class="cell" href={`/knocks/${list.id}`}>
            <span class="grow">
              <span class="strong">{list.name}</span>
              <span class="small quiet">
                {list.place.path}{' '}
                {list.until && w('until', { day: friendlyDay(list.until, new Date(), language.get()) })}
              </span>
              <Bar counts={list.counts} />
              <span class="small">{w('progress', { done: list.counts.done, homes: list.counts.homes })}</span>
            </span>
            <Icon of={right} class="end" />
          </a>
        </li>
      ))}
    </ul>
  )
}
const KnocksPage = () => {
  const who = useStore(session)
  return (
    <Page title={w('title')} backTo="/services">
      {who.state === 'out' && <SignInFirst />}
      {who.state === 'asking' && <Skeleton rows={3} height={6} />}
      {(who.state === 'in' || who.state === 'unknown') && <Lists />}
    </Page>
  )
}
export default KnocksPage
