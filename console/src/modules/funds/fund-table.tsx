// A table of money: words to the left, figures to the right; moved sideways where it is wider than the screen.
import type { ReactNode } from 'react'
import './funds.css'

/** A column of words, or one of figures. */
export type Head = string | { readonly figure: string }
interface FundTableProps {
  readonly label: string
  readonly heads: readonly Head[]
  /** The rows of the body. */ readonly children: ReactNode
}
/** `<FundTable label={say.entries} heads={[say.day, { figure: say.amount }]}>{rows.map(…)}</FundTable>`. */
export const FundTable = ({ label, heads, children }: FundTableProps) => (
  <div className="fund-scroll" role="region" aria-label={label} tabIndex={0}>
    <table className="fund-table">
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
