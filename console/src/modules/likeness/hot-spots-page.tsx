// 热点问题: growing groups of like cases of my area, with their evidence, fastest growing first.
import { App, Button, Segmented } from 'antd'
import { Flame, RefreshCw } from 'lucide-react'
import { useSearch } from '../../platform/address.ts'
import { useAct } from '../../platform/api.ts'
import { Listing } from '../../platform/listing.tsx'
import { useList } from '../../platform/list.ts'
import { PlacePicker } from '../../platform/place-picker.tsx'
import { PageHeader } from '../../platform/page.tsx'
import { hotSpotStates } from '../../../../contract/src/likeness-kinds.ts'
import { usePick, useWords } from '../../platform/words.ts'
import { SpotCard } from './spot-card.tsx'
import { SpotDrawer } from './spot-drawer.tsx'
import { words } from './words.ts'
import './likeness.css'

const filterKinds = ['street', 'community', 'grid', 'estate'] as const
const WAITING = 'new,seen'
/** The job needs a moment; the list is read again after it. */
const LOOK_MS = 4000

export default function HotSpotsPage() {
  const say = useWords(words)
  const { message } = App.useApp()
  const [{ state = WAITING, spot, placeId }, change] = useSearch()
  const list = useList('GET /api/likeness/spots', {
    query: { limit: 20, ...(state === 'all' ? {} : { state }), ...(placeId ? { placeId } : {}) },
  })
  const look = useAct('POST /api/likeness/spots/search', {
    onDone: (out) => {
      void message.info(say.searching(out.communities))
      setTimeout(list.again, LOOK_MS)
    },
  })
  const lookButton = (
    <Button
      icon={<RefreshCw size={16} aria-hidden />}
      loading={look.isPending}
      onClick={() => look.mutate({ body: {} })}
    >
      {say.search}
    </Button>
  )
  return (
    <div className="page">
      <PageHeader title={say.title} lead={say.lead} actions={lookButton} />
      <Filters state={state} />
      <Listing
        list={list}
        icon={Flame}
        isPlain
        empty={{ title: say.empty, hint: say.emptyHint }}
        noMatch={
          (state === WAITING || state === 'all') && !placeId ? false : { title: say.noMatch, hint: say.noMatchHint }
        }
      >
        {(rows) => (
          <ul className="spots">
            {rows.map((row) => (
              <li key={row.id}>
                <SpotCard spot={row} open={() => change({ spot: row.id })} />
              </li>
            ))}
          </ul>
        )}
      </Listing>
      <SpotDrawer id={spot ?? null} close={() => change({ spot: undefined })} />
    </div>
  )
}
/** By state and place; both live in the address. */
const Filters = ({ state }: { readonly state: string }) => {
  const say = useWords(words)
  const pick = usePick()
  const [{ placeId }, change] = useSearch()
  return (
    <div className="row spot-filters">
      <Segmented
        aria-label={say.states}
        value={state}
        onChange={(value) => change({ state: String(value) })}
        options={[
          { value: WAITING, label: say.waiting },
          { value: 'opened', label: pick(hotSpotStates.opened) },
          { value: 'dismissed', label: pick(hotSpotStates.dismissed) },
          { value: 'all', label: say.all },
        ]}
      />
      <PlacePicker
        label={say.place}
        placeholder={say.place}
        kinds={filterKinds}
        value={placeId ?? null}
        onChange={(id) => change({ placeId: id ?? undefined })}
      />
    </div>
  )
}
