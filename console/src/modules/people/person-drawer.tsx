// One person: what is known (masked), appointments, homes; changing, disabling, revealing the number with a reason.
import { App, Button, Drawer } from 'antd'
import { Eye, House, IdCard, Pencil } from 'lucide-react'
import { useState } from 'react'
import { Link } from '@tanstack/react-router'
import { useAct, useApi } from '../../platform/api.ts'
import { Ask } from '../../platform/ask.tsx'
import { Facts } from '../../platform/facts.tsx'
import { useMay } from '../../platform/me.ts'
import { Loaded } from '../../platform/page.tsx'
import { pageWords } from '../../platform/page-words.ts'
import { Tag } from '../../platform/tags.tsx'
import { useWords } from '../../platform/words.ts'
import { PersonForm, type Person } from './person-form.tsx'
import { ResetTotp } from './reset-totp.tsx'
import { PositionPowers } from '../organisations/position-powers.tsx'
import { words } from './words.ts'
import './people.css'

export const PersonDrawer = ({ id, close }: { readonly id: string | null; readonly close: () => void }) => {
  const say = useWords(words)
  const common = useWords(pageWords)
  const person = useApi('GET /api/identity/people/:id', { params: { id: id ?? '' } }, { when: id !== null })
  return (
    <Drawer
      open={id !== null}
      title={person.data?.name ?? say.title}
      size={520}
      onClose={close}
      destroyOnHidden
      closable={{ 'aria-label': common.close }}
      styles={{ wrapper: { maxWidth: '100vw' } }}
    >
      {id === null ? null : (
        <Loaded of={person} rows={5}>
          {(data) => <PersonDetail key={data.id} person={data} />}
        </Loaded>
      )}
    </Drawer>
  )
}

const PersonDetail = ({ person }: { readonly person: Person }) => {
  const say = useWords(words)
  const may = useMay()
  const [isEditing, setEditing] = useState(false)
  return (
    <div className="stack person">
      <Facts
        facts={[
          { label: say.phone, value: <Phone person={person} /> },
          { label: say.login, value: person.login ?? <span className="quiet">{say.noLogin}</span> },
          person.active ? null : { label: say.state, value: <Tag tone="warn">{say.inactive}</Tag> },
        ]}
      />
      {may('person.edit') ? (
        <div className="row">
          <Button icon={<Pencil size={15} aria-hidden />} onClick={() => setEditing(true)}>
            {say.edit}
          </Button>
          {person.mayResetTotp ? <ResetTotp person={person} /> : null}
          <ActiveButton person={person} />
        </div>
      ) : null}
      <AppointmentsOf person={person} />
      <HomesOf person={person} />
      <PersonForm open={isEditing} person={person} close={() => setEditing(false)} done={() => setEditing(false)} />
    </div>
  )
}

const AppointmentsOf = ({ person }: { readonly person: Person }) => {
  const say = useWords(words)
  return (
    <section>
      <h2>{say.appointments}</h2>
      {person.appointments.length === 0 ? <p className="quiet">{say.noAppointments}</p> : null}
      <ul className="person-list">
        {person.appointments.map((each) => (
          <li key={each.id}>
            <IdCard size={16} aria-hidden />
            <span>
              <strong>{each.position}</strong>
              <br />
              {each.organisation} · {each.scope}
              <br />
              <span className="quiet">{say.fromTo(each.from, each.to ?? say.openEnd)}</span>
              <PositionPowers name={each.position} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
const HomesOf = ({ person }: { readonly person: Person }) => {
  const say = useWords(words)
  const may = useMay()
  return (
    <section>
      <h2>{say.homes}</h2>
      {person.homes.length === 0 ? <p className="quiet">{say.noHomes}</p> : null}
      <ul className="person-list">
        {person.homes.map((home) => (
          <li key={`${home.id} ${home.relation}`}>
            <House size={16} aria-hidden />
            <span className="row">
              {may('place.see') ? (
                <Link to="/places" search={{ place: home.id } as never}>
                  {home.name}
                </Link>
              ) : (
                home.name
              )}
              <Tag tone={home.relation === 'owner' ? 'info' : 'quiet'}>{say[home.relation]}</Tag>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

const ActiveButton = ({ person }: { readonly person: Person }) => {
  const say = useWords(words)
  const { message } = App.useApp()
  const [isAsking, setAsking] = useState(false)
  const change = useAct('PATCH /api/identity/people/:id', {
    onDone: () => {
      setAsking(false)
      message.success(say.saved)
    },
  })
  const set = (active: boolean) =>
    change.mutate(
      { params: { id: person.id }, body: { active } },
      { onError: (failure) => active && message.error(failure.message) },
    )
  if (!person.active)
    return (
      <Button loading={change.isPending} onClick={() => set(true)}>
        {say.enable}
      </Button>
    )
  return (
    <>
      <Button danger onClick={() => setAsking(true)}>
        {say.disable}
      </Button>
      <Ask
        open={isAsking}
        title={say.disableAsk(person.name)}
        what={say.disableWhat}
        verb={say.disable}
        isDangerous
        isBusy={change.isPending}
        problem={change.error}
        onYes={() => set(false)}
        onNo={() => setAsking(false)}
      />
    </>
  )
}

const Phone = ({ person }: { readonly person: Person }) => {
  const say = useWords(words)
  const may = useMay()
  const [isAsking, setAsking] = useState(false)
  const reveal = useAct('POST /api/identity/people/:id/reveal', { refreshes: [], onDone: () => setAsking(false) })
  if (!person.phone) return <span className="quiet">{say.noPhone}</span>
  if (reveal.data?.phone)
    return (
      <a href={`tel:${reveal.data.phone}`} aria-label={`${say.revealed} ${reveal.data.phone}`}>
        {reveal.data.phone}
      </a>
    )
  return (
    <span className="row">
      {person.phone}
      {may('person.reveal') ? (
        <Button size="small" icon={<Eye size={14} aria-hidden />} onClick={() => setAsking(true)}>
          {say.reveal}
        </Button>
      ) : null}
      <Ask
        open={isAsking}
        title={say.revealTitle}
        what={say.revealNotice}
        verb={say.revealGo}
        reason={{ label: say.revealReason, hint: say.revealReasonHint, wrong: say.reasonNeeded }}
        isBusy={reveal.isPending}
        problem={reveal.error}
        onYes={(reason) => reveal.mutate({ params: { id: person.id }, body: { reason } })}
        onNo={() => setAsking(false)}
      />
    </span>
  )
}
