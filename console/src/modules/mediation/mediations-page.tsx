// The room 矛盾调解: the mediations I lead, the numbers of my area, and those nobody leads any more.
import { App, Button, Segmented } from 'antd'
import { HeartHandshake, Plus } from 'lucide-react'
import { useState } from 'react'
import { Link } from '@tanstack/react-router'
import { mediationStates, openMediationStates } from '../../../../contract/src/mediation-life.ts'
import { useGo, useSearch } from '../../platform/address.ts'
import { useAct, useApi } from '../../platform/api.ts'
import { useList, type RowOf } from '../../platform/list.ts'
import { Listing } from '../../platform/listing.tsx'
import { useMe } from '../../platform/me.ts'
import { PageHeader } from '../../platform/page.tsx'
import { Tag } from '../../platform/tags.tsx'
import { TimeText } from '../../platform/time.tsx'
import { usePick, useWords } from '../../platform/words.ts'
import { OpenForm } from './open-form.tsx'
import { words } from './words.ts'
import '../../platform/entries.css'

type Row = RowOf<'GET /api/mediations'>
export default function MediationsPage() {
  const say = useWords(words)
  const go = useGo()
  const [search, change] = useSearch()
  const [isOpening, setOpening] = useState(false)
  const isPast = search['open'] === 'false'
  const list = useList('GET /api/mediations', { query: { open: isPast ? 'false' : 'true' } })
  return (
    <div className="page">
      <PageHeader
        title={say.title}
        lead={say.lead}
        actions={
          <Button type="primary" icon={<Plus size={16} aria-hidden />} onClick={() => setOpening(true)}>
            {say.open}
          </Button>
        }
      />
      <Figures />
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
      <Listing list={list} icon={HeartHandshake} empty={{ title: say.empty, hint: say.emptyHint }} isPlain>
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
      {isOpening ? (
        <OpenForm
          close={() => setOpening(false)}
          onOpened={(id) => {
            setOpening(false)
            go(`/mediations/${id}`)
          }}
        />
      ) : null}
    </div>
  )
}
const RowCard = ({ row }: { readonly row: Row }) => {
  const say = useWords(words)
  const pick = usePick()
  return (
    <article className="entry">
      <p className="row">
        <strong>
          <Link to={`/mediations/${row.id}`}>{row.subject}</Link>
        </strong>
        <Tag tone={row.waitsForMe ? 'warn' : 'info'}>{pick(mediationStates[row.state])}</Tag>
        {row.late > 0 ? <Tag tone="late">{say.lateCount(row.late)}</Tag> : null}
      </p>
      <p className="quiet">
        {row.number} · {row.place.name}
      </p>
      {row.nextSessionAt ? (
        <p>
          {say.nextSession} <TimeText at={row.nextSessionAt} />
        </p>
      ) : null}
    </article>
  )
}
/** Numbers alone; and a way to take over what nobody leads. */
const Figures = () => {
  const say = useWords(words)
  const me = useMe()
  const { message } = App.useApp()
  const { data } = useApi('GET /api/mediations/figures', {})
  const take = useAct('POST /api/mediations/:id/mediators', {
    refreshes: ['/api/mediations'],
    onDone: () => void message.success(say.done),
  })
  if (!data) return null
  const open = data.states
    .filter((one) => (openMediationStates as readonly string[]).includes(one.state))
    .reduce((sum, one) => sum + one.count, 0)
  return (
    <div className="stack">
      <p className="quiet">{say.figures(open, data.promises.late)}</p>
      {data.orphans.length > 0 ? (
        <section className="stack" aria-label={say.orphans(data.orphans.length)}>
          <p>{say.orphans(data.orphans.length)}</p>
          {data.orphans.map((one) => (
            <p key={one.id} className="row">
              {one.number} <TimeText at={one.openedAt} />
              <Button size="small" onClick={() => take.mutate({ params: { id: one.id }, body: { personId: me.id } })}>
                {say.takeOver}
              </Button>
            </p>
          ))}
        </section>
      ) : null}
    </div>
  )
}
