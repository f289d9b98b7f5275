// The room 共同决定: owners' decisions of my area, and how many estates have a committee.
import { Link } from '@tanstack/react-router'
import { Button, Segmented } from 'antd'
import { Plus, Vote } from 'lucide-react'
import { useState } from 'react'
import { decisionStates } from '../../../../contract/src/ballots-life.ts'
import { useGo, useSearch } from '../../platform/address.ts'
import { addressOf } from '../../platform/api.ts'
import { ExportButton } from '../../platform/export-button.tsx'
import { useList, type RowOf } from '../../platform/list.ts'
import { Listing } from '../../platform/listing.tsx'
import { useMay } from '../../platform/me.ts'
import { PageHeader } from '../../platform/page.tsx'
import { Tag } from '../../platform/tags.tsx'
import { TimeText } from '../../platform/time.tsx'
import { usePick, useWords } from '../../platform/words.ts'
import { PrepareForm } from './prepare-form.tsx'
import { words } from './words.ts'
import '../../platform/entries.css'

export default function DecisionsPage() {
  const say = useWords(words)
  const may = useMay()
  const go = useGo()
  const [search, change] = useSearch()
  const [isPreparing, setPreparing] = useState(false)
  const isPast = search['open'] === 'false'
  const list = useList('GET /api/decisions', { query: { open: isPast ? 'false' : 'true' } })
  return (
    <div className="page">
      <PageHeader
        title={say.title}
        lead={say.lead}
        actions={
          <>
            <ExportButton href={addressOf('GET /api/decisions.xlsx', {})} />
            {may('decision.convene') ? (
              <Button type="primary" icon={<Plus size={16} aria-hidden />} onClick={() => setPreparing(true)}>
                {say.prepare}
              </Button>
            ) : null}
          </>
        }
      />
      <div className="filters" role="search">
        <Segmented
          aria-label={say.title}
          value={isPast ? 'past' : 'current'}
          onChange={(next) => change({ open: next === 'past' ? 'false' : undefined })}
          options={[
            { value: 'current', label: say.current },
            { value: 'past', label: say.past },
          ]}
        />
      </div>
      <Listing list={list} icon={Vote} empty={{ title: say.empty, hint: say.emptyHint }} isPlain>
        {(rows) => (
          <ul className="entries">
            {rows.map((row) => (
              <li key={row.id}>
                <RowCard row={row} />
              </li>
            ))}
          </ul>
        )}
      </Listing>
      {isPreparing ? (
        <PrepareForm close={() => setPreparing(false)} onPrepared={(id) => go(`/decisions/${id}`)} />
      ) : null}
    </div>
  )
}
const RowCard = ({ row }: { readonly row: RowOf<'GET /api/decisions'> }) => {
  const say = useWords(words)
  const pick = usePick()
  return (
    <article className="entry">
      <p className="row">
        <strong>
          <Link to={`/decisions/${row.id}`}>{row.title}</Link>
        </strong>
        <Tag tone={row.state === 'open' ? 'warn' : 'info'}>{pick(decisionStates[row.state])}</Tag>
      </p>
      <p className="quiet">
        {row.number} · {row.place.name}
        {row.closesAt ? (
          <>
            {' · '}
            {say.closes} <TimeText at={row.closesAt} />
          </>
        ) : null}
      </p>
    </article>
  )
}
