// The work queue: list and case side by side; filters live in the address; keyboard, bulk steps, live.
import { Button } from 'antd'
import { Inbox, PanelRightClose, SquareArrowOutUpRight } from 'lucide-react'
import { Link } from '@tanstack/react-router'
import { useMemo, useRef, useState } from 'react'
import { useGo, useSearch } from '../../platform/address.ts'
import { useMay } from '../../platform/me.ts'
import { EmptyState, ProblemPanel, SkeletonTable } from '../../platform/page.tsx'
import { useIsWide } from '../../platform/wide.ts'
import { useWords } from '../../platform/words.ts'
import { BulkBar } from './bulk-bar.tsx'
import { CaseCards } from './case-cards.tsx'
import { CaseDetail } from './case-detail.tsx'
import { CaseTable } from './case-table.tsx'
import { useColumns } from './columns.tsx'
import { filtersOf, noFilters, queryOf } from './filters.ts'
import { FilterSentence } from './filter-sentence.tsx'
import { useQueue } from './queue-data.ts'
import { QueueHead } from './queue-head.tsx'
import { useQueueKeys } from './queue-keys.ts'
import { MoreRows } from './more-rows.tsx'
import { useSelection } from './selection.ts'
import { words } from './words.ts'
import './cases.css'

const QueuePage = () => {
  const [search, change] = useSearch()
  const go = useGo()
  const may = useMay()
  const isWide = useIsWide(1100)
  const query = useMemo(() => queryOf(search), [search])
  const queue = useQueue(query)
  const [columns, choose] = useColumns()
  const selection = useSelection()
  const [cursor, setCursor] = useState<string | null>(null)
  const searchBox = useRef<HTMLInputElement>(null)
  const openId = isWide ? (search['case'] ?? null) : null
  const open = (id: string) => {
    setCursor(id)
    if (isWide) change({ case: id })
    else go(`/cases/${id}`)
  }
  const at = openId ?? cursor
  const move = (by: 1 | -1) => {
    const index = queue.rows.findIndex((row) => row.id === at)
    const next = queue.rows[index < 0 ? 0 : Math.min(queue.rows.length - 1, Math.max(0, index + by))]
    if (!next) return
    setCursor(next.id)
    document.getElementById(`row-${next.id}`)?.scrollIntoView({ block: 'nearest' })
    if (openId) change({ case: next.id })
  }
  useQueueKeys({
    move,
    open: () => at && open(at),
    toggle: () => at && selection.toggle(at),
    search: () => searchBox.current?.focus(),
    close: () => change({ case: undefined }),
  })
  const list = { rows: queue.rows, at, mayBulk: may('case.dispatch'), selection, open }
  return (
    <div className={openId ? 'queue has-detail' : 'queue'}>
      <div className="queue-list">
        <QueueHead
          query={query}
          total={queue.total}
          searchBox={searchBox}
          columns={columns}
          choose={choose}
          isSplit={openId !== null}
        />
        <FilterSentence />
        <BulkBar selection={selection} />
        <div className={queue.isStale ? 'queue-rows is-stale' : 'queue-rows'}>
          <QueueBody queue={queue} isFiltered={Object.keys(filtersOf(search)).length > 0}>
            {openId || !isWide ? <CaseCards {...list} /> : <CaseTable {...list} columns={columns} />}
          </QueueBody>
        </div>
      </div>
      {openId ? <DetailPane id={openId} close={() => change({ case: undefined })} /> : null}
    </div>
  )
}
interface BodyProps {
  readonly queue: ReturnType<typeof useQueue>
  readonly isFiltered: boolean
  readonly children: React.ReactNode
}
const QueueBody = ({ queue, isFiltered, children }: BodyProps) => {
  const say = useWords(words)
  const [, change] = useSearch()
  if (queue.error) return <ProblemPanel problem={queue.error} retry={queue.retry} />
  if (queue.isLoading) return <SkeletonTable rows={12} />
  if (queue.rows.length === 0) {
    return (
      <EmptyState
        icon={Inbox}
        title={say.emptyTitle}
        hint={isFiltered ? say.emptyFilterHint : say.emptyOpenHint}
        action={isFiltered ? <Button onClick={() => change(noFilters)}>{say.clearFilters}</Button> : null}
      />
    )
  }
  return (
    <>
      {children}
      <MoreRows hasMore={queue.hasMore} isReading={queue.isReadingMore} more={queue.more} />
      <p className="queue-keys">{say.keys}</p>
    </>
  )
}
const DetailPane = ({ id, close }: { id: string; close: () => void }) => {
  const say = useWords(words)
  return (
    <section className="queue-detail" aria-label={say.detail}>
      <div className="queue-detail-bar">
        <Link to={`/cases/${id}`} className="quiet-link">
          <SquareArrowOutUpRight size={15} aria-hidden />
          {say.fullPage}
        </Link>
        <Button type="text" size="small" icon={<PanelRightClose size={16} />} onClick={close}>
          {say.closeDetail}
        </Button>
      </div>
      <CaseDetail key={id} id={id} />
    </section>
  )
}
export default QueuePage
