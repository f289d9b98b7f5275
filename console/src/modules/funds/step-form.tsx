// One step in a drawer: fields named by what they hold, sent once, everything about funds read anew after it.
import { App, Form, Input, InputNumber, Select, Switch } from 'antd'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, type ReactNode } from 'react'
import { Link } from '@tanstack/react-router'
import { newKey, refresh, Refused } from '../../platform/api.ts'
import { FormDrawer } from '../../platform/form-drawer.tsx'
import type { OrganisationKind } from '../../../../contract/src/organisations-kinds.ts'
import type { PlaceKind } from '../../../../contract/src/places-tree.ts'
import { OrganisationPicker, PersonPicker } from '../../platform/pickers.tsx'
import { PlacePicker } from '../../platform/place-picker.tsx'
import { useWords } from '../../platform/words.ts'
import { PhotoField } from '../cases/photo-field.tsx'
import { HomesField, noChoice, type ChosenHomes } from './homes-field.tsx'
import { fenOf } from './money.ts'
import { words } from './words.ts'
import '../cases/cases.css'

export interface StepField {
  readonly name: string
  readonly label: string
  readonly as:
    | 'money'
    | 'day'
    | 'line'
    | 'words'
    | 'photos'
    | 'place'
    | 'choice'
    | 'choices'
    | 'flag'
    | 'count'
    | 'person'
    | 'organisation'
    | 'homes'
    | 'fixed'
  readonly isOptional?: boolean
  readonly options?: readonly { readonly value: string; readonly label: string }[]
  /** Of a place. */ readonly placeKinds?: readonly PlaceKind[]
  /** Of an organisation. */ readonly organisationKind?: OrganisationKind
  /** Of a count, lines of a list. */ readonly least?: number
  readonly most?: number
  readonly hint?: string
  readonly initial?: string | boolean | number | readonly string[] | ChosenHomes
  /** Of what is fixed: how it reads. */ readonly shown?: string
  readonly pattern?: { readonly of: RegExp; readonly message: string }
}
export interface Step {
  readonly title: string
  readonly verb?: string
  readonly lead?: ReactNode
  readonly fields: readonly StepField[]
  /** Below the fields: may read what was typed so far. */
  readonly below?: (read: () => Values) => ReactNode
  /** Paths to read again afterwards; those of funds unless said. */
  readonly refreshes?: readonly string[]
  /** Values by name: money in fen, text trimmed, empty optional text as null. */
  readonly send: (values: Values, key: string) => Promise<unknown>
}
export type Values = Readonly<Record<string, string | number | boolean | string[] | ChosenHomes | null>>
type Typed = Record<string, string | number | boolean | readonly string[] | ChosenHomes | null | undefined>
/** What stays as it is, in a form. */
const FixedText = ({ text }: { readonly text: string }) => <span>{text}</span>
const inputOf = (field: StepField) => {
  if (field.as === 'words') return <Input.TextArea rows={3} maxLength={field.most ?? 500} />
  if (field.as === 'photos') return <PhotoField />
  if (field.as === 'homes') return <HomesField />
  if (field.as === 'fixed') return <FixedText text={field.shown ?? ''} />
  if (field.as === 'place')
    return <PlacePicker label={field.label} {...(field.placeKinds ? { kinds: field.placeKinds } : {})} />
  if (field.as === 'person') return <PersonPicker label={field.label} />
  if (field.as === 'organisation')
    return (
      <OrganisationPicker label={field.label} {...(field.organisationKind ? { kind: field.organisationKind } : {})} />
    )
  if (field.as === 'count') return <InputNumber min={field.least ?? 0} max={field.most ?? 9999} precision={0} />
  if (field.as === 'choices') return <Select mode="multiple" options={[...(field.options ?? [])]} />
  if (field.as === 'choice')
    return <Select allowClear={field.isOptional ?? false} options={[...(field.options ?? [])]} />
  if (field.as === 'flag') return <Switch aria-label={field.label} />
  if (field.as === 'day') return <Input type="date" />
  return <Input maxLength={field.most ?? 80} {...(field.as === 'money' ? { inputMode: 'decimal' } : {})} />
}
const valueOf = (field: StepField, typed: Typed): Values[string] => {
  const value = typed[field.name]
  if (field.as === 'photos' || field.as === 'choices') return Array.isArray(value) ? [...(value as string[])] : []
  if (field.as === 'count') return typeof value === 'number' ? value : null
  if (field.as === 'flag') return value === true
  if (field.as === 'homes') return (value as ChosenHomes | undefined) ?? noChoice
  if (typeof value !== 'string' || value.trim() === '') return field.as === 'money' ? 0 : null
  return field.as === 'money' ? fenOf(value) : value.trim()
}
const valuesOf = (fields: readonly StepField[], typed: Typed): Values =>
  Object.fromEntries(fields.map((field) => [field.name, valueOf(field, typed)]))
/** What must come first, a deliberation or a vote of the owners: the way to it stands beside the refusal. */
const first: Readonly<Record<string, readonly [to: string, word: 'callMeeting' | 'callVote']>> = {
  'deliberation.must': ['/deliberation', 'callMeeting'],
  'fund.must-deliberate': ['/deliberation', 'callMeeting'],
  'fund.must-decide': ['/decisions', 'callVote'],
  'fund.must-decide-use': ['/decisions', 'callVote'],
}
const comesFirst = (problem: Error | null) => (problem instanceof Refused ? first[problem.code] : undefined)
const FieldItem = ({ field }: { readonly field: StepField }) => {
  const say = useWords(words)
  const rules = [
    ...(field.isOptional ? [] : [{ required: true, message: say.needed }]),
    ...(field.as === 'money' ? [{ pattern: /^\s*[\d,]{1,13}(\.\d{1,2})?\s*$/, message: say.amountWrong }] : []),
    ...(field.pattern ? [{ pattern: field.pattern.of, message: field.pattern.message }] : []),
  ]
  return (
    <Form.Item
      name={field.name}
      label={field.label}
      extra={field.hint}
      rules={rules}
      {...(field.as === 'flag' ? { valuePropName: 'checked' } : {})}
    >
      {inputOf(field)}
    </Form.Item>
  )
}
export const StepForm = ({ step, close }: { readonly step: Step; readonly close: () => void }) => {
  const say = useWords(words)
  const { message } = App.useApp()
  const client = useQueryClient()
  const attempt = useRef({ what: '', key: '' })
  const sent = useMutation<unknown, Error, Values>({
    mutationFn: (values) => {
      const what = JSON.stringify(values)
      if (attempt.current.what !== what) attempt.current = { what, key: newKey() }
      return step.send(values, attempt.current.key)
    },
    onSuccess: async () => {
      void message.success(say.saved)
      await refresh(client, step.refreshes ?? ['/api/funds'])
      close()
    },
    onError: () => {
      attempt.current = { what: '', key: '' }
    },
  })
  const before = comesFirst(sent.error)
  return (
    <FormDrawer<Typed>
      open
      title={step.title}
      {...(step.lead ? { lead: step.lead } : {})}
      verb={step.verb ?? step.title}
      initial={Object.fromEntries(step.fields.map((field) => [field.name, field.initial]))}
      isBusy={sent.isPending}
      problem={sent.error}
      onSave={(typed) => sent.mutate(valuesOf(step.fields, typed))}
      onClose={close}
    >
      {(form) => (
        <>
          {step.fields.map((field) => (
            <FieldItem key={field.name} field={field} />
          ))}
          {step.below?.(() => valuesOf(step.fields, form.getFieldsValue(true) as Typed))}
          {before ? (
            <p>
              <Link to={before[0]}>{say[before[1]]}</Link>
            </p>
          ) : null}
        </>
      )}
    </FormDrawer>
  )
}
