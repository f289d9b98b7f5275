// The fields each act of a mediator asks for.
import { Checkbox, Form, Input, Radio, Select, type FormInstance } from 'antd'
import {
  entryAudiences,
  entryKinds,
  legalWays,
  type ClauseKind,
  type EntryAudience,
  type EntryKind,
  type LegalWay,
} from '../../../../contract/src/mediation-life.ts'
import { useApi, type Out } from '../../platform/api.ts'
import { useMarks } from '../../platform/marks.ts'
import { usePick, useWords } from '../../platform/words.ts'
import { PhotoField } from '../cases/photo-field.tsx'
import { DraftFields } from './draft-fields.tsx'
import { optionsOfParties, TextField } from './text-field.tsx'
import { words } from './words.ts'

type Mediation = Out<'GET /api/mediations/:id'>
export type Act =
  | { readonly name: 'plan' | 'write' | 'draft' | 'addMediator' | 'talkAgain' | 'fail' }
  | { readonly name: 'record'; readonly sessionId: string }
  | { readonly name: 'keep'; readonly clauseId: string }
export interface ClauseValues {
  kind: ClauseKind
  fromId: string
  toId?: string | null
  amount?: number | null
  what: string
  dueOn: string
}
export interface Values {
  at?: string
  where?: string
  present?: string[]
  said?: string
  agreed?: string
  kind?: EntryKind
  audience?: EntryAudience
  partyId?: string | null
  words?: string
  photos?: string[]
  facts?: string
  clauses?: ClauseValues[]
  personId?: string
  reason?: string
  ways?: LegalWay[]
}
interface FieldsProps {
  readonly of: Mediation
  readonly act: Act
  readonly form: FormInstance<Values>
}
export const Fields = ({ of, act, form }: FieldsProps) => {
  switch (act.name) {
    case 'plan':
      return <PlanFields />
    case 'record':
      return <RecordFields of={of} />
    case 'write':
      return <WriteFields of={of} form={form} />
    case 'draft':
      return <DraftFields of={of} form={form as FormInstance} />
    case 'addMediator':
      return <MediatorField of={of} />
    case 'keep':
      return <TextField name="words" label="how" />
    case 'talkAgain':
      return <TextField name="reason" label="reason" />
    case 'fail':
      return <FailFields />
  }
}
const PlanFields = () => {
  const say = useWords(words)
  return (
    <>
      <Form.Item name="at" label={say.planAt} rules={[{ required: true, message: say.chosen }]}>
        <Input type="datetime-local" />
      </Form.Item>
      <Form.Item name="where" label={say.planWhere} rules={[{ required: true, min: 2, message: say.needed }]}>
        <Input maxLength={100} placeholder={say.whereHint} />
      </Form.Item>
    </>
  )
}
const RecordFields = ({ of }: { readonly of: Mediation }) => {
  const say = useWords(words)
  const mark = useMarks()
  return (
    <>
      <Form.Item name="present" label={say.present}>
        <Checkbox.Group className="radio-column" options={optionsOfParties(mark, of)} />
      </Form.Item>
      <TextField name="said" label="said" />
      <Form.Item name="agreed" label={say.agreed}>
        <Input.TextArea rows={3} maxLength={2000} />
      </Form.Item>
    </>
  )
}
const WriteFields = ({ of, form }: Omit<FieldsProps, 'act'>) => {
  const say = useWords(words)
  const mark = useMarks()
  const pick = usePick()
  const audience = Form.useWatch('audience', form) as EntryAudience | undefined
  const kind = Form.useWatch('kind', form) as EntryKind | undefined
  return (
    <>
      <Form.Item name="kind" label={say.kind}>
        <Radio.Group
          options={(['fact', 'proposal', 'note'] as const).map((one) => ({ value: one, label: pick(entryKinds[one]) }))}
          onChange={(event) =>
            form.setFieldsValue({ audience: (event.target.value as EntryKind) === 'note' ? 'mediators' : 'shared' })
          }
        />
      </Form.Item>
      <Form.Item name="audience" label={say.audience}>
        <Radio.Group
          className="radio-column"
          options={(kind === 'note' ? (['mediators'] as const) : (['shared', 'party'] as const)).map((one) => ({
            value: one,
            label: pick(entryAudiences[one]),
          }))}
        />
      </Form.Item>
      {audience === 'party' ? (
        <Form.Item name="partyId" label={say.whichParty} rules={[{ required: true, message: say.chosen }]}>
          <Select options={optionsOfParties(mark, of)} />
        </Form.Item>
      ) : null}
      <Form.Item name="words" label={say.content} rules={[{ required: true, min: 2, message: say.needed }]}>
        <Input.TextArea rows={6} maxLength={4000} />
      </Form.Item>
      <Form.Item name="photos" label={say.photos}>
        <PhotoField />
      </Form.Item>
    </>
  )
}
const MediatorField = ({ of }: { readonly of: Mediation }) => {
  const say = useWords(words)
  const { data } = useApi('GET /api/mediations/mediators', { query: { placeId: of.place.id } })
  const options = (data ?? [])
    .filter((one) => !of.mediators.some((known) => known.id === one.id))
    .map((one) => ({ value: one.id, label: one.name }))
  return (
    <Form.Item name="personId" label={say.mediators} rules={[{ required: true, message: say.chosen }]}>
      <Select options={options} />
    </Form.Item>
  )
}
const FailFields = () => {
  const say = useWords(words)
  const pick = usePick()
  return (
    <>
      <TextField name="reason" label="reason" />
      <Form.Item name="ways" label={say.ways} rules={[{ required: true, message: say.waysNeeded }]}>
        <Checkbox.Group
          className="radio-column"
          options={(Object.keys(legalWays) as LegalWay[]).map((way) => ({ value: way, label: pick(legalWays[way]) }))}
        />
      </Form.Item>
    </>
  )
}
