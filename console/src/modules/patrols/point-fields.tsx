// The points of a route, in the order they are walked.
import { Button, Form, Input, InputNumber, Select, type FormInstance } from 'antd'
import { Plus, X } from 'lucide-react'
import { useApi, type Out } from '../../platform/api.ts'
import { useMarks } from '../../platform/marks.ts'
import { PlacePicker } from '../../platform/place-picker.tsx'
import { useWords } from '../../platform/words.ts'
import type { Item } from './items.ts'
import type { RouteValues } from './route-values.ts'
import { words } from './words.ts'

interface PointsProps {
  readonly form: FormInstance<RouteValues>
  readonly route: Out<'GET /api/patrols/routes/:id'> | null
  readonly items: readonly Item[]
}
const usePoints = (form: FormInstance<RouteValues>) => {
  const mark = useMarks()
  const placeId = Form.useWatch('placeId', form) as string | undefined
  const codes = useApi('GET /api/patrols/doorcodes', { query: { placeId: placeId ?? '' } }, { when: Boolean(placeId) })
  return (codes.data ?? []).map((code) => ({ value: code.id, label: `${code.label}${mark.aside(code.place.path)}` }))
}
export const PointFields = ({ form, route, items }: PointsProps) => {
  const say = useWords(words)
  const codes = usePoints(form)
  const options = [...new Set(items.map((item) => item.text))].map((text) => ({ value: text, label: text }))
  const rules = [{ required: true, message: say.required }]
  const nextPoint = () => {
    const last = (form.getFieldValue('points') as RouteValues['points'] | undefined)?.at(-1)
    return { name: '', placeId: '', radius: last?.radius ?? 60, items: last?.items ?? [] }
  }
  return (
    <Form.List name="points">
      {(fields, { add, remove }) => (
        <Form.Item label={say.points}>
          {fields.map((field, n) => (
            <div key={field.key} className="patrol-form-point" role="group" aria-label={`${say.points} ${n + 1}`}>
              <div className="patrol-form-row">
                <Form.Item name={[field.name, 'name']} label={`${n + 1}. ${say.pointName}`} rules={rules}>
                  <Input maxLength={40} />
                </Form.Item>
                <Form.Item name={[field.name, 'radius']} label={say.radius} rules={rules}>
                  <InputNumber min={20} max={500} />
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
              <Form.Item name={[field.name, 'placeId']} label={say.pointPlace} rules={rules}>
                <PlacePicker label={`${say.pointPlace} ${n + 1}`} initial={route?.points[n]?.place ?? null} />
              </Form.Item>
              <Form.Item name={[field.name, 'doorcodeId']} label={say.pointCode}>
                <Select allowClear showSearch={{ optionFilterProp: 'label' }} options={codes} />
              </Form.Item>
              <Form.Item name={[field.name, 'items']} label={say.items} rules={rules}>
                <Select mode="tags" maxCount={30} options={options} placeholder={say.itemsHint} />
              </Form.Item>
            </div>
          ))}
          <Button icon={<Plus size={16} aria-hidden />} onClick={() => add(nextPoint())}>
            {say.addPoint}
          </Button>
        </Form.Item>
      )}
    </Form.List>
  )
}
