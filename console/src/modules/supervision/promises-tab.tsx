// Promises: ours, late, open, kept.
import { Handshake } from 'lucide-react'
import { useSearch } from '../../platform/address.ts'
import { useList } from '../../platform/list.ts'
import { Listing } from '../../platform/listing.tsx'
import { useMay } from '../../platform/me.ts'
import { useWords } from '../../platform/words.ts'
import { PromiseRow } from './promise-row.tsx'
import { ShowFilter } from './show-filter.tsx'
import { words } from './words.ts'

const queries = {
  open: { state: 'open' },
  late: { overdue: 'true' },
  mine: { mine: 'true', state: 'open' },
  kept: { state: 'kept' },
  released: { state: 'released' },
  all: {},
} as const
export const PromisesTab = () => {
  const say = useWords(words)
  const may = useMay()
  const [search] = useSearch()
  const show = (search['show'] ?? 'open') as keyof typeof queries
  const { organisation, place, from, to, late } = search
  const list = useList('GET /api/promises', {
    query: {
      limit: 30,
      count: 'true',
      ...queries[show],
      ...(organisation ? { organisationId: organisation } : {}),
      ...(place ? { placeId: place } : {}),
      ...(from ? { from } : {}),
      ...(to ? { to } : {}),
      ...(late === 'true' || late === 'false' ? { late } : {}),
    },
  })
  const options = [
    { value: 'open', label: say.open },
    { value: 'late', label: say.late },
    ...(may('case.handle') ? [{ value: 'mine', label: say.mine }] : []),
    { value: 'kept', label: say.kept },
    { value: 'released', label: say.released },
    { value: 'all', label: say.all },
  ]
  return (
    <>
      <ShowFilter options={options} first="open" />
      {from && to ? <p className="quiet">{say.dueBetween(from, to)}</p> : null}
      <Listing
        list={list}
        icon={Handshake}
        total={say.total}
        empty={{ title: say.noPromises, hint: say.noPromisesHint }}
      >
        {(rows) => (
          <ul className="promises">
            {rows.map((one) => (
              <PromiseRow key={one.id} of={one} />
            ))}
          </ul>
        )}
      </Listing>
    </>
  )
}
