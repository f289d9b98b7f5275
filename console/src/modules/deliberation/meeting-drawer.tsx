// What a meeting asks of its recorder, each in a drawer: who came, a speech, a decision with what follows, minutes.
import { App, Button, Checkbox, Form, Input, InputNumber, Select } from 'antd'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { decisionWays, type DecisionWay } from '../../../../contract/src/deliberation-life.ts'
import { call, newKey, refresh, useApi, type Refused } from '../../platform/api.ts'
import { FormDrawer } from '../../platform/form-drawer.tsx'
import { usePick, useWords } from '../../platform/words.ts'
import type { Meeting } from './meeting-page.tsx'
import { words } from './words.ts'

export type Ask =
  | { readonly name: 'attend' | 'speak' | 'write' | 'cancel' }
  | { readonly name: 'decide'; readonly agendaId: string; readonly title: string }
  | { readonly name: 'carryOn'; readonly agendaId: string; readonly outcome: 'carriedOn' | 'later' }
  | { readonly name: 'correction'; readonly correctionId: string; readonly accepted: boolean }
interface Values {
  present?: string[]
  guests?: string
  speakerId?: string
  words?: string
  title?: string
  way?: DecisionWay
  votesFor?: number
  votesAgainst?: number
  votesAbstain?: number
  matter?: string
  budget?: number | null
  items?: { what: string; ownerId?: string; dueOn?: string; budget?: number | null }[]
}
/** Yuan as typed become fen without passing through a fraction. */
const fen = (yuan: number | null | undefined) => (yuan == null ? {} : { budgetFen: Math.round(yuan * 100) })
const send = (of: Meeting, ask: Ask, values: Values, key: { key: string }): Promise<unknown> => {
  const params = { id: of.id }
  const said = values.words ?? ''
  switch (ask.name) {
    case 'attend': {
      const guests = (values.guests ?? '').split(/[\s,，、]+/).filter((one) => one !== '')
      const body = { present: values.present ?? [], guests }
      return call('POST /api/deliberation/meetings/:id/attendance', { params, body }, key)
    }
    case 'speak': {
      const body = { words: said, ...(values.speakerId ? { speakerId: values.speakerId } : {}) }
      return call('POST /api/deliberation/meetings/:id/speeches', { params, body }, key)
    }
    case 'write':
      return call('POST /api/deliberation/meetings/:id/minutes', { params, body: { summary: said } }, key)
    case 'cancel':
      return call('POST /api/deliberation/meetings/:id/cancel', { params, body: { reason: said } }, key)
    case 'carryOn':
      return call(
        'POST /api/deliberation/meetings/:id/agenda/:thingId',
        { params: { ...params, thingId: ask.agendaId }, body: { outcome: ask.outcome, words: said } },
        key,
      )
    case 'correction':
      return call(
        'POST /api/deliberation/meetings/:id/corrections/:thingId',
        { params: { ...params, thingId: ask.correctionId }, body: { accepted: ask.accepted, answer: said } },
        key,
      )
    case 'decide': {
      const { title = '', way = 'hands', votesFor = 0, votesAgainst = 0, votesAbstain = 0, matter, items = [] } = values
      const given = items.map(({ what, ownerId, dueOn, budget }) => ({
        what,
        ...(ownerId ? { ownerId } : {}),
        ...(dueOn ? { dueOn } : {}),
        ...fen(budget),
      }))
      const votes = { votesFor, votesAgainst, votesAbstain }
      const more = { ...(matter ? { matter } : {}), ...fen(values.budget) }
      const body = { agendaId: ask.agendaId, title, words: said, way, ...votes, ...more, items: given }
      return call('POST /api/deliberation/meetings/:id/decisions', { params, body }, key)
    }
  }
}
interface Props {
  readonly of: Meeting
  readonly ask: Ask
  readonly close: () => void
}
export const MeetingDrawer = ({ of, ask, close }: Props) => {
  const say = useWords(words)
  const { message } = App.useApp()
  const client = useQueryClient()
  const attempt = useRef<{ what: string; key: string } | null>(null)
  const mutation = useMutation<unknown, Refused, Values>({
    mutationFn: (values) => {
      const what = JSON.stringify(values)
      if (attempt.current?.what !== what) attempt.current = { what, key: newKey() }
      return send(of, ask, values, attempt.current)
    },
    onSuccess: async () => {
      void message.success(say.done)
      close()
      await refresh(client, ['/api/deliberation', '/api/cases'])
    },
  })
  const titles = {
    attend: say.attend,
    speak: say.speech,
    write: say.minutes,
    cancel: say.reason,
    decide: say.decide,
    carryOn: ask.name === 'carryOn' && ask.outcome === 'later' ? say.later : say.carryOn,
    correction: say.answer,
  }
  const initial: Partial<Values> =
    ask.name === 'attend'
      ? { present: of.people.filter((one) => one.cameAt !== null).map((one) => one.id) }
      : ask.name === 'write'
        ? { words: of.summary ?? '' }
        : ask.name === 'decide'
          ? { title: ask.title, way: 'hands', votesFor: of.quorum.present, votesAgainst: 0, votesAbstain: 0 }
          : {}
  return (
    <FormDrawer<Values>
      open
      title={titles[ask.name]}
      initial={initial}
      isBusy={mutation.isPending}
      problem={mutation.error}
      onSave={(values) => mutation.mutate(values)}
      onClose={close}
    >
      {() => <Fields of={of} ask={ask} />}
    </FormDrawer>
  )
}
const Fields = ({ of, ask }: { readonly of: Meeting; readonly ask: Ask }) => {
  const say = useWords(words)
  if (ask.name === 'attend')
    return (
      <>
        <Form.Item name="present" label={say.people}>
          <Checkbox.Group
            className="stack"
            options={of.people.slice(0, 300).map((one) => ({ value: one.id, label: `${one.seat} ${one.name}` }))}
          />
        </Form.Item>
        <Form.Item name="guests" label={say.guests}>
          <Input maxLength={500} />
        </Form.Item>
      </>
    )
  if (ask.name === 'decide') return <DecideFields of={of} />
  const labels = {
    speak: say.spoken,
    write: say.minutes,
    cancel: say.reason,
    carryOn: say.said,
    correction: say.answer,
  }
  return (
    <>
      {ask.name === 'speak' ? (
        <Form.Item name="speakerId" label={say.speaker}>
          <Select
            allowClear
            options={of.people
              .filter((one) => one.cameAt !== null)
              .map((one) => ({ value: one.id, label: `${one.seat} ${one.name}` }))}
          />
        </Form.Item>
      ) : null}
      <Form.Item name="words" label={labels[ask.name]} rules={[{ required: true, min: 2, message: say.needed }]}>
        <Input.TextArea rows={ask.name === 'write' ? 14 : 4} maxLength={ask.name === 'write' ? 8000 : 500} />
      </Form.Item>
    </>
  )
}
const DecideFields = ({ of }: { readonly of: Meeting }) => {
  const say = useWords(words)
  const pick = usePick()
  const matters = useApi('GET /api/deliberation/matters', {})
  const rules = [{ required: true, min: 2, message: say.needed }]
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
      {(['votesFor', 'votesAgainst', 'votesAbstain'] as const).map((name) => (
        <Form.Item key={name} name={name} label={say[name]}>
          <InputNumber min={0} max={10_000} precision={0} />
        </Form.Item>
      ))}
      <Form.Item name="matter" label={say.matter}>
        <Select allowClear options={(matters.data ?? []).map((one) => ({ value: one.code, label: one.name }))} />
      </Form.Item>
      <Form.Item name="budget" label={say.budget}>
        <InputNumber min={0} max={10_000_000_000} precision={2} />
      </Form.Item>
      <ItemFields of={of} />
    </>
  )
}
const ItemFields = ({ of }: { readonly of: Meeting }) => {
  const say = useWords(words)
  const owners = useApi('GET /api/deliberation/owners', { query: { placeId: of.place.id } })
  const rules = [{ required: true, min: 2, message: say.needed }]
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
