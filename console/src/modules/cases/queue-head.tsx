// Above the queue: how many, search, common views, export, columns.
import { Button, Input, type InputRef } from 'antd'
import { Download, FilePlus2, Search } from 'lucide-react'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef, useState, type RefObject } from 'react'
import { useSearch } from '../../platform/address.ts'
import { addressOf } from '../../platform/api.ts'
import { useLater } from '../../platform/later.ts'
import { useMay } from '../../platform/me.ts'
import { PageHeader } from '../../platform/page.tsx'
import { pageWords } from '../../platform/page-words.ts'
import { useIsWide } from '../../platform/wide.ts'
import { useWords } from '../../platform/words.ts'
import { ColumnChooser, type ColumnName } from './columns.tsx'
import type { QueueQuery } from './filters.ts'
import { ViewsBar } from './views-bar.tsx'
import { words } from './words.ts'

interface HeadProps {
  readonly query: QueueQuery
  readonly total: number | null
  readonly searchBox: RefObject<HTMLInputElement | null>
  readonly columns: readonly ColumnName[]
  readonly choose: (next: readonly ColumnName[]) => void
  readonly isSplit: boolean
}
export const QueueHead = ({ query, total, searchBox, columns, choose, isSplit }: HeadProps) => {
  const say = useWords(words)
  const common = useWords(pageWords)
  const may = useMay()
  const isWide = useIsWide(1100)
  return (
    <>
      <PageHeader
        title={say.title}
        lead={
          <span role="status" aria-live="polite">
            {total === null ? ' ' : say.total(total)}
          </span>
        }
        actions={
          <>
            <SearchBox box={searchBox} />
            {isSplit ? null : (
              <>
                {may('case.export') ? (
                  <Button icon={<Download size={16} />} href={addressOf('GET /api/cases/export.xlsx', { query })}>
                    {common.export}
                  </Button>
                ) : null}
                {isWide ? <ColumnChooser chosen={columns} choose={choose} /> : null}
              </>
            )}
            {may('case.file') && !isSplit ? (
              <Link to="/cases/new" className="button-link">
                <FilePlus2 size={16} aria-hidden />
                {say.file}
              </Link>
            ) : null}
          </>
        }
      />
      <ViewsBar />
    </>
  )
}
const SearchBox = ({ box }: { box: RefObject<HTMLInputElement | null> }) => {
  const say = useWords(words)
  const [search, change] = useSearch()
  const inAddress = search['search'] ?? ''
  const [text, setText] = useState(inAddress)
  const still = useLater(text.trim(), 300)
  const sent = useRef(inAddress)
  const input = useRef<InputRef>(null)
  useEffect(() => {
    if (still === sent.current) return
    sent.current = still
    change({ search: still || undefined })
  }, [still, change])
  useEffect(() => {
    if (inAddress === sent.current) return
    sent.current = inAddress
    setText(inAddress)
  }, [inAddress])
  useEffect(() => {
    box.current = input.current?.input ?? null
  })
  return (
    <Input
      ref={input}
      type="search"
      className="queue-search"
      prefix={<Search size={15} aria-hidden />}
      aria-label={say.search}
      placeholder={say.searchHint}
      value={text}
      maxLength={60}
      allowClear
      onChange={(event) => setText(event.target.value)}
    />
  )
}
