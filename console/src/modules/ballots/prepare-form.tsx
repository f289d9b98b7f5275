// Prepares a decision: scope, what is asked, under which matter; the article and the thresholds are shown at once.
import { App, Button, Checkbox, Form, Input, InputNumber, Radio, Select } from 'antd'
import type { MatterCode, SilenceCode } from '../../../../contract/src/ballots-life.ts'
import { useAct, useApi, type Out } from '../../platform/api.ts'
import { useMay } from '../../platform/me.ts'
import { FormDrawer } from '../../platform/form-drawer.tsx'
import { PlacePicker } from '../../platform/place-picker.tsx'
import { Tag } from '../../platform/tags.tsx'
import { usePick, useWords } from '../../platform/words.ts'
import { fenOf } from '../funds/money.ts'
import { MoneyFields } from './money-fields.tsx'
import { usePartKinds } from './part-kinds.ts'
import { words } from './words.ts'

type Rules = Out<'GET /api/decisions/rules'>
type Share = Rules['participation']
interface Values {
  placeId: string
  partKinds: ('home' | 'shop' | 'parking')[]
  title: string
  words: string
  items: {
    matter: MatterCode
    title: string
    cost?: string
    planId?: string
    fundId?: string | null
    amount?: string
    candidate?: string
  }[]
  seats?: number | null
  proxyCap: number
  citySystem?: boolean
  hasProcedure?: boolean
  procedure?: { citation: string; blankMark: Reading; doubleMark: Reading; silence: SilenceCode }
}
type Reading = 'abstain' | 'invalid'
/** A threshold in words: more than half, or so many parts of so many and more. */
export const useShare = () => {
  const say = useWords(words)
  return ({ numerator, denominator, isMoreThan }: Share) => (isMoreThan ? say.half : say.orMore(numerator, denominator))
}
/** The drawer in which a decision is prepared; the caller learns its id. */
export const PrepareForm = (props: { readonly close: () => void; readonly onPrepared: (id: string) => void }) => {
  const say = useWords(words)
  const { message } = App.useApp()
  const rules = useApi('GET /api/decisions/rules', {}, { fresh: 600_000 })
  const prepare = useAct('POST /api/decisions', {
    onDone: (made) => {
      void message.success(say.prepared)
      props.onPrepared(made.id)
    },
  })
  const save = ({ items, seats, citySystem, hasProcedure, procedure, ...rest }: Values) =>
    prepare.mutate({
      body: {
        ...rest,
        citySystem: citySystem ?? false,
        ...(seats ? { seats } : {}),
        ...(hasProcedure && procedure ? { procedure } : {}),
        items: items.map(({ matter, title, cost, planId, fundId, amount, candidate }) => ({
          matter,
          title,
          ...(cost ? { cost } : {}),
          ...(planId ? { planId } : {}),
          ...(fundId ? { fund: { id: fundId, amount: fenOf(amount ?? '') ?? 0 } } : {}),
          ...(candidate ? { candidate: { name: candidate, isPartyMember: false } } : {}),
        })),
      },
    })
  return (
    <FormDrawer<Values>
      open
      title={say.prepare}
      lead={say.prepareLead}
      verb={say.prepare}
      width={560}
      initial={{ partKinds: ['home'], proxyCap: 3, items: [{ matter: 'propertyCompany', title: '' }] }}
      isBusy={prepare.isPending}
      problem={prepare.error}
      onSave={save}
      onClose={props.close}
    >
      {() => <Fields rules={rules.data} />}
    </FormDrawer>
  )
}
const Fields = ({ rules }: { readonly rules: Rules | undefined }) => {
  const say = useWords(words)
  const partKinds = usePartKinds()
  const share = useShare()
  return (
    <>
      {rules ? <p className="quiet">{say.rule(share(rules.participation), rules.participation.citation)}</p> : null}
      <Form.Item name="placeId" label={say.place} rules={[{ required: true, message: say.needed }]}>
        <PlacePicker label={say.place} kinds={['estate', 'building', 'unit']} />
      </Form.Item>
      <Form.Item name="partKinds" label={say.parts} rules={[{ type: 'array', min: 1, message: say.needed }]}>
        <Checkbox.Group options={partKinds} />
      </Form.Item>
      <Form.Item name="title" label={say.heading} rules={[{ required: true, min: 2, message: say.needed }]}>
        <Input maxLength={80} />
      </Form.Item>
      <Form.Item name="words" label={say.explain} rules={[{ required: true, min: 2, message: say.needed }]}>
        <Input.TextArea rows={4} maxLength={4000} />
      </Form.Item>
      <Items rules={rules} />
      <Form.Item name="seats" label={say.seats}>
        <InputNumber min={5} max={11} />
      </Form.Item>
      <Form.Item name="proxyCap" label={say.proxyCap}>
        <InputNumber min={0} max={50} />
      </Form.Item>
      <Form.Item name="citySystem" valuePropName="checked">
        <Checkbox>{say.citySystem}</Checkbox>
      </Form.Item>
      <ProcedureFields />
    </>
  )
}
/** Where the estate's rules of procedure read blank and double marks, or silence, otherwise than the default. */
const ProcedureFields = () => {
  const say = useWords(words)
  const isOwn = Form.useWatch('hasProcedure')
  const silence = Form.useWatch(['procedure', 'silence']) as SilenceCode | undefined
  const options = [
    { value: 'abstain', label: say.readAbstain },
    { value: 'invalid', label: say.readInvalid },
  ]
  return (
    <>
      <Form.Item name="hasProcedure" valuePropName="checked">
        <Checkbox>{say.procedure}</Checkbox>
      </Form.Item>
      {isOwn ? (
        <fieldset className="form-block">
          <Form.Item
            name={['procedure', 'citation']}
            label={say.procedureArticle}
            rules={[{ required: true, min: 2, whitespace: true, message: say.needed }]}
          >
            <Input maxLength={120} />
          </Form.Item>
          <Form.Item name={['procedure', 'blankMark']} label={say.blankMark} initialValue="abstain">
            <Select options={options} />
          </Form.Item>
          <Form.Item name={['procedure', 'doubleMark']} label={say.doubleMark} initialValue="abstain">
            <Select options={options} />
          </Form.Item>
          <Form.Item name={['procedure', 'silence']} label={say.silenceReading} initialValue="no-vote">
            <Radio.Group
              vertical
              options={[
                { value: 'no-vote', label: say.silenceOff },
                { value: 'with-majority', label: say.silenceOn },
              ]}
            />
          </Form.Item>
          {silence === 'with-majority' ? (
            <div className="entry" role="note">
              <p>
                <Tag tone="warn">{say.attention}</Tag>
              </p>
              <p>{say.silenceWarns}</p>
            </div>
          ) : null}
        </fieldset>
      ) : null}
    </>
  )
}
const Items = ({ rules }: { readonly rules: Rules | undefined }) => {
  const say = useWords(words)
  return (
    <Form.List name="items">
      {(fields, { add, remove }) => (
        <>
          {fields.map((field) => (
            <ItemFields
              key={field.key}
              at={field.name}
              rules={rules}
              drop={fields.length > 1 ? () => remove(field.name) : null}
            />
          ))}
          <Button onClick={() => add({ matter: 'other', title: '' })}>{say.addItem}</Button>
        </>
      )}
    </Form.List>
  )
}
interface ItemProps {
  readonly at: number
  readonly rules: Rules | undefined
  readonly drop: (() => void) | null
}
const ItemFields = ({ at, rules, drop }: ItemProps) => {
  const say = useWords(words)
  const pick = usePick()
  const share = useShare()
  const code = Form.useWatch(['items', at, 'matter']) as MatterCode | undefined
  const may = useMay()
  const asked = useApi('GET /api/funds/plans', { query: { state: 'asked', limit: 50 } }, { when: may('fund.see') })
  const plans = asked.data?.rows ?? []
  const matter = rules?.matters.find((one) => one.code === code)
  return (
    <fieldset className="form-block">
      <div className="form-block-head">
        <strong>
          {say.item} {at + 1}
        </strong>
        {drop ? (
          <Button size="small" type="text" onClick={drop}>
            {say.dropItem}
          </Button>
        ) : null}
      </div>
      <Form.Item name={[at, 'matter']} label={say.matter} rules={[{ required: true, message: say.needed }]}>
        <Select options={(rules?.matters ?? []).map((one) => ({ value: one.code, label: pick(one.words) }))} />
      </Form.Item>
      {matter ? <p className="quiet">{say.threshold(share(matter.threshold), matter.article)}</p> : null}
      <Form.Item
        name={[at, 'title']}
        label={say.itemTitle}
        rules={[{ required: true, min: 2, whitespace: true, message: say.needed }]}
      >
        <Input maxLength={120} />
      </Form.Item>
      <Form.Item name={[at, 'cost']} label={say.cost}>
        <Input maxLength={300} />
      </Form.Item>
      {plans.length > 0 ? (
        <Form.Item name={[at, 'planId']} label={say.plan} extra={say.planHint}>
          <Select
            allowClear
            options={plans.map((one) => ({ value: one.id, label: `${one.number} ${one.title} · ${one.place.name}` }))}
          />
        </Form.Item>
      ) : null}
      <MoneyFields at={at} />
      {code === 'committee' ? (
        <Form.Item name={[at, 'candidate']} label={say.candidate}>
          <Input maxLength={60} />
        </Form.Item>
      ) : null}
    </fieldset>
  )
}
