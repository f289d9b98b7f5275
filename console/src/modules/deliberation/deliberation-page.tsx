// The room 议事: meetings, topics, action items, resolutions, kept promises, schemes; the address says which.
import { Tabs } from 'antd'
import { useSearch } from '../../platform/address.ts'
import { PageHeader } from '../../platform/page.tsx'
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

export default function DeliberationPage() {
  const say = useWords(words)
  const [{ tab = 'meetings' }, change] = useSearch()
  return (
    <div className="page deliberation">
      <PageHeader title={say.title} lead={say.lead} />
      <Tabs
        activeKey={tab}
        destroyOnHidden
        onChange={(key) => change({ tab: key, show: undefined })}
        items={[
          { key: 'meetings', label: say.meetings, children: <MeetingsTab /> },
          { key: 'topics', label: say.topics, children: <TopicsTab /> },
          { key: 'items', label: say.items, children: <ItemsTab /> },
          { key: 'resolutions', label: say.resolutions, children: <ResolutionsTab /> },
          { key: 'keeping', label: say.keeping, children: <KeepingTab /> },
          { key: 'schemes', label: say.schemes, children: <SchemesTab /> },
        ]}
      />
    </div>
  )
}
