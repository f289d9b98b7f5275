// Homes, shops and parking spaces below a place: search, those without an owner, export.
import { Checkbox, Table } from 'antd'
import { House } from 'lucide-react'
import { useSearch } from '../../platform/address.ts'
import { addressOf } from '../../platform/api.ts'
import { ExportButton } from '../../platform/export-button.tsx'
import { useList, type RowOf } from '../../platform/list.ts'
import { Listing, TextFilter } from '../../platform/listing.tsx'
import { Tag } from '../../platform/tags.tsx'
import { useWords } from '../../platform/words.ts'
import { squareMetres, type Place } from './place-kinds.ts'
import { words } from './words.ts'

type Home = RowOf<'GET /api/places/:id/homes'>
interface HomesListProps {
  readonly place: Place
  readonly choose: (id: string) => void
}
export const HomesList = ({ place, choose }: HomesListProps) => {
  const say = useWords(words)
  const [search, change] = useSearch()
  const text = search['search'] ?? ''
  const isWithoutOwner = search['withoutOwner'] === '1'
  const params = { id: place.id }
  const query = {
    ...(text ? { search: text } : {}),
    ...(isWithoutOwner ? { withoutOwner: 'true' as const } : {}),
  }
  const list = useList('GET /api/places/:id/homes', { params, query: { limit: 50, ...query } })
  return (
    <section className="card stack" aria-labelledby="homes-title">
      <div className="row">
        <h2 id="homes-title">{say.homes}</h2>
        <span className="grow" />
        <ExportButton label={say.exportHomes} href={addressOf('GET /api/places/:id/homes.xlsx', { params, query })} />
        {place.may.includes('seePeople') ? (
          <ExportButton
            label={say.exportPeople}
            href={addressOf('GET /api/places/:id/people.xlsx', { params, query })}
          />
        ) : null}
      </div>
      <div className="filters" role="search">
        <TextFilter label={say.homesSearch} />
        <Checkbox
          checked={isWithoutOwner}
          onChange={(event) => change({ withoutOwner: event.target.checked ? '1' : undefined })}
        >
          {say.withoutOwner}
        </Checkbox>
      </div>
      <Listing
        list={list}
        icon={House}
        isPlain
        total={(total) => say.shown(list.rows.length, total)}
        empty={{ title: say.homesEmpty, hint: say.homesEmptyWords }}
        noMatch={text !== '' || isWithoutOwner ? { title: say.homesNoMatch, hint: say.homesNoMatchWords } : false}
      >
        {(rows) => <HomesTable rows={rows} choose={choose} />}
      </Listing>
    </section>
  )
}

const HomesTable = ({ rows, choose }: { readonly rows: Home[]; readonly choose: (id: string) => void }) => {
  const say = useWords(words)
  const area = (row: Home) =>
    row.area === null ? <span className="quiet">{say.unknown}</span> : squareMetres(row.area)
  return (
    <Table<Home>
      size="small"
      rowKey="id"
      pagination={false}
      dataSource={rows}
      onRow={(row) => ({ onClick: () => choose(row.id), className: 'may-open' })}
      columns={[
        {
          title: say.homes,
          render: (_, row) => (
            <button type="button" className="link-button">
              {row.path || row.name}
            </button>
          ),
        },
        { title: say.floor, align: 'end', responsive: ['md'], render: (_, row) => row.floor ?? '' },
        { title: `${say.area} (${say.areaUnit})`, align: 'end', responsive: ['md'], render: (_, row) => area(row) },
        {
          title: say.areaSource,
          responsive: ['xl'],
          render: (_, row) => (row.areaSource ? say[row.areaSource] : ''),
        },
        {
          title: say.owners,
          align: 'end',
          render: (_, row) => (row.owners === 0 ? <Tag tone="warn">{say.none}</Tag> : row.owners),
        },
        { title: say.occupants, align: 'end', responsive: ['sm'], render: (_, row) => row.occupants },
      ]}
    />
  )
}
