// Door-knock lists: progress by building, a new list, and one list with its doors in a drawer.
import { Button, Drawer, Form, Input, Table } from 'antd'
import { DoorOpen } from 'lucide-react'
import { useState } from 'react'
import { AddButton } from '../../platform/add-button.tsx'
import { useSearch } from '../../platform/address.ts'
import { useAct } from '../../platform/api.ts'
import { FormDrawer } from '../../platform/form-drawer.tsx'
import { useList, type RowOf } from '../../platform/list.ts'
import { Listing } from '../../platform/listing.tsx'
import { PlacePicker } from '../../platform/place-picker.tsx'
import { ScrollX } from '../../platform/scroll-x.tsx'
import { Tag } from '../../platform/tags.tsx'
import { DayText } from '../../platform/time.tsx'
import { useWords } from '../../platform/words.ts'
import { KnockDoors } from './knock-doors.tsx'
import { Counts } from './knock-counts.tsx'
import { words } from './words.ts'

type Row = RowOf<'GET /api/channels/knocks'>
export default function KnocksTab() {
  const say = useWords(words)
  const [search, change] = useSearch()
  const [adding, setAdding] = useState(false)
  const list = useList('GET /api/channels/knocks', { query: { limit: 50 } })
  const open = (id: string | undefined) => change({ list: id })
  return (
    <>
      <div className="filters">
        <p className="quiet">{say.phoneHint}</p>
        <AddButton onClick={() => setAdding(true)}>{say.newKnocks}</AddButton>
      </div>
      <Listing list={list} icon={DoorOpen} empty={{ title: say.noKnocks, hint: say.noKnocksHint }}>
        {(rows) => <Lists rows={rows} open={open} />}
      </Listing>
      <NewList open={adding} close={() => setAdding(false)} show={open} />
      <Drawer
        open={search['list'] !== undefined}
        title={say.knocks}
        size={760}
        onClose={() => open(undefined)}
        destroyOnHidden
      >
        {search['list'] ? <KnockDoors id={search['list']} /> : null}
      </Drawer>
    </>
  )
}
const Lists = ({ rows, open }: { readonly rows: Row[]; readonly open: (id: string) => void }) => {
  const say = useWords(words)
  return (
    <ScrollX label={say.knocks}>
      <Table<Row>
        size="small"
        rowKey="id"
        pagination={false}
        dataSource={rows}
        columns={[
          {
            title: say.name,
            render: (_, row) => (
              <>
                <strong>{row.name}</strong>
                <div className="quiet">{row.place.path}</div>
              </>
            ),
          },
          { title: say.progress, render: (_, row) => <Counts row={row} /> },
          {
            title: say.until,
            responsive: ['md'],
            render: (_, row) => (row.until ? <DayText day={row.until} /> : null),
          },
          {
            title: say.state,
            responsive: ['sm'],
            render: (_, row) => (row.closedAt ? <Tag>{say.closed}</Tag> : <Tag tone="good">{say.open}</Tag>),
          },
          {
            title: say.actions,
            render: (_, row) => (
              <Button size="small" onClick={() => open(row.id)} aria-label={`${say.openList} ${row.name}`}>
                {say.openList}
              </Button>
            ),
          },
        ]}
      />
    </ScrollX>
  )
}
interface Values {
  placeId: string
  name: string
  until?: string
}
interface NewListProps {
  readonly open: boolean
  readonly close: () => void
  readonly show: (id: string) => void
}
const NewList = ({ open, close, show }: NewListProps) => {
  const say = useWords(words)
  const act = useAct('POST /api/channels/knocks', {
    onDone: (list) => {
      close()
      show(list.id)
    },
  })
  return (
    <FormDrawer<Values>
      open={open}
      title={say.newKnocks}
      lead={say.newKnocksLead}
      initial={{}}
      isBusy={act.isPending}
      problem={act.error}
      onSave={({ placeId, name, until }) => act.mutate({ body: { placeId, name, ...(until ? { until } : {}) } })}
      onClose={close}
    >
      {() => (
        <>
          <Form.Item name="placeId" label={say.place} rules={[{ required: true, message: say.placeNeeded }]}>
            <PlacePicker label={say.place} placeholder={say.choosePlace} kinds={['building', 'unit', 'estate']} />
          </Form.Item>
          <Form.Item
            name="name"
            label={say.knocksName}
            rules={[{ required: true, whitespace: true, message: say.nameNeeded }]}
          >
            <Input maxLength={40} placeholder={say.knocksNameHint} />
          </Form.Item>
          <Form.Item name="until" label={say.until}>
            <Input type="date" />
          </Form.Item>
        </>
      )}
    </FormDrawer>
  )
}
