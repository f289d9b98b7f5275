// Choosing a place step by step, from the community down to the door, or by searching its words.
import { useEffect, useState } from 'preact/hooks'
import type { PlaceKind } from '../../../../contract/src/places-tree.ts'
import { call } from '../../api.ts'
import { Field } from '../../kit/field.tsx'
import { Icon } from '../../kit/icon.tsx'
import { pin, right } from '../../kit/icons.ts'
import { useLoad } from '../../kit/load.ts'
import { Sheet } from '../../kit/sheet.tsx'
import { Empty, Failure, Skeleton } from '../../kit/states.tsx'
import { words } from '../../words.ts'

const w = words({
  search: ['找地点', 'Find a place'],
  searchHint: ['小区、楼号或门牌', 'Estate, building or door'],
  all: ['全部', 'All'],
  here: ['就选这里：{name}', 'Choose this: {name}'],
  nothing: ['没有找到', 'Nothing found'],
  nothingHint: ['换个说法，或从列表里选。', 'Try other words, or choose from the list.'],
  empty: ['这里还没有登记', 'Nothing is registered here'],
  path: ['已选', 'Chosen so far'],
  unsure: ['说不准？选社区就行。', 'Not sure? The community is enough.'],
  estates: ['在小区里', 'In an estate'],
  grids: ['在街面、广场等公共地方', 'In a street, a square, another public place'],
  around: ['{estates}一带', 'around {estates}'],
})

export interface ChosenPlace {
  readonly id: string
  readonly kind: PlaceKind
  readonly name: string
  readonly path: string
}
interface Props {
  title: string
  /** Kinds that may be chosen. */
  kinds: readonly PlaceKind[]
  onChoose: (place: ChosenPlace) => void
  onClose: () => void
}

type Row = ChosenPlace & { readonly hasChildren: boolean; readonly note: string | null }
const isGrid = (row: Row) => row.kind === 'grid' || row.kind === 'microGrid'
const PlaceCells = ({ title, rows, onTap }: { title?: string; rows: readonly Row[]; onTap: (row: Row) => void }) =>
  rows.length === 0 ? null : (
    <section class="stack">
      {title && <h3>{title}</h3>}
      <ul class="cells">
        {rows.map((row) => (
          <li key={row.id}>
            <button type="button" class="cell" onClick={() => onTap(row)}>
              <span class="grow">
                <span>{row.name}</span>
                {row.note && <span class="small quiet">{w('around', { estates: row.note })}</span>}
              </span>
              {row.hasChildren && <Icon of={right} class="end" />}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )

const Found = ({ text, kinds, onChoose }: { text: string } & Pick<Props, 'kinds' | 'onChoose'>) => {
  const found = useLoad(`places/search/${kinds.join()}/${text}`, () =>
    call('GET /api/places/search', { query: { text, kinds: kinds.join(',') } }),
  )
  if (found.trouble) return <Failure trouble={found.trouble} retry={found.reload} />
  if (!found.data) return <Skeleton rows={3} height={3.25} />
  if (found.data.length === 0) {
    return <Empty icon={pin} title={w('nothing')} hint={w('nothingHint')} />
  }
  return (
    <ul class="cells">
      {found.data.map((row) => (
        <li key={row.id}>
          <button type="button" class="cell" onClick={() => onChoose(row)}>
            <Icon of={pin} />
            <span class="grow">{row.path}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}

const Steps = ({ kinds, onChoose }: Pick<Props, 'kinds' | 'onChoose'>) => {
  const [trail, setTrail] = useState<readonly Row[]>([])
  const here = trail.at(-1)
  const below = useLoad(`places/choose/${here?.id ?? ''}`, () =>
    call('GET /api/places/choose', { query: here ? { parentId: here.id } : {} }),
  )
  const tap = (row: Row) => (row.hasChildren ? setTrail([...trail, row]) : onChoose(row))
  const rows = (below.data ?? []).filter((row) => kinds.includes(row.kind) || (row.hasChildren && !isGrid(row)))
  const grids = rows.filter(isGrid)
  const isCommunity = here?.kind === 'community' && grids.length > 0
  return (
    <div class="stack">
      {trail.length > 0 && (
        <nav class="chips" aria-label={w('path')}>
          <button type="button" class="button" onClick={() => setTrail([])}>
            {w('all')}
          </button>
          {trail.map((row, depth) => (
            <button key={row.id} type="button" class="button" onClick={() => setTrail(trail.slice(0, depth + 1))}>
              {row.name}
            </button>
          ))}
        </nav>
      )}
      {here && kinds.includes(here.kind) && (
        <button type="button" class="button main" onClick={() => onChoose(here)}>
          {w('here', { name: here.name })}
        </button>
      )}
      {isCommunity && <p class="small quiet">{w('unsure')}</p>}
      {below.trouble && <Failure trouble={below.trouble} retry={below.reload} />}
      {!below.data && !below.trouble && <Skeleton rows={5} height={3.25} />}
      {below.data && rows.length === 0 && <p class="quiet">{w('empty')}</p>}
      <PlaceCells
        {...(isCommunity ? { title: w('estates') } : {})}
        rows={rows.filter((row) => !isGrid(row))}
        onTap={tap}
      />
      <PlaceCells {...(isCommunity ? { title: w('grids') } : {})} rows={grids} onTap={tap} />
    </div>
  )
}

/** The sheet. Hands over the chosen place. */
const ChoosePlace = ({ title, kinds, onChoose, onClose }: Props) => {
  const [text, setText] = useState('')
  const [asked, setAsked] = useState('')
  useEffect(() => {
    const clock = setTimeout(() => setAsked(text.trim()), 350)
    return () => clearTimeout(clock)
  }, [text])
  return (
    <Sheet title={title} onClose={onClose}>
      <Field
        label={w('search')}
        placeholder={w('searchHint')}
        type="search"
        inputMode="search"
        autoComplete="off"
        maxLength={60}
        value={text}
        onValue={setText}
      />
      {asked ? <Found text={asked} kinds={kinds} onChoose={onChoose} /> : <Steps kinds={kinds} onChoose={onChoose} />}
    </Sheet>
  )
}
export default ChoosePlace
