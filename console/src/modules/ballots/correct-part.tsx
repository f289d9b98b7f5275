// Corrects one part of the roll: its area and where that comes from, whether it is the developer's, and why.
import { Checkbox, Form, Input, Select } from 'antd'
import { areaSources, type AreaSource } from '../../../../contract/src/ballots-life.ts'
import { useAct } from '../../platform/api.ts'
import { useDone } from '../../platform/done.ts'
import { FormDrawer } from '../../platform/form-drawer.tsx'
import type { RowOf } from '../../platform/list.ts'
import { usePick, useWords } from '../../platform/words.ts'
import type { Decision } from './step-forms.tsx'
import { words } from './words.ts'

/** A home, shop or parking space as a row of the roll. */
export type Part = RowOf<'GET /api/decisions/:id/roll'>
interface Values {
  area?: string
  areaSource?: AreaSource | null
  isDevelopers: boolean
  reason: string
}
interface Props {
  readonly of: Decision
  readonly part: Part
  readonly close: () => void
}
/** The drawer that corrects a part of the roll, with the reason. */
export const CorrectPart = ({ of, part, close }: Props) => {
  const say = useWords(words)
  const act = useAct('POST /api/decisions/:id/parts/:thingId', {
    onDone: useDone(say.done, close),
  })
  const save = ({ area, areaSource, isDevelopers, reason }: Values) =>
    act.mutate({
      params: { id: of.id, thingId: part.id },
      body: {
        area: area === undefined || area.trim() === '' ? null : Math.round(Number(area) * 100),
        areaSource: areaSource ?? null,
        isDevelopers,
        reason,
      },
    })
  return (
    <FormDrawer<Values>
      open
      title={part.label}
      verb={say.correct}
      initial={{
        area: part.area === null ? '' : (part.area / 100).toFixed(2),
        areaSource: part.areaSource,
        isDevelopers: part.isDevelopers,
      }}
      isBusy={act.isPending}
      problem={act.error}
      onSave={save}
      onClose={close}
    >
      {() => <Fields />}
    </FormDrawer>
  )
}
const Fields = () => {
  const say = useWords(words)
  const pick = usePick()
  return (
    <>
      <Form.Item
        name="area"
        label={say.areaField}
        rules={[{ pattern: /^\d{1,6}(\.\d{1,2})?$/, message: say.areaField }]}
      >
        <Input inputMode="decimal" />
      </Form.Item>
      <Form.Item name="areaSource" label={say.source}>
        <Select
          allowClear
          options={(Object.keys(areaSources) as AreaSource[]).map((one) => ({
            value: one,
            label: pick(areaSources[one]),
          }))}
        />
      </Form.Item>
      <Form.Item name="isDevelopers" valuePropName="checked">
        <Checkbox>{say.developers}</Checkbox>
      </Form.Item>
      <Form.Item name="reason" label={say.reason} rules={[{ required: true, min: 2, message: say.needed }]}>
        <Input maxLength={500} />
      </Form.Item>
    </>
  )
}
