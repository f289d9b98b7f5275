// Supervision and promises: a list or table each, one of them shown; the address says which.
import { Tabs } from 'antd'
import { useSearch } from '../../platform/address.ts'
import { useMay } from '../../platform/me.ts'
import { PageHeader } from '../../platform/page.tsx'
import { useWords } from '../../platform/words.ts'
import { HandOversTab } from './hand-overs-tab.tsx'
import { OrdersTab } from './orders-tab.tsx'
import { OverdueTab } from './overdue-tab.tsx'
import { PromiseRatesTab } from './promise-rates-tab.tsx'
import { PromisesTab } from './promises-tab.tsx'
import { RechecksTab } from './rechecks-tab.tsx'
import { words } from './words.ts'
import './supervision.css'

export default function SupervisionPage() {
  const say = useWords(words)
  const may = useMay()
  const [{ tab = 'orders' }, change] = useSearch()
  const seesArea = may('case.see')
  const tabs = [
    { key: 'orders', label: say.orders, children: <OrdersTab /> },
    { key: 'promises', label: say.promises, children: <PromisesTab /> },
    ...(may('rates.see') ? [{ key: 'kept', label: say.promiseRates, children: <PromiseRatesTab /> }] : []),
    ...(seesArea
      ? [
          { key: 'overdue', label: say.overdue, children: <OverdueTab /> },
          { key: 'rechecks', label: say.rechecks, children: <RechecksTab /> },
          { key: 'handOvers', label: say.handOvers, children: <HandOversTab /> },
        ]
      : []),
  ]
  return (
    <div className="page">
      <PageHeader title={say.title} lead={say.lead} />
      <Tabs
        activeKey={tabs.some((one) => one.key === tab) ? tab : 'orders'}
        destroyOnHidden
        items={tabs}
        onChange={(key) => change({ tab: key, show: undefined, round: undefined, from: undefined, to: undefined })}
      />
    </div>
  )
}
