// One unit's part as a card: which unit, how far it is, its deadlines, and what may be done. Serves 390 px too.
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useAct } from '../../platform/api.ts'
import { useMarks } from '../../platform/marks.ts'
import { Tag } from '../../platform/tags.tsx'
import { TimeText } from '../../platform/time.tsx'
import { useWords } from '../../platform/words.ts'
import { PartActions } from './part-actions.tsx'
import { PartClocks, PartTag, type Part } from './part-bits.tsx'
import { words } from './words.ts'
import '../../platform/entries.css'
import './whistles.css'

interface PartCardProps {
  readonly part: Part
  /** On the page of its case the case is not named again. */ readonly inCase?: boolean
  readonly mayLead?: boolean
}
const done: readonly Part['state'][] = ['accepted', 'rated', 'released']
export const PartCard = ({ part, inCase = false, mayLead = false }: PartCardProps) => {
  const say = useWords(words)
  const mark = useMarks()
  const lead = useAct('POST /api/whistles/parts/:id/lead', { refreshes: ['/api/whistles', '/api/cases'] })
  const isDone = done.includes(part.state)
  return (
    <article className="entry part">
      <header className="row">
        <strong>
          <Link to={`/whistles/${part.id}`}>{part.organisation.name}</Link>
        </strong>
        {part.isLead ? <Tag tone="info">{say.isLead}</Tag> : null}
        <PartTag state={part.state} />
        <span className="grow" />
        <span className="quiet">
          <TimeText at={part.calledAt} />
        </span>
      </header>
      {inCase ? null : (
        <p className="part-case">
          {part.case.number} · {part.case.place}
          {mark.colon}
          {part.case.words}
        </p>
      )}
      <p>{part.asked}</p>
      {part.people ? (
        <p className="quiet">
          {say.people}
          {mark.colon}
          {part.people}
        </p>
      ) : null}
      <PartClocks part={part} />
      <Ratings part={part} />
      {mayLead && !part.isLead && !isDone ? (
        <p>
          <Button
            size="small"
            loading={lead.isPending}
            onClick={() => lead.mutate({ params: { id: part.id }, body: {} })}
          >
            {say.makeLead}
          </Button>
        </p>
      ) : null}
      <PartActions part={part} />
    </article>
  )
}
const Ratings = ({ part }: { readonly part: Part }) => {
  const say = useWords(words)
  const { community, reporter } = part.ratings
  if (community === null && reporter === null) return null
  return (
    <p className="quiet">
      {[
        community === null ? null : `${say.community} ${say.points(community)}`,
        reporter === null ? null : `${say.reporter} ${say.points(reporter)}`,
      ]
        .filter(Boolean)
        .join(' · ')}
    </p>
  )
}
