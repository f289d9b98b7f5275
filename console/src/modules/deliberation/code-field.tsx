// The code of a new scheme or matter: what other modules and meetings refer to it by.
import { Form, Input } from 'antd'
import { useWords } from '../../platform/words.ts'
import { schemeWords } from './scheme-words.ts'

export const CodeField = () => {
  const say = useWords(schemeWords)
  return (
    <Form.Item
      name="code"
      label={say.code}
      extra={say.codeHint}
      rules={[{ required: true, pattern: /^[a-z][a-zA-Z0-9-]{1,40}$/, message: say.codeHint }]}
    >
      <Input maxLength={40} />
    </Form.Item>
  )
}
