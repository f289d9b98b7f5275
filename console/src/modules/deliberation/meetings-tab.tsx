// Meetings of my area, and calling one: scheme, place, time, topics; who will be told is shown before.
import { App, Button, Form, Input, Select } from 'antd'
import { UsersRound } from 'lucide-react'
import { useState } from 'react'
import { Link } from '@tanstack/react-router'
import { meetingStates } from '../../../../contract/src/deliberation-life.ts'
import { AddButton } from '../../platform/add-button.tsx'
import { useGo } from '../../platform/address.ts'
import { useAct, useApi, type Out } from '../../platform/api.ts'
import { FormDrawer } from '../../platform/form-drawer.tsx'
import { useList } from '../../platform/list.ts'
import { Listing } from '../../platform/listing.tsx'
import { BodiesPicker } from './bodies-picker.tsx'
import { useMarks } from '../../platform/marks.ts'
import { PlacePicker } from '../../platform/place-picker.tsx'
import { Tag } from '../../platform/tags.tsx'
import { TimeText } from '../../platform/time.tsx'
import { usePick, useWords } from '../../platform/words.ts'
import { words } from './words.ts'

/** The meetings of my area, each a link, and the button that calls one. */
export const MeetingsTab = () => {
  const say = useWords(words)
  const pick = usePick()
  const go = useGo()
  const [isCalling, setCalling] = useState(false)
  const list = useList('GET /api/deliberation/meetings', { query: {} })
  return (
    <div className="stack">
      <p className="row">
        <AddButton onClick={() => setCalling(true)}>{say.call}</AddButton>
      </p>
      <Listing list={list} icon={UsersRound} empty={{ title: say.noMeetings, hint: say.noMeetingsHint }} isPlain>
        {(rows) => (
          <ul className="entries">
            {rows.map((row) => (
              <li key={row.id} className="entry">
                <p className="row">
                  <strong>
                    <Link to={`/deliberation/${row.id}`}>{row.title}</Link>
                  </strong>
                  <Tag tone={row.state === 'published' ? 'good' : row.state === 'cancelled' ? 'quiet' : 'info'}>
                    {pick(meetingStates[row.state])}
                  </Tag>
                </p>
                <p className="quiet">
                  {row.number} · {row.schemeName}
                  {row.stage ? ` · ${row.stage}` : ''} · {row.place.name} · <TimeText at={row.startsAt} />
                </p>
              </li>
            ))}
          </ul>
        )}
      </Listing>
      {isCalling ? <CallForm close={() => setCalling(false)} onCalled={(id) => go(`/deliberation/${id}`)} /> : null}
    </div>
  )
}
type Scheme = Out<'GET /api/deliberation/schemes'>[number]
interface Values {
  scheme: string
  placeId?: string | null
  stage?: number
  title: string
  at: string
  where: string
  topicIds?: string[]
  organisationIds?: string[]
  items?: string
}
const CallForm = ({ close, onCalled }: { readonly close: () => void; readonly onCalled: (id: string) => void }) => {
  const say = useWords(words)
  const { message } = App.useApp()
  const call = useAct('POST /api/deliberation/meetings', {
    onDone: (made) => {
      void message.success(say.done)
      close()
      onCalled(made.id)
    },
  })
  const save = ({ scheme, placeId, stage, title, at, where, topicIds, organisationIds, items }: Values) =>
    call.mutate({
      body: {
        scheme,
        placeId: placeId ?? '',
        title,
        where,
        // The field is typed in the district's own time.
        startsAt: new Date(`${at}:00+08:00`).toISOString(),
        topicIds: topicIds ?? [],
        organisationIds: organisationIds ?? [],
        items: (items ?? '')
          .split('\n')
          .map((line) => line.trim())
          .filter((line) => line !== ''),
        ...(stage === undefined ? {} : { stage }),
      },
    })
  return (
    <FormDrawer<Values>
      open
      title={say.call}
      lead={say.callLead}
      verb={say.send}
      initial={{ scheme: 'five-party' }}
      isBusy={call.isPending}
      problem={call.error}
      onSave={save}
      onClose={close}
    >
      {(form) => <CallFields form={form} />}
    </FormDrawer>
  )
}
/** The first of its days that still leaves time for the notice, at its hour. */
const firstDay = (scheme: Scheme): string => {
  const earliest = new Date(Date.now() + 8 * 3_600_000 + scheme.noticeDays * 86_400_000).toISOString().slice(0, 10)
  const { day } = scheme.next.find((one) => one.day >= earliest) ?? scheme.next.at(-1)!
  const two = (n: number) => String(n).padStart(2, '0')
  return `${day}T${two(Math.trunc(scheme.startsAt / 60))}:${two(scheme.startsAt % 60)}`
}
const NextDays = ({ of, take }: { readonly of: Scheme; readonly take: (at: string) => void }) => {
  const say = useWords(words)
  const mark = useMarks()
  if (of.next.length === 0) return null
  return (
    <p className="row">
      {say.next(of.next.map((one) => one.day).join(mark.list))}
      <Button size="small" onClick={() => take(firstDay(of))}>
        {say.takeDay}
      </Button>
    </p>
  )
}
const WhoIsTold = (of: { readonly scheme: string | undefined; readonly placeId: string | null | undefined }) => {
  const say = useWords(words)
  const mark = useMarks()
  const members = useApi(
    'GET /api/deliberation/members',
    { query: { scheme: of.scheme ?? '', placeId: of.placeId ?? '' } },
    { when: Boolean(of.scheme && of.placeId) },
  )
  if (!members.data) return null
  return (
    <p className="quiet">
      {say.asked(members.data.people.length)}
      {members.data.neighbours > 0 ? ` ${say.neighbours(members.data.neighbours)}` : ''}
      {members.data.empty.length > 0 ? `${mark.stop}${say.emptySeats(members.data.empty.join(mark.list))}` : ''}
    </p>
  )
}
const CallFields = ({ form }: { readonly form: ReturnType<typeof Form.useForm<Values>>[0] }) => {
  const say = useWords(words)
  const mark = useMarks()
  const schemes = useApi('GET /api/deliberation/schemes', {})
  const code = Form.useWatch('scheme', form)
  const placeId = Form.useWatch('placeId', form)
  const topics = useApi('GET /api/deliberation/topics', { query: { limit: 100 } })
  const scheme = schemes.data?.find((one) => one.code === code)
  const rules = [{ required: true, message: say.needed }]
  const waiting = (topics.data?.rows ?? []).filter((one) => one.state === 'proposed' || one.state === 'selected')
  return (
    <>
      <Form.Item name="scheme" label={say.scheme} rules={rules}>
        <Select
          options={(schemes.data ?? [])
            .filter((one) => one.active)
            .map((one) => ({ value: one.code, label: one.name }))}
        />
      </Form.Item>
      {scheme ? <p className="quiet">{scheme.about}</p> : null}
      {scheme ? <NextDays of={scheme} take={(at) => form.setFieldValue('at', at)} /> : null}
      <Form.Item name="placeId" label={say.place} rules={rules}>
        <PlacePicker label={say.place} {...(scheme ? { kinds: scheme.placeKinds } : {})} />
      </Form.Item>
      <WhoIsTold scheme={code} placeId={placeId} />
      <Form.Item name="organisationIds" label={say.alsoAsked}>
        <BodiesPicker label={say.alsoAsked} />
      </Form.Item>
      {scheme && scheme.stages.length > 0 ? (
        <Form.Item name="stage" label={say.stage} initialValue={0}>
          <Select options={scheme.stages.map((label, value) => ({ value, label }))} />
        </Form.Item>
      ) : null}
      <Form.Item name="title" label={say.name} rules={rules}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="at" label={say.when} rules={rules}>
        <Input type="datetime-local" />
      </Form.Item>
      <Form.Item name="where" label={say.where} rules={rules}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="topicIds" label={say.agendaTopics}>
        <Select
          mode="multiple"
          optionFilterProp="label"
          options={waiting.map((one) => ({ value: one.id, label: `${one.title}${mark.aside(one.place.name)}` }))}
        />
      </Form.Item>
      <Form.Item name="items" label={say.otherItems}>
        <Input.TextArea rows={3} maxLength={1000} />
      </Form.Item>
    </>
  )
}
