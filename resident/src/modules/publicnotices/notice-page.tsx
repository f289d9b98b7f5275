// One public notice: what it says, how many days are left, what neighbours said and were told, what came of it.
import { useState } from 'preact/hooks'
import type { Api } from '../../../../contract/src/all.ts'
import type { OutOf } from '../../../../contract/src/endpoint.ts'
import { call } from '../../api.ts'
import { Icon } from '../../kit/icon.tsx'
import { check, clock } from '../../kit/icons.ts'
import { useLoad } from '../../kit/load.ts'
import { Page } from '../../kit/page.tsx'
import { Photos, picturesOf } from '../../kit/photos.tsx'
import { Failure, Skeleton } from '../../kit/states.tsx'
import { Moment } from '../../kit/when.tsx'
import { WordsSheet } from '../../kit/words-sheet.tsx'
import { mark } from '../../marks.ts'
import { session } from '../../session.ts'
import { useStore } from '../../store.ts'
import { daysLeft, thingPath, w } from './words.ts'
import './notices.css'

type Notice = OutOf<Api['GET /api/publicnotices/:id']>
const State = ({ of }: { of: Notice }) => (
  <p class={of.isOpen ? 'notice info' : 'notice'}>
    <Icon of={of.isOpen ? clock : check} />
    <span class="grow">
      <span class="strong">{of.withdrawnWords !== null ? w('down') : of.isOpen ? daysLeft(of.endsOn) : w('over')}</span>
      <span class="small"> {w('from', { day: of.postedOn, last: of.endsOn })}</span>
    </span>
  </p>
)
const Outcome = ({ of }: { of: Notice }) => {
  if (of.withdrawnWords !== null)
    return (
      <section class="card stack">
        <h2>{w('downWhy')}</h2>
        <p>{of.withdrawnWords}</p>
      </section>
    )
  if (of.isOpen) return null
  return (
    <section class="card stack">
      <h2>{w('outcome')}</h2>
      <p class={of.outcome === null ? 'quiet' : 'notice-words'}>{of.outcome ?? w('noOutcome')}</p>
      {of.outcomeAt && (
        <p class="small quiet">
          <Moment at={of.outcomeAt} />
        </p>
      )}
    </section>
  )
}
const Thread = ({ of }: { of: Notice }) => (
  <section class="stack">
    <h2>{w('thread')}</h2>
    <p class="small quiet">{of.thread.length === 0 ? w('noComments') : w('threadHint')}</p>
    {of.thread.map((one) => (
      <article key={one.id} class="card stack">
        <p class="strong">{one.words}</p>
        <p class="small quiet">
          {one.mine ? `${w('mine')} · ` : ''}
          <Moment at={one.at} />
        </p>
        <p class={one.answer === null ? 'quiet' : undefined}>
          {one.answer === null ? w('noAnswer') : `${w('answer')}${mark('colon')}${one.answer}`}
        </p>
      </article>
    ))}
  </section>
)
const Shown = ({ of, isIn }: { of: Notice; isIn: boolean }) => {
  const path = of.thing === null ? null : thingPath(of.thing)
  return (
    <>
      <section class="stack">
        <h2>{of.title}</h2>
        <p class="small quiet">{of.place.name}</p>
        <State of={of} />
      </section>
      <Outcome of={of} />
      <section class="card stack">
        <p class="notice-words">{of.words}</p>
        <p class="small quiet">{w('by', { who: of.postedBy })}</p>
        {of.postedWhere && <p class="small quiet">{w('where', { where: of.postedWhere })}</p>}
        {path && isIn && (
          <a class="button wide" href={path}>
            {w('about')}
          </a>
        )}
        {isIn && (
          <a href={`/api/publicnotices/${of.id}/sheet.pdf`} target="_blank" rel="noreferrer">
            {w('print')}
          </a>
        )}
      </section>
      {of.photos.length > 0 && (
        <section class="stack">
          <h2>{w('photos')}</h2>
          <Photos pictures={picturesOf(of.photos)} />
        </section>
      )}
      {isIn && <Thread of={of} />}
    </>
  )
}
interface SheetProps {
  id: string
  put: (next: Notice) => void
  onClose: () => void
}
const CommentSheet = ({ id, put, onClose }: SheetProps) => (
  <WordsSheet
    title={w('comment')}
    lead={<p class="small quiet">{w('commentHint')}</p>}
    label={w('commentLabel')}
    onClose={onClose}
    send={async (words, key) =>
      put(await call('POST /api/publicnotices/:id/comments', { params: { id }, body: { words }, key }))
    }
  />
)
const NoticePage = ({ id }: { id: string }) => {
  const who = useStore(session)
  const isIn = who.state === 'in'
  const [isSaying, say] = useState(false)
  const { data, trouble, reload, put } = useLoad(who.state === 'asking' ? null : `publicnotices/${isIn}/${id}`, () =>
    isIn
      ? call('GET /api/publicnotices/:id', { params: { id } })
      : call('GET /api/publicnotices/public/:id', { params: { id } }),
  )
  const signIn = `/sign-in?next=${encodeURIComponent(`/public-notices/${id}`)}`
  return (
    <Page
      title={w('title')}
      backTo="/public-notices"
      bar={
        who.state === 'out' ? (
          <a class="button main" href={signIn}>
            {w('toSignIn')}
          </a>
        ) : data?.may.includes('comment') ? (
          <button type="button" class="button main" onClick={() => say(true)}>
            {w('comment')}
          </button>
        ) : null
      }
    >
      {trouble && !data && <Failure trouble={trouble} retry={reload} />}
      {!data && !trouble && <Skeleton />}
      {data && <Shown of={data} isIn={isIn} />}
      {who.state === 'out' && <p class="quiet">{w('signIn')}</p>}
      {isSaying && <CommentSheet id={id} put={put} onClose={() => say(false)} />}
    </Page>
  )
}
export default NoticePage
