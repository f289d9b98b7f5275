// A meeting scheme as data: seats by position with their duties, quorum and majority, stages, the day, templates, readers.
import { Button, Form, Input, InputNumber, Select, Switch } from 'antd'
import { organisationKinds, type OrganisationKind } from '../../../../contract/src/organisations-kinds.ts'
import { placeKinds, type PlaceKind } from '../../../../contract/src/places-tree.ts'
import { useAct, type Body } from '../../platform/api.ts'
import { useDone } from '../../platform/done.ts'
import { FormDrawer } from '../../platform/form-drawer.tsx'
import { usePick, useWords } from '../../platform/words.ts'
import { CodeField } from './code-field.tsx'
import { RhythmFields, rhythmOf, rhythmValues, type RhythmValues } from './rhythm-fields.tsx'
import { SeatFields, seatsOf, seatValues, type SeatValues } from './seat-fields.tsx'
import { schemeWords } from './scheme-words.ts'
import type { Scheme } from './scheme.ts'

type SchemeBody = Body<'PUT /api/deliberation/schemes/:code'>
interface Values extends RhythmValues {
  code: string
  name: string
  about: string
  placeKinds: PlaceKind[]
  seats: SeatValues[]
  quorumPercent: number
  passPercent: number
  passOf: SchemeBody['passOf']
  stages: string
  startsAt: string
  noticeDays: number
  petitionNames: number
  escalateDays: number
  readers: SchemeBody['readers']
  atTheDoor: boolean
  noticeWords: string
  yearly: { month: number; title: string; words: string }[]
  active: boolean
}
const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
const clockOf = (minutes: number) =>
  `${String(Math.trunc(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
const minutesOf = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))
const bodyOf = (values: Values): SchemeBody => ({
  name: values.name.trim(),
  about: values.about.trim(),
  placeKinds: values.placeKinds,
  seats: seatsOf(values.seats ?? []),
  quorumPercent: values.quorumPercent,
  passPercent: values.passPercent,
  passOf: values.passOf,
  stages: linesOf(values.stages ?? ''),
  rhythm: rhythmOf(values),
  onDayOff: values.onDayOff,
  startsAt: minutesOf(values.startsAt),
  noticeDays: values.noticeDays,
  petitionNames: values.petitionNames,
  escalateDays: values.escalateDays,
  readers: values.readers,
  atTheDoor: values.atTheDoor,
  noticeWords: values.noticeWords.trim(),
  yearly: values.yearly ?? [],
  active: values.active,
})
const valuesOf = (scheme: Scheme): Values => ({
  ...scheme,
  ...rhythmValues(scheme.rhythm, scheme.onDayOff),
  placeKinds: [...scheme.placeKinds],
  seats: seatValues(scheme.seats),
  stages: scheme.stages.join('\n'),
  startsAt: clockOf(scheme.startsAt),
  yearly: (scheme.yearly ?? []).map((one) => ({ ...one })),
})
const blank: Partial<Values> = {
  placeKinds: ['estate'],
  seats: [],
  quorumPercent: 50,
  passPercent: 50,
  passOf: 'cast',
  startsAt: '19:00',
  noticeDays: 3,
  petitionNames: 10,
  escalateDays: 7,
  readers: 'residents',
  atTheDoor: false,
  yearly: [],
  active: true,
  ...rhythmValues(null, 'next'),
}
/** Changes a scheme, or adds one when none is given. */
export const SchemeForm = ({ scheme, close }: { readonly scheme: Scheme | null; readonly close: () => void }) => {
  const say = useWords(schemeWords)
  const change = useAct('PUT /api/deliberation/schemes/:code', {
    onDone: useDone(say.done, close),
  })
  return (
    <FormDrawer<Values>
      open
      width={640}
      title={scheme?.name ?? say.add}
      initial={scheme ? valuesOf(scheme) : blank}
      isBusy={change.isPending}
      problem={change.error}
      onSave={(values) => change.mutate({ params: { code: scheme?.code ?? values.code }, body: bodyOf(values) })}
      onClose={close}
    >
      {() => <Fields isNew={scheme === null} />}
    </FormDrawer>
  )
}
const numbers = [
  ['quorumPercent', 0, 100],
  ['passPercent', 0, 100],
  ['noticeDays', 0, 60],
  ['petitionNames', 1, 100_000],
  ['escalateDays', 1, 365],
] as const
const Fields = ({ isNew }: { readonly isNew: boolean }) => {
  const say = useWords(schemeWords)
  const pick = usePick()
  const rules = [{ required: true, message: say.needed }]
  const options = <K extends string>(table: Readonly<Record<K, { readonly zh: string; readonly en: string }>>) =>
    (Object.keys(table) as K[]).map((value) => ({ value, label: pick(table[value]) }))
  return (
    <>
      {isNew ? <CodeField /> : null}
      <Form.Item name="name" label={say.name} rules={rules}>
        <Input maxLength={30} />
      </Form.Item>
      <Form.Item name="about" label={say.about} rules={rules}>
        <Input.TextArea rows={2} maxLength={200} />
      </Form.Item>
      <Form.Item name="placeKinds" label={say.placeKinds} rules={rules}>
        <Select mode="multiple" options={options<PlaceKind>(placeKinds)} />
      </Form.Item>
      <SeatFields kinds={options<OrganisationKind>(organisationKinds)} />
      {numbers.map(([name, min, max]) => (
        <Form.Item key={name} name={name} label={say[name]} rules={rules}>
          <InputNumber min={min} max={max} precision={0} />
        </Form.Item>
      ))}
      <Chosen
        name="passOf"
        label={say.passOf}
        options={[
          ['cast', say.cast],
          ['all', say.all],
        ]}
      />
      <RhythmFields />
      <Form.Item name="startsAt" label={say.startsAt} rules={rules}>
        <Input type="time" />
      </Form.Item>
      <Form.Item name="stages" label={say.stages} extra={say.stagesHint}>
        <Input.TextArea rows={3} maxLength={220} />
      </Form.Item>
      <Form.Item name="noticeWords" label={say.noticeWords} rules={rules}>
        <Input.TextArea rows={2} maxLength={200} />
      </Form.Item>
      <Chosen
        name="readers"
        label={say.readers}
        options={[
          ['residents', say.residents],
          ['members', say.members],
        ]}
      />
      <YearlyFields />
      {(['atTheDoor', 'active'] as const).map((name) => (
        <Form.Item key={name} name={name} label={say[name]} valuePropName="checked">
          <Switch />
        </Form.Item>
      ))}
    </>
  )
}
interface ChosenProps {
  readonly name: string
  readonly label: string
  readonly options: readonly (readonly [value: string, label: string])[]
}
const Chosen = ({ name, label, options }: ChosenProps) => (
  <Form.Item name={name} label={label}>
    <Select options={options.map(([value, say]) => ({ value, label: say }))} />
  </Form.Item>
)
const YearlyFields = () => {
  const say = useWords(schemeWords)
  const rules = [{ required: true, message: say.needed }]
  return (
    <Form.List name="yearly">
      {(fields, { add, remove }) => (
        <fieldset className="form-block">
          <legend>{say.yearly}</legend>
          {fields.map((field) => (
            <div key={field.key} className="form-block">
              <Form.Item name={[field.name, 'month']} label={say.month} rules={rules}>
                <InputNumber min={1} max={12} precision={0} />
              </Form.Item>
              <Form.Item name={[field.name, 'title']} label={say.topic} rules={rules}>
                <Input maxLength={60} />
              </Form.Item>
              <Form.Item name={[field.name, 'words']} label={say.topicWords} rules={rules}>
                <Input maxLength={500} />
              </Form.Item>
              <Button size="small" onClick={() => remove(field.name)}>
                {say.remove}
              </Button>
            </div>
          ))}
          <Button onClick={() => add({})}>{say.addYearly}</Button>
        </fieldset>
      )}
    </Form.List>
  )
}
