// Owners and occupants of a home, masked: recording one, ending one.
import { Link } from '@tanstack/react-router'
import { App, Button, Form, Radio } from 'antd'
import { UserPlus } from 'lucide-react'
import { useState } from 'react'
import { useAct, useApi, type Out } from '../../platform/api.ts'
import { Ask } from '../../platform/ask.tsx'
import { FormDrawer } from '../../platform/form-drawer.tsx'
import { useMay } from '../../platform/me.ts'
import { Loaded } from '../../platform/page.tsx'
import { PersonPicker } from '../../platform/pickers.tsx'
import { Tag } from '../../platform/tags.tsx'
import { TimeText } from '../../platform/time.tsx'
import { useWords } from '../../platform/words.ts'
import type { Place } from './place-kinds.ts'
import { words } from './words.ts'

type HomePerson = Out<'GET /api/places/:id/people'>[number]

export const HomePeople = ({ home }: { readonly home: Place }) => {
  const say = useWords(words)
  const may = useMay()
  const [isRecording, setRecording] = useState(false)
  const people = useApi('GET /api/places/:id/people', { params: { id: home.id } })
  return (
    <section className="card stack" aria-labelledby="people-title">
      <div className="row">
        <h2 id="people-title">{say.people}</h2>
        <span className="grow" />
        {may('home.confirm') ? (
          <Button icon={<UserPlus size={15} aria-hidden />} onClick={() => setRecording(true)}>
            {say.record}
          </Button>
        ) : null}
      </div>
      <Loaded of={people} rows={3}>
        {(rows) =>
          rows.length === 0 ? (
            <p className="quiet">{say.peopleEmpty}</p>
          ) : (
            <ul className="home-people">
              {rows.map((each) => (
                <li key={each.id}>
                  <OnePerson of={each} />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      <RecordForm home={home} open={isRecording} close={() => setRecording(false)} />
    </section>
  )
}

const stateTones = { claimed: 'info', confirmed: 'good', refused: 'late', ended: 'quiet' } as const
const OnePerson = ({ of: each }: { readonly of: HomePerson }) => {
  const say = useWords(words)
  const may = useMay()
  const isOver = each.state === 'ended' || each.state === 'refused'
  return (
    <>
      <Link to="/people" search={{ person: each.person.id } as never} className={isOver ? 'quiet' : ''}>
        {each.person.name}
      </Link>
      <Tag tone={each.relation === 'owner' ? 'info' : 'quiet'}>{say[each.relation]}</Tag>
      <Tag tone={stateTones[each.state]}>{say[each.state]}</Tag>
      <span>{each.phone}</span>
      <span className="quiet">
        {say.since} <TimeText at={each.since} />
      </span>
      {each.reason ? <span className="quiet">{each.reason}</span> : null}
      <span className="grow" />
      {may('home.confirm') && each.state === 'confirmed' ? <EndButton of={each} /> : null}
    </>
  )
}

const EndButton = ({ of: each }: { readonly of: HomePerson }) => {
  const say = useWords(words)
  const { message } = App.useApp()
  const [isAsking, setAsking] = useState(false)
  const end = useAct('DELETE /api/places/home-people/:id', {
    refreshes: ['/api/places', '/api/identity/people'],
    onDone: () => {
      setAsking(false)
      message.success(say.endDone)
    },
  })
  return (
    <>
      <Button size="small" danger onClick={() => setAsking(true)}>
        {say.end}
      </Button>
      <Ask
        open={isAsking}
        title={say.endAsk(each.person.name, say[each.relation])}
        what={say.endWhat}
        verb={say.end}
        isDangerous
        isBusy={end.isPending}
        problem={end.error}
        onYes={() => end.mutate({ params: { id: each.id } })}
        onNo={() => setAsking(false)}
      />
    </>
  )
}

interface Values {
  personId: string
  relation: 'owner' | 'occupant'
}
interface RecordFormProps {
  readonly home: Place
  readonly open: boolean
  readonly close: () => void
}
const RecordForm = ({ home, open, close }: RecordFormProps) => {
  const say = useWords(words)
  const { message } = App.useApp()
  const record = useAct('POST /api/places/:id/people', {
    refreshes: ['/api/places', '/api/identity/people'],
    onDone: () => {
      message.success(say.recorded)
      close()
    },
  })
  return (
    <FormDrawer<Values>
      open={open}
      title={say.record}
      lead={home.path || home.name}
      initial={{ relation: 'owner' }}
      isBusy={record.isPending}
      problem={record.error}
      onSave={(body) => record.mutate({ params: { id: home.id }, body })}
      onClose={() => {
        record.reset()
        close()
      }}
    >
      {() => (
        <>
          <Form.Item name="personId" label={say.person} rules={[{ required: true, message: say.personNeeded }]}>
            <PersonPicker label={say.person} />
          </Form.Item>
          <Form.Item name="relation" label={say.relation}>
            <Radio.Group
              options={[
                { value: 'owner', label: say.owner },
                { value: 'occupant', label: say.occupant },
              ]}
            />
          </Form.Item>
        </>
      )}
    </FormDrawer>
  )
}
