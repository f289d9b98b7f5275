// Supervision and promises: a list or table each, one of them shown; the address says which.
import { useSearch } from '../../platform/address.ts'
import { useMay } from '../../platform/me.ts'
import { PageHeader } from '../../platform/page.tsx'
import { RoomTabs } from '../../platform/room-tabs.tsx'
import { useWords } from '../../platform/words.ts'
import { HandOversTab } from './hand-overs-tab.tsx'
import { OrdersTab } from './orders-tab.tsx'
import { OverdueTab } from './overdue-tab.tsx'
import { PromiseRatesTab } from './promise-rates-tab.tsx'
import { PromisesTab } from './promises-tab.tsx'
import { RechecksTab } from './rechecks-tab.tsx'
import { words } from './words.ts'
import './supervision.css'

/** What one tab asks for does not hold in another. */
const nothingElse = {
  show: undefined,
  round: undefined,
  organisation: undefined,
  place: undefined,
  from: undefined,
  to: undefined,
  late: undefined,
}
const contents = {
  orders: OrdersTab,
  promises: PromisesTab,
  promiseRates: PromiseRatesTab,
  overdue: OverdueTab,
  rechecks: RechecksTab,
  handOvers: HandOversTab,
}
export default function SupervisionPage() {
  const say = useWords(words)
  const may = useMay()
  const [{ tab = 'orders' }, change] = useSearch()
  const seesArea = may('case.see')
  const seesRates = may('rates.see')
  const tabs = [
    'orders' as const,
    'promises' as const,
    ...(seesRates ? (['promiseRates'] as const) : []),
    ...(seesArea ? (['overdue', 'rechecks', 'handOvers'] as const) : []),
  ]
  const here = tabs.find((one) => one === tab) ?? 'orders'
  const Tab = contents[here]
  return (
    <div className="page">
      <PageHeader title={say.title} lead={say.lead} />
      <RoomTabs
        label={say.title}
        tabs={tabs}
        here={here}
        nameOf={(one) => say[one]}
        go={(one) => change({ ...nothingElse, tab: one })}
      />
      <Tab />
    </div>
  )
}
