// People of my area, masked: search, register, and one person in a drawer.
import { Button, Checkbox, Table } from 'antd'
import { UserPlus, Users } from 'lucide-react'
import { useState } from 'react'
import { useGo, useSearch, type Search } from '../../platform/address.ts'
import { addressOf } from '../../platform/api.ts'
import { ExportButton } from '../../platform/export-button.tsx'
import { useList, type RowOf } from '../../platform/list.ts'
import { Listing, TextFilter } from '../../platform/listing.tsx'
import { useMarks, type Marks } from '../../platform/marks.ts'
import { useMay } from '../../platform/me.ts'
import { PageHeader } from '../../platform/page.tsx'
import { Tag } from '../../platform/tags.tsx'
import { useWords } from '../../platform/words.ts'
import { PersonDrawer } from './person-drawer.tsx'
import { PersonForm } from './person-form.tsx'
import { words } from './words.ts'

type Row = RowOf<'GET /api/identity/people'>

const filtersOf = ({ search, staff }: Search) => ({
  ...(search ? { search } : {}),
  ...(staff === '1' ? { staffOnly: 'true' as const } : {}),
})

export default function PeoplePage() {
  const say = useWords(words)
  const may = useMay()
  const [search, change] = useSearch()
  const [isRegistering, setRegistering] = useState(false)
  return (
    <div className="page">
      <PageHeader
        title={say.title}
        lead={say.lead}
        actions={
          <>
            <ExportButton href={addressOf('GET /api/identity/people.xlsx', { query: filtersOf(search) })} />
            {may('person.edit') ? (
              <Button type="primary" icon={<UserPlus size={16} aria-hidden />} onClick={() => setRegistering(true)}>
                {say.register}
              </Button>
            ) : null}
          </>
        }
      />
      <div className="filters" role="search">
        <TextFilter label={say.search} />
        <Checkbox
          checked={search['staff'] === '1'}
          onChange={(event) => change({ staff: event.target.checked ? '1' : undefined })}
        >
          {say.staffOnly}
        </Checkbox>
      </div>
      <PeopleList
        search={search['search'] ?? ''}
        staffOnly={search['staff'] === '1'}
        open={(id) => change({ person: id })}
        register={() => setRegistering(true)}
      />
      <PersonDrawer id={search['person'] ?? null} close={() => change({ person: undefined })} />
      <PersonForm
        open={isRegistering}
        close={() => setRegistering(false)}
        done={(id) => {
          setRegistering(false)
          change({ person: id })
        }}
      />
    </div>
  )
}

interface PeopleListProps {
  readonly search: string
  readonly staffOnly: boolean
  readonly open: (id: string) => void
  readonly register: () => void
}
const PeopleList = ({ search, staffOnly, open, register }: PeopleListProps) => {
  const say = useWords(words)
  const list = useList('GET /api/identity/people', {
    query: { limit: 50, ...filtersOf({ search, ...(staffOnly ? { staff: '1' } : {}) }) },
  })
  return (
    <Listing
      list={list}
      icon={Users}
      total={say.total}
      empty={{ title: say.emptyTitle, hint: say.emptyWords, action: <FirstAction register={register} /> }}
      noMatch={search !== '' || staffOnly ? { title: say.noMatchTitle, hint: say.noMatchWords } : false}
    >
      {(rows) => <PeopleTable rows={rows} open={open} />}
    </Listing>
  )
}
const FirstAction = ({ register }: { readonly register: () => void }) => {
  const say = useWords(words)
  const may = useMay()
  const go = useGo()
  if (may('person.edit'))
    return (
      <Button type="primary" onClick={register}>
        {say.register}
      </Button>
    )
  return may('import.run') ? <Button onClick={() => go('/imports')}>{say.goImport}</Button> : null
}
const PeopleTable = ({ rows, open }: { readonly rows: Row[]; readonly open: (id: string) => void }) => {
  const say = useWords(words)
  const mark = useMarks()
  return (
    <Table<Row>
      size="small"
      rowKey="id"
      pagination={false}
      dataSource={rows}
      onRow={(row) => ({ onClick: () => open(row.id), className: 'may-open' })}
      columns={[
        {
          title: say.name,
          render: (_, row) => (
            <span className="row">
              <button type="button" className="link-button">
                {row.name}
              </button>
              {row.active ? null : <Tag>{say.inactive}</Tag>}
            </span>
          ),
        },
        { title: say.phone, render: (_, row) => row.phone ?? <span className="quiet">{say.noPhone}</span> },
        {
          title: say.appointments,
          responsive: ['md'],
          render: (_, row) =>
            summary(
              mark,
              row.appointments.map((each) => `${each.position} · ${each.scope}`),
            ),
        },
        {
          title: say.homes,
          responsive: ['md'],
          render: (_, row) =>
            summary(
              mark,
              row.homes.map((each) => each.name),
            ),
        },
      ]}
    />
  )
}
/** The first two, and how many more there are. */
const summary = (mark: Marks, names: readonly string[]) =>
  names.length > 2 ? `${names.slice(0, 2).join(mark.list)} +${names.length - 2}` : names.join(mark.list)
