// Hard cases that are in deliberation, and what came of those that were.
import { Link } from '@tanstack/react-router'
import { MessagesSquare } from 'lucide-react'
import { beginning } from '../../platform/beginning.ts'
import { useList } from '../../platform/list.ts'
import { Listing } from '../../platform/listing.tsx'
import { Tag } from '../../platform/tags.tsx'
import { TimeText } from '../../platform/time.tsx'
import { useWords } from '../../platform/words.ts'
import { words } from './words.ts'

export const HandOversTab = () => {
  const say = useWords(words)
  const list = useList('GET /api/promises/hand-overs', { query: { limit: 30 } })
  return (
    <Listing list={list} icon={MessagesSquare} empty={{ title: say.noHandOvers, hint: say.noHandOversHint }}>
      {(rows) => (
        <ul className="promises">
          {rows.map((row) => (
            <li key={row.id} className="promise">
              <p className="row">
                <Tag tone={row.state === 'waiting' ? 'warn' : 'good'}>
                  {row.state === 'waiting' ? say.waiting : say.returned}
                </Tag>
                <Link to={`/cases/${row.case.id}`}>
                  {row.case.number} {beginning(row.case.words)}
                </Link>
              </p>
              <p>{row.outcome ?? row.reason}</p>
              <p className="quiet">
                {row.case.place} · <TimeText at={row.handedAt} />
                {row.body ? ` · ${row.body.name}` : ''}
              </p>
            </li>
          ))}
        </ul>
      )}
    </Listing>
  )
}
