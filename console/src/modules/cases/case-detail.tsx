// One case: its words, what may be done, deadlines, facts, photos, and what happened. Used as a page and as a pane.
import { useEffect } from 'react'
import { useMarks } from '../../platform/marks.ts'
import { addressOf, useApi } from '../../platform/api.ts'
import { ClockBar } from '../../platform/deadline.tsx'
import { Loaded } from '../../platform/page.tsx'
import { KindTag, StateTag } from '../../platform/tags.tsx'
import { TimeText } from '../../platform/time.tsx'
import { useWords } from '../../platform/words.ts'
import { CaseActions, Proposal } from './case-actions.tsx'
import { CaseFacts } from './case-facts.tsx'
import { DecidingPanels, RarePanels, WorkingPanels } from './case-panels.tsx'
import { CaseTimeline } from './case-timeline.tsx'
import { caseWords } from './case-words.ts'
import { familyWords } from './family-words.ts'
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
  return (
    <>
      {isPage && !read.data ? <h1 className="unseen">{say.title}</h1> : null}
      <Loaded of={read}>{(view) => <CaseBody view={view} isPage={isPage} />}</Loaded>
    </>
  )
}
const CaseBody = ({ view, isPage }: { view: CaseView; isPage: boolean }) => {
  const say = useWords(caseWords)
  const Title = isPage ? 'h1' : 'h2'
  return (
    <article className={isPage ? 'case is-page' : 'case'}>
      <div className="case-main">
        <header className="case-head">
          <p className="row">
            <KindTag kind={view.kind} />
            <StateTag state={view.state} />
            <span className="quiet">{view.number}</span>
          </p>
          <Title className="case-words">{view.words}</Title>
        </header>
        <CaseActions view={view} />
        <Holds of={view.holds} />
        {/* The panels' headings are of the third level, beside the list as on a page of its own. */}
        {isPage ? <h2 className="unseen">{say.work}</h2> : null}
        <Proposal view={view} />
        <DecidingPanels view={view} />
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
        <WorkingPanels view={view} />
        <RarePanels view={view} />
      </div>
      <section className="stack case-side">
        {isPage ? <h2>{say.timeline}</h2> : <h3>{say.timeline}</h3>}
        <CaseTimeline entries={view.timeline} />
      </section>
    </article>
  )
}
/** What keeps it from closing: above all else, for it decides what to do next. */
const Holds = ({ of: holds }: { of: CaseView['holds'] }) => {
  const say = useWords(familyWords)
  const mark = useMarks()
  if (holds.length === 0) return null
  return (
    <div className="holds">
      <p>{`${say.held}${mark.colon}`}</p>
      <ul>
        {holds.map((hold) => (
          <li key={hold.kind + hold.thingId}>{hold.say}</li>
        ))}
      </ul>
    </div>
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
