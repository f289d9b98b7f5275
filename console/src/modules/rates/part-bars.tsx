// How much there was of each kind, and how much of it was solved, as bars; the table beside it has the same numbers.
import { useWords } from '../../platform/words.ts'
import type { Rates } from './percent.ts'
import { words } from './words.ts'

const MOST = 10
export const PartBars = ({ title, rows }: { readonly title: string; readonly rows: Rates['bodies'] }) => {
  const say = useWords(words)
  const shown = rows
    .filter((row) => row.resolveDue > 0)
    .toSorted((a, b) => b.resolveDue - a.resolveDue)
    .slice(0, MOST)
  if (shown.length < 2) return null
  const most = shown[0]!.resolveDue
  const wide = (n: number) => ({ width: `${(n / most) * 100}%` })
  return (
    <section className="card part-bars">
      <h2>{title}</h2>
      <ul>
        {shown.map((row) => (
          <li key={row.of.id ?? row.of.name}>
            <span>{row.of.name}</span>
            <span className="part-bar" aria-hidden>
              <span className="part-bar-all" style={wide(row.resolveDue)} />
              <span className="part-bar-part" style={wide(row.resolved)} />
            </span>
            <span className="part-bar-count">
              {row.resolved}/{row.resolveDue}
            </span>
          </li>
        ))}
      </ul>
      <p className="part-bars-key" aria-hidden>
        <span className="part-bar-part" /> {say.resolved} <span className="part-bar-all" /> {say.due}
      </p>
    </section>
  )
}
