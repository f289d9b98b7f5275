// Orders: what waits for me to answer or sign off, what is late, all.
import { Gavel } from 'lucide-react'
import { useSearch } from '../../platform/address.ts'
import { useList } from '../../platform/list.ts'
import { Listing } from '../../platform/listing.tsx'
import { useMay } from '../../platform/me.ts'
import { useWords } from '../../platform/words.ts'
import { OrderCard } from './order-card.tsx'
import { ShowFilter } from './show-filter.tsx'
import { words } from './words.ts'

const queries = {
  open: { open: 'true' },
  toAnswer: { toAnswer: 'true' },
  toSign: { toSign: 'true' },
  late: { overdue: 'true' },
  all: {},
} as const
export const OrdersTab = () => {
  const say = useWords(words)
  const may = useMay()
  const [search] = useSearch()
  const show = (search['show'] ?? 'open') as keyof typeof queries
  const { organisation } = search
  const list = useList('GET /api/supervision/orders', {
    query: { limit: 30, count: 'true', ...queries[show], ...(organisation ? { organisationId: organisation } : {}) },
  })
  const options = [
    { value: 'open', label: say.open },
    ...(may('case.handle') ? [{ value: 'toAnswer', label: say.toAnswer }] : []),
    ...(may('supervision.order') ? [{ value: 'toSign', label: say.toSign }] : []),
    { value: 'late', label: say.late },
    { value: 'all', label: say.all },
  ]
  return (
    <>
      <ShowFilter options={options} first="open" />
      <Listing
        list={list}
        icon={Gavel}
        isPlain
        total={say.total}
        empty={{ title: say.noOrders, hint: say.noOrdersHint }}
      >
        {(rows) => (
          <div className="order-list">
            {rows.map((order) => (
              <OrderCard key={order.id} order={order} />
            ))}
          </div>
        )}
      </Listing>
    </>
  )
}
