// The map: open cases and grids on a blank base, with the same cases as a list beside it.
import { Segmented } from 'antd'
import { MapPinOff, TriangleAlert } from 'lucide-react'
import { Link } from '@tanstack/react-router'
import { caseKinds } from '../../../../contract/src/cases-life.ts'
import { useSearch } from '../../platform/address.ts'
import { useApi } from '../../platform/api.ts'
import { useMay, useMe } from '../../platform/me.ts'
import { EmptyState, Loaded, PageHeader } from '../../platform/page.tsx'
import { PlacePicker } from '../../platform/place-picker.tsx'
import { KindTag, Tag } from '../../platform/tags.tsx'
import { useLanguage, usePick, useWords } from '../../platform/words.ts'
import { CaseMap } from './case-map.tsx'
import { mapWords } from './map-words.ts'
import type { MapPoint } from './map-point.ts'
import './cases.css'
import './map.css'

const MapPage = () => {
  const say = useWords(mapWords)
  const pick = usePick()
  const { language } = useLanguage()
  const [search, change] = useSearch()
  const may = useMay()
  const communityId = search['communityId']
  const within = communityId ? { communityId } : {}
  const points = useApi('GET /api/cases/map', { query: within }, { every: 60_000, keep: true })
  const places = useApi(
    'GET /api/places/map',
    { query: within },
    { when: may('place.see'), fresh: 300_000, keep: true },
  )
  const kind = search['kind'] ?? ''
  const shown = (points.data ?? []).filter((point) => kind === '' || point.kind === kind)
  const kinds = Object.entries(caseKinds).map(([value, entry]) => ({ value, label: pick(entry) }))
  return (
    <div className="page map-page">
      <PageHeader
        title={say.title}
        lead={points.data ? say.lead(shown.length) : ' '}
        actions={
          <>
            <CommunityChoice />
            <Segmented
              aria-label={say.kinds}
              value={kind}
              options={[{ value: '', label: say.all }, ...kinds]}
              onChange={(next) => change({ kind: next || undefined })}
            />
          </>
        }
      />
      <Loaded of={points}>
        {() => (
          <div className="map-and-list">
            <CaseMap
              key={language}
              points={shown}
              places={places.data}
              at={search['case']}
              choose={(id) => change({ case: id })}
            />
            <MapList points={shown} at={search['case']} choose={(id) => change({ case: id })} />
          </div>
        )}
      </Loaded>
    </div>
  )
}
/** For those whose area holds several communities. */
const CommunityChoice = () => {
  const say = useWords(mapWords)
  const { appointments } = useMe()
  const [search, change] = useSearch()
  const id = search['communityId']
  const isWide = appointments.some(({ scope }) => scope.kind === 'district' || scope.kind === 'street')
  const chosen = useApi(
    'GET /api/places/:id',
    { params: { id: id ?? '' } },
    { when: isWide && id !== undefined, fresh: 300_000 },
  )
  if (!isWide || (id && chosen.isPending)) return null
  return (
    <span className="map-community">
      <PlacePicker
        key={id ?? 'all'}
        kinds={['community']}
        label={say.community}
        placeholder={say.anyCommunity}
        value={id ?? null}
        initial={chosen.data ?? null}
        onChange={(next) => change({ communityId: next ?? undefined, case: undefined })}
      />
    </span>
  )
}
interface ListProps {
  readonly points: readonly MapPoint[]
  readonly at: string | undefined
  readonly choose: (id: string) => void
}
const MapList = ({ points, at, choose }: ListProps) => {
  const say = useWords(mapWords)
  if (points.length === 0) {
    return (
      <div className="map-list card">
        <EmptyState icon={MapPinOff} title={say.empty} hint={say.emptyHint} />
      </div>
    )
  }
  return (
    <ul className="map-list" aria-label={say.list}>
      {points.map((point) => (
        <li key={point.id} className={point.id === at ? 'is-at' : ''}>
          <button type="button" aria-pressed={point.id === at} onClick={() => choose(point.id)}>
            <span className="row">
              <KindTag kind={point.kind} />
              {point.overdue ? (
                <Tag tone="late" icon={TriangleAlert}>
                  {say.late}
                </Tag>
              ) : null}
              <span className="quiet">{point.number}</span>
            </span>
            <span className="map-words">{point.words}</span>
          </button>
          <Link to={`/cases/${point.id}`} aria-label={`${say.open} ${point.number}`}>
            {say.open}
          </Link>
        </li>
      ))}
    </ul>
  )
}
export default MapPage
