// One unit's part as a page of its own: for the people of the unit, who may not open the case itself.
import { Link } from '@tanstack/react-router'
import { useParam } from '../../platform/address.ts'
import { useApi } from '../../platform/api.ts'
import { useMarks } from '../../platform/marks.ts'
import { Loaded } from '../../platform/page.tsx'
import { TimeText } from '../../platform/time.tsx'
import { usePick, useWords } from '../../platform/words.ts'
import { whistleTimeline } from '../../../../contract/src/whistles-life.ts'
import { PhotoGallery } from '../cases/photo-gallery.tsx'
import { PartTag, type PartView } from './part-bits.tsx'
import { PartCard } from './part-card.tsx'
import { words } from './words.ts'
import '../cases/cases.css'
import './whistles.css'

export default function PartPage() {
  const read = useApi('GET /api/whistles/parts/:id', { params: { id: useParam('id') } }, { fresh: 5_000 })
  return <div className="page">{<Loaded of={read}>{(part) => <PartBody part={part} />}</Loaded>}</div>
}
const PartBody = ({ part }: { readonly part: PartView }) => {
  const say = useWords(words)
  const mark = useMarks()
  return (
    <div className="stack part-page">
      <p className="row">
        <Link to="/whistles">{say.back}</Link>
        {part.opens ? <Link to={`/cases/${part.case.id}`}>{say.openCase}</Link> : null}
      </p>
      <h1>{part.case.words}</h1>
      <p className="quiet">
        {part.case.number} · {part.case.place}
      </p>
      <p>{part.why}</p>
      <p className="quiet">
        {say.caller}
        {mark.colon}
        {part.caller.organisation} {part.caller.name}
      </p>
      <PhotoGallery photos={part.casePhotos} />
      <PartCard part={part} inCase />
      {part.colleagues.length > 0 ? (
        <section className="stack">
          <h2>{say.colleagues}</h2>
          <ul className="stack">
            {part.colleagues.map((one) => (
              <li key={one.name} className="row">
                {one.name}
                {one.isLead ? <span className="quiet">{mark.aside(say.isLead)}</span> : null}
                <PartTag state={one.state} />
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <History part={part} />
    </div>
  )
}
const History = ({ part }: { readonly part: PartView }) => {
  const say = useWords(words)
  const mark = useMarks()
  const pick = usePick()
  const names: Readonly<Record<string, { zh: string; en: string }>> = whistleTimeline
  return (
    <section className="stack">
      <h2>{say.history}</h2>
      <ol className="timeline">
        {part.history.map((entry) => (
          <li key={entry.id}>
            <div className="timeline-head">
              <strong>{names[entry.step] ? pick(names[entry.step]!) : entry.step}</strong>
              <span className="grow" />
              <TimeText at={entry.at} />
            </div>
            <p className="quiet">{[entry.by.name, entry.by.organisation].filter(Boolean).join(' · ')}</p>
            {entry.proof ? (
              <p>
                {say.proof}
                {mark.colon}
                {entry.proof}
              </p>
            ) : null}
            {entry.words ? <p className="timeline-words">{entry.words}</p> : null}
            <PhotoGallery photos={entry.photos} isSmall />
          </li>
        ))}
      </ol>
    </section>
  )
}
