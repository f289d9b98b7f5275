// One organisation in a drawer: what it is, the places it serves, who works there; changing and retiring it.
import { Link } from '@tanstack/react-router'
import { App, Button, Drawer } from 'antd'
import { Pencil, UserPlus } from 'lucide-react'
import { useState } from 'react'
import { organisationKinds } from '../../../../contract/src/organisations-kinds.ts'
import { useAct, useApi, type Out } from '../../platform/api.ts'
import { Ask } from '../../platform/ask.tsx'
import { Facts } from '../../platform/facts.tsx'
import { useList } from '../../platform/list.ts'
import { useMay } from '../../platform/me.ts'
import { More } from '../../platform/more.tsx'
import { Loaded, ProblemPanel, SkeletonTable } from '../../platform/page.tsx'
import { pageWords } from '../../platform/page-words.ts'
import { Tag } from '../../platform/tags.tsx'
import { usePick, useWords } from '../../platform/words.ts'
import { AppointForm } from './appoint-form.tsx'
import { OrganisationForm } from './organisation-form.tsx'
import { words } from './words.ts'
import './organisations.css'

type Organisation = Out<'GET /api/organisations/:id'>
interface OrganisationDrawerProps {
  readonly id: string | null
  readonly close: () => void
  readonly open: (id: string) => void
}
export const OrganisationDrawer = ({ id, close, open }: OrganisationDrawerProps) => {
  const say = useWords(words)
  const common = useWords(pageWords)
  const organisation = useApi('GET /api/organisations/:id', { params: { id: id ?? '' } }, { when: id !== null })
  return (
    <Drawer
      open={id !== null}
      title={organisation.data?.name ?? say.title}
      size={560}
      onClose={close}
      destroyOnHidden
      closable={{ 'aria-label': common.close }}
      styles={{ wrapper: { maxWidth: '100vw' } }}
    >
      {id === null ? null : (
        <Loaded of={organisation} rows={6}>
          {(data) => <Detail key={data.id} organisation={data} open={open} />}
        </Loaded>
      )}
    </Drawer>
  )
}

interface DetailProps {
  readonly organisation: Organisation
  readonly open: (id: string) => void
}
const Detail = ({ organisation, open }: DetailProps) => {
  const say = useWords(words)
  const pick = usePick()
  const { parent } = organisation
  return (
    <div className="stack organisation">
      <Facts
        facts={[
          {
            label: say.kind,
            value: (
              <span className="row">
                {pick(organisationKinds[organisation.kind])}
                {organisation.handlesCases ? <Tag tone="info">{say.handles}</Tag> : null}
                {organisation.active ? null : <Tag tone="warn">{say.inactive}</Tag>}
              </span>
            ),
          },
          { label: say.shortName, value: organisation.shortName },
          { label: say.phone, value: organisation.phone ?? <span className="quiet">{say.unknown}</span> },
          { label: say.place, value: organisation.place?.name ?? <span className="quiet">{say.unknown}</span> },
          parent
            ? {
                label: say.parent,
                value: (
                  <button type="button" className="link-button" onClick={() => open(parent.id)}>
                    {parent.name}
                  </button>
                ),
              }
            : null,
        ]}
      />
      <Actions organisation={organisation} />
      <section>
        <h2>{say.serves}</h2>
        {organisation.serves.length === 0 ? <p className="quiet">{say.servesNothing}</p> : null}
        <ul className="chips">
          {organisation.serves.map((place) => (
            <li key={place.id}>
              <Link to="/places" search={{ place: place.id } as never} className="tag tone-quiet">
                {place.name}
              </Link>
            </li>
          ))}
        </ul>
      </section>
      <Staff organisation={organisation} />
    </div>
  )
}

const Actions = ({ organisation }: { readonly organisation: Organisation }) => {
  const say = useWords(words)
  const { message } = App.useApp()
  const [doing, setDoing] = useState<'edit' | 'retire' | null>(null)
  const stop = () => setDoing(null)
  const change = useAct('PATCH /api/organisations/:id', {
    onDone: () => {
      stop()
      message.success(say.saved)
    },
  })
  const set = (active: boolean) =>
    change.mutate(
      { params: { id: organisation.id }, body: { active } },
      { onError: (failure) => active && message.error(failure.message) },
    )
  if (!organisation.may.includes('edit')) return null
  return (
    <div className="row">
      <Button icon={<Pencil size={15} aria-hidden />} onClick={() => setDoing('edit')}>
        {say.edit}
      </Button>
      {organisation.active ? (
        <Button danger onClick={() => setDoing('retire')}>
          {say.retire}
        </Button>
      ) : (
        <Button loading={change.isPending} onClick={() => set(true)}>
          {say.restore}
        </Button>
      )}
      <Ask
        open={doing === 'retire'}
        title={say.retireAsk(organisation.name)}
        what={say.retireWhat}
        verb={say.retire}
        isDangerous
        isBusy={change.isPending}
        problem={change.error}
        onYes={() => set(false)}
        onNo={stop}
      />
      <OrganisationForm open={doing === 'edit'} organisation={organisation} close={stop} done={stop} />
    </div>
  )
}

const Staff = ({ organisation }: { readonly organisation: Organisation }) => {
  const say = useWords(words)
  const may = useMay()
  const [isAppointing, setAppointing] = useState(false)
  const list = useList('GET /api/organisations/appointments', {
    query: { organisationId: organisation.id, inForce: 'true', limit: 50 },
  })
  const stop = () => setAppointing(false)
  return (
    <section>
      <h2>{say.staff}</h2>
      {list.error ? <ProblemPanel problem={list.error} retry={list.again} /> : null}
      {list.isLoading ? <SkeletonTable rows={3} /> : null}
      {!list.isLoading && !list.error && list.rows.length === 0 ? <p className="quiet">{say.staffEmpty}</p> : null}
      <ul className="staff">
        {list.rows.map((each) => (
          <li key={each.id}>
            <strong>{each.person.name}</strong>
            <span>{each.position.name}</span>
            <span className="quiet">{each.scope.name}</span>
          </li>
        ))}
      </ul>
      <More list={list} />
      {may('appointment.edit') && organisation.active ? (
        <Button icon={<UserPlus size={15} aria-hidden />} onClick={() => setAppointing(true)}>
          {say.appoint}
        </Button>
      ) : null}
      <AppointForm
        open={isAppointing}
        organisation={{ id: organisation.id, name: organisation.name }}
        close={stop}
        done={stop}
      />
    </section>
  )
}
