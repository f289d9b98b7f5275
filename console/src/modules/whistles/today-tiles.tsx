// Whistles on the page 今日: what waits for my unit, whom we called, what I decide.
import { Link } from '@tanstack/react-router'
import type { Permission } from '../../../../contract/src/permissions.ts'
import { useApi, type Out } from '../../platform/api.ts'
import { useMay } from '../../platform/me.ts'
import { useWords } from '../../platform/words.ts'
import { words } from './words.ts'

type Name = keyof Out<'GET /api/whistles/counts'>
interface Tile {
  readonly name: Name
  readonly permission: Permission
  readonly search: Readonly<Record<string, string>>
  readonly tone?: 'late' | 'warn'
}
const tiles: readonly Tile[] = [
  { name: 'mine', permission: 'whistle.answer', search: { tab: 'mine' } },
  { name: 'mineLate', permission: 'whistle.answer', search: { tab: 'mine', late: 'true' }, tone: 'late' },
  { name: 'called', permission: 'whistle.call', search: { tab: 'called' } },
  { name: 'calledLate', permission: 'whistle.call', search: { tab: 'called', late: 'true' }, tone: 'late' },
  { name: 'refusals', permission: 'whistle.decide', search: { tab: 'refusals' }, tone: 'warn' },
]
export const WhistleTiles = () => {
  const say = useWords(words)
  const may = useMay()
  const shown = tiles.filter((tile) => may(tile.permission))
  const counts = useApi('GET /api/whistles/counts', {}, { when: shown.length > 0, every: 120_000 })
  if (shown.length === 0 || !counts.data) return null
  const { data } = counts
  return (
    <section aria-label={say.title}>
      <h2 className="today-title">{say.title}</h2>
      <ul className="tiles">
        {shown.map((tile) => (
          <li key={tile.name}>
            <Link
              to="/whistles"
              search={tile.search as never}
              className={data[tile.name] > 0 ? `tile ${tile.tone ?? 'plain'}` : 'tile is-zero'}
            >
              <span className="tile-number">{data[tile.name].toLocaleString()}</span>
              <span>{say[tile.name]}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
