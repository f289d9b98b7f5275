// Co-owners of one part who voted differently: who they are, never how; a designation in writing is recorded here.
import { Button, Form, Input, Radio } from 'antd'
import { useState } from 'react'
import { useAct } from '../../platform/api.ts'
import { useDone } from '../../platform/done.ts'
import { FormDrawer } from '../../platform/form-drawer.tsx'
import { useList, type RowOf } from '../../platform/list.ts'
import { useMarks } from '../../platform/marks.ts'
import { More } from '../../platform/more.tsx'
import { TimeText } from '../../platform/time.tsx'
import { useWords } from '../../platform/words.ts'
import { PhotoField } from '../cases/photo-field.tsx'
import { required, type Decision } from './step-forms.tsx'
import { words } from './words.ts'

type Row = RowOf<'GET /api/decisions/:id/differing'>
export const Differing = ({ of }: { readonly of: Decision }) => {
  const say = useWords(words)
  const mark = useMarks()
  const [row, record] = useState<Row | null>(null)
  const list = useList('GET /api/decisions/:id/differing', { params: { id: of.id }, query: { limit: 20 } })
  if (list.rows.length === 0) return null
  return (
    <section className="stack">
      <h2>{say.differing}</h2>
      <p className="quiet">{say.differingLead}</p>
      <ul className="entries">
        {list.rows.map((one) => (
          <li key={one.key} className="entry">
            <p>
              <strong>{one.doors}</strong> · {one.people.map((person) => person.name).join(mark.list)}
            </p>
            <p className="quiet">
              <TimeText at={one.since} />
            </p>
            {of.state === 'open' ? (
              <p>
                <Button size="small" onClick={() => record(one)}>
                  {say.recordDesignation}
                </Button>
              </p>
            ) : null}
          </li>
        ))}
      </ul>
      <More list={list} />
      {row === null ? null : <Record of={of} row={row} close={() => record(null)} />}
    </section>
  )
}
interface Values {
  personId: string
  reason: string
  photos: string[]
}
const Record = ({ of, row, close }: { readonly of: Decision; readonly row: Row; readonly close: () => void }) => {
  const say = useWords(words)
  const act = useAct('POST /api/decisions/:id/designations-on-paper', { onDone: useDone(say.done, close) })
  return (
    <FormDrawer<Values>
      open
      title={say.recordDesignation}
      lead={say.designationLead}
      verb={say.recordDesignation}
      initial={{ photos: [] }}
      isBusy={act.isPending}
      problem={act.error}
      onSave={(body) => act.mutate({ params: { id: of.id }, body: { key: row.key, ...body } })}
      onClose={close}
    >
      {() => (
        <>
          <Form.Item name="personId" label={say.designated} rules={required(say.needed)}>
            <Radio.Group options={row.people.map((person) => ({ value: person.id, label: person.name }))} />
          </Form.Item>
          <Form.Item name="reason" label={say.reason} rules={[{ required: true, min: 2, message: say.needed }]}>
            <Input maxLength={500} />
          </Form.Item>
          <Form.Item
            name="photos"
            label={say.designationPhotos}
            rules={[{ type: 'array', required: true, min: 1, message: say.photoNeeded }]}
          >
            <PhotoField />
          </Form.Item>
        </>
      )}
    </FormDrawer>
  )
}
