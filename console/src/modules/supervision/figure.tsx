// A figure in a table that leads to the list it counts.
import { Link } from '@tanstack/react-router'

interface FigureProps {
  readonly n: number
  readonly to: string
  readonly search: Readonly<Record<string, string>>
}
export const Figure = ({ n, to, search }: FigureProps) => (
  <td className="figure">
    {n === 0 ? (
      <span className="quiet">0</span>
    ) : (
      <Link to={to} search={search as never}>
        {n}
      </Link>
    )}
  </td>
)
