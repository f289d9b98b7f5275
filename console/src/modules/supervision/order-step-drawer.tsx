// One step of an order: reply with proof and a promise, sign off, send back with a new deadline, withdraw.
import { App, Form, Input } from 'antd'
import { orderSteps, type OrderStep } from '../../../../contract/src/supervision-life.ts'
import { useAct } from '../../platform/api.ts'
import { FormDrawer } from '../../platform/form-drawer.tsx'
import { usePick, useWords } from '../../platform/words.ts'
import { PhotoField } from '../cases/photo-field.tsx'
import { UntilInput } from '../cases/until-input.tsx'
import type { Order } from './order.ts'
import { words } from './words.ts'

interface Fields {
  words: string
  photos?: string[]
  dueAt?: string
  what?: string
  dueOn?: string
}
/** What a datetime-local field in the district's time says, as a moment. */
export const momentOf = (local: string): string => new Date(`${local}:00+08:00`).toISOString()

const useOrderStep = (onDone: () => void) => {
  const refreshes = ['/api/supervision', '/api/cases', '/api/promises']
  const reply = useAct('POST /api/supervision/orders/:id/reply', { onDone, refreshes })
  const signOff = useAct('POST /api/supervision/orders/:id/signOff', { onDone, refreshes })
  const sendBack = useAct('POST /api/supervision/orders/:id/sendBack', { onDone, refreshes })
  const withdraw = useAct('POST /api/supervision/orders/:id/withdraw', { onDone, refreshes })
  return { reply, signOff, sendBack, withdraw }
}
const ReplyFields = () => {
  const say = useWords(words)
  return (
    <>
      <Form.Item name="photos" label={say.photos}>
        <PhotoField />
      </Form.Item>
      <Form.Item name="what" label={say.promiseWhat}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="dueOn" label={say.promiseDay}>
        <Input type="date" />
      </Form.Item>
    </>
  )
}
type Acts = ReturnType<typeof useOrderStep>
/** What the form says, as the body of the step. */
const saving = (id: string, step: OrderStep, acts: Acts) => (fields: Fields) => {
  const params = { id }
  const text = fields.words.trim()
  if (step === 'reply')
    acts.reply.mutate({
      params,
      body: {
        words: text,
        photos: fields.photos ?? [],
        ...(fields.what && fields.dueOn ? { promise: { what: fields.what.trim(), dueOn: fields.dueOn } } : {}),
      },
    })
  if (step === 'signOff') acts.signOff.mutate({ params, body: { words: text } })
  if (step === 'sendBack') acts.sendBack.mutate({ params, body: { reason: text, dueAt: momentOf(fields.dueAt ?? '') } })
  if (step === 'withdraw') acts.withdraw.mutate({ params, body: { reason: text } })
}
export const OrderStepDrawer = ({
  order,
  step,
  close,
}: {
  readonly order: Order
  readonly step: OrderStep
  readonly close: () => void
}) => {
  const say = useWords(words)
  const pick = usePick()
  const { message } = App.useApp()
  const acts = useOrderStep(() => {
    void message.success(say.stepDone)
    close()
  })
  const save = saving(order.id, step, acts)
  const label = step === 'reply' ? say.replyWords : step === 'signOff' ? say.signWords : say.reason
  return (
    <FormDrawer<Fields>
      open
      title={pick(orderSteps[step])}
      lead={`${order.case.number} · ${order.words}`}
      initial={{}}
      verb={pick(orderSteps[step])}
      isBusy={acts[step].isPending}
      problem={acts[step].error}
      onSave={save}
      onClose={close}
    >
      {() => (
        <>
          <Form.Item
            name="words"
            label={label}
            rules={[{ required: true, whitespace: true, min: 2, message: say.wordsWrong }]}
          >
            <Input.TextArea rows={4} maxLength={500} showCount />
          </Form.Item>
          {step === 'reply' ? <ReplyFields /> : null}
          {step === 'sendBack' ? (
            <Form.Item name="dueAt" label={say.dueAt} rules={[{ required: true, message: say.dueWrong }]}>
              <UntilInput days={366} />
            </Form.Item>
          ) : null}
        </>
      )}
    </FormDrawer>
  )
}
