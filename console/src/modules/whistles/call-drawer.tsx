// Blowing the whistle: which units, who leads, what is asked of each, and how long each has.
import { Checkbox, Form, Input, InputNumber, Select, type FormInstance } from 'antd'
import { useState } from 'react'
import { useAct, useApi, type Body, type Out } from '../../platform/api.ts'
import { useDone } from '../../platform/done.ts'
import { FormDrawer } from '../../platform/form-drawer.tsx'
import { useMarks } from '../../platform/marks.ts'
import { useWords } from '../../platform/words.ts'
import { useBudgetSay } from '../settings/budget-field.tsx'
import { words } from './words.ts'

type Budget = Out<'GET /api/whistles/settings'>['other']['arrival']
interface Values {
  why: string
  organisationIds: string[]
  leadId?: string
  asked: Record<string, string>
  arrival: Record<string, Budget>
  result: Record<string, Budget>
}
interface CallDrawerProps {
  readonly caseId: string
  readonly hasLead: boolean
  readonly defaults: { readonly arrival: Budget; readonly result: Budget }
  readonly close: () => void
}
const keepLead = 'keep'
export const CallDrawer = ({ caseId, hasLead, defaults, close }: CallDrawerProps) => {
  const say = useWords(words)
  const units = useApi('GET /api/whistles/units', { query: { caseId } })
  const act = useAct('POST /api/whistles', {
    refreshes: ['/api/whistles', '/api/cases'],
    onDone: useDone(say.calledDone, close),
  })
  const save = (values: Values) => {
    const body: Body<'POST /api/whistles'> = {
      caseId,
      why: values.why,
      units: values.organisationIds.map((organisationId) => ({
        organisationId,
        asked: values.asked[organisationId] ?? '',
        arrival: values.arrival[organisationId] ?? defaults.arrival,
        result: values.result[organisationId] ?? defaults.result,
      })),
      ...(values.leadId && values.leadId !== keepLead ? { leadId: values.leadId } : {}),
    }
    act.mutate({ body })
  }
  return (
    <FormDrawer<Values>
      open
      width={620}
      title={say.callTitle}
      lead={say.callLead}
      initial={{ organisationIds: [], ...(hasLead ? { leadId: keepLead } : {}) }}
      verb={say.blow}
      isBusy={act.isPending}
      problem={act.error}
      onClose={close}
      onSave={save}
    >
      {(form) => <CallFields form={form} units={units.data ?? []} hasLead={hasLead} defaults={defaults} />}
    </FormDrawer>
  )
}
interface CallFieldsProps {
  readonly form: FormInstance<Values>
  readonly units: Out<'GET /api/whistles/units'>
  readonly hasLead: boolean
  readonly defaults: CallDrawerProps['defaults']
}
const CallFields = ({ form, units, hasLead, defaults }: CallFieldsProps) => {
  const say = useWords(words)
  const chosen = Form.useWatch('organisationIds', form) ?? []
  const nameOf = (id: string) => units.find((unit) => unit.id === id)?.name ?? ''
  return (
    <>
      <Form.Item name="why" label={say.why} rules={[{ required: true, min: 2, message: say.whyWrong }]}>
        <Input.TextArea rows={2} maxLength={500} placeholder={say.whyHint} />
      </Form.Item>
      <Form.Item
        name="organisationIds"
        label={say.units}
        rules={[{ required: true, type: 'array', min: 1, message: say.unitsWrong }]}
      >
        <UnitChoice units={units} />
      </Form.Item>
      {chosen.length > 0 ? (
        <Form.Item name="leadId" label={say.leadUnit} rules={[{ required: true, message: say.leadWrong }]}>
          <Select
            options={[
              ...(hasLead ? [{ value: keepLead, label: say.keepLead }] : []),
              ...chosen.map((id) => ({ value: id, label: nameOf(id) })),
            ]}
          />
        </Form.Item>
      ) : null}
      {chosen.map((id) => (
        <fieldset key={id} className="called-unit">
          <legend>{nameOf(id)}</legend>
          <Form.Item
            name={['asked', id]}
            label={say.askedOf(nameOf(id))}
            rules={[{ required: true, min: 2, message: say.askedWrong }]}
          >
            <Input.TextArea rows={2} maxLength={500} />
          </Form.Item>
          <div className="row">
            <BudgetItem name={['arrival', id]} label={say.arrival} budget={defaults.arrival} />
            <BudgetItem name={['result', id]} label={say.result} budget={defaults.result} />
          </div>
        </fieldset>
      ))}
    </>
  )
}
interface UnitChoiceProps {
  readonly units: CallFieldsProps['units']
  readonly id?: string
  readonly value?: string[]
  readonly onChange?: (ids: string[]) => void
}
/** Boxes to tick, with a search above: what is ticked stays in sight. */
const UnitChoice = ({ units, id, value = [], onChange }: UnitChoiceProps) => {
  const say = useWords(words)
  const mark = useMarks()
  const [text, setText] = useState('')
  const shown = units.filter((unit) => value.includes(unit.id) || unit.name.includes(text.trim()))
  const toggle = (unitId: string) =>
    onChange?.(value.includes(unitId) ? value.filter((one) => one !== unitId) : [...value, unitId])
  return (
    <div className="unit-choice">
      <Input
        {...(id ? { id } : {})}
        type="search"
        allowClear
        placeholder={say.unitsHint}
        value={text}
        maxLength={30}
        onChange={(event) => setText(event.target.value)}
      />
      <ul>
        {shown.map((unit) => (
          <li key={unit.id}>
            <Checkbox checked={value.includes(unit.id)} onChange={() => toggle(unit.id)}>
              {unit.openParts > 0 ? `${unit.name}${mark.aside(say.busy(unit.openParts))}` : unit.name}
            </Checkbox>
          </li>
        ))}
      </ul>
    </div>
  )
}
const BudgetItem = ({
  name,
  label,
  budget,
}: {
  readonly name: [string, string]
  readonly label: string
  readonly budget: Budget
}) => {
  const say = useBudgetSay()
  return (
    <Form.Item label={label} className="budget-item">
      <span className="budget">
        <Form.Item name={[...name, 'amount']} initialValue={budget.amount} noStyle rules={[{ required: true }]}>
          <InputNumber aria-label={`${label} ${say.amount}`} min={1} max={100_000} precision={0} />
        </Form.Item>
        <Form.Item name={[...name, 'unit']} initialValue={budget.unit} noStyle>
          <Select aria-label={`${label} ${say.unit}`} options={say.units} />
        </Form.Item>
      </span>
    </Form.Item>
  )
}
