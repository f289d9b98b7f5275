// 开放接口: keys, services, endpoints and what was exchanged, a tab each.
import { lazy, Suspense } from 'react'
import { useSearch } from '../../platform/address.ts'
import { useApi } from '../../platform/api.ts'
import { PageHeader, SkeletonTable } from '../../platform/page.tsx'
import { RoomTabs } from '../../platform/room-tabs.tsx'
import { useWords } from '../../platform/words.ts'
import './open311.css'
import { words } from './words.ts'

const tabs = [
  { key: 'keys', Tab: lazy(() => import('./keys-tab.tsx')) },
  { key: 'services', Tab: lazy(() => import('./services-tab.tsx')) },
  { key: 'peers', Tab: lazy(() => import('./peers-tab.tsx')) },
  { key: 'exchanges', Tab: lazy(() => import('./exchanges-tab.tsx')) },
] as const

export default function Open311Page() {
  const say = useWords(words)
  const [search, change] = useSearch()
  const about = useApi('GET /api/open311', {})
  const here = tabs.find((tab) => tab.key === search['tab']) ?? tabs[0]
  return (
    <div className="page">
      <PageHeader title={say.title} lead={say.lead} />
      {about.data ? (
        <dl className="card open-about">
          <div>
            <dt>{say.address}</dt>
            <dd>{about.data.url}</dd>
          </div>
          <div>
            <dt>{say.jurisdiction}</dt>
            <dd>{about.data.jurisdiction}</dd>
          </div>
          <div>
            <dt>{say.discovery}</dt>
            <dd>
              <a href="/open311/v2/discovery.xml" target="_blank" rel="noreferrer">
                discovery.xml
              </a>
            </dd>
          </div>
        </dl>
      ) : null}
      <RoomTabs
        label={say.tabs}
        tabs={tabs.map((tab) => tab.key)}
        here={here.key}
        nameOf={(tab) => say[tab]}
        go={(tab) => change({ tab })}
      />
      <Suspense fallback={<SkeletonTable />}>
        <here.Tab />
      </Suspense>
    </div>
  )
}
