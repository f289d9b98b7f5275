// Who is late with what; each figure leads to the list it counts.
import { Link } from '@tanstack/react-router'
import { CircleCheck } from 'lucide-react'
import { useApi } from '../../platform/api.ts'
import { EmptyState, Loaded } from '../../platform/page.tsx'
import { ScrollX } from '../../platform/scroll-x.tsx'
import { TimeText } from '../../platform/time.tsx'
import { useWords } from '../../platform/words.ts'
import { words } from './words.ts'

interface FigureProps {
  readonly n: number
  readonly to: string
  readonly search: Readonly<Record<string, string>>
}
const Figure = ({ n, to, search }: FigureProps) => (
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
export const OverdueTab = () => {
  const say = useWords(words)
  const read = useApi('GET /api/supervision/overdue', {})
  return (
    <Loaded of={read}>
      {(rows) =>
        rows.length === 0 ? (
          <EmptyState icon={CircleCheck} title={say.noLate} hint={say.noLateHint} />
        ) : (
          <ScrollX label={say.overdue}>
            <table className="overdue-table">
              <thead>
                <tr>
                  <th scope="col">{say.organisation}</th>
                  <th scope="col">{say.lateCases}</th>
                  <th scope="col">{say.lateOrders}</th>
                  <th scope="col">{say.latePromises}</th>
                  <th scope="col">{say.oldest}</th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={row.organisation.id}>
                    <th scope="row">{row.organisation.name}</th>
                    <Figure n={row.cases} to="/cases" search={{ overdue: 'true', handlerId: row.organisation.id }} />
                    <Figure
                      n={row.orders}
                      to="/supervision"
                      search={{ tab: 'orders', show: 'late', organisation: row.organisation.id }}
                    />
                    <Figure
                      n={row.promises}
                      to="/supervision"
                      search={{ tab: 'promises', show: 'late', organisation: row.organisation.id }}
                    />
                    <td>
                      <TimeText at={row.oldest} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollX>
        )
      }
    </Loaded>
  )
}
