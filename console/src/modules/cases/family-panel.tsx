// The family of a case: what it waits for, its parts, its duplicates; and splitting, merging, undoing.
import { Button } from 'antd'
import { useState } from 'react'
import { useAct, useApi, type Out } from '../../platform/api.ts'
import { Ask } from '../../platform/ask.tsx'
import { beginning } from '../../platform/beginning.ts'
import { useDone } from '../../platform/done.ts'
import { StateTag } from '../../platform/tags.tsx'
import { useWords } from '../../platform/words.ts'
import { Link } from '@tanstack/react-router'
import type { CasePanelProps } from './case-panel.ts'
import { familyWords } from './family-words.ts'
import { MergeDrawer } from './merge-drawer.tsx'
import { SplitDrawer } from './split-drawer.tsx'

type Family = Out<'GET /api/cases/:id/family'>
type Member = Family['parts'][number]

const Members = ({ title, rows }: { readonly title: string; readonly rows: readonly Member[] }) => {
  const say = useWords(familyWords)
  if (rows.length === 0) return null
  return (
    <section className="stack">
      <h4>{title}</h4>
      <ul className="family">
        {rows.map((row) => (
          <li key={row.id} className="row">
            <StateTag state={row.state} />
            <Link to={`/cases/${row.id}`}>
              {row.number} {beginning(row.words)}
            </Link>
            {row.rating === null ? null : <span className="quiet">{say.rated(row.rating)}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}
const Undo = ({ id, close }: { readonly id: string; readonly close: () => void }) => {
  const say = useWords(familyWords)
  const act = useAct('POST /api/cases/:id/unmerge', {
    onDone: useDone(say.unmergeDone, close),
  })
  return (
    <Ask
      open
      title={say.unmerge}
      what={say.unmergeLead}
      verb={say.unmerge}
      reason={{ label: say.reason, wrong: say.reasonWrong }}
      isBusy={act.isPending}
      problem={act.error}
      onYes={(reason) => act.mutate({ params: { id }, body: { reason } })}
      onNo={close}
    />
  )
}

export default function FamilyPanel({ view }: CasePanelProps) {
  const say = useWords(familyWords)
  const [open, setOpen] = useState<'split' | 'merge' | 'unmerge' | null>(null)
  const { data } = useApi('GET /api/cases/:id/family', { params: { id: view.id } }, { fresh: 5_000 })
  const close = () => setOpen(null)
  if (!data) return null
  const may = (what: 'split' | 'merge' | 'unmerge') => data.may.includes(what)
  const isEmpty = data.parts.length + data.merged.length === 0 && !data.parent && !data.mergedInto
  if (isEmpty && !may('split') && !may('merge')) return null
  return (
    <section className="stack" aria-label={say.title}>
      {isEmpty ? null : <h3>{say.title}</h3>}
      <Members title={say.parent} rows={data.parent ? [data.parent] : []} />
      <Members title={say.mergedInto} rows={data.mergedInto ? [data.mergedInto] : []} />
      <Members title={say.parts} rows={data.parts} />
      <Members title={say.merged} rows={data.merged} />
      <p className="row">
        {may('split') ? <Button onClick={() => setOpen('split')}>{say.split}</Button> : null}
        {may('merge') ? <Button onClick={() => setOpen('merge')}>{say.merge}</Button> : null}
        {may('unmerge') ? <Button onClick={() => setOpen('unmerge')}>{say.unmerge}</Button> : null}
      </p>
      {open === 'split' ? <SplitDrawer view={view} close={close} /> : null}
      {open === 'merge' ? <MergeDrawer view={view} close={close} /> : null}
      {open === 'unmerge' ? <Undo id={view.id} close={close} /> : null}
    </section>
  )
}
