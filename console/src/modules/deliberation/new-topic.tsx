// A new topic: of nobody's case, or of one, with its words to begin with.
import { Form, Input, Select } from 'antd'
import { topicSources, type TopicSource } from '../../../../contract/src/deliberation-life.ts'
import { useAct, useApi } from '../../platform/api.ts'
import { useDone } from '../../platform/done.ts'
import { FormDrawer } from '../../platform/form-drawer.tsx'
import { PlacePicker, type PlaceRef } from '../../platform/place-picker.tsx'
import { usePick, useWords } from '../../platform/words.ts'
import { words } from './words.ts'

interface NewValues {
  placeId?: string | null
  title: string
  words: string
  source?: TopicSource
  matter?: string
}
/** A case that becomes a topic, and where it is talked over. */
export interface MatterOfCase {
  readonly caseId: string
  readonly words: string
  readonly place?: PlaceRef | null
}
/** Its first clause: a title to begin with. */
const titleOf = (text: string): string => (text.trim().split(/[。！？；，,.;!?\n]/)[0] ?? '').slice(0, 60)
interface NewTopicProps {
  readonly of?: MatterOfCase | undefined
  readonly close: () => void
}
export const NewTopic = ({ of, close }: NewTopicProps) => {
  const say = useWords(words)
  const add = useAct('POST /api/deliberation/topics', {
    refreshes: ['/api/deliberation', '/api/cases'],
    onDone: useDone(say.done, close),
  })
  const caseId = of?.caseId
  const start = of
    ? {
        source: 'case' as const,
        title: titleOf(of.words),
        words: of.words.slice(0, 1000),
        placeId: of.place?.id ?? null,
      }
    : { source: 'body' as const }
  return (
    <FormDrawer<NewValues>
      open
      title={say.newTopic}
      lead={of ? say.caseTopicLead : undefined}
      initial={start}
      isBusy={add.isPending}
      problem={add.error}
      onSave={({ placeId, matter, source = 'case', ...rest }) =>
        add.mutate({
          body: {
            ...rest,
            source,
            placeId: placeId ?? '',
            ...(matter ? { matter } : {}),
            ...(caseId ? { caseId } : {}),
          },
        })
      }
      onClose={close}
    >
      {() => <Fields of={of} />}
    </FormDrawer>
  )
}
const Fields = ({ of }: Pick<NewTopicProps, 'of'>) => {
  const say = useWords(words)
  const pick = usePick()
  const matters = useApi('GET /api/deliberation/matters', {})
  const rules = [{ required: true, message: say.needed }]
  return (
    <>
      <Form.Item name="placeId" label={say.place} rules={rules}>
        <PlacePicker label={say.place} initial={of?.place ?? null} />
      </Form.Item>
      <Form.Item name="title" label={say.topicTitle} rules={rules}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="words" label={say.why} rules={rules}>
        <Input.TextArea rows={3} maxLength={1000} />
      </Form.Item>
      {of ? null : (
        <Form.Item name="source" label={say.source}>
          <Select
            options={(Object.keys(topicSources) as TopicSource[]).map((value) => ({
              value,
              label: pick(topicSources[value]),
            }))}
          />
        </Form.Item>
      )}
      <Form.Item name="matter" label={say.matter}>
        <Select allowClear options={(matters.data ?? []).map((one) => ({ value: one.code, label: one.name }))} />
      </Form.Item>
    </>
  )
}
