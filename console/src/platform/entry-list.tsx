// Rows as cards, one below the other; side by side on a wide screen where a card is short.
import type { ReactNode } from 'react'
import { Listing } from './listing.tsx'
import './entries.css'

interface EntryListProps<R> {
  readonly of: readonly R[]
  readonly isSideBySide?: boolean
  readonly children: (row: R) => ReactNode
}
/** `<EntryList of={rows}>{(row) => <article className="entry">…</article>}</EntryList>`. */
export const EntryList = <R extends { readonly id: string }>({ of, isSideBySide, children }: EntryListProps<R>) => (
  <ul className={isSideBySide ? 'entries is-side-by-side' : 'entries'}>
    {of.map((row) => (
      <li key={row.id}>{children(row)}</li>
    ))}
  </ul>
)

type EntryListingProps<R> = Omit<Parameters<typeof Listing<R>>[0], 'isPlain' | 'children'> &
  Omit<EntryListProps<R>, 'of'>
/** A list that comes page by page, each row a card: `<EntryListing list={list} icon={Vote} empty={…}>{(row) => …}</EntryListing>`. */
export const EntryListing = <R extends { readonly id: string }>({
  isSideBySide = false,
  children,
  ...listing
}: EntryListingProps<R>) => (
  <Listing {...listing} isPlain>
    {(rows) => (
      <EntryList of={rows} isSideBySide={isSideBySide}>
        {children}
      </EntryList>
    )}
  </Listing>
)
