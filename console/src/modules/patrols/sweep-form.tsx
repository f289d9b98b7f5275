// Calls a joint sweep along a route: aim, hours, and the units with their people.
import { App, Button, Form, Input } from 'antd'
import { Plus, X } from 'lucide-react'
import { useAct } from '../../platform/api.ts'
import { FormDrawer } from '../../platform/form-drawer.tsx'
import { useMe } from '../../platform/me.ts'
import { OrganisationPicker } from '../../platform/pickers.tsx'
import { useWords } from '../../platform/words.ts'
import './patrols.css'
import type { RouteLine } from './route-line.ts'
import { words } from './words.ts'

interface Values {
  aim: string
  from: string
  until: string
  units: { organisationId: string; people?: string }[]
}
const local = (at: Date) => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 16)
const inUtc = (text: string) => new Date(`${text}:00+08:00`).toISOString()
export const SweepForm = ({ route, close }: { readonly route: RouteLine; readonly close: () => void }) => {
  const say = useWords(words)
  const me = useMe()
  const { message } = App.useApp()
  const sweep = useAct('POST /api/patrols/routes/:id/sweeps', {
    onDone: () => {
      message.success(say.called)
      close()
    },
  })
  const own = me.appointments[0]?.organisation
  const initial = {
    from: local(new Date()),
    until: local(new Date(Date.now() + 3 * 3_600_000)),
    units: own ? [{ organisationId: own.id }, { organisationId: '' }] : [{ organisationId: '' }],
  }
  return (
    <FormDrawer<Values>
      open
      title={say.sweepTitle}
      lead={`${route.name} · ${say.sweepLead}`}
      verb={say.callSweep}
      initial={initial}
      isBusy={sweep.isPending}
      problem={sweep.error}
      onSave={(values) =>
        sweep.mutate({
          params: { id: route.id },
          body: {
            aim: values.aim,
            from: inUtc(values.from),
            until: inUtc(values.until),
            units: values.units.map((unit) => ({ organisationId: unit.organisationId, people: unit.people ?? '' })),
          },
        })
      }
      onClose={close}
    >
      {() => (
        <>
          <Form.Item name="aim" label={say.aim} rules={[{ required: true, whitespace: true, message: say.required }]}>
            <Input maxLength={100} placeholder={say.aimHint} />
          </Form.Item>
          <div className="patrol-form-row">
            <Form.Item name="from" label={say.begins} rules={[{ required: true, message: say.required }]}>
              <Input type="datetime-local" />
            </Form.Item>
            <Form.Item name="until" label={say.ends} rules={[{ required: true, message: say.required }]}>
              <Input type="datetime-local" />
            </Form.Item>
          </div>
          <UnitFields own={own ?? null} />
        </>
      )}
    </FormDrawer>
  )
}
const UnitFields = ({ own }: { readonly own: { id: string; name: string } | null }) => {
  const say = useWords(words)
  return (
    <Form.List name="units">
      {(fields, { add, remove }) => (
        <>
          {fields.map((field, n) => (
            <div key={field.key} className="patrol-form-point">
              <Form.Item
                name={[field.name, 'organisationId']}
                label={`${say.units} ${n + 1}`}
                rules={[{ required: true, message: say.required }]}
              >
                <OrganisationPicker label={`${say.units} ${n + 1}`} initial={n === 0 ? own : null} />
              </Form.Item>
              <div className="patrol-form-row">
                <Form.Item name={[field.name, 'people']} label={say.people}>
                  <Input maxLength={200} />
                </Form.Item>
                {fields.length > 1 ? (
                  <Button
                    type="text"
                    aria-label={`${say.removeOne} ${n + 1}`}
                    icon={<X size={16} />}
                    onClick={() => remove(field.name)}
                  />
                ) : null}
              </div>
            </div>
          ))}
          <Button icon={<Plus size={16} aria-hidden />} onClick={() => add({ organisationId: '' })}>
            {say.addUnit}
          </Button>
        </>
      )}
    </Form.List>
  )
}
