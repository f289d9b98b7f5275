// What a meeting asks of its recorder, each in a drawer: who came, a speech, a decision with what follows, minutes.
import { App, Checkbox, Form, Input, Select } from 'antd'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { meetingLife, type DecisionWay } from '../../../../contract/src/deliberation-life.ts'
import { call, newKey, refresh, type Refused } from '../../platform/api.ts'
import { FormDrawer } from '../../platform/form-drawer.tsx'
import { usePick, useWords } from '../../platform/words.ts'
import { PhotoField } from '../cases/photo-field.tsx'
import { DecideFields } from './decide-fields.tsx'
import type { Meeting } from './meeting.ts'
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
  expiresOn?: string
  amends?: string
  endsHere?: boolean
  photos?: string[]
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
      return call(
        'POST /api/deliberation/meetings/:id/minutes',
        { params, body: { summary: said, photos: values.photos ?? [] } },
        key,
      )
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
      const { expiresOn, amends, endsHere = false } = values
      const more = {
        ...(matter ? { matter } : {}),
        ...(expiresOn ? { expiresOn } : {}),
        ...(amends ? { amends } : {}),
        ...fen(values.budget),
        endsHere,
      }
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
  const pick = usePick()
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
    cancel: pick(meetingLife.steps.cancel),
    decide: say.decide,
    carryOn: ask.name === 'carryOn' && ask.outcome === 'later' ? say.later : say.carryOn,
    correction: say.answer,
  }
  const initial: Partial<Values> =
    ask.name === 'attend'
      ? { present: of.people.filter((one) => one.cameAt !== null).map((one) => one.id) }
      : ask.name === 'write'
        ? { words: of.summary ?? '', photos: [...of.photos] }
        : ask.name === 'decide'
          ? { title: ask.title, way: 'hands', votesFor: of.quorum.present, votesAgainst: 0, votesAbstain: 0 }
          : {}
  return (
    <FormDrawer<Values>
      open
      title={titles[ask.name]}
      {...(ask.name === 'cancel' ? { verb: titles.cancel } : {})}
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
  const isTouched = matchMedia('(pointer: coarse)').matches
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
      <Form.Item
        name="words"
        label={labels[ask.name]}
        {...(ask.name === 'write' || ask.name === 'speak'
          ? { extra: isTouched ? say.dictateByTouch : say.dictate }
          : {})}
        rules={[{ required: true, min: 2, message: ask.name === 'cancel' ? say.reasonNeeded : say.wordsNeeded }]}
      >
        <Input.TextArea rows={ask.name === 'write' ? 14 : 4} maxLength={ask.name === 'write' ? 8000 : 500} />
      </Form.Item>
      {ask.name === 'write' ? (
        <Form.Item name="photos" label={say.photos}>
          <PhotoField />
        </Form.Item>
      ) : null}
    </>
  )
}
