// Must-deliberate matters (逢三必商) as data: what is named here does not proceed without a resolution on record.
import { Button, Form, Input, InputNumber, Switch } from 'antd'
import { useState } from 'react'
import { useAct, useApi, type Out } from '../../platform/api.ts'
import { useDone } from '../../platform/done.ts'
import { FormDrawer } from '../../platform/form-drawer.tsx'
import { useMay } from '../../platform/me.ts'
import { Loaded } from '../../platform/page.tsx'
import { useWords } from '../../platform/words.ts'
import { CodeField } from './code-field.tsx'
import { schemeWords } from './scheme-words.ts'
import { words } from './words.ts'

type Matter = Out<'GET /api/deliberation/matters'>[number]
export const Matters = () => {
  const say = useWords(words)
  const form = useWords(schemeWords)
  const may = useMay()
  const matters = useApi('GET /api/deliberation/matters', {})
  const [edited, edit] = useState<Matter | 'new' | null>(null)
  return (
    <section className="stack">
      <h2>{say.matters}</h2>
      <Loaded of={matters}>
        {(rows) => (
          <ul className="entries">
            {rows.map((row) => (
              <li key={row.code} className="entry">
                <p>
                  <strong>{row.name}</strong>
                </p>
                <p>{row.about}</p>
                <p className="quiet">
                  {row.active
                    ? row.fromFen === null
                      ? say.always
                      : say.over((row.fromFen / 100).toFixed(0))
                    : say.off}
                </p>
                {may('deliberation.configure') ? (
                  <p>
                    <Button size="small" onClick={() => edit(row)} aria-label={`${say.edit} ${row.name}`}>
                      {say.edit}
                    </Button>
                  </p>
                ) : null}
              </li>
            ))}
          </ul>
        )}
      </Loaded>
      {may('deliberation.configure') ? (
        <p>
          <Button onClick={() => edit('new')}>{form.addMatter}</Button>
        </p>
      ) : null}
      {edited ? <MatterForm matter={edited === 'new' ? null : edited} close={() => edit(null)} /> : null}
    </section>
  )
}
interface Values {
  code: string
  name: string
  about: string
  from?: number | null
  withinDays: number
  active: boolean
}
const MatterForm = ({ matter, close }: { readonly matter: Matter | null; readonly close: () => void }) => {
  const say = useWords(schemeWords)
  const change = useAct('PUT /api/deliberation/matters/:code', {
    onDone: useDone(say.done, close),
  })
  const rules = [{ required: true, message: say.needed }]
  return (
    <FormDrawer<Values>
      open
      title={matter?.name ?? say.addMatter}
      initial={
        matter
          ? { ...matter, from: matter.fromFen === null ? null : matter.fromFen / 100 }
          : { withinDays: 365, active: true }
      }
      isBusy={change.isPending}
      problem={change.error}
      onSave={({ code, from, name, about, withinDays, active }) =>
        change.mutate({
          params: { code: matter?.code ?? code },
          // Yuan as typed become fen without passing through a fraction.
          body: { name, about, withinDays, active, fromFen: from == null ? null : Math.round(from * 100) },
        })
      }
      onClose={close}
    >
      {() => (
        <>
          {matter === null ? <CodeField /> : null}
          <Form.Item name="name" label={say.name} rules={rules}>
            <Input maxLength={30} />
          </Form.Item>
          <Form.Item name="about" label={say.about} rules={rules}>
            <Input.TextArea rows={2} maxLength={200} />
          </Form.Item>
          <Form.Item name="from" label={say.fromYuan}>
            <InputNumber min={0} max={10_000_000_000} precision={2} />
          </Form.Item>
          <Form.Item name="withinDays" label={say.withinDays} rules={rules}>
            <InputNumber min={1} max={3650} precision={0} />
          </Form.Item>
          <Form.Item name="active" label={say.active} valuePropName="checked">
            <Switch />
          </Form.Item>
        </>
      )}
    </FormDrawer>
  )
}
