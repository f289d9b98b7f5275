// Plans or changes a joint operation: day, place, aim, lead, units with their people and tasks.
import { App, Button, Form, Input } from 'antd'
import { Plus, X } from 'lucide-react'
import { useAct, type Out } from '../../platform/api.ts'
import { FormDrawer } from '../../platform/form-drawer.tsx'
import { useMe } from '../../platform/me.ts'
import { OrganisationPicker } from '../../platform/pickers.tsx'
import { PlacePicker } from '../../platform/place-picker.tsx'
import { useWords } from '../../platform/words.ts'
import '../patrols/patrols.css'
import { words } from './words.ts'

type Operation = Out<'GET /api/operations/:id'>
interface Values {
  name: string
  aim: string
  placeId: string
  day: string
  leadId: string
  units: { organisationId: string; people?: string; task?: string }[]
}
const today = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
export const OperationForm = ({
  operation,
  close,
}: {
  readonly operation: Operation | null
  readonly close: () => void
}) => {
  const say = useWords(words)
  const me = useMe()
  const { message } = App.useApp()
  const done = () => {
    message.success(say.saved)
    close()
  }
  const plan = useAct('POST /api/operations', { onDone: done })
  const change = useAct('PUT /api/operations/:id', { onDone: done })
  const own = me.appointments[0]?.organisation ?? null
  const initial: Partial<Values> = operation
    ? {
        name: operation.name,
        aim: operation.aim,
        placeId: operation.place.id,
        day: operation.day,
        leadId: operation.lead.id,
        units: operation.unitList.map((unit) => ({
          organisationId: unit.organisation.id,
          people: unit.people,
          task: unit.task,
        })),
      }
    : { day: today(), ...(own ? { leadId: own.id } : {}), units: [{ organisationId: '' }] }
  const save = (values: Values) => {
    const units = values.units.map((unit) => ({
      organisationId: unit.organisationId,
      people: unit.people ?? '',
      task: unit.task ?? '',
    }))
    const body = { ...values, name: values.name.trim(), aim: values.aim.trim(), units }
    if (operation) change.mutate({ params: { id: operation.id }, body })
    else plan.mutate({ body })
  }
  return (
    <FormDrawer<Values>
      open
      width={560}
      title={operation ? say.editTitle : say.plan}
      initial={initial}
      isBusy={plan.isPending || change.isPending}
      problem={plan.error ?? change.error}
      onSave={save}
      onClose={close}
    >
      {() => <Fields operation={operation} own={own} />}
    </FormDrawer>
  )
}
const Fields = ({
  operation,
  own,
}: {
  readonly operation: Operation | null
  readonly own: { id: string; name: string } | null
}) => {
  const say = useWords(words)
  const rules = [{ required: true, message: say.required }]
  return (
    <>
      <Form.Item name="name" label={say.name} rules={rules}>
        <Input maxLength={60} placeholder={say.nameHint} />
      </Form.Item>
      <Form.Item name="aim" label={say.aim} rules={rules}>
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
      <Form.Item name="day" label={say.day} rules={rules}>
        <Input type="date" />
      </Form.Item>
      <Form.Item name="placeId" label={say.place} rules={rules}>
        <PlacePicker label={say.place} placeholder={say.choosePlace} initial={operation?.place ?? null} />
      </Form.Item>
      <Form.Item name="leadId" label={say.leadUnit} rules={rules}>
        <OrganisationPicker label={say.leadUnit} initial={operation?.lead ?? own} />
      </Form.Item>
      <Units operation={operation} />
    </>
  )
}
const Units = ({ operation }: { readonly operation: Operation | null }) => {
  const say = useWords(words)
  return (
    <Form.List name="units">
      {(fields, { add, remove }) => (
        <>
          {fields.map((field, n) => (
            <div key={field.key} className="patrol-form-point" role="group" aria-label={`${say.unit} ${n + 1}`}>
              <Form.Item
                name={[field.name, 'organisationId']}
                label={`${say.unit} ${n + 1}`}
                rules={[{ required: true, message: say.required }]}
              >
                <OrganisationPicker
                  label={`${say.unit} ${n + 1}`}
                  initial={operation?.unitList[n]?.organisation ?? null}
                />
              </Form.Item>
              <div className="patrol-form-row">
                <Form.Item name={[field.name, 'people']} label={say.people}>
                  <Input maxLength={300} />
                </Form.Item>
                <Form.Item name={[field.name, 'task']} label={say.task}>
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
