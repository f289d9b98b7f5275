// One room for every channel: a tab each, shown to who works with it. The tab lives in the address.
import { lazy, Suspense } from 'react'
import type { Permission } from '../../../../contract/src/permissions.ts'
import { useSearch } from '../../platform/address.ts'
import { useMay } from '../../platform/me.ts'
import { PageHeader, SkeletonTable } from '../../platform/page.tsx'
import { RoomTabs } from '../../platform/room-tabs.tsx'
import { useWords } from '../../platform/words.ts'
import './channels.css'
import { words } from './words.ts'

const tabs = [
  { key: 'boxes', permission: 'channel.work', Tab: lazy(() => import('./boxes-tab.tsx')) },
  { key: 'board', permission: 'board.moderate', Tab: lazy(() => import('./board-tab.tsx')) },
  { key: 'meetings', permission: 'channel.work', Tab: lazy(() => import('./meetings-tab.tsx')) },
  { key: 'knocks', permission: 'channel.work', Tab: lazy(() => import('./knocks-tab.tsx')) },
  { key: 'chats', permission: 'channel.work', Tab: lazy(() => import('./chats-tab.tsx')) },
  { key: 'hotline', permission: 'hotline.exchange', Tab: lazy(() => import('./hotline-tab.tsx')) },
] as const satisfies readonly { key: keyof typeof words; permission: Permission; Tab: unknown }[]

export default function ChannelsPage() {
  const say = useWords(words)
  const may = useMay()
  const [search, change] = useSearch()
  const mine = tabs.filter((tab) => may(tab.permission))
  const here = mine.find((tab) => tab.key === search['tab']) ?? mine[0]
  return (
    <div className="page">
      <PageHeader title={say.title} lead={say.lead} />
      <RoomTabs
        label={say.tabs}
        tabs={mine.map((tab) => tab.key)}
        here={here?.key}
        nameOf={(tab) => say[tab]}
        go={(tab) => change({ tab, show: undefined, search: undefined })}
      />
      {here ? (
        <Suspense fallback={<SkeletonTable />}>
          <here.Tab />
        </Suspense>
      ) : null}
    </div>
  )
}
