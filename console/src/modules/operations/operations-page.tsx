// 联合执法: the record of joint operations, and enforcement officers by area.
import { Segmented, Select, Table } from 'antd'
import { ShieldCheck } from 'lucide-react'
import { useState } from 'react'
import { operationStates, type OperationState } from '../../../../contract/src/operations-life.ts'
import { AddButton } from '../../platform/add-button.tsx'
import { useSearch } from '../../platform/address.ts'
import { addressOf } from '../../platform/api.ts'
import { ListHead } from '../../platform/export-button.tsx'
import { useList, type RowOf } from '../../platform/list.ts'
import { Listing } from '../../platform/listing.tsx'
import { useMay } from '../../platform/me.ts'
import { PageHeader } from '../../platform/page.tsx'
import { ScrollX } from '../../platform/scroll-x.tsx'
import { DayText } from '../../platform/time.tsx'
import { usePick, useWords } from '../../platform/words.ts'
import { OfficersTab } from './officers-tab.tsx'
import { OperationDrawer } from './operation-drawer.tsx'
import { OperationForm } from './operation-form.tsx'
import { OperationTag } from './operation-tag.tsx'
import { words } from './words.ts'

type Line = RowOf<'GET /api/operations'>
export default function OperationsPage() {
  const say = useWords(words)
  const may = useMay()
  const [search, change] = useSearch()
  const [isPlanning, plan] = useState(false)
  const isOfficers = search['tab'] === 'officers'
  return (
    <div className="page">
      <PageHeader
        title={say.title}
        lead={say.lead}
        actions={may('operation.run') ? <AddButton onClick={() => plan(true)}>{say.plan}</AddButton> : null}
      />
      <div className="filters">
        <Segmented
          aria-label={say.tabs}
          value={isOfficers ? 'officers' : 'list'}
          onChange={(tab) => change({ tab: tab === 'officers' ? tab : undefined, state: undefined })}
          options={[
            { value: 'list', label: say.list },
            ...(may('organisation.see') ? [{ value: 'officers', label: say.officers }] : []),
          ]}
        />
      </div>
      {isOfficers ? <OfficersTab /> : <Operations />}
      {isPlanning ? <OperationForm operation={null} close={() => plan(false)} /> : null}
    </div>
  )
}
const Operations = () => {
  const say = useWords(words)
  const pick = usePick()
  const may = useMay()
  const [search, change] = useSearch()
  const query = search['state'] ? { state: search['state'] as OperationState } : {}
  const list = useList('GET /api/operations', { query: { limit: 50, ...query } })
  return (
    <>
      <div className="filters" role="search">
        <Select
          aria-label={say.state}
          style={{ minWidth: 130 }}
          value={search['state'] ?? ''}
          onChange={(state: string) => change({ state: state || undefined })}
          options={[
            { value: '', label: say.anyState },
            ...(Object.keys(operationStates) as OperationState[]).map((state) => ({
              value: state,
              label: pick(operationStates[state]),
            })),
          ]}
        />
      </div>
      {may('operation.run') ? <ListHead href={addressOf('GET /api/operations.xlsx', { query })} /> : null}
      <Listing list={list} icon={ShieldCheck} empty={{ title: say.none, hint: say.noneHint }}>
        {(rows) => <OperationsTable rows={rows} open={(id) => change({ open: id })} />}
      </Listing>
      {search['open'] ? <OperationDrawer id={search['open']} close={() => change({ open: undefined })} /> : null}
    </>
  )
}
const OperationsTable = ({ rows, open }: { readonly rows: Line[]; readonly open: (id: string) => void }) => {
  const say = useWords(words)
  return (
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
                <button type="button" className="link-button" onClick={() => open(row.id)}>
                  <strong>{row.name}</strong>
                </button>
                <div className="quiet">{row.place.path}</div>
              </>
            ),
          },
          { title: say.day, render: (_, row) => <DayText day={row.day} /> },
          { title: say.state, render: (_, row) => <OperationTag state={row.state} /> },
          { title: say.leadUnit, render: (_, row) => row.lead.name },
          { title: say.units, align: 'end', render: (_, row) => row.units },
          { title: say.found, align: 'end', render: (_, row) => row.findings },
          { title: say.cases, align: 'end', render: (_, row) => row.cases },
        ]}
      />
    </ScrollX>
  )
}
