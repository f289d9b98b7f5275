// One post on the board: its words, its replies, taking it back, reporting abuse.
import { useState } from 'preact/hooks'
import type { Api } from '../../../../contract/src/all.ts'
import type { OutOf } from '../../../../contract/src/endpoint.ts'
import { call } from '../../api.ts'
import { useAction } from '../../kit/action.ts'
import { Lines } from '../../kit/field.tsx'
import { useLoad } from '../../kit/load.ts'
import { Sheet } from '../../kit/sheet.tsx'
import { Failure, Skeleton } from '../../kit/states.tsx'
import { tell } from '../../kit/toast.tsx'
import { Moment } from '../../kit/when.tsx'
import { Writing } from './board-writing.tsx'
import { w } from './board-words.ts'

export type Post = OutOf<Api['GET /api/boards/:id/posts']>['rows'][number]
type Board = OutOf<Api['GET /api/boards/:id']>

const Report = ({ post, close }: { post: Post; close: () => void }) => {
  const [reason, setReason] = useState('')
  const action = useAction(async (text: string, key) => {
    await call('POST /api/boards/posts/:id/reports', { params: { id: post.id }, body: { reason: text }, key })
    tell(w('reported'))
    close()
  })
  return (
    <Sheet title={w('report')} onClose={close}>
      <Lines
        label={w('reportWhy')}
        keptBy={post.id}
        placeholder={w('reportHint')}
        max={200}
        rows={3}
        value={reason}
        onValue={setReason}
      />
      {action.trouble && <Failure trouble={action.trouble} />}
      <button
        type="button"
        class="button main"
        aria-disabled={action.busy || reason.trim().length < 2}
        onClick={() => reason.trim().length >= 2 && void action.run(reason.trim())}
      >
        {w('report')}
      </button>
    </Sheet>
  )
}
const Replies = ({ post, board }: { post: Post; board: Board }) => {
  const replies = useLoad(`boards/replies/${post.id}`, () =>
    call('GET /api/boards/:id/posts', { params: { id: board.estate.id }, query: { limit: 100, parentId: post.id } }),
  )
  if (replies.trouble && !replies.data) return <Failure trouble={replies.trouble} retry={replies.reload} />
  if (!replies.data) return <Skeleton rows={1} height={4} />
  return (
    <ul class="stack">
      {replies.data.rows.map((reply) => (
        <li key={reply.id}>
          <PostCard post={reply} board={board} changed={replies.reload} />
        </li>
      ))}
    </ul>
  )
}
const State = ({ post }: { post: Post }) => (
  <>
    {post.state === 'waiting' && <p class="small quiet">{w('waiting')}</p>}
    {post.state === 'hidden' && (
      <p class="small quiet">
        {w('hidden')} {post.reason && w('because', { reason: post.reason })}
      </p>
    )}
    {post.case ? (
      <a href={`/cases/${post.case.id}`}>{w('seeCase', { number: post.case.number })}</a>
    ) : (
      post.isCase && <p class="small quiet">{w('isCase')}</p>
    )}
  </>
)
interface ActionsProps {
  post: Post
  changed: () => void
  open: (what: 'reply' | 'report') => void
}
const Actions = ({ post, changed, open }: ActionsProps) => {
  const withdraw = useAction(async (_input: null, key) => {
    await call('POST /api/boards/posts/:id/withdrawal', { params: { id: post.id }, body: {}, key })
    changed()
  })
  return (
    <>
      {withdraw.trouble && <Failure trouble={withdraw.trouble} />}
      {(['reply', 'report'] as const)
        .filter((what) => post.may.includes(what))
        .map((what) => (
          <button key={what} type="button" class="button plain" onClick={() => open(what)}>
            {w(what)}
          </button>
        ))}
      {post.may.includes('withdraw') && (
        <button
          type="button"
          class="button plain"
          aria-disabled={withdraw.busy}
          onClick={() => void withdraw.run(null)}
        >
          {w('withdraw')}
        </button>
      )}
    </>
  )
}
export const PostCard = ({ post, board, changed }: { post: Post; board: Board; changed: () => void }) => {
  const [isOpen, setOpen] = useState(false)
  const [sheet, setSheet] = useState<'reply' | 'report' | null>(null)
  const replied = () => {
    setSheet(null)
    setOpen(true)
    changed()
  }
  return (
    <article class="post">
      <div class="row">
        <span class="strong">{post.by}</span>
        {post.organisation && <span class="small quiet">{w('staff')}</span>}
        {post.mine && <span class="small quiet">{w('mine')}</span>}
        <span class="small quiet">
          <Moment at={post.createdAt} withTime />
        </span>
      </div>
      <p class="post-words">{post.words}</p>
      <State post={post} />
      <div class="row">
        {post.replies > 0 && (
          <button type="button" class="button plain" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {w('replies', { n: post.replies })}
          </button>
        )}
        <Actions post={post} changed={changed} open={setSheet} />
      </div>
      {isOpen && <Replies key={post.replies} post={post} board={board} />}
      {sheet === 'report' && <Report post={post} close={() => setSheet(null)} />}
      {sheet === 'reply' && (
        <Sheet title={w('reply')} onClose={() => setSheet(null)}>
          <p class="quiet">{post.words}</p>
          <Writing board={board} parentId={post.id} done={replied} />
        </Sheet>
      )}
    </article>
  )
}
