// Organisations of my area by place and kind: the tree of places, search, one in a drawer, add, export.
import { Button, Select, Table } from 'antd'
import { Contact } from 'lucide-react'
import { useState } from 'react'
import { organisationKinds, type OrganisationKind } from '../../../../contract/src/organisations-kinds.ts'
import { useMarks } from '../../platform/marks.ts'
import { AddButton } from '../../platform/add-button.tsx'
import { useSearch, type Search } from '../../platform/address.ts'
import { addressOf, useApi } from '../../platform/api.ts'
import { ExportButton } from '../../platform/export-button.tsx'
import { useList, type RowOf } from '../../platform/list.ts'
import { Listing, TextFilter } from '../../platform/listing.tsx'
import { useMay } from '../../platform/me.ts'
import { PageHeader } from '../../platform/page.tsx'
import { Tag } from '../../platform/tags.tsx'
import { usePick, useWords } from '../../platform/words.ts'
import { usePlaceRoots } from '../places/place-roots.ts'
import { PlaceTree } from '../places/place-tree.tsx'
import '../places/places.css'
import { OrganisationDrawer } from './organisation-drawer.tsx'
import { OrganisationForm } from './organisation-form.tsx'
import { words } from './words.ts'

export type Organisation = RowOf<'GET /api/organisations'>
export const kindsList = Object.keys(organisationKinds) as OrganisationKind[]
const isKind = (text: string | undefined): text is OrganisationKind => text !== undefined && text in organisationKinds

const filtersOf = ({ kind, search: text, at }: Search) => ({
  ...(at ? { placeId: at } : {}),
  ...(isKind(kind) ? { kind } : {}),
  ...(text ? { search: text } : {}),
})

export default function OrganisationsPage() {
  const say = useWords(words)
  const may = useMay()
  const [search, change] = useSearch()
  const [isAdding, setAdding] = useState(false)
  return (
    <div className="page">
      <PageHeader
        title={say.title}
        lead={say.lead}
        actions={
          <>
            <ExportButton href={addressOf('GET /api/organisations.xlsx', { query: filtersOf(search) })} />
            {may('organisation.edit') ? <AddButton onClick={() => setAdding(true)}>{say.add}</AddButton> : null}
          </>
        }
      />
      <div className="places">
        <ByPlace />
        <div className="places-main">
          <Filters />
          <OrganisationsList add={() => setAdding(true)} />
        </div>
      </div>
      <OrganisationDrawer
        id={search['organisation'] ?? null}
        close={() => change({ organisation: undefined })}
        open={(id) => change({ organisation: id })}
      />
      <OrganisationForm
        open={isAdding}
        close={() => setAdding(false)}
        done={(id) => {
          setAdding(false)
          change({ organisation: id })
        }}
      />
    </div>
  )
}

/** The tree of places: what is seated in the chosen one or below it, or serves something there. */
const ByPlace = () => {
  const say = useWords(words)
  const [search, change] = useSearch()
  const chosen = search['at'] || null
  const roots = usePlaceRoots()
  const place = useApi('GET /api/places/:id', { params: { id: chosen ?? '' } }, { when: chosen !== null, keep: true })
  if (roots.data === undefined || roots.data.length === 0) return <div hidden />
  return (
    <section className="card places-side by-place" aria-label={say.byPlace}>
      <div className="row">
        <strong className="grow">{say.byPlace}</strong>
        {chosen === null ? null : (
          <Button size="small" onClick={() => change({ at: undefined })}>
            {say.allPlaces}
          </Button>
        )}
      </div>
      <PlaceTree
        roots={roots.data}
        chosen={chosen}
        above={place.data?.ancestors.map((each) => each.id) ?? []}
        choose={(at) => change({ at })}
      />
    </section>
  )
}

const Filters = () => {
  const say = useWords(words)
  const pick = usePick()
  const [search, change] = useSearch()
  return (
    <div className="filters" role="search">
      <TextFilter label={say.search} />
      <span>{say.kindIs}</span>
      <Select
        aria-label={say.kind}
        style={{ minWidth: 160 }}
        value={search['kind'] ?? ''}
        onChange={(kind: string) => change({ kind })}
        options={[
          { value: '', label: say.allKinds },
          ...kindsList.map((kind) => ({ value: kind, label: pick(organisationKinds[kind]) })),
        ]}
      />
    </div>
  )
}

const OrganisationsList = ({ add }: { readonly add: () => void }) => {
  const say = useWords(words)
  const may = useMay()
  const [search, change] = useSearch()
  const kind = search['kind']
  const text = search['search'] ?? ''
  const list = useList('GET /api/organisations', {
    query: { limit: 50, ...filtersOf(search) },
  })
  return (
    <Listing
      list={list}
      icon={Contact}
      total={say.total}
      empty={{
        title: say.emptyTitle,
        hint: say.emptyWords,
        action: may('organisation.edit') ? (
          <Button type="primary" onClick={add}>
            {say.add}
          </Button>
        ) : null,
      }}
      noMatch={
        text !== '' || isKind(kind) || search['at'] ? { title: say.noMatchTitle, hint: say.noMatchWords } : false
      }
    >
      {(rows) => <OrganisationsTable rows={rows} open={(id) => change({ organisation: id })} />}
    </Listing>
  )
}

interface TableProps {
  readonly rows: Organisation[]
  readonly open: (id: string) => void
}
const OrganisationsTable = ({ rows, open }: TableProps) => {
  const say = useWords(words)
  const pick = usePick()
  const mark = useMarks()
  const serves = (row: Organisation) => {
    if (row.serves.length === 0) return <span className="quiet">{say.servesNothing}</span>
    const some = row.serves.slice(0, 2).map((place) => place.name)
    return row.serves.length > 2 ? `${some.join(mark.list)} ${say.servesMore(row.serves.length)}` : some.join(mark.list)
  }
  return (
    <Table<Organisation>
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
        { title: say.kind, render: (_, row) => pick(organisationKinds[row.kind]) },
        { title: say.serves, responsive: ['md'], render: (_, row) => serves(row) },
        { title: say.staff, responsive: ['md'], align: 'end', render: (_, row) => say.staffCount(row.staffCount) },
        { title: say.phone, responsive: ['lg'], render: (_, row) => row.phone ?? '' },
      ]}
    />
  )
}
