// Resolutions and what each is today: carried out, overdue, amended, expired, given up, waiting for the owners.
import { Link } from '@tanstack/react-router'
import { Button, Select } from 'antd'
import { Gavel } from 'lucide-react'
import { useState } from 'react'
import { decisionWays, resolutionStandings } from '../../../../contract/src/deliberation-life.ts'
import { useSearch } from '../../platform/address.ts'
import { EntryListing } from '../../platform/entry-list.tsx'
import { useList } from '../../platform/list.ts'
import { useMarks } from '../../platform/marks.ts'
import { Tag } from '../../platform/tags.tsx'
import { usePick, useWords } from '../../platform/words.ts'
import { ItemCards } from './items-tab.tsx'
import { AddItem, SendTo, type Resolution } from './resolution-forms.tsx'
import { words } from './words.ts'

const tones = { carriedOut: 'good', overdue: 'late', underWay: 'info', sent: 'warn', givenUp: 'warn' } as const
type Standing = keyof typeof resolutionStandings
const standings = Object.keys(resolutionStandings) as Standing[]
const STALE = 'stale'
type Act = { readonly what: 'addItem' | 'sendTo'; readonly of: Resolution }
export const ResolutionsTab = () => {
  const say = useWords(words)
  const pick = usePick()
  const [search, change] = useSearch()
  const [act, setAct] = useState<Act | null>(null)
  const standing = standings.find((one) => one === search['show'])
  const isStale = search['show'] === STALE
  const query = standing ? { standing } : isStale ? { stale: 'true' as const } : {}
  const list = useList('GET /api/deliberation/resolutions', { query })
  const options = [
    { value: '', label: say.all },
    { value: STALE, label: say.stale },
    ...standings.map((value) => ({ value: value as string, label: pick(resolutionStandings[value]) })),
  ]
  return (
    <div className="stack">
      <div className="filters" role="search">
        <Select
          aria-label={say.resolutions}
          style={{ minWidth: 240 }}
          value={standing ?? (isStale ? STALE : '')}
          onChange={(next) => change({ show: next === '' ? undefined : next })}
          options={options}
        />
      </div>
      <EntryListing list={list} icon={Gavel} empty={{ title: say.noResolutions, hint: say.noItemsHint }}>
        {(row) => <Card of={row} ask={setAct} />}
      </EntryListing>
      {act?.what === 'addItem' ? <AddItem of={act.of} close={() => setAct(null)} /> : null}
      {act?.what === 'sendTo' ? <SendTo of={act.of} close={() => setAct(null)} /> : null}
    </div>
  )
}
const Card = ({ of, ask }: { readonly of: Resolution; readonly ask: (act: Act) => void }) => {
  const say = useWords(words)
  const mark = useMarks()
  const pick = usePick()
  return (
    <article className="entry">
      <p className="row">
        <strong>{of.title}</strong>
        <Tag tone={tones[of.standing as keyof typeof tones] ?? 'quiet'}>{pick(resolutionStandings[of.standing])}</Tag>
        {of.expiresOn ? <span className="quiet">{say.until(of.expiresOn)}</span> : null}
      </p>
      <p className="entry-words">{of.words}</p>
      <p className="quiet">
        {of.number} · {pick(decisionWays[of.way])}
        {of.way === 'hands' ? ` ${of.votesFor}/${of.votesAgainst}/${of.votesAbstain}` : ''} · {of.place.name} ·{' '}
        <Link to={`/deliberation/${of.meeting.id}`}>{of.meeting.title}</Link>
        {of.decisionId ? (
          <>
            {' · '}
            <Link to={`/decisions/${of.decisionId}`}>{say.decision}</Link>
          </>
        ) : null}
      </p>
      {of.planned.length > 0 ? <p className="quiet">{say.plannedThen(of.planned.join(mark.semicolon))}</p> : null}
      {of.items.length > 0 ? (
        <details>
          <summary>{say.itemsOf(of.items.length)}</summary>
          <ItemCards items={of.items} />
        </details>
      ) : null}
      {of.may.length > 0 ? (
        <p className="row">
          {of.may.map((what) => (
            <Button key={what} size="small" onClick={() => ask({ what, of })}>
              {what === 'sendTo' ? say.sendTo : say.addItem}
            </Button>
          ))}
        </p>
      ) : null}
    </article>
  )
}
