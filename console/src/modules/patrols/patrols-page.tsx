// 巡查: visits of a day, routes, results of a week. The tab and the filters live in the address.
import { Segmented } from 'antd'
import { useSearch } from '../../platform/address.ts'
import { PageHeader } from '../../platform/page.tsx'
import { useWords } from '../../platform/words.ts'
import { ResultsTab } from './results-tab.tsx'
import { RoutesTab } from './routes-tab.tsx'
import { VisitsTab } from './visits-tab.tsx'
import { words } from './words.ts'

const tabs = ['today', 'routes', 'results'] as const
export default function PatrolsPage() {
  const say = useWords(words)
  const [search, change] = useSearch()
  const tab = tabs.find((one) => one === search['tab']) ?? 'today'
  const cleared = Object.fromEntries(Object.keys(search).map((key) => [key, undefined]))
  return (
    <div className="page">
      <PageHeader title={say.title} lead={say.lead} />
      <div className="filters">
        <Segmented
          aria-label={say.tabs}
          value={tab}
          onChange={(next) => change({ ...cleared, tab: next === 'today' ? undefined : next })}
          options={tabs.map((one) => ({ value: one, label: say[one] }))}
        />
      </div>
      {tab === 'today' ? <VisitsTab /> : tab === 'routes' ? <RoutesTab /> : <ResultsTab />}
    </div>
  )
}
