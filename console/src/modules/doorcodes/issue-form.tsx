// Issues door codes: one for every unit, building or estate below a place, or a single one with its own label.
import { App, Form, Input, Radio, Select, type FormInstance } from 'antd'
import { useAct } from '../../platform/api.ts'
import { FormDrawer } from '../../platform/form-drawer.tsx'
import { PlacePicker, type PlaceRef } from '../../platform/place-picker.tsx'
import { useWords } from '../../platform/words.ts'
import { words } from './words.ts'

type Kind = 'unit' | 'building' | 'estate' | 'station' | 'facility' | 'box'
const everyKinds = ['unit', 'building', 'estate'] as const
const singleKinds = ['station', 'facility', 'box', 'unit', 'building', 'estate'] as const
interface Values {
  way: 'every' | 'single'
  placeId: string
  everyKind: Kind
  singleKind: Kind
  label?: string
}
interface IssueFormProps {
  readonly open: boolean
  readonly place: PlaceRef | null
  readonly close: () => void
}
export const IssueForm = ({ open, place, close }: IssueFormProps) => {
  const say = useWords(words)
  const { message } = App.useApp()
  const issue = useAct('POST /api/doorcodes', {
    onDone: ({ issued, alreadyThere }) => {
      message.success(say.issued(issued.length, alreadyThere))
      close()
    },
  })
  const save = ({ way, placeId, everyKind, singleKind, label }: Values) =>
    issue.mutate({
      body: way === 'every' ? { placeId, kind: everyKind } : { placeId, kind: singleKind, label: label?.trim() ?? '' },
    })
  return (
    <FormDrawer<Values>
      open={open}
      title={say.issueTitle}
      verb={say.go}
      initial={{
        way: 'every',
        everyKind: 'unit',
        singleKind: 'facility',
        ...(place ? { placeId: place.id } : {}),
      }}
      isBusy={issue.isPending}
      problem={issue.error}
      onSave={save}
      onClose={() => {
        issue.reset()
        close()
      }}
    >
      {(form) => <IssueFields form={form} place={place} />}
    </FormDrawer>
  )
}

interface IssueFieldsProps {
  readonly form: FormInstance<Values>
  readonly place: PlaceRef | null
}
const IssueFields = ({ form, place }: IssueFieldsProps) => {
  const say = useWords(words)
  const isSingle = (Form.useWatch('way', form) as Values['way'] | undefined) === 'single'
  return (
    <>
      <Form.Item name="way" label={say.issueWay} extra={isSingle ? say.issueOneHelp : say.issueManyHelp}>
        <Radio.Group
          options={[
            { value: 'every', label: say.issueMany },
            { value: 'single', label: say.issueOne },
          ]}
        />
      </Form.Item>
      <Form.Item name="placeId" label={say.place} rules={[{ required: true, message: say.placeNeeded }]}>
        <PlacePicker label={say.place} placeholder={say.choosePlace} initial={place} />
      </Form.Item>
      {isSingle ? (
        <>
          <Form.Item name="singleKind" label={say.kind}>
            <Select options={singleKinds.map((kind) => ({ value: kind, label: say[kind] }))} />
          </Form.Item>
          <Form.Item
            name="label"
            label={say.label}
            rules={[{ required: true, whitespace: true, message: say.labelNeeded }]}
          >
            <Input maxLength={40} placeholder={say.labelHint} />
          </Form.Item>
        </>
      ) : (
        <Form.Item name="everyKind" label={say.forEach}>
          <Radio.Group options={everyKinds.map((kind) => ({ value: kind, label: say[kind] }))} />
        </Form.Item>
      )}
    </>
  )
}
