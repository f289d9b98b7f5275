// 消息: what happened, newest first, live. A tap opens the thing and marks the message as read.
import { useEffect, useState } from 'preact/hooks'
import type { MessageThing } from '../../../../contract/src/notices-things.ts'
import { bell } from '../../kit/icons.ts'
import { MoreButton } from '../../kit/more-button.tsx'
import { Page } from '../../kit/page.tsx'
import { Empty, Failure, SignInFirst, Skeleton, troubleOf, type Trouble } from '../../kit/states.tsx'
import { Moment } from '../../kit/when.tsx'
import { inbox, markRead, olderMessages, refreshInbox, type Message } from '../../live.ts'
import { session } from '../../session.ts'
import { useStore } from '../../store.ts'
import { words } from '../../words.ts'
import './inbox.css'

const w = words({
  title: ['消息', 'Messages'],
  unread: ['未读', 'unread'],
  count: ['{n} 条未读', '{n} unread'],
  allRead: ['全部已读', 'Mark all as read'],
  none: ['还没有消息', 'No messages yet'],
  noneHint: ['您反映的事有进展时，会在这里告诉您。', 'When something you reported moves, you read it here.'],
  report: ['我要反映', 'Report'],
  more: ['看更早的', 'Older ones'],
})

/** Where a message leads, by the kind of thing it is about; `:id` stands for that thing. */
const places: Readonly<Record<MessageThing, string>> = {
  case: '/cases/:id',
  mediation: '/mediations/:id',
  whistle: '/whistles/:id',
  publicCase: '/followed/:id',
  patrol: '/patrols/:id',
  emergency: '/emergency/:id',
  decision: '/decisions/:id',
  committee: '/committees/:id',
  deliberationMeeting: '/deliberation/meetings/:id',
  topic: '/deliberation/topics/:id',
  actionItem: '/deliberation/items/:id',
  home: '/me/homes',
  post: '/board',
  publicNotice: '/public-notices/:id',
  fund: '/funds/:id',
  fundPlan: '/shares/:id',
  fundApplication: '/console/funds/applications/:id',
  operation: '/console/operations?open=:id',
}
const hrefOf = ({ thing }: Message) => (thing && places[thing.kind as MessageThing]?.replace(':id', thing.id)) || null

/** One message; used on the start page too. */
export const MessageCell = ({ message }: { message: Message }) => {
  const href = hrefOf(message)
  const content = (
    <>
      <span class="grow">
        <span class="row spread">
          <span class="strong">
            {!message.readAt && <span class="unread">{w('unread')}</span>}
            {message.title}
          </span>
          <span class="small quiet">
            <Moment at={message.at} />
          </span>
        </span>
        <span class="message-body">{message.body}</span>
      </span>
    </>
  )
  const read = () => {
    if (!message.readAt) void markRead([message.id]).catch(() => {})
  }
  return href ? (
    <a class="cell" href={href} onClick={read}>
      {content}
    </a>
  ) : (
    <button type="button" class="cell" onClick={read}>
      {content}
    </button>
  )
}

const Messages = () => {
  const now = useStore(inbox)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const load = () => {
    setTrouble(null)
    refreshInbox().catch((thrown: unknown) => setTrouble(troubleOf(thrown)))
  }
  useEffect(load, [])
  if (trouble && !now.loaded) return <Failure trouble={trouble} retry={load} />
  if (!now.loaded) return <Skeleton rows={5} />
  if (now.rows.length === 0) {
    return (
      <Empty icon={bell} title={w('none')}>
        <p class="quiet">{w('noneHint')}</p>
        <a class="button main" href="/report">
          {w('report')}
        </a>
      </Empty>
    )
  }
  return (
    <>
      {now.unread > 0 && (
        <div class="row spread">
          <p class="quiet" role="status">
            {w('count', { n: now.unread })}
          </p>
          <button type="button" class="button plain" onClick={() => void markRead('all').catch(() => {})}>
            {w('allRead')}
          </button>
        </div>
      )}
      <ul class="cells">
        {now.rows.map((message) => (
          <li key={message.seq}>
            <MessageCell message={message} />
          </li>
        ))}
      </ul>
      <MoreButton next={now.next} load={olderMessages} word={w('more')} />
    </>
  )
}

const InboxPage = () => {
  const who = useStore(session)
  return (
    <Page title={w('title')}>
      {who.state === 'out' && <SignInFirst />}
      {who.state === 'asking' && <Skeleton rows={5} />}
      {(who.state === 'in' || who.state === 'unknown') && <Messages />}
    </Page>
  )
}
export default InboxPage
