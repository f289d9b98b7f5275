// The room 先尝后买: trial services of my area, or of my company, with their marks.
import { Link } from '@tanstack/react-router'
import { Store } from 'lucide-react'
import { useState } from 'react'
import { trialStates } from '../../../../contract/src/trials-life.ts'
import { AddButton } from '../../platform/add-button.tsx'
import { useGo } from '../../platform/address.ts'
import { call } from '../../platform/api.ts'
import { today } from '../../platform/day.ts'
import { EntryListing } from '../../platform/entry-list.tsx'
import { useList, type RowOf } from '../../platform/list.ts'
import { useMay } from '../../platform/me.ts'
import { OpenOrPast, useOpen } from '../../platform/open-or-past.tsx'
import { PageHeader } from '../../platform/page.tsx'
import { Tag } from '../../platform/tags.tsx'
import { usePick, useWords } from '../../platform/words.ts'
import { StepForm } from '../funds/step-form.tsx'
import { words } from './words.ts'

export default function TrialsPage() {
  const say = useWords(words)
  const may = useMay()
  const [isPlanning, setPlanning] = useState(false)
  const list = useList('GET /api/trials', { query: { open: useOpen() } })
  return (
    <div className="page">
      <PageHeader
        title={say.title}
        lead={say.lead}
        actions={may('trial.run') ? <AddButton onClick={() => setPlanning(true)}>{say.plan}</AddButton> : null}
      />
      <OpenOrPast label={say.title} />
      <EntryListing list={list} icon={Store} empty={{ title: say.empty, hint: say.emptyHint }}>
        {(row) => <RowCard row={row} />}
      </EntryListing>
      {isPlanning ? <PlanForm close={() => setPlanning(false)} /> : null}
    </div>
  )
}
const RowCard = ({ row }: { readonly row: RowOf<'GET /api/trials'> }) => {
  const say = useWords(words)
  const pick = usePick()
  return (
    <article className="entry">
      <p className="row">
        <strong>
          <Link to={`/trials/${row.id}`}>
            {row.company.name} · {row.place.name}
          </Link>
        </strong>
        <Tag tone={row.state === 'agreed' ? 'good' : row.state === 'serving' ? 'warn' : 'info'}>
          {pick(trialStates[row.state])}
        </Tag>
      </p>
      <p className="quiet">
        {row.number} · {say.dates(row.startsOn, row.endsOn)} · {say.perMetre(row.fee)} ·{' '}
        {say.judged(row.marks, row.average)}
      </p>
    </article>
  )
}
const PlanForm = ({ close }: { readonly close: () => void }) => {
  const say = useWords(words)
  const go = useGo()
  return (
    <StepForm
      close={close}
      step={{
        title: say.plan,
        refreshes: ['/api/trials'],
        fields: [
          { name: 'placeId', label: say.place, as: 'place', placeKinds: ['estate'] },
          { name: 'companyId', label: say.company, as: 'organisation', organisationKind: 'propertyCompany' },
          { name: 'conditions', label: say.conditions, as: 'words', most: 2000 },
          { name: 'fee', label: say.fee, as: 'money' },
          { name: 'startsOn', label: say.from, as: 'day', initial: today() },
          { name: 'endsOn', label: say.to, as: 'day', initial: today(Date.now() + 90 * 86_400_000) },
        ],
        send: async (values, key) => {
          const made = await call(
            'POST /api/trials',
            {
              body: {
                placeId: String(values['placeId']),
                companyId: String(values['companyId']),
                conditions: String(values['conditions']),
                fee: Number(values['fee']),
                startsOn: String(values['startsOn']),
                endsOn: String(values['endsOn']),
              },
            },
            { key },
          )
          go(`/trials/${made.id}`)
        },
      }}
    />
  )
}
