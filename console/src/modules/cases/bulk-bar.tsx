// Bulk dispatch of the ticked rows: each by its rule, or all to one body; then what became of each.
import { Button, Drawer } from 'antd'
import { CircleCheck, CircleX } from 'lucide-react'
import { useState } from 'react'
import { useAct, type Out } from '../../platform/api.ts'
import { ProblemPanel } from '../../platform/page.tsx'
import { pageWords } from '../../platform/page-words.ts'
import { Tag } from '../../platform/tags.tsx'
import { useWords } from '../../platform/words.ts'
import { HandlerChoice } from './handler-choice.tsx'
import type { Selection } from './selection.ts'
import { words } from './words.ts'
import '../../platform/forms.css'

type Results = Out<'POST /api/cases/bulk-dispatch'>['results']
export const BulkBar = ({ selection }: { readonly selection: Selection }) => {
  const say = useWords(words)
  const [way, setWay] = useState<'rule' | 'one' | null>(null)
  const count = selection.ids.size
  if (count === 0) return null
  return (
    <div className="bulk-bar" role="region" aria-label={say.bulkTitle}>
      <strong>{say.selected(count)}</strong>
      <Button type="primary" size="small" onClick={() => setWay('rule')}>
        {say.bulkByRule}
      </Button>
      <Button size="small" onClick={() => setWay('one')}>
        {say.bulkTo}
      </Button>
      <Button type="text" size="small" onClick={() => selection.set([])}>
        {say.unselect}
      </Button>
      {way ? <BulkDrawer way={way} selection={selection} close={() => setWay(null)} /> : null}
    </div>
  )
}
interface BulkDrawerProps {
  readonly way: 'rule' | 'one'
  readonly selection: Selection
  readonly close: () => void
}
const BulkDrawer = ({ way, selection, close }: BulkDrawerProps) => {
  const say = useWords(words)
  const common = useWords(pageWords)
  const ids = [...selection.ids].slice(0, 100)
  const [organisationId, choose] = useState<string | undefined>()
  const [results, setResults] = useState<Results | null>(null)
  const act = useAct('POST /api/cases/bulk-dispatch', { onDone: (out) => setResults(out.results) })
  const leave = () => {
    if (results) selection.set(results.filter((one) => !one.dispatched).map((one) => one.id))
    close()
  }
  const send = () => act.mutate({ body: { ids, ...(way === 'one' && organisationId ? { organisationId } : {}) } })
  const footer = results ? (
    <div className="ask-buttons">
      <Button type="primary" onClick={leave}>
        {common.close}
      </Button>
    </div>
  ) : (
    <div className="ask-buttons">
      <Button onClick={leave}>{common.cancel}</Button>
      <Button type="primary" loading={act.isPending} disabled={way === 'one' && !organisationId} onClick={send}>
        {say.dispatch}
      </Button>
    </div>
  )
  return (
    <Drawer
      open
      title={say.bulkTitle}
      size={480}
      onClose={leave}
      footer={footer}
      closable={{ 'aria-label': common.close }}
    >
      <div className="stack">
        {results ? (
          <BulkResults results={results} />
        ) : (
          <>
            <p>{say.bulkWhat(ids.length)}</p>
            {way === 'rule' ? <p className="quiet">{say.bulkRuleWhat}</p> : null}
            {way === 'one' && ids[0] ? (
              <HandlerChoice caseId={ids[0]} value={organisationId} onChange={choose} />
            ) : null}
          </>
        )}
        {act.error ? <ProblemPanel problem={act.error} /> : null}
      </div>
    </Drawer>
  )
}
const BulkResults = ({ results }: { results: Results }) => {
  const say = useWords(words)
  return (
    <>
      <p role="status">{say.bulkResult(results.filter((one) => one.dispatched).length, results.length)}</p>
      <ul className="bulk-results">
        {results.map((one) => (
          <li key={one.id}>
            <span className="row">
              <Tag tone={one.dispatched ? 'good' : 'late'} icon={one.dispatched ? CircleCheck : CircleX}>
                {one.dispatched ? say.bulkDone : say.bulkNot}
              </Tag>
              <span>{one.number}</span>
            </span>
            <span className={one.dispatched ? 'quiet' : ''}>{one.dispatched ? one.to : one.refusal}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
