// Opinion boxes: the list with figures, registering one, emptying it, taking it down.
import { App, Button, Drawer, Form, Input, Table } from 'antd'
import { Inbox } from 'lucide-react'
import { useState } from 'react'
import { AddButton } from '../../platform/add-button.tsx'
import { useAct } from '../../platform/api.ts'
import { Ask } from '../../platform/ask.tsx'
import { FormDrawer } from '../../platform/form-drawer.tsx'
import { useList, type RowOf } from '../../platform/list.ts'
import { Listing } from '../../platform/listing.tsx'
import { PlacePicker } from '../../platform/place-picker.tsx'
import { ScrollX } from '../../platform/scroll-x.tsx'
import { Tag } from '../../platform/tags.tsx'
import { DayText } from '../../platform/time.tsx'
import { useWords } from '../../platform/words.ts'
import { EmptyingForm, type Target } from './emptying-form.tsx'
import { EmptyingsList } from './emptyings-list.tsx'
import { words } from './words.ts'

type Box = RowOf<'GET /api/channels/boxes'>

export default function BoxesTab() {
  const say = useWords(words)
  const list = useList('GET /api/channels/boxes', { query: { limit: 50 } })
  const [adding, setAdding] = useState(false)
  const [entering, setEntering] = useState<Target | null>(null)
  const [reading, setReading] = useState<Box | null>(null)
  const add = <AddButton onClick={() => setAdding(true)}>{say.newBox}</AddButton>
  return (
    <>
      <div className="filters">{add}</div>
      <Listing list={list} icon={Inbox} empty={{ title: say.noBoxes, hint: say.noBoxesHint }}>
        {(rows) => <Boxes rows={rows} empty={(box) => setEntering({ box })} read={setReading} />}
      </Listing>
      <NewBox open={adding} close={() => setAdding(false)} />
      {entering ? <EmptyingForm target={entering} close={() => setEntering(null)} /> : null}
      <Drawer open={reading !== null} title={reading?.name} size={640} onClose={() => setReading(null)} destroyOnHidden>
        {reading ? <EmptyingsList box={reading} goOn={(target) => setEntering(target)} /> : null}
      </Drawer>
    </>
  )
}
interface BoxesProps {
  readonly rows: Box[]
  readonly empty: (box: Box) => void
  readonly read: (box: Box) => void
}
const Boxes = ({ rows, empty, read }: BoxesProps) => {
  const say = useWords(words)
  return (
    <ScrollX label={say.boxes}>
      <Table<Box>
        size="small"
        rowKey="id"
        pagination={false}
        dataSource={rows}
        columns={[
          {
            title: say.name,
            render: (_, box) => (
              <>
                <strong>{box.name}</strong>
                <div className="quiet">{box.place.path}</div>
              </>
            ),
          },
          {
            title: say.code,
            responsive: ['md'],
            render: (_, box) =>
              box.removedAt ? <Tag>{say.takenDown}</Tag> : <a href={`/s/${box.code}`}>{box.code}</a>,
          },
          {
            title: say.figures,
            render: (_, { figures: f }) => say.figuresOf(f.emptyings, f.slips, f.cases, f.filed),
          },
          { title: say.scans, responsive: ['lg'], align: 'end', render: (_, box) => box.figures.scans },
          {
            title: say.lastEmptied,
            responsive: ['md'],
            render: (_, { figures: f }) => (f.lastEmptiedOn ? <DayText day={f.lastEmptiedOn} /> : say.never),
          },
          {
            title: say.actions,
            render: (_, box) => (
              <div className="row">
                {box.removedAt ? null : (
                  <Button size="small" type="primary" onClick={() => empty(box)}>
                    {say.empty}
                  </Button>
                )}
                <Button size="small" onClick={() => read(box)}>
                  {say.past}
                </Button>
                {box.removedAt ? null : <TakeDown box={box} />}
              </div>
            ),
          },
        ]}
      />
    </ScrollX>
  )
}
const TakeDown = ({ box }: { readonly box: Box }) => {
  const say = useWords(words)
  const [asking, setAsking] = useState(false)
  const act = useAct('POST /api/channels/boxes/:id/removal', { onDone: () => setAsking(false) })
  return (
    <>
      <Button size="small" danger onClick={() => setAsking(true)}>
        {say.takeDown}
      </Button>
      <Ask
        open={asking}
        title={say.takeDownTitle(box.name)}
        what={say.takeDownWhat}
        verb={say.takeDown}
        isDangerous
        reason={{ label: say.reason, wrong: say.reasonNeeded }}
        isBusy={act.isPending}
        problem={act.error}
        onYes={(reason) => act.mutate({ params: { id: box.id }, body: { reason } })}
        onNo={() => setAsking(false)}
      />
    </>
  )
}
interface NewBoxValues {
  placeId: string
  name: string
}
const NewBox = ({ open, close }: { readonly open: boolean; readonly close: () => void }) => {
  const say = useWords(words)
  const { message } = App.useApp()
  const act = useAct('POST /api/channels/boxes', {
    onDone: (box) => {
      message.success(`${box.name} ${box.code}`)
      close()
    },
  })
  return (
    <FormDrawer<NewBoxValues>
      open={open}
      title={say.newBox}
      lead={say.newBoxLead}
      initial={{}}
      isBusy={act.isPending}
      problem={act.error}
      onSave={(values) => act.mutate({ body: values })}
      onClose={close}
    >
      {() => (
        <>
          <Form.Item name="placeId" label={say.place} rules={[{ required: true, message: say.placeNeeded }]}>
            <PlacePicker label={say.place} placeholder={say.choosePlace} />
          </Form.Item>
          <Form.Item
            name="name"
            label={say.boxName}
            rules={[{ required: true, whitespace: true, message: say.nameNeeded }]}
          >
            <Input maxLength={40} placeholder={say.boxNameHint} />
          </Form.Item>
        </>
      )}
    </FormDrawer>
  )
}
