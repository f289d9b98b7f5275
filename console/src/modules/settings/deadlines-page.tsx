// Deadlines by kind of case: how soon it is answered and resolved.
import { Link } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { Timer } from 'lucide-react'
import { useState } from 'react'
import { caseKinds, clockKinds, type ClockKind } from '../../../../contract/src/cases-life.ts'
import { useAct, useApi, type Out } from '../../platform/api.ts'
import { Ask } from '../../platform/ask.tsx'
import { useMay } from '../../platform/me.ts'
import { EmptyState, Loaded, PageHeader } from '../../platform/page.tsx'
import { KindTag } from '../../platform/tags.tsx'
import { usePick, useWords } from '../../platform/words.ts'
import { BudgetField, type Budget } from './budget-field.tsx'
import { words } from './words.ts'
import './settings.css'

type Policy = Out<'GET /api/cases/deadlines'>[number]

export default function DeadlinesPage() {
  const say = useWords(words)
  const may = useMay()
  const deadlines = useApi('GET /api/cases/deadlines', {})
  return (
    <div className="page">
      <PageHeader
        title={say.deadlinesTitle}
        lead={say.deadlinesLead}
        actions={may('calendar.edit') ? <Link to="/settings/calendar">{say.toCalendar}</Link> : null}
      />
      <Loaded of={deadlines} rows={5}>
        {(policies) =>
          policies.length === 0 ? (
            <EmptyState icon={Timer} title={say.deadlinesEmpty} hint={say.deadlinesEmptyWords} />
          ) : (
            <Editor key={JSON.stringify(policies)} saved={policies} />
          )
        }
      </Loaded>
    </div>
  )
}

const Editor = ({ saved }: { readonly saved: readonly Policy[] }) => {
  const say = useWords(words)
  const may = useMay()
  const { message } = App.useApp()
  const [policies, setPolicies] = useState(saved)
  const [isAsking, setAsking] = useState(false)
  const mayEdit = may('case.configure')
  const changed = policies.filter((policy, index) => JSON.stringify(policy) !== JSON.stringify(saved[index]))
  const save = useAct('PUT /api/cases/deadlines', {
    refreshes: ['/api/cases'],
    onDone: () => {
      setAsking(false)
      message.success(say.saved)
    },
  })
  const set = (kind: Policy['kind'], part: ClockKind, budget: Budget) =>
    setPolicies(policies.map((policy) => (policy.kind === kind ? { ...policy, [part]: budget } : policy)))
  return (
    <div className="stack">
      {mayEdit ? null : <p className="quiet">{say.readOnly}</p>}
      <ul className="deadlines">
        {policies.map((policy) => (
          <li key={policy.kind} className="card">
            <DeadlineCard policy={policy} mayEdit={mayEdit} set={set} />
          </li>
        ))}
      </ul>
      <p className="quiet">{say.workingHelp}</p>
      {mayEdit ? (
        <div className="row">
          <Button type="primary" disabled={changed.length === 0} onClick={() => setAsking(true)}>
            {say.save}
          </Button>
          {changed.length > 0 ? <Button onClick={() => setPolicies(saved)}>{say.undo}</Button> : null}
        </div>
      ) : null}
      <Ask
        open={isAsking}
        title={say.deadlinesAsk}
        what={say.deadlinesWhat}
        verb={say.change}
        isBusy={save.isPending}
        problem={save.error}
        onYes={() => save.mutate({ body: changed })}
        onNo={() => setAsking(false)}
      />
    </div>
  )
}

interface DeadlineCardProps {
  readonly policy: Policy
  readonly mayEdit: boolean
  readonly set: (kind: Policy['kind'], part: ClockKind, budget: Budget) => void
}
const DeadlineCard = ({ policy, mayEdit, set }: DeadlineCardProps) => {
  const say = useWords(words)
  const pick = usePick()
  const kind = caseKinds[policy.kind]
  return (
    <>
      <div className="row">
        <h2>
          <KindTag kind={policy.kind} />
        </h2>
        <span className="quiet">{pick({ zh: kind.promise, en: kind.promiseEn })}</span>
      </div>
      {clockKinds.map((part) => (
        <div key={part} className="deadline-part">
          <span>{say[part]}</span>
          <BudgetField
            label={`${pick(kind)} ${say[part]}`}
            budget={policy[part]}
            mayEdit={mayEdit}
            set={(budget) => set(policy.kind, part, budget)}
          />
        </div>
      ))}
    </>
  )
}
