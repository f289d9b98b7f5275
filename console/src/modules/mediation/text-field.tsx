// A field for sentences, and the parties of a mediation to choose from.
import { Form, Input } from 'antd'
import type { Out } from '../../platform/api.ts'
import type { Marks } from '../../platform/marks.ts'
import { useWords } from '../../platform/words.ts'
import { words } from './words.ts'

type Mediation = Out<'GET /api/mediations/:id'>
export const TextField = ({
  name,
  label,
}: {
  readonly name: string
  readonly label: 'how' | 'reason' | 'said' | 'facts'
}) => {
  const say = useWords(words)
  return (
    <Form.Item
      name={name}
      label={say[label]}
      rules={[{ required: true, min: 2, whitespace: true, message: say.needed }]}
    >
      <Input.TextArea rows={4} maxLength={label === 'said' ? 4000 : label === 'facts' ? 2000 : 500} />
    </Form.Item>
  )
}
export const optionsOfParties = (mark: Marks, of: Mediation) =>
  of.parties.map((party) => ({ value: party.id, label: `${party.letter} ${party.name}${mark.aside(party.role)}` }))
