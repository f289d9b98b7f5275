// The room 公示: what hangs now, drafts to print and put up, and the archive.
import { Link } from '@tanstack/react-router'
import { Button, Segmented } from 'antd'
import { Pin, Printer } from 'lucide-react'
import { useState } from 'react'
import { AddButton } from '../../platform/add-button.tsx'
import { useGo, useSearch } from '../../platform/address.ts'
import { addressOf, useAct } from '../../platform/api.ts'
import { Ask } from '../../platform/ask.tsx'
import { today } from '../../platform/day.ts'
import { EntryListing } from '../../platform/entry-list.tsx'
import { useList, type RowOf } from '../../platform/list.ts'
import { useMay } from '../../platform/me.ts'
import { PageHeader } from '../../platform/page.tsx'
import { Tag } from '../../platform/tags.tsx'
import { useWords } from '../../platform/words.ts'
import { DraftForm, PostForm, type Draft } from './forms.tsx'
import { words } from './words.ts'
import './notices.css'

export default function NoticesPage() {
  const say = useWords(words)
  const may = useMay()
  const [{ tab = 'hanging' }, change] = useSearch()
  const [isWriting, write] = useState(false)
  const mayPost = may('publicNotice.post')
  return (
    <div className="page">
      <PageHeader
        title={say.title}
        lead={say.lead}
        actions={mayPost ? <AddButton onClick={() => write(true)}>{say.write}</AddButton> : null}
      />
      <div className="filters">
        <Segmented
          aria-label={say.title}
          value={tab}
          onChange={(next) => change({ tab: next === 'hanging' ? undefined : String(next) })}
          options={[
            { value: 'hanging', label: say.hanging },
            ...(mayPost ? [{ value: 'drafts', label: say.drafts }] : []),
            { value: 'archive', label: say.archive },
          ]}
        />
      </div>
      {tab === 'drafts' && mayPost ? <Drafts /> : <Notices isPast={tab === 'archive'} />}
      {isWriting ? (
        <DraftForm draft={null} onKept={() => change({ tab: 'drafts' })} close={() => write(false)} />
      ) : null}
    </div>
  )
}
const Notices = ({ isPast }: { readonly isPast: boolean }) => {
  const say = useWords(words)
  const list = useList('GET /api/publicnotices', { query: { open: isPast ? 'false' : 'true' } })
  const empty = isPast
    ? { title: say.emptyArchive, hint: say.emptyArchiveHint }
    : { title: say.emptyHanging, hint: say.emptyHangingHint }
  return (
    <EntryListing list={list} icon={Pin} empty={empty} isSideBySide>
      {(row) => <NoticeCard row={row} />}
    </EntryListing>
  )
}
const NoticeCard = ({ row }: { readonly row: RowOf<'GET /api/publicnotices'> }) => {
  const say = useWords(words)
  return (
    <article className="entry">
      <p className="row">
        <Link to={`/public-notices/${row.id}`}>
          <strong>{row.title}</strong>
        </Link>
        <Tag tone={row.isOpen ? 'good' : 'quiet'}>{row.isOpen ? say.isHanging : say.ended}</Tag>
      </p>
      <p className="quiet">
        {row.number} · {row.place.name} · {row.audience === 'public' ? say.forAll : say.forHomes}
      </p>
      <p className="row">
        <span>
          {row.postedOn} – {row.endsOn}
        </span>
        <span className="quiet">{say.comments(row.comments)}</span>
        {row.unanswered > 0 ? <Tag tone="warn">{say.unanswered(row.unanswered)}</Tag> : null}
        {!row.isOpen && !row.hasOutcome ? <Tag tone="warn">{say.noOutcome}</Tag> : null}
      </p>
    </article>
  )
}
const Drafts = () => {
  const say = useWords(words)
  const go = useGo()
  const list = useList('GET /api/publicnotices/drafts', { query: {} })
  const [asked, ask] = useState<{ readonly draft: Draft; readonly to: 'change' | 'post' | 'discard' } | null>(null)
  const close = () => ask(null)
  return (
    <>
      <EntryListing list={list} icon={Pin} empty={{ title: say.emptyDrafts, hint: say.emptyDraftsHint }} isSideBySide>
        {(draft) => <DraftCard draft={draft} ask={(to) => ask({ draft, to })} />}
      </EntryListing>
      {asked?.to === 'change' ? <DraftForm draft={asked.draft} close={close} /> : null}
      {asked?.to === 'post' ? (
        <PostForm draft={asked.draft} close={close} onPosted={(id) => go(`/public-notices/${id}`)} />
      ) : null}
      {asked?.to === 'discard' ? <Discard draft={asked.draft} close={close} /> : null}
    </>
  )
}
interface DraftCardProps {
  readonly draft: Draft
  readonly ask: (to: 'change' | 'post' | 'discard') => void
}
const DraftCard = ({ draft, ask }: DraftCardProps) => {
  const say = useWords(words)
  const sheet = addressOf('GET /api/publicnotices/drafts/:id/sheet.pdf', {
    params: { id: draft.id },
    query: { postedOn: today() },
  })
  return (
    <article className="entry">
      <p>
        <strong>{draft.title}</strong>
      </p>
      <p className="quiet">
        {draft.number} · {draft.place.name} · {draft.audience === 'public' ? say.forAll : say.forHomes} · {say.days}{' '}
        {draft.days}
      </p>
      <p className="notice-lines">{draft.words}</p>
      <p className="row">
        <Button href={sheet} target="_blank" icon={<Printer size={16} aria-hidden />}>
          {say.sheet}
        </Button>
        <Button type="primary" onClick={() => ask('post')}>
          {say.post}
        </Button>
        <Button onClick={() => ask('change')}>{say.change}</Button>
        <Button danger onClick={() => ask('discard')}>
          {say.discard}
        </Button>
      </p>
    </article>
  )
}
const Discard = ({ draft, close }: { readonly draft: Draft; readonly close: () => void }) => {
  const say = useWords(words)
  const act = useAct('DELETE /api/publicnotices/drafts/:id', { onDone: close })
  return (
    <Ask
      open
      title={draft.title}
      what={say.discardWhat}
      verb={say.discard}
      isDangerous
      isBusy={act.isPending}
      problem={act.error}
      onYes={() => act.mutate({ params: { id: draft.id } })}
      onNo={close}
    />
  )
}
