// 应急: emergencies of my area, beginning one, and the deadlines that hold in one.
import { Button, Segmented, Table } from 'antd'
import { Link } from '@tanstack/react-router'
import { Siren } from 'lucide-react'
import { useState } from 'react'
import { useGo, useSearch } from '../../platform/address.ts'
import { useList, type RowOf } from '../../platform/list.ts'
import { Listing } from '../../platform/listing.tsx'
import { useMay } from '../../platform/me.ts'
import { PageHeader } from '../../platform/page.tsx'
import { ScrollX } from '../../platform/scroll-x.tsx'
import { Tag } from '../../platform/tags.tsx'
import { TimeText } from '../../platform/time.tsx'
import { useWords } from '../../platform/words.ts'
import { BeginForm } from './begin-form.tsx'
import { DeadlinesTab } from './deadlines-tab.tsx'
import './emergency.css'
import { words } from './words.ts'

type Line = RowOf<'GET /api/emergency'>
export default function EmergencyPage() {
  const say = useWords(words)
  const may = useMay()
  const go = useGo()
  const [search, change] = useSearch()
  const [isBeginning, begin] = useState(false)
  const isDeadlines = search['tab'] === 'deadlines'
  return (
    <div className="page">
      <PageHeader
        title={say.title}
        lead={say.lead}
        actions={
          may('emergency.command') ? (
            <Button type="primary" danger icon={<Siren size={16} aria-hidden />} onClick={() => begin(true)}>
              {say.begin}
            </Button>
          ) : null
        }
      />
      <div className="filters">
        <Segmented
          aria-label={say.tabs}
          value={isDeadlines ? 'deadlines' : 'list'}
          onChange={(tab) => change({ tab: tab === 'deadlines' ? tab : undefined })}
          options={[
            { value: 'list', label: say.list },
            { value: 'deadlines', label: say.deadlines },
          ]}
        />
      </div>
      {isDeadlines ? <DeadlinesTab /> : <Emergencies />}
      {isBeginning ? <BeginForm close={() => begin(false)} done={(id) => go(`/emergency/${id}`)} /> : null}
    </div>
  )
}
const Emergencies = () => {
  const say = useWords(words)
  const list = useList('GET /api/emergency', { query: { limit: 50 } })
  return (
    <Listing list={list} icon={Siren} empty={{ title: say.none, hint: say.noneHint }}>
      {(rows) => (
        <ScrollX label={say.list}>
          <Table<Line>
            size="small"
            rowKey="id"
            pagination={false}
            dataSource={rows}
            columns={[
              {
                title: say.name,
                render: (_, row) => (
                  <>
                    <Link to={`/emergency/${row.id}`}>
                      <strong>{row.name}</strong>
                    </Link>
                    <div className="quiet">{row.reason}</div>
                  </>
                ),
              },
              { title: say.area, render: (_, row) => row.place.path },
              {
                title: say.state,
                render: (_, row) =>
                  row.endedAt ? <Tag tone="quiet">{say.ended}</Tag> : <Tag tone="late">{say.active}</Tag>,
              },
              { title: say.beganAt, render: (_, row) => <TimeText at={row.begunAt} /> },
              { title: say.endedAt, render: (_, row) => (row.endedAt ? <TimeText at={row.endedAt} /> : '—') },
              { title: say.openTasks, align: 'end', render: (_, row) => row.openTasks },
            ]}
          />
        </ScrollX>
      )}
    </Listing>
  )
}
