// The body of a list page: skeleton, problem, empty (nothing yet, or nothing matches), rows, and more of them.
import { Input } from 'antd'
import type { LucideIcon } from 'lucide-react'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useSearch } from './address.ts'
import { ListHead } from './export-button.tsx'
import './forms.css'
import { useLater } from './later.ts'
import type { List } from './list.ts'
import { More } from './more.tsx'
import { EmptyState, ProblemPanel, SkeletonTable } from './page.tsx'

interface Nothing {
  readonly title: string
  readonly hint: string
  readonly action?: ReactNode
}
interface ListingProps<R> {
  readonly list: List<R>
  readonly icon: LucideIcon
  /** What would be here, and the first thing to do. */ readonly empty: Nothing
  /** Said instead when filters hide everything. */ readonly noMatch?: Nothing | false
  readonly total?: (total: number) => string
  readonly isPlain?: boolean
  readonly children: (rows: R[]) => ReactNode
}
export const Listing = <R,>({ list, icon, empty, noMatch, total, isPlain, children }: ListingProps<R>) => {
  if (list.error) return <ProblemPanel problem={list.error} retry={list.again} />
  if (list.isLoading) return <SkeletonTable />
  if (list.rows.length === 0) return <EmptyState icon={icon} {...(noMatch ? noMatch : empty)} />
  return (
    <>
      {list.sheet === null ? null : <ListHead href={list.sheet} />}
      <div className={`${isPlain ? '' : 'list-card'} ${list.isStale ? 'is-stale' : ''}`}>
        {children([...list.rows])}
        <More list={list} {...(total ? { total } : {})} />
      </div>
    </>
  )
}

/** A search box whose words live in the address under `name`. */
export const TextFilter = ({ name = 'search', label }: { readonly name?: string; readonly label: string }) => {
  const [search, change] = useSearch()
  const inAddress = search[name] ?? ''
  const [text, setText] = useState(inAddress)
  const later = useLater(text.trim(), 300)
  const written = useRef(inAddress)
  useEffect(() => {
    if (later === written.current) return
    written.current = later
    change({ [name]: later })
  }, [later, change, name])
  return (
    <Input
      allowClear
      type="search"
      className="text-filter"
      aria-label={label}
      placeholder={label}
      value={text}
      maxLength={60}
      onChange={(event) => setText(event.target.value)}
    />
  )
}
