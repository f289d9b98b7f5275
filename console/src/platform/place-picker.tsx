// Choosing a place: type words of its path, or go down step by step. Works in a form: value is the place's id.
import { Button, Select } from 'antd'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useState } from 'react'
import type { PlaceKind } from '../../../contract/src/places-tree.ts'
import { useApi, type Out } from './api.ts'
import { pageWords } from './page-words.ts'
import { useLater } from './later.ts'
import { useWords } from './words.ts'

export type PlaceRef = Out<'GET /api/places/search'>[number]
interface PlacePickerProps {
  readonly value?: string | null | undefined
  readonly onChange?: (id: string | null, place: PlaceRef | null) => void
  /** Only these kinds may be chosen. */ readonly kinds?: readonly PlaceKind[]
  /** How the chosen place reads before anything was searched. */ readonly initial?: PlaceRef | null
  readonly placeholder?: string
  readonly id?: string
  readonly label?: string
  readonly disabled?: boolean
}
/** A place: `<PlacePicker kinds={['unit', 'home']} onChange={(id, place) => …} />`. */
export const PlacePicker = (props: PlacePickerProps) => {
  const say = useWords(pageWords)
  const [isOpenTree, openTree] = useState(false)
  const [text, setText] = useState('')
  const [known, setKnown] = useState<readonly PlaceRef[]>(props.initial ? [props.initial] : [])
  const asked = useLater(text.trim(), 250)
  const found = useApi(
    'GET /api/places/search',
    { query: { text: asked, ...(props.kinds ? { kinds: props.kinds.join(',') } : {}) } },
    { when: asked.length > 0, keep: true },
  )
  const rows = asked.length > 0 ? (found.data ?? []) : known
  const choose = (place: PlaceRef | null) => {
    if (place) setKnown([place])
    setText('')
    openTree(false)
    props.onChange?.(place?.id ?? null, place)
  }
  return (
    <div className="place-picker">
      <div className="place-picker-row">
        <Select
          {...(props.id ? { id: props.id } : {})}
          aria-label={props.label ?? say.choosePlace}
          allowClear
          disabled={props.disabled ?? false}
          value={props.value ?? null}
          placeholder={props.placeholder ?? say.placeHint}
          showSearch={{ filterOption: false, onSearch: setText }}
          notFoundContent={asked.length > 0 && !found.isFetching ? say.noPlace : say.atLeastTwo}
          options={rows.map((row) => ({ value: row.id, label: row.path || row.name }))}
          onChange={(id: string | null | undefined) => choose(rows.find((row) => row.id === id) ?? null)}
        />
        <Button onClick={() => openTree(!isOpenTree)} aria-expanded={isOpenTree} disabled={props.disabled ?? false}>
          {say.stepByStep}
        </Button>
      </div>
      {isOpenTree ? <PlaceSteps kinds={props.kinds} choose={choose} /> : null}
    </div>
  )
}

type Choice = Out<'GET /api/places/choose'>[number]
const PlaceSteps = ({
  kinds,
  choose,
}: {
  kinds: readonly PlaceKind[] | undefined
  choose: (place: PlaceRef) => void
}) => {
  const say = useWords(pageWords)
  const [way, setWay] = useState<readonly Choice[]>([])
  const last = way.at(-1)
  const below = useApi('GET /api/places/choose', { query: last ? { parentId: last.id } : {} })
  const mayChoose = (place: Choice) => !kinds || kinds.includes(place.kind)
  const leads = (place: Choice) => place.hasChildren && place.kind !== 'grid'
  const rows = (below.data ?? []).filter((place) => mayChoose(place) || leads(place))
  return (
    <div className="place-steps">
      {last ? (
        <div className="place-steps-head">
          <Button size="small" icon={<ChevronLeft size={14} />} onClick={() => setWay(way.slice(0, -1))}>
            {say.backOne}
          </Button>
          <strong>{last.name}</strong>
          {mayChoose(last) ? (
            <Button size="small" type="primary" onClick={() => choose(last)}>
              {say.chooseThis}
            </Button>
          ) : null}
        </div>
      ) : null}
      <ul>
        {rows.map((place) => (
          <li key={place.id}>
            <button
              type="button"
              onClick={() => (place.hasChildren ? setWay([...way, place]) : mayChoose(place) && choose(place))}
            >
              {place.name}
              {place.hasChildren ? <ChevronRight size={14} aria-hidden /> : null}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
