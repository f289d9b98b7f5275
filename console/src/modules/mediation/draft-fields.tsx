// The fields of a settlement: the facts, and clause by clause who owes what to whom by when.
import { Button, Form, Input, InputNumber, Radio, Select, type FormInstance } from 'antd'
import { clauseKinds, type ClauseKind } from '../../../../contract/src/mediation-life.ts'
import type { Out } from '../../platform/api.ts'
import { useMarks } from '../../platform/marks.ts'
import { usePick, useWords } from '../../platform/words.ts'
import { optionsOfParties, TextField } from './text-field.tsx'
import { words } from './words.ts'
import '../../platform/forms.css'

interface DraftProps {
  readonly of: Out<'GET /api/mediations/:id'>
  readonly form: FormInstance
}
export const DraftFields = ({ of, form }: DraftProps) => {
  const say = useWords(words)
  return (
    <>
      <TextField name="facts" label="facts" />
      <Form.List name="clauses">
        {(fields, { add, remove }) => (
          <>
            {fields.map((field) => (
              <fieldset key={field.key} className="form-block">
                <div className="form-block-head">
                  <strong>{say.clause(field.name + 1)}</strong>
                  {fields.length > 1 ? (
                    <Button size="small" type="text" onClick={() => remove(field.name)}>
                      {say.dropClause}
                    </Button>
                  ) : null}
                </div>
                <ClauseFields of={of} form={form} at={field.name} />
              </fieldset>
            ))}
            <Button onClick={() => add({ kind: 'repair' })}>{say.addClause}</Button>
          </>
        )}
      </Form.List>
    </>
  )
}
const ClauseFields = ({ of, form, at }: DraftProps & { readonly at: number }) => {
  const say = useWords(words)
  const mark = useMarks()
  const pick = usePick()
  const kind = Form.useWatch(['clauses', at, 'kind'], form) as ClauseKind | undefined
  const parties = optionsOfParties(mark, of)
  return (
    <>
      <Form.Item name={[at, 'kind']} label={say.clauseKind}>
        <Radio.Group
          options={(Object.keys(clauseKinds) as ClauseKind[]).map((one) => ({
            value: one,
            label: pick(clauseKinds[one]),
          }))}
        />
      </Form.Item>
      <Form.Item name={[at, 'fromId']} label={say.from} rules={[{ required: true, message: say.chosen }]}>
        <Select options={parties} />
      </Form.Item>
      <Form.Item
        name={[at, 'toId']}
        label={say.to}
        rules={kind === 'compensation' ? [{ required: true, message: say.chosen }] : []}
      >
        <Select allowClear placeholder={say.toAll} options={parties} />
      </Form.Item>
      {kind === 'compensation' ? (
        <Form.Item name={[at, 'amount']} label={say.amount} rules={[{ required: true, message: say.amountWrong }]}>
          <InputNumber min={0.01} max={10_000_000} precision={2} style={{ width: '100%' }} />
        </Form.Item>
      ) : null}
      <Form.Item name={[at, 'what']} label={say.what} rules={[{ required: true, min: 2, message: say.needed }]}>
        <Input.TextArea rows={2} maxLength={300} />
      </Form.Item>
      <Form.Item name={[at, 'dueOn']} label={say.dueOn} rules={[{ required: true, message: say.chosen }]}>
        <Input type="date" />
      </Form.Item>
    </>
  )
}
