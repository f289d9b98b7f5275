// The person who raised it: recorded only with their consent.
import { Checkbox, Form, Input, Switch } from 'antd'
import { useWords } from '../../platform/words.ts'
import type { FileFields } from './file-fields.ts'
import { fileWords } from './file-words.ts'

export const NamedPerson = () => {
  const say = useWords(fileWords)
  const form = Form.useFormInstance<FileFields>()
  const isNamed = Form.useWatch('isNamed', form) === true
  return (
    <>
      <Form.Item name="isNamed" label={say.onBehalf} valuePropName="checked">
        <Switch aria-label={say.onBehalf} />
      </Form.Item>
      {isNamed ? (
        <>
          <div className="file-two">
            <Form.Item
              name="name"
              label={say.name}
              rules={[{ required: true, whitespace: true, message: say.nameWrong }]}
            >
              <Input maxLength={60} autoComplete="off" />
            </Form.Item>
            <Form.Item
              name="phone"
              label={`${say.phone}${say.optional}`}
              rules={[{ pattern: /^1[3-9]\d{9}$/, message: say.phoneWrong }]}
            >
              <Input maxLength={11} inputMode="tel" autoComplete="off" />
            </Form.Item>
          </div>
          <Form.Item
            name="consent"
            valuePropName="checked"
            rules={[
              {
                validator: (_, value) =>
                  value === true ? Promise.resolve() : Promise.reject(new Error(say.consentWrong)),
              },
            ]}
          >
            <Checkbox>{say.consent}</Checkbox>
          </Form.Item>
        </>
      ) : null}
    </>
  )
}
