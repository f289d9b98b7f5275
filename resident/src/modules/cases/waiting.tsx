// Reports that wait on this phone: visible, sent by themselves, correctable when refused.
import { Icon } from '../../kit/icon.tsx'
import { alert, check, offline } from '../../kit/icons.ts'
import { Page } from '../../kit/page.tsx'
import { Empty } from '../../kit/states.tsx'
import { Moment } from '../../kit/when.tsx'
import { changeDraft } from '../../outbox/draft.ts'
import type { Item } from '../../outbox/item.ts'
import { outbox, sendNow, sending, takeOut } from '../../outbox/sender.ts'
import { go } from '../../router.ts'
import { session } from '../../session.ts'
import { useStore } from '../../store.ts'
import { words } from '../../words.ts'

const w = words({
  title: ['等待发送', 'Waiting to be sent'],
  saved: ['已保存，有信号时自动发送', 'Saved; sent by itself when there is a signal'],
  savedMany: ['{n} 件已保存，有信号时自动发送', '{n} saved; sent by themselves when there is a signal'],
  refusedOne: ['有一件需要您改一下', 'One of your reports needs a correction'],
  sendingNow: ['正在发送', 'Sending now'],
  waits: ['等待信号', 'Waiting for a signal'],
  signIn: ['登录后自动发送', 'Sent once you sign in'],
  signInNow: ['去登录', 'Sign in'],
  refused: ['没有发送成功', 'Could not be sent'],
  sendNow: ['现在发送', 'Send now'],
  edit: ['改一改再提交', 'Correct and send'],
  remove: ['不发了', 'Discard'],
  allSent: ['都已发送', 'Everything was sent'],
  seeCases: ['查看我的诉求', 'See my cases'],
  photos: ['{n} 张照片', '{n|photo|photos}'],
})

const takeBack = async (item: Item) => {
  await takeOut(item.id)
  changeDraft(item.draft)
  go('/report')
}

const WaitingCard = ({ item }: { item: Item }) => {
  const now = useStore(sending)
  const who = useStore(session)
  const signedOut = who.state === 'out'
  const state =
    now?.id === item.id
      ? w('sendingNow')
      : item.state === 'refused'
        ? w('refused')
        : signedOut
          ? w('signIn')
          : w('waits')
  return (
    <li class="card stack">
      <p class="row">
        <Icon of={item.state === 'refused' ? alert : offline} />
        <span class="strong">{state}</span>
        <span class="small quiet">
          <Moment at={new Date(item.keptAt).toISOString()} />
        </span>
      </p>
      {item.refusal && (
        <p>
          {item.refusal.cause} {item.refusal.remedy}
        </p>
      )}
      <p>{item.draft.words}</p>
      <p class="small quiet">
        {[item.draft.place?.path, item.draft.photos.length > 0 && w('photos', { n: item.draft.photos.length })]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <div class="row">
        <button type="button" class="button" onClick={() => void takeBack(item)}>
          {w('edit')}
        </button>
        <button type="button" class="button plain" onClick={() => void takeOut(item.id)}>
          {w('remove')}
        </button>
      </div>
    </li>
  )
}

/** A line on other pages while something waits. */
export const WaitingNotice = () => {
  const items = useStore(outbox)
  if (items.length === 0) return null
  const refused = items.some((item) => item.state === 'refused')
  return (
    <a class={refused ? 'notice bad' : 'notice wait'} href="/report/waiting">
      <Icon of={refused ? alert : offline} />
      <span class="grow strong">
        {refused ? w('refusedOne') : items.length === 1 ? w('saved') : w('savedMany', { n: items.length })}
      </span>
    </a>
  )
}

/** The page behind it, and where a report goes that could not leave at once. */
const WaitingPage = () => {
  const items = useStore(outbox)
  const who = useStore(session)
  return (
    <Page title={w('title')} backTo="/">
      {items.length === 0 ? (
        <Empty icon={check} title={w('allSent')}>
          <a class="button main" href="/cases">
            {w('seeCases')}
          </a>
        </Empty>
      ) : (
        <>
          <p role="status" class="notice wait">
            <Icon of={offline} />
            <span class="grow">{w('saved')}</span>
          </p>
          <ul class="stack">
            {items.map((item) => (
              <WaitingCard key={item.id} item={item} />
            ))}
          </ul>
          {who.state === 'out' ? (
            <a class="button main" href="/sign-in?next=/report/waiting">
              {w('signInNow')}
            </a>
          ) : (
            <button type="button" class="button wide" onClick={sendNow}>
              {w('sendNow')}
            </button>
          )}
        </>
      )}
    </Page>
  )
}
export default WaitingPage
