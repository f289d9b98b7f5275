// On a case: open cases nearby that say the same, to be merged with one click, and the hot spot it belongs to.
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { CopyCheck, Flame } from 'lucide-react'
import { useState } from 'react'
import { useApi } from '../../platform/api.ts'
import { StateTag } from '../../platform/tags.tsx'
import { TimeText } from '../../platform/time.tsx'
import { useWords } from '../../platform/words.ts'
import type { CasePanelProps } from '../cases/case-panel.ts'
import { MergeDrawer } from '../cases/merge-drawer.tsx'
import { words } from './words.ts'
import './likeness.css'

export default function SimilarPanel({ view }: CasePanelProps) {
  const say = useWords(words)
  const [into, setInto] = useState<string | null>(null)
  const params = { id: view.id }
  const { data } = useApi('GET /api/likeness/cases/:id/similar', { params }, { fresh: 30_000 })
  const family = useApi('GET /api/cases/:id/family', { params }, { fresh: 5_000 })
  const mayMerge = family.data?.may.includes('merge') ?? false
  if (!data || data.rows.length + data.hotSpots.length === 0) return null
  return (
    <section className="stack similar" aria-label={say.similar}>
      {data.hotSpots.map((spot) => (
        <p key={spot.id} className="row">
          <Flame size={16} aria-hidden />
          <Link to="/hot-spots" search={{ state: 'all', spot: spot.id } as never}>
            {say.inHotSpot(spot.title, spot.caseCount)}
          </Link>
        </p>
      ))}
      {data.rows.length > 0 ? (
        <>
          <h3 className="row">
            <CopyCheck size={16} aria-hidden />
            {say.similar}
          </h3>
          <p className="quiet">{say.similarLead}</p>
          <ul className="spot-cases">
            {data.rows.map((row) => (
              <li key={row.id}>
                <Link to={`/cases/${row.id}`}>
                  {row.number} {row.words.slice(0, 80)}
                </Link>
                <span className="row">
                  <StateTag state={row.state} />
                  <span className="quiet">{row.place.path}</span>
                  <TimeText at={row.createdAt} />
                  <span className="quiet">{say.likeness(Math.round(row.likeness * 100))}</span>
                  {mayMerge ? (
                    <Button size="small" onClick={() => setInto(row.id)}>
                      {say.mergeInto}
                    </Button>
                  ) : null}
                </span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {into === null ? null : <MergeDrawer view={view} into={into} close={() => setInto(null)} />}
    </section>
  )
}
