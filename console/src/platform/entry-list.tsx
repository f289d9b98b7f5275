// Rows as cards, one below the other; side by side on a wide screen where a card is short.
import type { ReactNode } from 'react'
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
