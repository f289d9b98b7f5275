// The drawers of a decision's steps: what each needs, and the refusal with its article where it is unlawful.
import { Checkbox, Form, Input, InputNumber } from 'antd'
import { useAct, useApi, type Out } from '../../platform/api.ts'
import { Ask } from '../../platform/ask.tsx'
import { useDone } from '../../platform/done.ts'
import { FormDrawer } from '../../platform/form-drawer.tsx'
import { Loaded } from '../../platform/page.tsx'
import { useWords } from '../../platform/words.ts'
import { PhotoField } from '../cases/photo-field.tsx'
import { words } from './words.ts'

export type Decision = Out<'GET /api/decisions/:id'>
export interface StepProps {
  readonly of: Decision
  readonly title: string
  readonly close: () => void
}
/** A local moment without zone, as the browser's control gives it, in Shanghai. */
export const momentOf = (local: string): string => new Date(`${local}:00+08:00`).toISOString()
/** Says that it is done and closes. */
export const required = (message: string) => [{ required: true, message }]

export const PublishRoll = ({ of, title, close }: StepProps) => {
  const say = useWords(words)
  const act = useAct('POST /api/decisions/:id/publishRoll', { onDone: useDone(say.done, close) })
  return (
    <FormDrawer<{ postedOn: string; days: number }>
      open
      title={title}
      verb={title}
      initial={{ days: 7 }}
      isBusy={act.isPending}
      problem={act.error}
      onSave={(body) => act.mutate({ params: { id: of.id }, body })}
      onClose={close}
    >
      {() => (
        <>
          <Form.Item name="postedOn" label={say.postedOn} rules={required(say.needed)}>
            <Input type="date" />
          </Form.Item>
          <Form.Item name="days" label={say.days} rules={required(say.needed)}>
            <InputNumber min={1} max={60} />
          </Form.Item>
        </>
      )}
    </FormDrawer>
  )
}
interface NoticeValues {
  postedOn: string
  days: number
  closesAt: string
  photos: string[]
}
export const PostNotice = ({ of, title, close }: StepProps) => {
  const say = useWords(words)
  const act = useAct('POST /api/decisions/:id/postNotice', { onDone: useDone(say.done, close) })
  return (
    <FormDrawer<NoticeValues>
      open
      title={title}
      lead={of.rules.noticeCitation}
      verb={title}
      initial={{ days: of.rules.noticeDays, photos: [] }}
      isBusy={act.isPending}
      problem={act.error}
      onSave={({ closesAt, ...body }) =>
        act.mutate({ params: { id: of.id }, body: { ...body, closesAt: momentOf(closesAt) } })
      }
      onClose={close}
    >
      {() => (
        <>
          <Form.Item name="postedOn" label={say.postedOn} rules={required(say.needed)}>
            <Input type="date" />
          </Form.Item>
          <Form.Item name="days" label={say.days} rules={required(say.needed)}>
            <InputNumber min={1} max={120} />
          </Form.Item>
          <Form.Item name="closesAt" label={say.closesAt} rules={required(say.needed)}>
            <Input type="datetime-local" />
          </Form.Item>
          <Form.Item name="photos" label={say.photos} rules={required(say.needed)}>
            <PhotoField />
          </Form.Item>
        </>
      )}
    </FormDrawer>
  )
}
/** Whether two thirds can be reached at all without the developer; where not, opening asks that this is known. */
const Reach = ({ of }: { readonly of: Decision }) => {
  const say = useWords(words)
  const read = useApi('GET /api/decisions/:id/reach', { params: { id: of.id } })
  return (
    <Loaded of={read} rows={2}>
      {({ isReachable, isSure, area, owners }) => (
        <>
          <p>{isReachable ? say.reachable : say.unreachable}</p>
          {isSure ? null : <p>{say.reachUnsure}</p>}
          <p className="quiet">{say.atMost(owners.most, owners.need, area.most, area.need)}</p>
          {isReachable && isSure ? null : (
            <Form.Item name="knowsReach" valuePropName="checked">
              <Checkbox>{say.knowsReach}</Checkbox>
            </Form.Item>
          )}
        </>
      )}
    </Loaded>
  )
}
export const OpenVote = ({ of, title, close }: StepProps) => {
  const say = useWords(words)
  const act = useAct('POST /api/decisions/:id/open', { onDone: useDone(say.done, close) })
  return (
    <FormDrawer<{ knowsReach?: boolean }>
      open
      title={title}
      verb={title}
      initial={{}}
      isBusy={act.isPending}
      problem={act.error}
      onSave={({ knowsReach }) => act.mutate({ params: { id: of.id }, body: { knowsReach: knowsReach ?? false } })}
      onClose={close}
    >
      {() => <Reach of={of} />}
    </FormDrawer>
  )
}
export const CountVote = ({ of, title, close }: StepProps) => {
  const say = useWords(words)
  const act = useAct('POST /api/decisions/:id/count', { onDone: useDone(say.done, close) })
  return (
    <FormDrawer<{ objectionDays: number }>
      open
      title={title}
      verb={title}
      initial={{ objectionDays: 7 }}
      isBusy={act.isPending}
      problem={act.error}
      onSave={(body) => act.mutate({ params: { id: of.id }, body })}
      onClose={close}
    >
      {() => (
        <Form.Item name="objectionDays" label={say.objectionDays}>
          <InputNumber min={1} max={60} />
        </Form.Item>
      )}
    </FormDrawer>
  )
}
/** Freezing, certifying, withdrawing, annulling: asked once more, with a reason where one is needed. */
export const PlainStep = ({
  of,
  title,
  close,
  name,
}: StepProps & { readonly name: 'freezeRoll' | 'certify' | 'withdraw' | 'annul' }) => {
  const say = useWords(words)
  const act = useAct(`POST /api/decisions/:id/${name}` as 'POST /api/decisions/:id/annul', {
    onDone: useDone(say.done, close),
  })
  const needsReason = name === 'withdraw' || name === 'annul'
  return (
    <Ask
      open
      title={title}
      what={of.title}
      verb={title}
      isDangerous={needsReason}
      {...(needsReason ? { reason: { label: say.reason, wrong: say.needed } } : {})}
      isBusy={act.isPending}
      problem={act.error}
      onYes={(reason) =>
        act.mutate({ params: { id: of.id }, body: needsReason ? { reason } : ({} as { reason: string }) })
      }
      onNo={close}
    />
  )
}
