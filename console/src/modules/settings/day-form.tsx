// One day of the calendar: working or free, and why; a day set by the district can be returned to the statutory one.
import { App, Button, Form, Input, Radio } from 'antd'
import { useAct } from '../../platform/api.ts'
import { FormDrawer } from '../../platform/form-drawer.tsx'
import { ProblemPanel } from '../../platform/page.tsx'
import { useWords } from '../../platform/words.ts'
import { calendarWords } from './calendar-words.ts'
import { weekdayOf, type Year } from './year-view.tsx'

interface Values {
  working: boolean
  name: string
}
interface DayFormProps {
  readonly day: string | null
  readonly calendar: Year
  readonly close: () => void
}
const refreshes = ['/api/calendar', '/api/cases']
export const DayForm = ({ day, calendar, close }: DayFormProps) => {
  const say = useWords(calendarWords)
  const { message } = App.useApp()
  const finished = (text: string) => () => {
    message.success(text)
    close()
  }
  const set = useAct('PUT /api/calendar/days/:day', { refreshes, onDone: finished(say.saved) })
  const giveBack = useAct('DELETE /api/calendar/days/:day', { refreshes, onDone: finished(say.dayReturned) })
  const known = calendar.days.find((each) => each.day === day)
  const isPlainWorking = day !== null && calendar.weekdays.includes(weekdayOf(day))
  return (
    <FormDrawer<Values>
      open={day !== null}
      title={say.dayTitle(day ?? '')}
      lead={day ? `${say.weekday(weekdayOf(day))} · ${say.dayWhat}` : null}
      width={420}
      initial={{ working: known?.working ?? !isPlainWorking, name: known?.name ?? '' }}
      isBusy={set.isPending}
      problem={set.error}
      onSave={(body) => (day ? set.mutate({ params: { day }, body }) : undefined)}
      onClose={close}
    >
      {() => (
        <>
          <Form.Item name="working" label={say.dayIs}>
            <Radio.Group
              options={[
                { value: false, label: say.dayFree },
                { value: true, label: say.dayWorking },
              ]}
            />
          </Form.Item>
          <Form.Item
            name="name"
            label={say.dayName}
            rules={[{ required: true, whitespace: true, message: say.dayNameNeeded }]}
          >
            <Input maxLength={40} placeholder={say.dayNameHint} />
          </Form.Item>
          {known?.source === 'district' && day ? (
            <Form.Item>
              <Button loading={giveBack.isPending} onClick={() => giveBack.mutate({ params: { day } })}>
                {say.returnDay}
              </Button>
            </Form.Item>
          ) : null}
          {giveBack.error ? <ProblemPanel problem={giveBack.error} /> : null}
        </>
      )}
    </FormDrawer>
  )
}
