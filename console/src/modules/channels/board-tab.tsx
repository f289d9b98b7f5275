// Moderating the boards of one's area: what waits or was reported, hiding with a reason, making a case of a post.
import { App, Button, Segmented, Switch } from 'antd'
import { MessageSquareText } from 'lucide-react'
import { useState } from 'react'
import { postStates } from '../../../../contract/src/channels-kinds.ts'
import { useSearch } from '../../platform/address.ts'
import { useAct, useApi } from '../../platform/api.ts'
import { Ask } from '../../platform/ask.tsx'
import { useList, type RowOf } from '../../platform/list.ts'
import { Listing } from '../../platform/listing.tsx'
import { useMarks } from '../../platform/marks.ts'
import { ProblemPanel } from '../../platform/page.tsx'
import { PlacePicker } from '../../platform/place-picker.tsx'
import { Tag } from '../../platform/tags.tsx'
import { TimeText } from '../../platform/time.tsx'
import { usePick, useWords } from '../../platform/words.ts'
import { boardWords } from './board-words.ts'
import { CaseTag } from './case-tag.tsx'

type Post = RowOf<'GET /api/boards/posts'>
type Show = 'todo' | 'all' | 'hidden' | 'cases'
const shows: readonly Show[] = ['todo', 'all', 'hidden', 'cases']

export default function BoardTab() {
  const say = useWords(boardWords)
  const [search, change] = useSearch()
  const [estateId, setEstateId] = useState<string | null>(null)
  const show = shows.find((one) => one === search['show']) ?? 'all'
  const list = useList('GET /api/boards/posts', { query: { limit: 30, show, ...(estateId ? { estateId } : {}) } })
  return (
    <>
      <div className="filters" role="search">
        <Segmented
          aria-label={say.show}
          value={show}
          onChange={(next) => change({ show: next })}
          options={shows.map((value) => ({ value, label: say[value] }))}
        />
        <PlacePicker
          label={say.estate}
          placeholder={say.estate}
          kinds={['estate']}
          value={estateId}
          onChange={setEstateId}
        />
      </div>
      {estateId ? <Settings estateId={estateId} /> : <p className="quiet">{say.settingsHint}</p>}
      <Listing list={list} icon={MessageSquareText} empty={{ title: say.none, hint: say.noneHint }}>
        {(rows) => (
          <ul>
            {rows.map((post) => (
              <li key={post.id}>
                <PostCard post={post} />
              </li>
            ))}
          </ul>
        )}
      </Listing>
    </>
  )
}
const Settings = ({ estateId }: { readonly estateId: string }) => {
  const say = useWords(boardWords)
  const board = useApi('GET /api/boards/:id', { params: { id: estateId } })
  const act = useAct('PUT /api/boards/:id/settings')
  if (!board.data) return null
  return (
    <p className="row">
      <Switch
        checked={board.data.premoderated}
        loading={act.isPending}
        aria-label={say.premoderated}
        onChange={(premoderated) => act.mutate({ params: { id: estateId }, body: { premoderated } })}
      />
      <span>
        {board.data.estate.name} · {say.premoderated}
      </span>
      {act.error ? <ProblemPanel problem={act.error} /> : null}
    </p>
  )
}
const PostCard = ({ post }: { readonly post: Post }) => {
  const say = useWords(boardWords)
  const mark = useMarks()
  const pick = usePick()
  return (
    <article className="post-card" aria-label={post.words.slice(0, 20)}>
      <div className="row">
        <strong>{post.by}</strong>
        <span className="quiet">
          {post.estate.name} · <TimeText at={post.createdAt} />
          {post.parentId ? ` · ${say.isReply}` : ''}
          {post.replies > 0 ? ` · ${say.replies(post.replies)}` : ''}
        </span>
        {post.state === 'shown' ? null : <Tag tone="warn">{pick(postStates[post.state])}</Tag>}
        {post.reports > 0 ? <Tag tone="late">{say.reported(post.reports)}</Tag> : null}
      </div>
      <p className="post-words">{post.words}</p>
      {post.reason ? (
        <p className="quiet">
          {say.reason}
          {mark.colon}
          {post.reason}
        </p>
      ) : null}
      {post.case ? <CaseTag of={post.case} /> : null}
      <PostActions post={post} />
    </article>
  )
}
const PostActions = ({ post }: { readonly post: Post }) => {
  const say = useWords(boardWords)
  const { message } = App.useApp()
  const [hiding, setHiding] = useState(false)
  const params = { id: post.id }
  const hide = useAct('POST /api/boards/posts/:id/hiding', { onDone: () => setHiding(false) })
  const show = useAct('POST /api/boards/posts/:id/showing')
  const makeCase = useAct('POST /api/boards/posts/:id/case', {
    refreshes: ['/api/boards', '/api/cases'],
    onDone: (done) => void message.success(say.caseMade(done.case?.number ?? '')),
  })
  const problem = show.error ?? makeCase.error
  return (
    <>
      <div className="row">
        {post.may.includes('makeCase') ? (
          <Button
            size="small"
            type="primary"
            loading={makeCase.isPending}
            onClick={() => makeCase.mutate({ params, body: {} })}
          >
            {say.makeCase}
          </Button>
        ) : null}
        {post.may.includes('show') ? (
          <Button size="small" loading={show.isPending} onClick={() => show.mutate({ params, body: {} })}>
            {post.reports > 0 ? say.noGround : say.showIt}
          </Button>
        ) : null}
        {post.may.includes('hide') ? (
          <Button size="small" danger onClick={() => setHiding(true)}>
            {say.hide}
          </Button>
        ) : null}
      </div>
      {problem ? <ProblemPanel problem={problem} /> : null}
      <Ask
        open={hiding}
        title={say.hide}
        what={say.hideWhat}
        verb={say.hide}
        isDangerous
        reason={{ label: say.reason, wrong: say.reasonNeeded, hint: say.reasonHint }}
        isBusy={hide.isPending}
        problem={hide.error}
        onYes={(reason) => hide.mutate({ params, body: { reason } })}
        onNo={() => setHiding(false)}
      />
    </>
  )
}
