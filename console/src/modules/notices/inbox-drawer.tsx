// The inbox: newest first, live; opening a message leads to its case and marks it as read.
import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Drawer, Segmented } from 'antd'
import { BellOff } from 'lucide-react'
import { useState } from 'react'
import type { MessageThing } from '../../../../contract/src/notices-things.ts'
import type { Permission } from '../../../../contract/src/permissions.ts'
import { useGo } from '../../platform/address.ts'
import { call, useAct, type Out, type Refused } from '../../platform/api.ts'
import { useMay } from '../../platform/me.ts'
import { EmptyState, ProblemPanel, SkeletonTable } from '../../platform/page.tsx'
import { pageWords } from '../../platform/page-words.ts'
import { Tag } from '../../platform/tags.tsx'
import { TimeText } from '../../platform/time.tsx'
import { useWords } from '../../platform/words.ts'
import { words } from './words.ts'
import './notices.css'

type Message = Out<'GET /api/notices/inbox'>['rows'][number]
type Page = Out<'GET /api/notices/inbox'>

type Address = readonly [path: string, search?: Record<string, string>]
/** Where the thing of a message is read: a page of its own, or the room that opens it; null: in the residents' app only. */
const places: Readonly<Record<MessageThing, ((id: string) => Address) | null>> = {
  case: (id) => [`/cases/${id}`],
  mediation: (id) => [`/mediations/${id}`],
  whistle: (id) => [`/whistles/${id}`],
  emergency: (id) => [`/emergency/${id}`],
  decision: (id) => [`/decisions/${id}`],
  patrol: (id) => ['/patrols', { open: id }],
  operation: (id) => ['/operations', { open: id }],
  post: () => ['/channels', { tab: 'board' }],
  publicNotice: (id) => [`/public-notices/${id}`],
  fund: (id) => [`/funds/${id}`],
  fundPlan: (id) => [`/funds/plans/${id}`],
  fundApplication: (id) => [`/funds/applications/${id}`],
  committee: (id) => [`/committees/${id}`],
  deliberationMeeting: (id) => [`/deliberation/${id}`],
  topic: (id) => ['/deliberation', { tab: 'topics', topic: id }],
  actionItem: null,
  home: null,
  publicCase: null,
}
/** Rooms only some may enter: others read it where residents do. */
const needs: Partial<Record<MessageThing, Permission>> = {
  patrol: 'patrol.plan',
  post: 'board.moderate',
  decision: 'decision.see',
  committee: 'committee.see',
  topic: 'deliberation.run',
  fund: 'fund.see',
  fundPlan: 'fund.see',
  publicNotice: 'publicNotice.post',
}
const inResidentApp: Partial<Record<MessageThing, (id: string) => string>> = {
  home: () => '/me/homes',
  publicCase: (id) => `/followed/${id}`,
  patrol: (id) => `/patrols/${id}`,
  post: () => '/board',
  decision: (id) => `/decisions/${id}`,
  committee: (id) => `/committees/${id}`,
  topic: (id) => `/deliberation/topics/${id}`,
  actionItem: (id) => `/deliberation/items/${id}`,
  publicNotice: (id) => `/public-notices/${id}`,
  fund: (id) => `/funds/${id}`,
  fundPlan: (id) => `/shares/${id}`,
}
const useInbox = (onlyUnread: boolean) => {
  const query = { limit: 30, ...(onlyUnread ? { unread: 'true' as const } : {}) }
  const read = useInfiniteQuery<Page, Refused, { pages: Page[] }, unknown[], string | null>({
    queryKey: ['GET /api/notices/inbox', 'drawer', query],
    queryFn: ({ pageParam, signal }) =>
      call('GET /api/notices/inbox', { query: { ...query, ...(pageParam ? { after: pageParam } : {}) } }, { signal }),
    initialPageParam: null,
    getNextPageParam: (last) => last.next,
  })
  // A message that arrives between two pages must not be shown twice.
  const bySeq = new Map((read.data?.pages ?? []).flatMap((page) => page.rows).map((row) => [row.seq, row]))
  return { read, rows: [...bySeq.values()], unread: read.data?.pages[0]?.unread ?? 0 }
}

const InboxDrawer = ({ close }: { readonly close: () => void }) => {
  const say = useWords(words)
  const common = useWords(pageWords)
  const go = useGo()
  const may = useMay()
  const [onlyUnread, show] = useState(false)
  const { read, rows, unread } = useInbox(onlyUnread)
  const mark = useAct('POST /api/notices/inbox/read')
  const open = (message: Message) => {
    if (!message.readAt) mark.mutate({ body: { ids: [message.id] } })
    if (message.thing === null) return
    const { id } = message.thing
    const kind = message.thing.kind as MessageThing
    const place = places[kind]
    const needed = needs[kind]
    if (place && (needed === undefined || may(needed))) {
      go(...place(id))
      close()
    } else if (inResidentApp[kind]) window.location.assign(inResidentApp[kind](id))
  }
  return (
    <Drawer open title={say.title} size={420} onClose={close} closable={{ 'aria-label': common.close }}>
      <div className="inbox-head">
        <Segmented
          aria-label={say.title}
          value={onlyUnread ? 'unread' : 'all'}
          options={[
            { value: 'all', label: say.all },
            { value: 'unread', label: `${say.unread} ${unread}` },
          ]}
          onChange={(next) => show(next === 'unread')}
        />
        <Button
          type="link"
          disabled={unread === 0}
          loading={mark.isPending}
          onClick={() => mark.mutate({ body: { all: true } })}
        >
          {say.readAll}
        </Button>
      </div>
      {read.error && rows.length === 0 ? <ProblemPanel problem={read.error} retry={() => void read.refetch()} /> : null}
      {read.isPending ? <SkeletonTable rows={6} /> : null}
      {read.isSuccess && rows.length === 0 ? <NoMessages isUnread={onlyUnread} /> : null}
      <ul className="inbox" aria-live="polite">
        {rows.map((message) => (
          <MessageRow key={message.seq} message={message} open={open} />
        ))}
      </ul>
      {read.hasNextPage ? (
        <Button block loading={read.isFetchingNextPage} onClick={() => void read.fetchNextPage()}>
          {common.more}
        </Button>
      ) : null}
    </Drawer>
  )
}
const MessageRow = ({ message, open }: { message: Message; open: (message: Message) => void }) => {
  const say = useWords(words)
  return (
    <li className={message.readAt ? '' : 'is-unread'}>
      <button type="button" onClick={() => open(message)}>
        <span className="row">
          <strong className="grow">{message.title}</strong>
          {message.readAt ? null : <Tag tone="info">{say.isNew}</Tag>}
        </span>
        <span>{message.body}</span>
        <span className="quiet">
          <TimeText at={message.at} />
        </span>
      </button>
    </li>
  )
}
const NoMessages = ({ isUnread }: { isUnread: boolean }) => {
  const say = useWords(words)
  const test = useAct('POST /api/notices/test-message')
  return (
    <>
      <EmptyState
        icon={BellOff}
        title={isUnread ? say.emptyUnread : say.empty}
        hint={say.emptyHint}
        action={
          <Button loading={test.isPending} onClick={() => test.mutate({ body: {} })}>
            {say.test}
          </Button>
        }
      />
      {test.error ? <ProblemPanel problem={test.error} /> : null}
    </>
  )
}
export default InboxDrawer
