// The room 矛盾调解: the mediations I lead, the numbers of my area, and those nobody leads any more.
import { App, Button } from 'antd'
import { HeartHandshake } from 'lucide-react'
import { useState } from 'react'
import { Link } from '@tanstack/react-router'
import { mediationStates, openMediationStates } from '../../../../contract/src/mediation-life.ts'
import { AddButton } from '../../platform/add-button.tsx'
import { useGo } from '../../platform/address.ts'
import { useAct, useApi } from '../../platform/api.ts'
import { EntryListing } from '../../platform/entry-list.tsx'
import { useList, type RowOf } from '../../platform/list.ts'
import { useMe } from '../../platform/me.ts'
import { OpenOrPast, useOpen } from '../../platform/open-or-past.tsx'
import { PageHeader } from '../../platform/page.tsx'
import { Tag } from '../../platform/tags.tsx'
import { TimeText } from '../../platform/time.tsx'
import { usePick, useWords } from '../../platform/words.ts'
import { OpenForm } from './open-form.tsx'
import { words } from './words.ts'

type Row = RowOf<'GET /api/mediations'>
export default function MediationsPage() {
  const say = useWords(words)
  const go = useGo()
  const [isOpening, setOpening] = useState(false)
  const list = useList('GET /api/mediations', { query: { open: useOpen() } })
  return (
    <div className="page">
      <PageHeader
        title={say.title}
        lead={say.lead}
        actions={<AddButton onClick={() => setOpening(true)}>{say.open}</AddButton>}
      />
      <Figures />
      <OpenOrPast label={say.title} />
      <EntryListing list={list} icon={HeartHandshake} empty={{ title: say.empty, hint: say.emptyHint }}>
        {(row) => <RowCard row={row} />}
      </EntryListing>
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
