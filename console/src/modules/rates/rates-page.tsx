// 三率: figures, months, applications to leave cases out, signs of gaming.
import { Tabs } from 'antd'
import { useSearch } from '../../platform/address.ts'
import { useMay } from '../../platform/me.ts'
import { PageHeader } from '../../platform/page.tsx'
import { useWords } from '../../platform/words.ts'
import { ExclusionsTab } from './exclusions-tab.tsx'
import { FiguresTab } from './figures-tab.tsx'
import { MonthsTab } from './months-tab.tsx'
import { SignsTab } from './signs-tab.tsx'
import { words } from './words.ts'
import './rates.css'

export default function RatesPage() {
  const say = useWords(words)
  const may = useMay()
  const [{ tab = 'figures' }, change] = useSearch()
  const tabs = [
    { key: 'figures', label: say.figures, children: <FiguresTab /> },
    { key: 'months', label: say.months, children: <MonthsTab /> },
    { key: 'exclusions', label: say.exclusions, children: <ExclusionsTab /> },
    ...(may('rates.review') ? [{ key: 'signs', label: say.signs, children: <SignsTab /> }] : []),
  ]
  return (
    <div className="page">
      <PageHeader title={say.title} lead={say.lead} />
      <Tabs
        activeKey={tabs.some((one) => one.key === tab) ? tab : 'figures'}
        destroyOnHidden
        items={tabs}
        onChange={(key) => change({ tab: key, state: undefined, figure: undefined })}
      />
    </div>
  )
}
