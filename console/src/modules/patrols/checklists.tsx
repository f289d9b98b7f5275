// Checklist templates of the district: what a point can be checked for.
import { App, Button, Drawer, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { useAct, useApi, type Out } from '../../platform/api.ts'
import { FormDrawer } from '../../platform/form-drawer.tsx'
import { useMarks } from '../../platform/marks.ts'
import { Loaded } from '../../platform/page.tsx'
import { pageWords } from '../../platform/page-words.ts'
import { useWords } from '../../platform/words.ts'
import { itemsOf } from './items.ts'
import { words } from './words.ts'

type Checklist = Out<'GET /api/patrols/checklists'>[number]
export const Checklists = ({ close }: { readonly close: () => void }) => {
  const say = useWords(words)
  const mark = useMarks()
  const common = useWords(pageWords)
  const lists = useApi('GET /api/patrols/checklists', {})
  const [editing, edit] = useState<Checklist | 'new' | null>(null)
  return (
    <Drawer
      open
      title={say.checklists}
      size={480}
      onClose={close}
      closable={{ 'aria-label': common.close }}
      styles={{ wrapper: { maxWidth: '100vw' } }}
    >
      <p className="form-drawer-lead">{say.checklistsLead}</p>
      <Loaded of={lists}>
        {(rows) => (
          <div className="stack">
            {rows.map((row, n) => (
              <div key={row.id} className="card stack">
                <div className="row">
                  <strong className="grow">{row.name}</strong>
                  {n > 0 ? (
                    <Button size="small" onClick={() => edit(row)}>
                      {say.edit}
                    </Button>
                  ) : null}
                </div>
                <p className="quiet">{row.items.map((item) => item.text).join(mark.semicolon)}</p>
              </div>
            ))}
          </div>
        )}
      </Loaded>
      <Button style={{ marginTop: 16 }} onClick={() => edit('new')}>
        {say.newChecklist}
      </Button>
      {editing ? <ChecklistForm of={editing === 'new' ? null : editing} close={() => edit(null)} /> : null}
    </Drawer>
  )
}
interface Values {
  name: string
  items: string[]
}
const ChecklistForm = ({ of, close }: { readonly of: Checklist | null; readonly close: () => void }) => {
  const say = useWords(words)
  const { message } = App.useApp()
  const done = () => {
    message.success(say.saved)
    close()
  }
  const add = useAct('POST /api/patrols/checklists', { onDone: done })
  const change = useAct('PUT /api/patrols/checklists/:id', { onDone: done })
  const save = ({ name, items }: Values) => {
    const body = { name, items: itemsOf(items, of?.items ?? []) }
    if (of) change.mutate({ params: { id: of.id }, body })
    else add.mutate({ body })
  }
  return (
    <FormDrawer<Values>
      open
      title={of ? of.name : say.newChecklist}
      initial={{ name: of?.name ?? '', items: of?.items.map((item) => item.text) ?? [] }}
      isBusy={add.isPending || change.isPending}
      problem={add.error ?? change.error}
      onSave={save}
      onClose={close}
    >
      {() => (
        <>
          <Form.Item name="name" label={say.name} rules={[{ required: true, whitespace: true, message: say.required }]}>
            <Input maxLength={40} />
          </Form.Item>
          <Form.Item name="items" label={say.items} rules={[{ required: true, message: say.required }]}>
            <Select mode="tags" maxCount={30} placeholder={say.itemsHint} open={false} />
          </Form.Item>
        </>
      )}
    </FormDrawer>
  )
}
