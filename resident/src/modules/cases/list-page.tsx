// 办事: what I reported, the open ones first.
import { useEffect, useState } from 'preact/hooks'
import { call } from '../../api.ts'
import { lazy } from '../../kit/lazy.tsx'
import { list } from '../../kit/icons.ts'
import { useLoad } from '../../kit/load.ts'
import { MoreButton } from '../../kit/more-button.tsx'
import { Page } from '../../kit/page.tsx'
import { Empty, Failure, SignInFirst, Skeleton } from '../../kit/states.tsx'
import { onCaseChange } from '../../live.ts'
import { session } from '../../session.ts'
import { useStore } from '../../store.ts'
import { CaseLink, type CaseRow } from './case-row.tsx'
import { w } from './case-words.ts'
import { WaitingNotice } from './waiting.tsx'

const FollowedList = lazy(() => import('../likeness/followed-list.tsx').then((m) => m.FollowedList), 'nothing')
const openCases = () => call('GET /api/cases/mine', { query: { open: 'true', limit: 100 } })
const finished = (after?: string) =>
  call('GET /api/cases/mine', { query: { open: 'false', limit: 20, ...(after ? { after } : {}) } })

const NoneYet = () => (
  <Empty icon={list} title={w('none')}>
    <p class="quiet">{w('noneHint')}</p>
    <a class="button main" href="/report">
      {w('report')}
    </a>
  </Empty>
)

const Rows = ({ title, rows }: { title: string; rows: readonly CaseRow[] }) => (
  <section class="stack">
    <h2>{title}</h2>
    <ul class="cells">
      {rows.map((row) => (
        <li key={row.id}>
          <CaseLink row={row} />
        </li>
      ))}
    </ul>
  </section>
)

const MyCases = () => {
  const open = useLoad('cases/mine/open', openCases)
  const over = useLoad('cases/mine/over', () => finished())
  const [older, setOlder] = useState<{ rows: readonly CaseRow[]; next: string | null } | null>(null)
  useEffect(
    () =>
      onCaseChange(() => {
        open.reload()
        over.reload()
      }),
    [],
  )
  const trouble = open.trouble ?? over.trouble
  if (trouble && !open.data) return <Failure trouble={trouble} retry={open.reload} />
  if (!open.data || !over.data) return <Skeleton rows={4} height={6} />
  const rows = [...over.data.rows, ...(older?.rows ?? [])]
  const next = older ? older.next : over.data.next
  const more = async (after: string) => {
    const page = await finished(after)
    setOlder({ rows: [...(older?.rows ?? []), ...page.rows], next: page.next })
  }
  if (open.data.rows.length === 0 && rows.length === 0) return <NoneYet />
  const forMe = rows.filter((row) => row.state === 'closed')
  const past = rows.filter((row) => row.state !== 'closed')
  return (
    <>
      {trouble && <Failure trouble={trouble} retry={open.reload} />}
      {forMe.length > 0 && <Rows title={w('forYou')} rows={forMe} />}
      {open.data.rows.length > 0 ? (
        <Rows title={w('open')} rows={open.data.rows} />
      ) : (
        <section class="card stack">
          <p>{w('noneOpen')}</p>
        </section>
      )}
      {past.length > 0 && <Rows title={w('over')} rows={past} />}
      <MoreButton next={next} load={more} word={w('more')} />
    </>
  )
}

const ListPage = () => {
  const who = useStore(session)
  return (
    <Page title={w('list')}>
      <WaitingNotice />
      {who.state === 'out' && <SignInFirst />}
      {who.state === 'asking' && <Skeleton rows={4} height={6} />}
      {(who.state === 'in' || who.state === 'unknown') && <MyCases />}
      {who.state === 'in' && <FollowedList />}
    </Page>
  )
}
export default ListPage
