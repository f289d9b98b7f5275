// Appointments: who holds which position where and until when; concurrent ones; appointing and ending.
import { Button, Checkbox, Segmented, Select, Table } from 'antd'
import { IdCard, UserPlus } from 'lucide-react'
import { useState } from 'react'
import { useSearch, type Search } from '../../platform/address.ts'
import { addressOf, useApi } from '../../platform/api.ts'
import { ExportButton } from '../../platform/export-button.tsx'
import { useList, type RowOf } from '../../platform/list.ts'
import { Listing } from '../../platform/listing.tsx'
import { useMay } from '../../platform/me.ts'
import { PageHeader } from '../../platform/page.tsx'
import { OrganisationPicker, PersonPicker } from '../../platform/pickers.tsx'
import { ScrollX } from '../../platform/scroll-x.tsx'
import { Tag } from '../../platform/tags.tsx'
import { useWords } from '../../platform/words.ts'
import { AppointForm } from './appoint-form.tsx'
import { AppointmentActions } from './appointment-actions.tsx'
import { PositionPowers } from './position-powers.tsx'
import { words } from './words.ts'

export type Appointment = RowOf<'GET /api/organisations/appointments'>

export default function AppointmentsPage() {
  const say = useWords(words)
  const may = useMay()
  const [search] = useSearch()
  const [isAppointing, setAppointing] = useState(false)
  return (
    <div className="page">
      <PageHeader
        title={say.appointmentsTitle}
        lead={say.appointmentsLead}
        actions={
          <>
            <ExportButton href={addressOf('GET /api/organisations/appointments.xlsx', { query: filtersOf(search) })} />
            {may('appointment.edit') ? (
              <Button type="primary" icon={<UserPlus size={16} aria-hidden />} onClick={() => setAppointing(true)}>
                {say.appoint}
              </Button>
            ) : null}
          </>
        }
      />
      <Filters />
      <AppointmentsList appoint={() => setAppointing(true)} />
      <AppointForm open={isAppointing} close={() => setAppointing(false)} done={() => setAppointing(false)} />
    </div>
  )
}

const Filters = () => {
  const say = useWords(words)
  const [search, change] = useSearch()
  const positions = useApi('GET /api/organisations/positions', {}, { fresh: 60_000 })
  return (
    <div className="filters" role="search">
      <Segmented
        aria-label={say.show}
        value={search['show'] ?? 'inForce'}
        onChange={(show) => change({ show: show === 'inForce' ? undefined : show })}
        options={[
          { value: 'inForce', label: say.showInForce },
          { value: 'others', label: say.showOthers },
          { value: 'all', label: say.showAll },
        ]}
      />
      <Select
        aria-label={say.position}
        style={{ minWidth: 150 }}
        value={search['position'] ?? ''}
        onChange={(position: string) => change({ position })}
        options={[
          { value: '', label: say.anyPosition },
          ...(positions.data ?? []).map((each) => ({ value: each.id, label: each.name })),
        ]}
      />
      <OrganisationPicker
        label={say.organisation}
        placeholder={say.anyOrganisation}
        value={search['organisation'] ?? null}
        onChange={(id) => change({ organisation: id ?? undefined })}
      />
      <PersonPicker
        label={say.person}
        placeholder={say.anyPerson}
        staffOnly
        value={search['person'] ?? null}
        onChange={(id) => change({ person: id ?? undefined })}
      />
      <Checkbox
        checked={search['concurrent'] === '1'}
        onChange={(event) => change({ concurrent: event.target.checked ? '1' : undefined })}
      >
        {say.concurrent}
      </Checkbox>
    </div>
  )
}
const flagOf = { inForce: 'true', others: 'false' } as const
const filtersOf = (search: Search) => {
  const show = search['show'] ?? 'inForce'
  return {
    ...(show === 'inForce' || show === 'others' ? { inForce: flagOf[show] } : {}),
    ...(search['position'] ? { positionId: search['position'] } : {}),
    ...(search['organisation'] ? { organisationId: search['organisation'] } : {}),
    ...(search['person'] ? { personId: search['person'] } : {}),
    ...(search['concurrent'] === '1' ? { concurrentOnly: 'true' as const } : {}),
  }
}

const AppointmentsList = ({ appoint }: { readonly appoint: () => void }) => {
  const say = useWords(words)
  const may = useMay()
  const [search] = useSearch()
  const list = useList('GET /api/organisations/appointments', { query: { limit: 50, ...filtersOf(search) } })
  const isFiltered = Object.keys(search).length > 0
  return (
    <Listing
      list={list}
      icon={IdCard}
      total={say.total}
      empty={{
        title: say.appointmentsEmpty,
        hint: say.appointmentsEmptyWords,
        action: may('appointment.edit') ? (
          <Button type="primary" onClick={appoint}>
            {say.appoint}
          </Button>
        ) : null,
      }}
      noMatch={isFiltered ? { title: say.appointmentsNoMatch, hint: say.appointmentsNoMatchWords } : false}
    >
      {(rows) => <AppointmentsTable rows={rows} />}
    </Listing>
  )
}

const tones = { inForce: 'good', future: 'info', ended: 'quiet' } as const
const AppointmentsTable = ({ rows }: { readonly rows: Appointment[] }) => {
  const say = useWords(words)
  return (
    <ScrollX label={say.appointmentsTitle}>
      <Table<Appointment>
        size="small"
        rowKey="id"
        pagination={false}
        dataSource={rows}
        columns={[
          { title: say.person, render: (_, row) => <strong>{row.person.name}</strong> },
          {
            title: say.position,
            render: (_, row) => (
              <>
                {row.position.name}
                <PositionPowers name={row.position.name} />
              </>
            ),
          },
          { title: say.organisation, responsive: ['md'], render: (_, row) => row.organisation.name },
          { title: say.scope, render: (_, row) => row.scope.name },
          { title: say.term, responsive: ['md'], render: (_, row) => say.fromTo(row.from, row.to ?? say.openEnd) },
          {
            title: say.state,
            responsive: ['md'],
            render: (_, row) => <Tag tone={tones[row.state]}>{say[row.state]}</Tag>,
          },
          { title: say.actions, render: (_, row) => <AppointmentActions appointment={row} /> },
        ]}
      />
    </ScrollX>
  )
}
