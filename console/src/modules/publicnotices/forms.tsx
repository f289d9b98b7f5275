// Writing a draft, and recording that its sheet hangs: day, place and photos, with the clock's dates before it is posted.
import { App, Form, Input, InputNumber, Radio } from 'antd'
import { useAct } from '../../platform/api.ts'
import { today } from '../../platform/day.ts'
import { FormDrawer } from '../../platform/form-drawer.tsx'
import type { RowOf } from '../../platform/list.ts'
import { PlacePicker } from '../../platform/place-picker.tsx'
import { useWords } from '../../platform/words.ts'
import { PhotoField } from '../cases/photo-field.tsx'
import { Clock } from './clock.tsx'
import { words } from './words.ts'

export type Draft = RowOf<'GET /api/publicnotices/drafts'>
interface DraftValues {
  placeId: string
  title: string
  words: string
  days: number
  audience: 'homes' | 'public'
}
const useSaved = (close: () => void) => {
  const say = useWords(words)
  const { message } = App.useApp()
  return () => {
    void message.success(say.done)
    close()
  }
}
const DraftFields = ({ draft }: { readonly draft: Draft | null }) => {
  const say = useWords(words)
  const days = Form.useWatch<number | undefined>('days')
  const rules = [{ required: true, message: say.needed }]
  return (
    <>
      <Form.Item name="placeId" label={say.place} rules={rules}>
        <PlacePicker
          label={say.place}
          kinds={['community', 'estate', 'building', 'unit']}
          {...(draft ? { initial: { ...draft.place, kind: 'estate', path: draft.place.name } as never } : {})}
        />
      </Form.Item>
      <Form.Item name="title" label={say.titleField} rules={rules}>
        <Input maxLength={80} />
      </Form.Item>
      <Form.Item name="words" label={say.words} extra={say.wordsHint} rules={rules}>
        <Input.TextArea rows={8} maxLength={8000} />
      </Form.Item>
      <Form.Item name="audience" label={say.audience} rules={rules}>
        <Radio.Group
          className="notice-choices"
          options={[
            { value: 'homes', label: say.homes },
            { value: 'public', label: say.public },
          ]}
        />
      </Form.Item>
      <Form.Item name="days" label={say.days} rules={rules}>
        <InputNumber min={1} max={365} precision={0} />
      </Form.Item>
      <Clock label={say.clockIfToday} postedOn={today()} days={days} />
    </>
  )
}
interface DraftFormProps {
  readonly draft: Draft | null
  /** After it was kept, beside closing. */ readonly onKept?: () => void
  readonly close: () => void
}
export const DraftForm = ({ draft, onKept, close }: DraftFormProps) => {
  const say = useWords(words)
  const onDone = useSaved(() => {
    close()
    onKept?.()
  })
  const keep = useAct('POST /api/publicnotices/drafts', { onDone })
  const change = useAct('PUT /api/publicnotices/drafts/:id', { onDone })
  return (
    <FormDrawer<DraftValues>
      open
      title={draft ? say.changeDraft : say.write}
      verb={say.keep}
      width={560}
      initial={draft ? { ...draft, placeId: draft.place.id } : { days: 7, audience: 'homes' }}
      isBusy={keep.isPending || change.isPending}
      problem={keep.error ?? change.error}
      onSave={(body) => (draft ? change.mutate({ params: { id: draft.id }, body }) : keep.mutate({ body }))}
      onClose={close}
    >
      {() => <DraftFields draft={draft} />}
    </FormDrawer>
  )
}
interface PostValues {
  postedOn: string
  postedWhere: string
  photos: string[]
}
const PostFields = ({ days }: { readonly days: number }) => {
  const say = useWords(words)
  const postedOn = Form.useWatch<string | undefined>('postedOn')
  const rules = [{ required: true, message: say.needed }]
  return (
    <>
      <Form.Item name="postedOn" label={say.postedOn} rules={rules}>
        <Input type="date" max={today()} />
      </Form.Item>
      <Clock label={say.clock} postedOn={postedOn} days={days} />
      <Form.Item name="postedWhere" label={say.postedWhere} extra={say.postedWhereHint} rules={rules}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="photos" label={say.photos} rules={rules}>
        <PhotoField />
      </Form.Item>
    </>
  )
}
interface PostProps {
  readonly draft: Draft
  readonly close: () => void
  readonly onPosted: (id: string) => void
}
export const PostForm = ({ draft, close, onPosted }: PostProps) => {
  const say = useWords(words)
  const { message } = App.useApp()
  const act = useAct('POST /api/publicnotices', {
    onDone: ({ id }) => {
      void message.success(say.done)
      onPosted(id)
    },
  })
  const { id: draftId, place, title, words: text, days, audience } = draft
  return (
    <FormDrawer<PostValues>
      open
      title={say.post}
      lead={say.postLead}
      verb={say.post}
      initial={{ postedOn: today() }}
      isBusy={act.isPending}
      problem={act.error}
      onSave={(posting) =>
        act.mutate({ body: { ...posting, draftId, placeId: place.id, title, words: text, days, audience } })
      }
      onClose={close}
    >
      {() => <PostFields days={days} />}
    </FormDrawer>
  )
}
