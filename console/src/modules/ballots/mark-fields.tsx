// What a ballot says of each item: one choice per item, every item once.
import { Form, Radio } from 'antd'
import { usePick, useWords } from '../../platform/words.ts'
import type { Decision } from './step-forms.tsx'
import { words } from './words.ts'

/** The choices of a form, by the id of the item. */
export type Chosen<M extends string> = Record<string, M>
export const marksOf = <M extends string>(of: Decision, chosen: Chosen<M>): { itemId: string; mark: M }[] =>
  of.items.map((item) => ({ itemId: item.id, mark: chosen[item.id]! }))
interface Props {
  readonly of: Decision
  readonly choices: Readonly<Record<string, { readonly zh: string; readonly en: string }>>
}
export const MarkFields = ({ of, choices }: Props) => {
  const say = useWords(words)
  const pick = usePick()
  return (
    <>
      {of.items.map((item) => (
        <Form.Item
          key={item.id}
          name={['marks', item.id]}
          label={item.title}
          rules={[{ required: true, message: say.needed }]}
        >
          <Radio.Group options={Object.entries(choices).map(([value, word]) => ({ value, label: pick(word) }))} />
        </Form.Item>
      ))}
    </>
  )
}
