// 业主留言板: the thread of my estate; posting under a name I choose.
import { useState } from 'preact/hooks'
import type { Api } from '../../../../contract/src/all.ts'
import type { OutOf } from '../../../../contract/src/endpoint.ts'
import { call } from '../../api.ts'
import { Chips } from '../../kit/field.tsx'
import { megaphone } from '../../kit/icons.ts'
import { useLoad } from '../../kit/load.ts'
import { MoreButton } from '../../kit/more-button.tsx'
import { Page } from '../../kit/page.tsx'
import { Sheet } from '../../kit/sheet.tsx'
import { Empty, Failure, SignInFirst, Skeleton } from '../../kit/states.tsx'
import { session } from '../../session.ts'
import { useStore } from '../../store.ts'
import { PostCard, type Post } from './board-post.tsx'
import { Writing } from './board-writing.tsx'
import { w } from './board-words.ts'
import './channels.css'

type Board = OutOf<Api['GET /api/boards/:id']>

const Thread = ({ board }: { board: Board }) => {
  const { id } = board.estate
  const posts = useLoad(`boards/${id}`, () =>
    call('GET /api/boards/:id/posts', { params: { id }, query: { limit: 30 } }),
  )
  const [older, setOlder] = useState<{ rows: Post[]; next: string | null } | null>(null)
  const [writing, setWriting] = useState(false)
  if (posts.trouble && !posts.data) return <Failure trouble={posts.trouble} retry={posts.reload} />
  if (!posts.data) return <Skeleton rows={4} height={6} />
  const rows = [...posts.data.rows, ...(older?.rows ?? [])]
  const next = older ? older.next : posts.data.next
  const more = async (after: string) => {
    const page = await call('GET /api/boards/:id/posts', { params: { id }, query: { limit: 30, after } })
    setOlder({ rows: [...(older?.rows ?? []), ...page.rows], next: page.next })
  }
  return (
    <>
      {board.names.length > 0 && (
        <button type="button" class="button main" onClick={() => setWriting(true)}>
          {w('say')}
        </button>
      )}
      {rows.length === 0 && <Empty icon={megaphone} title={w('empty')} hint={w('emptyHint')} />}
      <ul class="stack">
        {rows.map((post) => (
          <li key={post.id}>
            <PostCard post={post} board={board} changed={posts.reload} />
          </li>
        ))}
      </ul>
      <MoreButton next={next} load={more} word={w('more')} />
      {writing && (
        <Sheet title={w('say')} onClose={() => setWriting(false)}>
          <Writing
            board={board}
            done={() => {
              setWriting(false)
              posts.reload()
            }}
          />
        </Sheet>
      )}
    </>
  )
}
const Boards = () => {
  const boards = useLoad('boards', () => call('GET /api/boards'))
  const [chosen, setChosen] = useState<string | null>(null)
  if (boards.trouble && !boards.data) return <Failure trouble={boards.trouble} retry={boards.reload} />
  if (!boards.data) return <Skeleton rows={4} height={6} />
  const board = boards.data.find((one) => one.estate.id === chosen) ?? boards.data[0]
  if (!board) {
    return (
      <Empty icon={megaphone} title={w('none')}>
        <p class="quiet">{w('noneHint')}</p>
        <a class="button main" href="/me/homes">
          {w('claim')}
        </a>
      </Empty>
    )
  }
  return (
    <>
      {boards.data.length > 1 ? (
        <Chips
          label={w('choose')}
          of={boards.data.map((one) => [one.estate.id, one.estate.name] as const)}
          chosen={[board.estate.id]}
          onChoose={([id]) => id && setChosen(id)}
        />
      ) : (
        <h2>{board.estate.name}</h2>
      )}
      <Thread key={board.estate.id} board={board} />
    </>
  )
}
const BoardPage = () => {
  const who = useStore(session)
  return (
    <Page title={w('title')} backTo="/services">
      {who.state === 'out' && <SignInFirst />}
      {who.state === 'asking' && <Skeleton rows={4} height={6} />}
      {(who.state === 'in' || who.state === 'unknown') && <Boards />}
    </Page>
  )
}
export default BoardPage
