// The room 共同决定: owners' decisions of my area.
import { Link } from '@tanstack/react-router'
import { Vote } from 'lucide-react'
import { useState } from 'react'
import { decisionStates } from '../../../../contract/src/ballots-life.ts'
import { AddButton } from '../../platform/add-button.tsx'
import { useGo } from '../../platform/address.ts'
import { EntryListing } from '../../platform/entry-list.tsx'
import { useList, type RowOf } from '../../platform/list.ts'
import { useMay } from '../../platform/me.ts'
import { OpenOrPast, useOpen } from '../../platform/open-or-past.tsx'
import { PageHeader } from '../../platform/page.tsx'
import { Tag } from '../../platform/tags.tsx'
import { TimeText } from '../../platform/time.tsx'
import { usePick, useWords } from '../../platform/words.ts'
import { PrepareForm } from './prepare-form.tsx'
import { words } from './words.ts'

export default function DecisionsPage() {
  const say = useWords(words)
  const may = useMay()
  const go = useGo()
  const [isPreparing, setPreparing] = useState(false)
  const list = useList('GET /api/decisions', { query: { open: useOpen() } })
  return (
    <div className="page">
      <PageHeader
        title={say.title}
        lead={say.lead}
        actions={
          may('decision.convene') ? <AddButton onClick={() => setPreparing(true)}>{say.prepare}</AddButton> : null
        }
      />
      <OpenOrPast label={say.title} />
      <EntryListing list={list} icon={Vote} empty={{ title: say.empty, hint: say.emptyHint }}>
        {(row) => <RowCard row={row} />}
      </EntryListing>
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
