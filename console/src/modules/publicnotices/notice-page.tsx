// One public notice for who posted it: its clock, proof, the comments to answer, what came of it, the sheet for the door.
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { Printer } from 'lucide-react'
import { useState } from 'react'
import { useParam } from '../../platform/address.ts'
import { addressOf, useAct, useApi, type Out } from '../../platform/api.ts'
import { Ask } from '../../platform/ask.tsx'
import { EntryList } from '../../platform/entry-list.tsx'
import { Facts } from '../../platform/facts.tsx'
import { useMarks } from '../../platform/marks.ts'
import { LoadedPage, PageHeader } from '../../platform/page.tsx'
import { Tag } from '../../platform/tags.tsx'
import { TimeText } from '../../platform/time.tsx'
import { useWords } from '../../platform/words.ts'
import { PhotoGallery } from '../cases/photo-gallery.tsx'
import { AnswerForm, OutcomeForm } from './say-form.tsx'
import { thingPath, words } from './words.ts'
import '../cases/cases.css'
import './notices.css'

type Notice = Out<'GET /api/publicnotices/:id'>
type Comment = Notice['thread'][number]
type Asked = { readonly to: 'withdraw' | 'outcome' } | { readonly to: 'answer'; readonly comment: Comment }
export default function NoticePage() {
  const found = useApi('GET /api/publicnotices/:id', { params: { id: useParam('id') } })
  const { title } = useWords(words)
  return (
    <LoadedPage of={found} title={title}>
      {(notice) => <Body of={notice} />}
    </LoadedPage>
  )
}
const Body = ({ of }: { readonly of: Notice }) => {
  const say = useWords(words)
  const [asked, ask] = useState<Asked | null>(null)
  const close = () => ask(null)
  const state = of.withdrawnWords !== null ? say.takenDown : of.isOpen ? say.isHanging : say.ended
  return (
    <div className="stack notice-page">
      <p>
        <Link to="/public-notices">{say.title}</Link>
      </p>
      <PageHeader title={of.title} lead={`${of.number} · ${of.place.name}`} />
      <p className="row">
        <Tag tone={of.isOpen ? 'good' : 'quiet'}>{state}</Tag>
        <Button
          href={addressOf('GET /api/publicnotices/:id/sheet.pdf', { params: { id: of.id } })}
          target="_blank"
          icon={<Printer size={16} aria-hidden />}
        >
          {say.sheet}
        </Button>
        {of.may.includes('outcome') ? (
          <Button type={of.outcome === null ? 'primary' : 'default'} onClick={() => ask({ to: 'outcome' })}>
            {say.outcome}
          </Button>
        ) : null}
        {of.may.includes('withdraw') ? (
          <Button danger onClick={() => ask({ to: 'withdraw' })}>
            {say.withdraw}
          </Button>
        ) : null}
      </p>
      <NoticeFacts of={of} />
      <p className="notice-lines">{of.words}</p>
      <section className="stack">
        <h2>{say.proof}</h2>
        {of.photos.length === 0 ? <p className="quiet">{say.noProof}</p> : <PhotoGallery photos={of.photos} isSmall />}
      </section>
      <Thread of={of} answer={(comment) => ask({ to: 'answer', comment })} />
      {asked?.to === 'withdraw' ? <Withdraw of={of} close={close} /> : null}
      {asked?.to === 'outcome' ? <OutcomeForm id={of.id} outcome={of.outcome} close={close} /> : null}
      {asked?.to === 'answer' ? <AnswerForm id={of.id} to={asked.comment} close={close} /> : null}
    </div>
  )
}
const NoticeFacts = ({ of }: { readonly of: Notice }) => {
  const say = useWords(words)
  const path = of.thing === null ? null : thingPath(of.thing)
  return (
    <Facts
      facts={[
        { label: say.postedOn, value: of.postedOn },
        { label: say.ends, value: of.endsOn },
        { label: say.days, value: of.days },
        { label: say.audience, value: of.audience === 'public' ? say.forAll : say.forHomes },
        { label: say.postedBy, value: of.postedBy },
        { label: say.postedWhere, value: of.postedWhere },
        { label: say.about, value: path === null ? null : <Link to={path}>{say.open}</Link> },
        { label: say.reason, value: of.withdrawnWords, wide: true },
        { label: say.outcomeLabel, value: of.outcome, wide: true },
      ]}
    />
  )
}
const Thread = ({ of, answer }: { readonly of: Notice; readonly answer: (comment: Comment) => void }) => {
  const say = useWords(words)
  const mark = useMarks()
  return (
    <section className="stack">
      <h2>{say.thread}</h2>
      {of.thread.length === 0 ? <p className="quiet">{say.noComments}</p> : null}
      <EntryList of={of.thread} isSideBySide>
        {(one) => (
          <article className="entry">
            <p>
              <strong>{one.words}</strong>
            </p>
            <p className="quiet">
              {one.byName ? `${one.byName} · ` : ''}
              <TimeText at={one.at} />
            </p>
            {one.answer ? (
              <p>
                {say.answered}
                {mark.colon}
                {one.answer}
              </p>
            ) : null}
            {of.may.includes('answer') ? (
              <p>
                <Button size="small" type={one.answer === null ? 'primary' : 'default'} onClick={() => answer(one)}>
                  {one.answer === null ? say.answer : say.answerAgain}
                </Button>
              </p>
            ) : null}
          </article>
        )}
      </EntryList>
    </section>
  )
}
const Withdraw = ({ of, close }: { readonly of: Notice; readonly close: () => void }) => {
  const say = useWords(words)
  const act = useAct('POST /api/publicnotices/:id/withdrawal', { onDone: close })
  return (
    <Ask
      open
      title={say.withdraw}
      what={say.withdrawWhat}
      verb={say.withdraw}
      isDangerous
      reason={{ label: say.reason, wrong: say.needed }}
      isBusy={act.isPending}
      problem={act.error}
      onYes={(reason) => act.mutate({ params: { id: of.id }, body: { reason } })}
      onNo={close}
    />
  )
}
