// A table for reading: words to the left, figures to the right; moved sideways where it is wider than the screen.
import type { ReactNode } from 'react'
import './plain-table.css'

/** A column of words, or one of figures (whose cells have the class `figure`). */
export type Head = string | { readonly figure: string }
/** Names of columns of figures. */
export const figures = (...names: readonly string[]): Head[] => names.map((figure) => ({ figure }))

interface PlainTableProps {
  readonly label: string
  readonly heads: readonly Head[]
  /** The rows of the body. */ readonly children: ReactNode
}
/** `<PlainTable label={say.entries} heads={[say.day, { figure: say.amount }]}>{rows.map(…)}</PlainTable>`. */
export const PlainTable = ({ label, heads, children }: PlainTableProps) => (
  <div className="plain-table" role="region" aria-label={label} tabIndex={0}>
    <table>
      <thead>
        <tr>
          {heads.map((head) =>
            typeof head === 'string' ? (
              <th key={head} scope="col">
                {head}
              </th>
            ) : (
              <th key={head.figure} scope="col" className="figure">
                {head.figure}
              </th>
            ),
          )}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  </div>
)
