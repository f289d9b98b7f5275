// Adds a dispatch rule, or changes one: its conditions, and whom it sends the case to.
import { App, Form, Input, Radio, Select, Switch, type FormInstance } from 'antd'
import { caseKinds, type CaseKind } from '../../../../contract/src/cases-life.ts'
import { useAct, useApi } from '../../platform/api.ts'
import { FormDrawer } from '../../platform/form-drawer.tsx'
import { OrganisationPicker } from '../../platform/pickers.tsx'
import { PlacePicker } from '../../platform/place-picker.tsx'
import { usePick, useWords } from '../../platform/words.ts'
import { CategorySelect } from './category-select.tsx'
import type { Rule } from './rule-words.ts'
import { words } from './words.ts'

interface Values {
  name: string
  categoryId?: string | null
  kind?: CaseKind | null
  placeId?: string | null
  to: Rule['target']['to']
  organisationId?: string | null
  automatic: boolean
  active: boolean
}
interface RuleFormProps {
  readonly open: boolean
  readonly rule?: Rule
  readonly nextOrder: number
  readonly close: () => void
}
const initialOf = (rule: Rule | undefined): Partial<Values> =>
  rule
    ? {
        name: rule.name,
        categoryId: rule.categoryId,
        kind: rule.kind,
        placeId: rule.placeId,
        to: rule.target.to,
        organisationId: rule.target.to === 'organisation' ? rule.target.organisationId : null,
        automatic: rule.automatic,
        active: rule.active,
      }
    : { to: 'estateProperty', automatic: false, active: true }

export const RuleForm = ({ open, rule, nextOrder, close }: RuleFormProps) => {
  const say = useWords(words)
  const { message } = App.useApp()
  const options = {
    refreshes: ['/api/cases/rules'],
    onDone: () => {
      message.success(say.saved)
      close()
    },
  }
  const add = useAct('POST /api/cases/rules', options)
  const change = useAct('PUT /api/cases/rules/:id', options)
  const act = rule ? change : add
  const save = ({ to, organisationId, ...values }: Values) => {
    const body = {
      name: values.name,
      order: nextOrder,
      categoryId: values.categoryId ?? null,
      kind: values.kind ?? null,
      placeId: values.placeId ?? null,
      automatic: values.automatic,
      active: values.active,
      target: to === 'organisation' ? { to, organisationId: organisationId ?? '' } : { to },
    }
    if (rule) change.mutate({ params: { id: rule.id }, body })
    else add.mutate({ body })
  }
  return (
    <FormDrawer<Values>
      open={open}
      title={rule ? `${say.edit} · ${rule.name}` : say.addRule}
      initial={initialOf(rule)}
      isBusy={act.isPending}
      problem={act.error}
      onSave={save}
      onClose={() => {
        act.reset()
        close()
      }}
    >
      {(form) => <RuleFields form={form} rule={rule} />}
    </FormDrawer>
  )
}

interface RuleFieldsProps {
  readonly form: FormInstance<Values>
  readonly rule: Rule | undefined
}
const RuleFields = ({ form, rule }: RuleFieldsProps) => {
  const say = useWords(words)
  const pick = usePick()
  const kinds = Object.keys(caseKinds) as CaseKind[]
  const place = useApi('GET /api/places/:id', { params: { id: rule?.placeId ?? '' } }, { when: Boolean(rule?.placeId) })
  return (
    <>
      <Form.Item name="name" label={say.name} rules={[{ required: true, whitespace: true, message: say.nameNeeded }]}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="categoryId" label={say.category}>
        <CategorySelect placeholder={say.anyCategory} />
      </Form.Item>
      <Form.Item name="kind" label={say.kind}>
        <Select
          allowClear
          placeholder={say.anyKind}
          options={kinds.map((kind) => ({ value: kind, label: pick(caseKinds[kind]) }))}
        />
      </Form.Item>
      <Form.Item name="placeId" label={say.place}>
        <PlacePicker
          key={place.data?.id ?? 'none'}
          label={say.place}
          placeholder={say.anyPlace}
          initial={place.data ?? null}
        />
      </Form.Item>
      <TargetFields form={form} rule={rule} />
      <Form.Item name="automatic" label={say.automatic} extra={say.automaticHint} valuePropName="checked">
        <Switch />
      </Form.Item>
      <Form.Item name="active" label={say.active} valuePropName="checked">
        <Switch />
      </Form.Item>
    </>
  )
}
const TargetFields = ({ form, rule }: RuleFieldsProps) => {
  const say = useWords(words)
  const to = Form.useWatch('to', form) as Values['to'] | undefined
  const target = rule?.target
  return (
    <>
      <Form.Item name="to" label={say.target}>
        <Radio.Group
          className="radio-column"
          options={[
            { value: 'estateProperty', label: say.toEstateProperty },
            { value: 'community', label: say.toCommunity },
            { value: 'street', label: say.toStreet },
            { value: 'dutyList', label: say.toDutyList },
            { value: 'organisation', label: say.toOrganisation },
          ]}
        />
      </Form.Item>
      {to === 'organisation' ? (
        <Form.Item
          name="organisationId"
          label={say.organisation}
          rules={[{ required: true, message: say.organisationNeeded }]}
        >
          <OrganisationPicker
            label={say.organisation}
            initial={target?.to === 'organisation' ? { id: target.organisationId, name: rule?.targetName ?? '' } : null}
          />
        </Form.Item>
      ) : null}
    </>
  )
}
