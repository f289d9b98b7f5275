// When a route is walked: days of the week, hours, every so many weeks, holidays, from when to when.
import { Button, Checkbox, Form, Input, InputNumber, Switch } from 'antd'
import { Plus, X } from 'lucide-react'
import { useWords } from '../../platform/words.ts'
import { weekdayNames, words } from './words.ts'

export const ScheduleFields = () => {
  const say = useWords(words)
  const days = useWords(weekdayNames)
  const rules = [{ required: true, message: say.required }]
  return (
    <>
      <Form.Item name="weekdays" label={say.weekdays} extra={say.weekdaysHint}>
        <Checkbox.Group
          options={([1, 2, 3, 4, 5, 6, 7] as const).map((day) => ({ value: day, label: days[`d${day}`] }))}
        />
      </Form.Item>
      <Windows />
      <div className="patrol-form-row">
        <Form.Item name="everyWeeks" label={say.everyWeeks} rules={rules}>
          <InputNumber min={1} max={4} />
        </Form.Item>
        <Form.Item name="startsOn" label={say.startsOn} rules={rules}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="endsOn" label={say.endsOn}>
          <Input type="date" />
        </Form.Item>
      </div>
      <Form.Item name="rests" label={say.rests} valuePropName="checked">
        <Switch />
      </Form.Item>
    </>
  )
}

const Windows = () => {
  const say = useWords(words)
  const rules = [{ required: true, message: say.required }]
  return (
    <Form.List name="windows">
      {(fields, { add, remove }) => (
        <Form.Item label={say.windows}>
          <div className="stack">
            {fields.map((field, n) => (
              <div key={field.key} className="row">
                <Form.Item name={[field.name, 'from']} noStyle rules={rules}>
                  <Input type="time" aria-label={`${say.windows} ${n + 1} ${say.from}`} style={{ width: 120 }} />
                </Form.Item>
                –
                <Form.Item name={[field.name, 'until']} noStyle rules={rules}>
                  <Input type="time" aria-label={`${say.windows} ${n + 1} ${say.to}`} style={{ width: 120 }} />
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
            ))}
            {fields.length < 6 ? (
              <div>
                <Button
                  size="small"
                  icon={<Plus size={14} aria-hidden />}
                  onClick={() => add({ from: '14:00', until: '16:00' })}
                >
                  {say.addWindow}
                </Button>
              </div>
            ) : null}
          </div>
        </Form.Item>
      )}
    </Form.List>
  )
}
