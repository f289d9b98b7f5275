// Schemes and must-deliberate matters as data: seats with their duties, quorum, majority, the day; changed by who may.
import { Button } from 'antd'
import { useState } from 'react'
import { useApi } from '../../platform/api.ts'
import { useMarks } from '../../platform/marks.ts'
import { useMay } from '../../platform/me.ts'
import { Loaded } from '../../platform/page.tsx'
import { Tag } from '../../platform/tags.tsx'
import { useWords } from '../../platform/words.ts'
import { Matters } from './matters.tsx'
import { SchemeForm } from './scheme-form.tsx'
import type { Scheme } from './scheme.ts'
import { schemeWords } from './scheme-words.ts'
import { words } from './words.ts'

export const SchemesTab = () => {
  const schemes = useApi('GET /api/deliberation/schemes', {})
  const form = useWords(schemeWords)
  const may = useMay()
  const [edited, edit] = useState<Scheme | 'new' | null>(null)
  return (
    <div className="stack">
      <Loaded of={schemes}>
        {(rows) => (
          <ul className="entries">
            {rows.map((row) => (
              <li key={row.code}>
                <SchemeCard scheme={row} edit={() => edit(row)} />
              </li>
            ))}
          </ul>
        )}
      </Loaded>
      {may('deliberation.configure') ? (
        <p>
          <Button onClick={() => edit('new')}>{form.add}</Button>
        </p>
      ) : null}
      <Matters />
      {edited ? <SchemeForm scheme={edited === 'new' ? null : edited} close={() => edit(null)} /> : null}
    </div>
  )
}
const SchemeCard = ({ scheme, edit }: { readonly scheme: Scheme; readonly edit: () => void }) => {
  const say = useWords(words)
  const mark = useMarks()
  const may = useMay()
  return (
    <article className="entry">
      <p className="row">
        <strong>{scheme.name}</strong>
        {scheme.active ? null : <Tag tone="quiet">{say.off}</Tag>}
      </p>
      <p>{scheme.about}</p>
      {scheme.stages.length > 0 ? <p>{scheme.stages.join(' → ')}</p> : null}
      <p className="quiet">{say.ruleOf(scheme.quorumPercent, scheme.passPercent, scheme.noticeDays)}</p>
      {scheme.next.length > 0 ? <p>{say.next(scheme.next.map((one) => one.day).join(mark.list))}</p> : null}
      {scheme.yearly && scheme.yearly.length > 0 ? (
        <p className="quiet">
          {say.yearlyOf(scheme.yearly.map((one) => say.inMonth(one.month, one.title)).join(mark.list))}
        </p>
      ) : null}
      <ul>
        {scheme.seats.map((seat) => (
          <li key={seat.key}>
            {seat.say}
            {seat.duties.length > 0 ? `${mark.colon}${seat.duties.join(mark.list)}` : ''}
          </li>
        ))}
      </ul>
      {may('deliberation.configure') ? (
        <p>
          <Button size="small" onClick={edit} aria-label={`${say.edit} ${scheme.name}`}>
            {say.edit}
          </Button>
        </p>
      ) : null}
    </article>
  )
}
