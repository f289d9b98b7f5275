// One place: its path, facts and boundary, what may be done with it, then its homes or its people.
import { Link } from '@tanstack/react-router'
import { Fragment } from 'react'
import { placeKinds } from '../../../../contract/src/places-tree.ts'
import { Facts, type Fact } from '../../platform/facts.tsx'
import { useMay } from '../../platform/me.ts'
import { Tag } from '../../platform/tags.tsx'
import { usePick, useWords } from '../../platform/words.ts'
import { Boundary } from './boundary.tsx'
import { HomesList } from './homes-list.tsx'
import { HomePeople } from './home-people.tsx'
import { PlaceActions } from './place-actions.tsx'
import { isExclusivePart, placeIcons, squareMetres, type Place } from './place-kinds.ts'
import { words } from './words.ts'

interface PlaceDetailProps {
  readonly place: Place
  readonly choose: (id: string) => void
}
export const PlaceDetail = ({ place, choose }: PlaceDetailProps) => {
  const say = useWords(words)
  const pick = usePick()
  const may = useMay()
  const Shape = placeIcons[place.kind]
  return (
    <>
      <section className="card stack" aria-labelledby="place-name">
        <Path place={place} choose={choose} />
        <div className="place-title">
          <h2 id="place-name">{place.name}</h2>
          <Tag icon={Shape}>{pick(placeKinds[place.kind])}</Tag>
          {place.active ? null : <Tag tone="warn">{say.retired}</Tag>}
          <span className="grow" />
          <PlaceActions place={place} choose={choose} />
        </div>
        <div className="place-facts">
          <PlaceFacts place={place} choose={choose} />
          {place.boundary && place.boundary.length > 2 ? (
            <Boundary points={place.boundary} label={`${say.boundary}: ${place.name}`} />
          ) : null}
        </div>
      </section>
      {isExclusivePart(place.kind) ? (
        may('person.see') ? (
          <HomePeople home={place} />
        ) : null
      ) : (
        <HomesList place={place} choose={choose} />
      )}
    </>
  )
}

const Path = ({ place, choose }: PlaceDetailProps) => {
  if (place.ancestors.length === 0) return null
  return (
    <nav aria-label={place.path} className="place-path">
      {place.ancestors.map((each, index) => (
        <Fragment key={each.id}>
          {index > 0 ? <span aria-hidden>›</span> : null}
          <button type="button" className="link-button" onClick={() => choose(each.id)}>
            {each.name}
          </button>
        </Fragment>
      ))}
    </nav>
  )
}

const PlaceFacts = ({ place, choose }: PlaceDetailProps) => {
  const say = useWords(words)
  const { grid, counts, position } = place
  const isHome = isExclusivePart(place.kind)
  const unknown = <span className="quiet">{say.unknown}</span>
  const facts: (Fact | null)[] = [
    isHome ? null : { label: say.below, value: counts.children },
    isHome ? null : { label: say.homesCount, value: counts.homes },
    { label: say.openCases, value: <OpenCases place={place} /> },
    isHome
      ? {
          label: say.area,
          value:
            place.area === null
              ? unknown
              : `${squareMetres(place.area)} ${say.areaUnit}${place.areaSource ? ` · ${say[place.areaSource]}` : ''}`,
        }
      : null,
    place.floor === null ? null : { label: say.floor, value: say.floorOf(place.floor) },
    grid
      ? {
          label: say.grid,
          value: (
            <button type="button" className="link-button" onClick={() => choose(grid.id)}>
              {grid.name}
            </button>
          ),
        }
      : place.kind === 'building'
        ? { label: say.grid, value: <Tag tone="warn">{say.noGrid}</Tag> }
        : null,
    place.code === null ? null : { label: say.code, value: place.code },
    position ? { label: say.position, value: `${position.lon.toFixed(5)}, ${position.lat.toFixed(5)}` } : null,
    place.boundary ? { label: say.boundary, value: say.boundaryPoints(place.boundary.length) } : null,
  ]
  return <Facts facts={facts} />
}
const OpenCases = ({ place }: { readonly place: Place }) => {
  const say = useWords(words)
  const may = useMay()
  const { openCases } = place.counts
  if (openCases === 0 || !may('case.see')) return <>{openCases}</>
  return (
    <Link to="/cases" search={{ placeId: place.id, open: 'true' } as never}>
      {openCases} · {say.seeCases}
    </Link>
  )
}
