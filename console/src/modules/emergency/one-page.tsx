// One emergency: overview with figures, call-outs, tasks home by home; ending it; its report once it is over.
import { Button, Segmented } from 'antd'
import { Printer } from 'lucide-react'
import { useState } from 'react'
import { useParam, useSearch } from '../../platform/address.ts'
import { useApi } from '../../platform/api.ts'
import { Facts } from '../../platform/facts.tsx'
import { Loaded, PageHeader } from '../../platform/page.tsx'
import { Tag } from '../../platform/tags.tsx'
import { TimeText } from '../../platform/time.tsx'
import { useWords } from '../../platform/words.ts'
import { CallsTab } from './calls-tab.tsx'
import './emergency.css'
import { EndForm } from './end-form.tsx'
import { FiguresView } from './figures-view.tsx'
import { TasksTab } from './tasks-tab.tsx'
import { words } from './words.ts'
import type { Emergency } from './emergency.ts'

const tabs = ['overview', 'calls', 'tasks'] as const
export default function OneEmergencyPage() {
  const id = useParam('id')
  const emergency = useApi('GET /api/emergency/:id', { params: { id } }, { every: 60_000 })
  return (
    <div className="page">
      <Loaded of={emergency}>{(data) => <Whole emergency={data} />}</Loaded>
    </div>
  )
}
const Whole = ({ emergency }: { readonly emergency: Emergency }) => {
  const say = useWords(words)
  const [search, change] = useSearch()
  const [isEnding, end] = useState(false)
  const tab = tabs.find((one) => one === search['tab']) ?? 'overview'
  return (
    <>
      <PageHeader
        title={emergency.endedAt ? `${emergency.name} · ${say.report}` : emergency.name}
        lead={emergency.place.path}
        actions={
          <>
            {emergency.endedAt ? (
              <Button icon={<Printer size={16} aria-hidden />} onClick={() => print()}>
                {say.print}
              </Button>
            ) : null}
            {emergency.may.includes('command') ? (
              <Button danger onClick={() => end(true)}>
                {say.end}
              </Button>
            ) : null}
          </>
        }
      />
      <div className="filters page-actions">
        <Segmented
          aria-label={say.tabs}
          value={tab}
          onChange={(next) => change({ tab: next === 'overview' ? undefined : next })}
          options={tabs.map((one) => ({ value: one, label: say[one] }))}
        />
      </div>
      {tab === 'overview' ? <Overview emergency={emergency} /> : null}
      {tab === 'calls' ? <CallsTab emergency={emergency} /> : null}
      {tab === 'tasks' ? <TasksTab emergency={emergency} /> : null}
      {isEnding ? <EndForm emergency={emergency} close={() => end(false)} /> : null}
    </>
  )
}
const Overview = ({ emergency }: { readonly emergency: Emergency }) => {
  const say = useWords(words)
  const { report } = emergency
  return (
    <div className="stack">
      <div className="card stack">
        <div>{emergency.endedAt ? <Tag>{say.ended}</Tag> : <Tag tone="late">{say.active}</Tag>}</div>
        <Facts
          facts={[
            { label: say.beganAt, value: <TimeText at={emergency.begunAt} exact /> },
            emergency.begunBy ? { label: say.begunBy, value: emergency.begunBy } : null,
            emergency.endedAt ? { label: say.endedAt, value: <TimeText at={emergency.endedAt} exact /> } : null,
            emergency.endedBy ? { label: say.endedBy, value: emergency.endedBy } : null,
            { label: say.reason, value: emergency.reason, wide: true },
            emergency.advice ? { label: say.advice, value: emergency.advice, wide: true } : null,
            report ? { label: say.endWords, value: report.words, wide: true } : null,
          ]}
        />
        {report && report.closed > 0 ? <p>{say.closedTasks(report.closed)}</p> : null}
        {report && report.handedOn > 0 ? <p>{say.handedTasks(report.handedOn, report.handedTo ?? '')}</p> : null}
      </div>
      <FiguresView of={emergency.figures} />
    </div>
  )
}
