// 三率: figures, months, applications to leave cases out, signs of gaming.
import { useSearch } from '../../platform/address.ts'
import { useMay } from '../../platform/me.ts'
import { PageHeader } from '../../platform/page.tsx'
import { RoomTabs } from '../../platform/room-tabs.tsx'
import { useWords } from '../../platform/words.ts'
import { ExclusionsTab } from './exclusions-tab.tsx'
import { FiguresTab } from './figures-tab.tsx'
import { MonthsTab } from './months-tab.tsx'
import { SignsTab } from './signs-tab.tsx'
import { words } from './words.ts'
import './rates.css'

const contents = { figures: FiguresTab, months: MonthsTab, exclusions: ExclusionsTab, signs: SignsTab }

export default function RatesPage() {
  const say = useWords(words)
  const may = useMay()
  const [{ tab = 'figures' }, change] = useSearch()
  const tabs = [
    'figures' as const,
    'months' as const,
    'exclusions' as const,
    ...(may('rates.review') ? (['signs'] as const) : []),
  ]
  const here = tabs.find((one) => one === tab) ?? 'figures'
  const Tab = contents[here]
  return (
    <div className="page">
      <PageHeader title={say.title} lead={say.lead} />
      <RoomTabs
        label={say.title}
        tabs={tabs}
        here={here}
        nameOf={(one) => say[one]}
        go={(one) => change({ tab: one, state: undefined, figure: undefined })}
      />
      <Tab />
    </div>
  )
}
