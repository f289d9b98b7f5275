// A list that comes page by page: loading, refused, empty, and a button for more.
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { useLoad } from './load.ts'
import { MoreButton } from './more-button.tsx'
import { Failure, Skeleton } from './states.tsx'

interface PageOf<Row> {
  readonly rows: readonly Row[]
  readonly next: string | null
}
/** For a list that is short by nature and comes whole: `fetch={() => call(…).then(inOnePage)}`. */
export const inOnePage = <Row,>(rows: readonly Row[]): PageOf<Row> => ({ rows, next: null })

export interface PagedListProps<Row> {
  /** Under which the first page is kept; another name is another list. */
  readonly name: string
  readonly fetch: (after?: string) => Promise<PageOf<Row>>
  readonly row: (row: Row) => ComponentChildren
  /** In place of the list when nothing is there. */
  readonly empty: ComponentChildren
  /** Above the rows. */
  readonly lead?: ComponentChildren
}
export const PagedList = <Row extends { readonly id: string }>({
  name,
  fetch,
  row,
  empty,
  lead,
}: PagedListProps<Row>) => {
  const { data, trouble, reload } = useLoad(name, () => fetch())
  const [older, setOlder] = useState<(PageOf<Row> & { of: string }) | null>(null)
  const mine = older?.of === name ? older : null
  const more = async (after: string) => {
    const page = await fetch(after)
    setOlder({ of: name, rows: [...(mine?.rows ?? []), ...page.rows], next: page.next })
  }
  if (trouble && !data) return <Failure trouble={trouble} retry={reload} />
  if (!data) return <Skeleton />
  if (data.rows.length === 0) return <>{empty}</>
  const next = mine ? mine.next : data.next
  return (
    <>
      {lead}
      <ul class="cells">
        {[...data.rows, ...(mine?.rows ?? [])].map((one) => (
          <li key={one.id}>{row(one)}</li>
        ))}
      </ul>
      <MoreButton next={next} load={more} />
    </>
  )
}
