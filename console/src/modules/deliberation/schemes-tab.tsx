// Schemes and must-deliberate matters as data: seats with their duties, quorum, majority, the day; changed by who may.
import { App, Button, Form, Input, InputNumber } from 'antd'
import { useState } from 'react'
import { useAct, useApi, type Out } from '../../platform/api.ts'
import { FormDrawer } from '../../platform/form-drawer.tsx'
import { useMay } from '../../platform/me.ts'
import { Loaded } from '../../platform/page.tsx'
import { useWords } from '../../platform/words.ts'
import { words } from './words.ts'

type Scheme = Out<'GET /api/deliberation/schemes'>[number]
export const SchemesTab = () => {
  const schemes = useApi('GET /api/deliberation/schemes', {})
  const [edited, edit] = useState<Scheme | null>(null)
  return (
    <div className="stack">
      <Loaded of={schemes}>
        {(rows) => (
          <ul className="mediations">
            {rows.map((row) => (
              <li key={row.code}>
                <SchemeCard scheme={row} edit={() => edit(row)} />
              </li>
            ))}
          </ul>
        )}
      </Loaded>
      <Matters />
      {edited ? <SchemeForm scheme={edited} close={() => edit(null)} /> : null}
    </div>
  )
}
const SchemeCard = ({ scheme, edit }: { readonly scheme: Scheme; readonly edit: () => void }) => {
  const say = useWords(words)
  const may = useMay()
  return (
    <article className="mediation">
      <p>
        <strong>{scheme.name}</strong>
      </p>
      <p>{scheme.about}</p>
      {scheme.stages.length > 0 ? <p>{scheme.stages.join(' → ')}</p> : null}
      <p className="quiet">{say.ruleOf(scheme.quorumPercent, scheme.passPercent, scheme.noticeDays)}</p>
      {scheme.next.length > 0 ? <p>{say.next(scheme.next.map((one) => one.day).join('、'))}</p> : null}
      <ul>
        {scheme.seats.map((seat) => (
          <li key={seat.key}>
            {seat.say}
            {seat.duties.length > 0 ? `：${seat.duties.join('、')}` : ''}
          </li>
        ))}
      </ul>
      {may('deliberation.configure') ? (
        <p>
          <Button size="small" onClick={edit}>
            {say.edit}
          </Button>
        </p>
      ) : null}
    </article>
  )
}
interface Values {
  name: string
  about: string
  noticeDays: number
  quorumPercent: number
  passPercent: number
  petitionNames: number
  escalateDays: number
  monthDay?: number | null
}
const SchemeForm = ({ scheme, close }: { readonly scheme: Scheme; readonly close: () => void }) => {
  const say = useWords(words)
  const { message } = App.useApp()
  const change = useAct('PUT /api/deliberation/schemes/:code', {
    onDone: () => {
      void message.success(say.done)
      close()
    },
  })
  const { code, next: _next, ...body } = scheme
  const wasMonthly = scheme.rhythm?.every === 'month' ? scheme.rhythm.day : null
  const save = ({ monthDay, ...values }: Values) => {
    const isSame = (monthDay ?? null) === wasMonthly
    const rhythm = isSame ? body.rhythm : monthDay == null ? null : { every: 'month' as const, day: monthDay }
    change.mutate({ params: { code }, body: { ...body, ...values, rhythm } })
  }
  const numbers = [
    ['noticeDays', 0, 60],
    ['quorumPercent', 0, 100],
    ['passPercent', 0, 100],
    ['monthDay', 1, 31],
    ['petitionNames', 1, 100_000],
    ['escalateDays', 1, 365],
  ] as const
  const rules = [{ required: true, message: say.needed }]
  return (
    <FormDrawer<Values>
      open
      title={scheme.name}
      initial={{ ...body, monthDay: wasMonthly }}
      isBusy={change.isPending}
      problem={change.error}
      onSave={save}
      onClose={close}
    >
      {() => (
        <>
          <Form.Item name="name" label={say.name} rules={rules}>
            <Input maxLength={30} />
          </Form.Item>
          <Form.Item name="about" label={say.about} rules={rules}>
            <Input.TextArea rows={2} maxLength={200} />
          </Form.Item>
          {numbers.map(([name, min, max]) => (
            <Form.Item key={name} name={name} label={say[name]} rules={name === 'monthDay' ? [] : rules}>
              <InputNumber min={min} max={max} precision={0} />
            </Form.Item>
          ))}
        </>
      )}
    </FormDrawer>
  )
}
const Matters = () => {
  const say = useWords(words)
  const matters = useApi('GET /api/deliberation/matters', {})
  return (
    <section className="stack">
      <h2>{say.matters}</h2>
      <Loaded of={matters}>
        {(rows) => (
          <ul>
            {rows.map((row) => (
              <li key={row.code}>
                {row.name}：{row.about}（
                {row.active ? (row.fromFen === null ? say.always : say.over((row.fromFen / 100).toFixed(0))) : say.off}
                ）
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </section>
  )
}
