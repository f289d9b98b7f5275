// One case: its words, what may be done, deadlines, facts, photos, and what happened. Used as a page and as a pane.
import { useEffect } from 'react'
import { addressOf, useApi } from '../../platform/api.ts'
import { ClockBar } from '../../platform/deadline.tsx'
import { Loaded } from '../../platform/page.tsx'
import { KindTag, StateTag } from '../../platform/tags.tsx'
import { TimeText } from '../../platform/time.tsx'
import { useWords } from '../../platform/words.ts'
import { CaseActions, Proposal } from './case-actions.tsx'
import { CaseFacts } from './case-facts.tsx'
import { CasePanels } from './case-panels.tsx'
import { CaseTimeline } from './case-timeline.tsx'
import { caseWords } from './case-words.ts'
import { PhotoGallery } from './photo-gallery.tsx'
import type { CaseView } from './steps.ts'
import './cases.css'

interface CaseDetailProps {
  readonly id: string
  /** As a page of its own, its words are the page's title. */ readonly isPage?: boolean
}
export const CaseDetail = ({ id, isPage = false }: CaseDetailProps) => {
  const read = useApi('GET /api/cases/:id', { params: { id } }, { fresh: 5_000 })
  const number = read.data?.number
  const say = useWords(caseWords)
  useEffect(() => {
    if (isPage && number) document.title = `${say.title} ${number} · 邻里`
  }, [isPage, number, say])
  return <Loaded of={read}>{(view) => <CaseBody view={view} isPage={isPage} />}</Loaded>
}
const CaseBody = ({ view, isPage }: { view: CaseView; isPage: boolean }) => {
  const say = useWords(caseWords)
  const Title = isPage ? 'h1' : 'h2'
  return (
    <article className="case">
      <header className="case-head">
        <p className="row">
          <KindTag kind={view.kind} />
          <StateTag state={view.state} />
          <span className="quiet">{view.number}</span>
        </p>
        <Title className="case-words">{view.words}</Title>
      </header>
      <CaseActions view={view} />
      <Proposal view={view} />
      <Clocks view={view} />
      <div className="case-media">
        <PhotoGallery photos={view.photos} />
        {view.voice ? (
          <audio
            controls
            preload="none"
            aria-label={say.voice}
            src={addressOf('GET /api/files/:id', { params: { id: view.voice } })}
          />
        ) : null}
      </div>
      <CaseFacts view={view} />
      {isPage ? <h2 className="unseen">{say.work}</h2> : null}
      {/* The panels' headings are of the third level, beside the list as on a page of its own. */}
      {isPage ? <h2 className="unseen">{say.related}</h2> : null}
      <CasePanels view={view} />
      <section className="stack">
        {isPage ? <h2>{say.timeline}</h2> : <h3>{say.timeline}</h3>}
        <CaseTimeline entries={view.timeline} />
      </section>
    </article>
  )
}
const Clocks = ({ view }: { view: CaseView }) => {
  const say = useWords(caseWords)
  if (view.clocks.length === 0) return null
  return (
    <ul className="clocks" aria-label={say.clocks}>
      {view.clocks.map((clock) => (
        <li key={`${clock.kind} ${clock.startedAt}`}>
          <ClockBar clock={clock} />
          <span className="quiet">
            {clock.stoppedAt ? say.stoppedAt : clock.pausedAt ? say.pausedAt : say.dueAt}{' '}
            <TimeText at={clock.stoppedAt ?? clock.pausedAt ?? clock.dueAt} />
          </span>
        </li>
      ))}
    </ul>
  )
}
