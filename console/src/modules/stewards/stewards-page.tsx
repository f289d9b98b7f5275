// The room 谁管我: buildings with who looks after them, and the gaps.
import { Link } from '@tanstack/react-router'
import { Button, Checkbox } from 'antd'
import { Building2 } from 'lucide-react'
import { neededKinds, stewardKinds } from '../../../../contract/src/stewards-kinds.ts'
import { useSearch } from '../../platform/address.ts'
import { useApi } from '../../platform/api.ts'
import { Facts } from '../../platform/facts.tsx'
import { useList, type RowOf } from '../../platform/list.ts'
import { Listing } from '../../platform/listing.tsx'
import { useMay } from '../../platform/me.ts'
import { PageHeader } from '../../platform/page.tsx'
import { PlacePicker } from '../../platform/place-picker.tsx'
import { Tag } from '../../platform/tags.tsx'
import { usePick, useWords } from '../../platform/words.ts'
import { words } from './words.ts'
import './stewards.css'

type Row = RowOf<'GET /api/stewards/buildings'>
export default function StewardsPage() {
  const say = useWords(words)
  const may = useMay()
  const [search, change] = useSearch()
  const placeId = search['place']
  const onlyGaps = search['gaps'] === 'true'
  const where = placeId === undefined ? {} : { placeId }
  const place = useApi('GET /api/places/:id', { params: { id: placeId ?? '' } }, { when: placeId !== undefined })
  const list = useList('GET /api/stewards/buildings', { query: { ...where, ...(onlyGaps ? { gaps: 'true' } : {}) } })
  return (
    <div className="page">
      <PageHeader
        title={say.title}
        lead={say.lead}
        actions={
          <>
            {may('appointment.edit') ? (
              <Link to="/appointments">
                <Button>{say.appoint}</Button>
              </Link>
            ) : null}
            <Button href="/my-card">{say.myCard}</Button>
          </>
        }
      />
      <Figures where={where} />
      <div className="filters" role="search">
        <PlacePicker
          key={place.data?.id ?? 'all'}
          label={say.place}
          placeholder={say.anyPlace}
          kinds={['district', 'street', 'community', 'grid', 'estate']}
          value={placeId ?? null}
          initial={place.data ?? null}
          onChange={(id) => change({ place: id ?? undefined })}
        />
        <Checkbox checked={onlyGaps} onChange={(event) => change({ gaps: event.target.checked ? 'true' : undefined })}>
          {say.onlyGaps}
        </Checkbox>
      </div>
      <Listing
        list={list}
        icon={Building2}
        empty={{ title: onlyGaps ? say.none : say.empty, hint: say.emptyHint }}
        isPlain
      >
        {(rows) => (
          <ul className="buildings">
            {rows.map((row) => (
              <li key={row.building.id}>
                <BuildingCard row={row} />
              </li>
            ))}
          </ul>
        )}
      </Listing>
    </div>
  )
}
const Figures = ({ where }: { readonly where: { readonly placeId?: string } }) => {
  const say = useWords(words)
  const pick = usePick()
  const { data } = useApi('GET /api/stewards/figures', { query: where })
  if (!data) return null
  return (
    <Facts
      facts={[
        { label: say.buildings, value: data.buildings },
        ...neededKinds.map((kind) => ({
          label: say.lackCount(pick(stewardKinds[kind])),
          value: data.lacking.find((one) => one.kind === kind)?.count ?? 0,
        })),
      ]}
    />
  )
}
const BuildingCard = ({ row }: { readonly row: Row }) => {
  const say = useWords(words)
  const pick = usePick()
  return (
    <article className="building">
      <p className="row">
        <strong>{row.building.name}</strong>
        <span className="quiet">{row.community}</span>
        {row.missing.map((kind) => (
          <Tag key={kind} tone="warn">
            {say.lacks(pick(stewardKinds[kind]))}
          </Tag>
        ))}
        {row.units > 0 ? <span className="quiet">{say.leads(row.unitsLed, row.units)}</span> : null}
      </p>
      <ul className="building-people">
        {row.cards.map((card) => (
          <li key={card.kind + card.name + card.scope}>
            <span className="quiet">{pick(stewardKinds[card.kind])}</span> {card.name}
            <span className="quiet"> {card.scope}</span>
          </li>
        ))}
      </ul>
    </article>
  )
}
