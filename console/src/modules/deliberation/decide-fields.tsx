// What a decision asks for: its words, how it was taken, what it replaces, until when it holds, and what follows.
import { Button, Checkbox, Form, Input, InputNumber, Select } from 'antd'
import { decisionWays, type DecisionWay } from '../../../../contract/src/deliberation-life.ts'
import { useApi } from '../../platform/api.ts'
import { usePick, useWords } from '../../platform/words.ts'
import type { Meeting } from './meeting.ts'
import { words } from './words.ts'
import '../../platform/forms.css'

export const DecideFields = ({ of }: { readonly of: Meeting }) => {
  const say = useWords(words)
  const pick = usePick()
  const matters = useApi('GET /api/deliberation/matters', {})
  const before = useApi('GET /api/deliberation/resolutions', { query: { placeId: of.place.id, limit: 100 } })
  const rules = [{ required: true, min: 2, message: say.wordsNeeded }]
  const replaceable = (before.data?.rows ?? []).filter((one) => one.meeting.id !== of.id && one.standing !== 'amended')
  return (
    <>
      <Form.Item name="title" label={say.decisionTitle} rules={rules}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="words" label={say.decisionWords} rules={rules}>
        <Input.TextArea rows={3} maxLength={1000} />
      </Form.Item>
      <Form.Item name="way" label={say.how}>
        <Select
          options={(Object.keys(decisionWays) as DecisionWay[]).map((value) => ({
            value,
            label: pick(decisionWays[value]),
          }))}
        />
      </Form.Item>
      <VoteFields />
      <Form.Item name="matter" label={say.matter}>
        <Select allowClear options={(matters.data ?? []).map((one) => ({ value: one.code, label: one.name }))} />
      </Form.Item>
      <Form.Item name="budget" label={say.budget}>
        <InputNumber min={0} max={10_000_000_000} precision={2} />
      </Form.Item>
      <Form.Item name="expiresOn" label={say.expiresOn}>
        <Input type="date" />
      </Form.Item>
      {replaceable.length > 0 ? (
        <Form.Item name="amends" label={say.amends}>
          <Select
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            options={replaceable.map((one) => ({ value: one.id, label: `${one.number} ${one.title}` }))}
          />
        </Form.Item>
      ) : null}
      {of.stage === null ? null : (
        <Form.Item name="endsHere" valuePropName="checked">
          <Checkbox>{say.endsHere}</Checkbox>
        </Form.Item>
      )}
      <ItemFields of={of} />
    </>
  )
}
/** Hands are counted; what goes to the owners waits for them. */
const VoteFields = () => {
  const say = useWords(words)
  return (
    <Form.Item noStyle dependencies={['way']}>
      {({ getFieldValue }) =>
        getFieldValue('way') === 'hands' ? (
          (['votesFor', 'votesAgainst', 'votesAbstain'] as const).map((name) => (
            <Form.Item key={name} name={name} label={say[name]}>
              <InputNumber min={0} max={10_000} precision={0} />
            </Form.Item>
          ))
        ) : getFieldValue('way') === 'owners' ? (
          <p className="quiet">{say.ownersHint}</p>
        ) : null
      }
    </Form.Item>
  )
}
const ItemFields = ({ of }: { readonly of: Meeting }) => {
  const say = useWords(words)
  const owners = useApi('GET /api/deliberation/owners', { query: { placeId: of.place.id } })
  const rules = [{ required: true, min: 2, message: say.wordsNeeded }]
  return (
    <Form.List name="items">
      {(fields, { add, remove }) => (
        <>
          {fields.map((field) => (
            <fieldset key={field.key} className="form-block">
              <Form.Item name={[field.name, 'what']} label={say.itemWhat} rules={rules}>
                <Input maxLength={200} />
              </Form.Item>
              <Form.Item name={[field.name, 'ownerId']} label={say.itemOwner}>
                <Select
                  allowClear
                  placeholder={say.noOwner}
                  options={(owners.data ?? []).map((one) => ({ value: one.id, label: one.name }))}
                />
              </Form.Item>
              <Form.Item name={[field.name, 'dueOn']} label={say.itemDue}>
                <Input type="date" />
              </Form.Item>
              <Form.Item name={[field.name, 'budget']} label={say.budget}>
                <InputNumber min={0} max={10_000_000_000} precision={2} />
              </Form.Item>
              <Button size="small" onClick={() => remove(field.name)}>
                {say.remove}
              </Button>
            </fieldset>
          ))}
          <Button onClick={() => add({})}>{say.addItem}</Button>
        </>
      )}
    </Form.List>
  )
}
