// Complaint meetings: the list, and beginning one.
import { Button, Form, Input, InputNumber, Table } from 'antd'
import { MessagesSquare } from 'lucide-react'
import { useState } from 'react'
import { AddButton } from '../../platform/add-button.tsx'
import { useGo } from '../../platform/address.ts'
import { useAct } from '../../platform/api.ts'
import { FormDrawer } from '../../platform/form-drawer.tsx'
import { useList, type RowOf } from '../../platform/list.ts'
import { Listing } from '../../platform/listing.tsx'
import { useMe } from '../../platform/me.ts'
import { PlacePicker } from '../../platform/place-picker.tsx'
import { ScrollX } from '../../platform/scroll-x.tsx'
import { Tag } from '../../platform/tags.tsx'
import { DayText } from '../../platform/time.tsx'
import { useWords } from '../../platform/words.ts'
import { meetingWords } from './meeting-words.ts'

type Row = RowOf<'GET /api/channels/meetings'>
export default function MeetingsTab() {
  const say = useWords(meetingWords)
  const go = useGo()
  const list = useList('GET /api/channels/meetings', { query: { limit: 50 } })
  const [beginning, setBeginning] = useState(false)
  return (
    <>
      <div className="filters">
        <AddButton onClick={() => setBeginning(true)}>{say.begin}</AddButton>
      </div>
      <Listing list={list} icon={MessagesSquare} empty={{ title: say.none, hint: say.noneHint }}>
        {(rows) => <Meetings rows={rows} />}
      </Listing>
      <Begin open={beginning} close={() => setBeginning(false)} show={(id) => go(`/channels/meetings/${id}`)} />
    </>
  )
}
const Meetings = ({ rows }: { readonly rows: Row[] }) => {
  const say = useWords(meetingWords)
  const go = useGo()
  return (
    <ScrollX label={say.matters}>
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
                <div className="quiet">
                  {row.place.path} · {row.chair} · {say.people(row.present)}
                </div>
              </>
            ),
          },
          { title: say.heldOn, render: (_, row) => <DayText day={row.heldOn} /> },
          { title: say.matters, render: (_, row) => say.settledOf(row.settled, row.matters) },
          {
            title: say.state,
            responsive: ['sm'],
            render: (_, row) =>
              row.committedAt ? <Tag tone="good">{say.committed}</Tag> : <Tag tone="warn">{say.draft}</Tag>,
          },
          {
            title: say.actions,
            render: (_, row) => (
              <Button
                size="small"
                aria-label={`${say.open} ${row.name}`}
                onClick={() => go(`/channels/meetings/${row.id}`)}
              >
                {say.open}
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
  heldOn: string
  chair: string
  present: number
}
const today = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
interface BeginProps {
  readonly open: boolean
  readonly close: () => void
  readonly show: (id: string) => void
}
const Begin = ({ open, close, show }: BeginProps) => {
  const say = useWords(meetingWords)
  const me = useMe()
  const act = useAct('POST /api/channels/meetings', { onDone: (meeting) => show(meeting.id) })
  return (
    <FormDrawer<Values>
      open={open}
      title={say.begin}
      lead={say.beginLead}
      verb={say.go}
      initial={{ heldOn: today(), chair: me.name, present: 10 }}
      isBusy={act.isPending}
      problem={act.error}
      onSave={(values) => act.mutate({ body: values })}
      onClose={close}
    >
      {() => (
        <>
          <Form.Item name="placeId" label={say.place} rules={[{ required: true, message: say.placeNeeded }]}>
            <PlacePicker label={say.place} />
          </Form.Item>
          <Form.Item
            name="name"
            label={say.name}
            rules={[{ required: true, whitespace: true, message: say.nameNeeded }]}
          >
            <Input maxLength={60} placeholder={say.nameHint} />
          </Form.Item>
          <Form.Item name="heldOn" label={say.heldOn} rules={[{ required: true }]}>
            <Input type="date" />
          </Form.Item>
          <Form.Item
            name="chair"
            label={say.chair}
            rules={[{ required: true, whitespace: true, message: say.chairNeeded }]}
          >
            <Input maxLength={60} />
          </Form.Item>
          <Form.Item name="present" label={say.present} rules={[{ required: true }]}>
            <InputNumber min={0} max={10_000} />
          </Form.Item>
        </>
      )}
    </FormDrawer>
  )
}
