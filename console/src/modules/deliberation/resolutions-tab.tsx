// Resolutions and what became of each: carried out, overdue, amended, expired, rejected, sent to the owners.
import { Select } from 'antd'
import { Gavel } from 'lucide-react'
import { Link } from '@tanstack/react-router'
import {
  decisionWays,
  resolutionStandings,
  type ResolutionStanding,
} from '../../../../contract/src/deliberation-life.ts'
import { useSearch } from '../../platform/address.ts'
import { useList } from '../../platform/list.ts'
import { Listing } from '../../platform/listing.tsx'
import { Tag } from '../../platform/tags.tsx'
import { usePick, useWords } from '../../platform/words.ts'
import { words } from './words.ts'

const standings = Object.keys(resolutionStandings) as ResolutionStanding[]
const tones = { carriedOut: 'good', overdue: 'late', underWay: 'info', sent: 'warn' } as const
export const ResolutionsTab = () => {
  const say = useWords(words)
  const pick = usePick()
  const [search, change] = useSearch()
  const shown = standings.find((one) => one === search['show'])
  const list = useList('GET /api/deliberation/resolutions', { query: shown ? { standing: shown } : {} })
  return (
    <div className="stack">
      <div className="filters" role="search">
        <Select
          aria-label={say.resolutions}
          style={{ minWidth: 200 }}
          value={shown ?? ''}
          onChange={(next) => change({ show: next === '' ? undefined : next })}
          options={[
            { value: '', label: say.all },
            ...standings.map((value) => ({ value: value as string, label: pick(resolutionStandings[value]) })),
          ]}
        />
      </div>
      <Listing list={list} icon={Gavel} empty={{ title: say.noResolutions, hint: say.noItemsHint }} isPlain>
        {(rows) => (
          <ul className="mediations">
            {rows.map((row) => (
              <li key={row.id} className="mediation">
                <p className="row">
                  <strong>{row.title}</strong>
                  <Tag tone={tones[row.standing as keyof typeof tones] ?? 'quiet'}>
                    {pick(resolutionStandings[row.standing])}
                  </Tag>
                </p>
                <p className="mediation-words">{row.words}</p>
                <p className="quiet">
                  {row.number} · {pick(decisionWays[row.way])} {row.votesFor}/{row.votesAgainst}/{row.votesAbstain} ·{' '}
                  {row.place.name} · <Link to={`/deliberation/${row.meeting.id}`}>{row.meeting.title}</Link>
                </p>
              </li>
            ))}
          </ul>
        )}
      </Listing>
    </div>
  )
}
