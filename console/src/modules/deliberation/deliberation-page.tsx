// The room 议事: meetings, topics, action items, resolutions, kept promises, schemes; the address says which.
import { useSearch } from '../../platform/address.ts'
import { PageHeader } from '../../platform/page.tsx'
import { RoomTabs } from '../../platform/room-tabs.tsx'
import { useWords } from '../../platform/words.ts'
import { ItemsTab } from './items-tab.tsx'
import { KeepingTab } from './keeping-tab.tsx'
import { MeetingsTab } from './meetings-tab.tsx'
import { ResolutionsTab } from './resolutions-tab.tsx'
import { SchemesTab } from './schemes-tab.tsx'
import { TopicsTab } from './topics-tab.tsx'
import './deliberation.css'
import { words } from './words.ts'
import '../../platform/entries.css'

const contents = {
  meetings: MeetingsTab,
  topics: TopicsTab,
  items: ItemsTab,
  resolutions: ResolutionsTab,
  keeping: KeepingTab,
  schemes: SchemesTab,
}
const tabs = ['meetings', 'topics', 'items', 'resolutions', 'keeping', 'schemes'] as const
export default function DeliberationPage() {
  const say = useWords(words)
  const [{ tab = 'meetings' }, change] = useSearch()
  const here = tabs.find((one) => one === tab) ?? 'meetings'
  const Tab = contents[here]
  return (
    <div className="page">
      <PageHeader title={say.title} lead={say.lead} />
      <RoomTabs
        label={say.title}
        tabs={tabs}
        here={here}
        nameOf={(one) => say[one]}
        go={(one) => change({ tab: one, show: undefined })}
      />
      <Tab />
    </div>
  )
}
