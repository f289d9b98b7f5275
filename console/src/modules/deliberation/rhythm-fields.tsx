// When a body meets by itself, in a form: the day of the month, of the quarter, a weekday, and what a day off changes.
import { Form, Input, InputNumber, Select } from 'antd'
import { usePick, useWords } from '../../platform/words.ts'
import type { Scheme } from './scheme.ts'
import { dayOff, rhythms, schemeWords, weekdays } from './scheme-words.ts'

type Rhythm = NonNullable<Scheme['rhythm']>
export interface RhythmValues {
  every: Rhythm['every'] | 'none'
  day?: number
  weekday?: number
  weeks?: number
  from?: string
  nth?: 1 | 2 | 3 | 4 | 5
  onDayOff: Scheme['onDayOff']
}
export const rhythmValues = (rhythm: Scheme['rhythm'], onDayOff: Scheme['onDayOff']): RhythmValues => ({
  every: 'none',
  day: 10,
  weekday: 3,
  weeks: 1,
  nth: 1,
  ...rhythm,
  onDayOff,
})
export const rhythmOf = (values: RhythmValues): Scheme['rhythm'] => {
  const { every, day = 10, weekday = 3, weeks = 1, from = '', nth = 1 } = values
  switch (every) {
    case 'none':
      return null
    case 'month':
    case 'quarter':
      return { every, day }
    case 'week':
      return { every, weekday, weeks, from }
    case 'monthWeekday':
      return { every, nth, weekday }
  }
}
export const RhythmFields = () => {
  const say = useWords(schemeWords)
  const pick = usePick()
  return (
    <>
      <Form.Item name="every" label={say.every}>
        <Select
          options={(['none', 'month', 'quarter', 'week', 'monthWeekday'] as const).map((value) => ({
            value,
            label: pick(rhythms[value]),
          }))}
        />
      </Form.Item>
      <Form.Item noStyle dependencies={['every']}>
        {({ getFieldValue }) => <DayFields every={getFieldValue('every') as RhythmValues['every']} />}
      </Form.Item>
    </>
  )
}
const DayFields = ({ every }: { readonly every: RhythmValues['every'] }) => {
  const say = useWords(schemeWords)
  const pick = usePick()
  if (every === 'none') return null
  const rules = [{ required: true, message: say.needed }]
  const hasWeekday = every === 'week' || every === 'monthWeekday'
  return (
    <>
      {every === 'month' || every === 'quarter' ? (
        <Form.Item name="day" label={say.day} rules={rules}>
          <InputNumber min={1} max={31} precision={0} />
        </Form.Item>
      ) : null}
      {every === 'monthWeekday' ? (
        <Form.Item name="nth" label={say.nth} rules={rules}>
          <InputNumber min={1} max={5} precision={0} />
        </Form.Item>
      ) : null}
      {hasWeekday ? (
        <Form.Item name="weekday" label={say.weekday} rules={rules}>
          <Select options={weekdays.map((label, at) => ({ value: at + 1, label: pick(label) }))} />
        </Form.Item>
      ) : null}
      {every === 'week' ? (
        <>
          <Form.Item name="weeks" label={say.weeks} rules={rules}>
            <InputNumber min={1} max={52} precision={0} />
          </Form.Item>
          <Form.Item name="from" label={say.from} rules={rules}>
            <Input type="date" />
          </Form.Item>
        </>
      ) : null}
      <Form.Item name="onDayOff" label={say.onDayOff}>
        <Select
          options={(['next', 'previous', 'hold'] as const).map((value) => ({ value, label: pick(dayOff[value]) }))}
        />
      </Form.Item>
    </>
  )
}
