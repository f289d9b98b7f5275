// Today: what waits for me, what is about to be late, what is new. Every number is a link to its rows.
import { CircleCheck, Inbox } from 'lucide-react'
import { Link } from '@tanstack/react-router'
import type { CaseFigure } from '../../../../contract/src/cases-figures.ts'
import type { Permission } from '../../../../contract/src/permissions.ts'
import { useMarks } from '../../platform/marks.ts'
import { useGo } from '../../platform/address.ts'
import { useApi, type Out } from '../../platform/api.ts'
import { useMay, useMe } from '../../platform/me.ts'
import { EmptyState, Loaded, PageHeader } from '../../platform/page.tsx'
import { usePick, useWords } from '../../platform/words.ts'
import { mayEnter, rooms } from '../../rooms.ts'
import { figureWords } from '../cases/figure-words.ts'
import { CaseCard } from '../cases/case-card.tsx'
import { useIsWide } from '../../platform/wide.ts'
import { WhistleTiles } from '../whistles/today-tiles.tsx'
import { FirstSteps } from './first-steps.tsx'
import { words } from './words.ts'
import '../cases/cases.css'
import './today.css'

type Today = Out<'GET /api/cases/today'>
interface Tile {
  readonly name: CaseFigure
  readonly permission: Permission | null
  readonly sort?: 'newest'
  readonly tone?: 'late' | 'warn'
}
const forMe: readonly Tile[] = [
  { name: 'toAccept', permission: 'case.accept' },
  { name: 'toDispatch', permission: 'case.dispatch' },
  { name: 'toTakeUp', permission: 'case.handle' },
  { name: 'inHand', permission: 'case.handle' },
  { name: 'toVerify', permission: 'case.verify' },
  { name: 'toDecide', permission: 'case.verify' },
  { name: 'lowRated', permission: 'case.verify', tone: 'warn' },
]
const overall: readonly Tile[] = [
  { name: 'cameUp', permission: 'case.see', tone: 'warn' },
  { name: 'overdue', permission: null, tone: 'late' },
  { name: 'dueSoon', permission: null, tone: 'warn' },
  { name: 'openTotal', permission: null },
  { name: 'closedThisWeek', permission: null, sort: 'newest' },
]
/** These are counted in another tile already. */
const countedElsewhere: readonly CaseFigure[] = ['inHand', 'lowRated']
const workPermissions = ['case.see', 'case.handle', 'case.accept', 'case.dispatch', 'case.verify'] as const

const TodayPage = () => {
  const say = useWords(words)
  const may = useMay()
  const hasCases = workPermissions.some((permission) => may(permission))
  const today = useApi('GET /api/cases/today', {}, { when: hasCases, every: 120_000 })
  const counts = today.data?.counts
  const waiting = counts
    ? forMe
        .filter((tile) => !countedElsewhere.includes(tile.name) && (!tile.permission || may(tile.permission)))
        .reduce((sum, tile) => sum + counts[tile.name], 0)
    : null
  return (
    <div className="page">
      <PageHeader
        title={useGreeting()}
        lead={waiting === null ? ' ' : waiting > 0 ? say.waiting(waiting) : say.nothing}
      />
      {hasCases ? (
        <Loaded of={today}>{(data) => <TodayBody today={data} />}</Loaded>
      ) : (
        <EmptyState icon={Inbox} title={say.noCases} hint={say.noCasesHint} action={<MyRooms />} />
      )}
    </div>
  )
}
/** For who has no cases: the rooms their posts open. */
const MyRooms = () => {
  const pick = usePick()
  const { permissions } = useMe()
  const mine = rooms.filter((room) => !room.hidden && room.path !== '/' && mayEnter(room, permissions))
  return (
    <ul className="my-rooms">
      {mine.slice(0, 8).map((room) => (
        <li key={room.path}>
          <Link to={room.path}>{pick(room)}</Link>
        </li>
      ))}
    </ul>
  )
}
const useGreeting = () => {
  const say = useWords(words)
  const { name } = useMe()
  const hour = new Date(Date.now() + 8 * 3_600_000).getUTCHours()
  if (hour < 11) return say.morning(name)
  if (hour < 13) return say.noon(name)
  return hour < 18 ? say.afternoon(name) : say.evening(name)
}
const TodayBody = ({ today }: { today: Today }) => {
  const say = useWords(words)
  return (
    <div className="today">
      {today.newest.length === 0 ? <FirstSteps /> : null}
      <Tiles title={say.forMe} tiles={forMe} counts={today.counts} />
      <WhistleTiles />
      <Tiles title={say.overall} tiles={overall} counts={today.counts} />
      <div className="today-lists">
        <CaseList
          title={say.soon}
          hint={say.soonHint}
          rows={today.soon}
          nothing={say.soonNone}
          query={{ sort: 'due' }}
        />
        <CaseList title={say.newest} rows={today.newest} nothing={say.newestNone} query={{ sort: 'newest' }} />
      </div>
    </div>
  )
}
const Tiles = ({ title, tiles, counts }: { title: string; tiles: readonly Tile[]; counts: Today['counts'] }) => {
  const figures = useWords(figureWords)
  const may = useMay()
  const shown = tiles.filter((tile) => tile.permission === null || may(tile.permission))
  if (shown.length === 0) return null
  return (
    <section aria-label={title}>
      <h2 className="today-title">{title}</h2>
      <ul className="tiles">
        {shown.map((tile) => (
          <li key={tile.name}>
            <Link
              to="/cases"
              search={{ figure: tile.name, ...(tile.sort ? { sort: tile.sort } : {}) } as never}
              className={counts[tile.name] > 0 ? `tile ${tile.tone ?? 'plain'}` : 'tile is-zero'}
            >
              <span className="tile-number">{counts[tile.name].toLocaleString()}</span>
              <span>{figures[tile.name]}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
interface CaseListProps {
  readonly title: string
  readonly hint?: string
  readonly rows: Today['soon']
  readonly nothing: string
  readonly query: Readonly<Record<string, string>>
}
const CaseList = ({ title, hint, rows, nothing, query }: CaseListProps) => {
  const say = useWords(words)
  const mark = useMarks()
  const go = useGo()
  const isWide = useIsWide(1100)
  const open = (id: string) => (isWide ? go('/cases', { ...query, case: id }) : go(`/cases/${id}`))
  return (
    <section>
      <div className="today-head">
        <h2>{title}</h2>
        {hint ? <span className="quiet">{hint}</span> : null}
        <span className="grow" />
        <Link to="/cases" search={query as never} aria-label={`${say.allCases}${mark.colon}${title}`}>
          {say.allCases}
        </Link>
      </div>
      {rows.length === 0 ? (
        <div className="card">
          <EmptyState icon={CircleCheck} title={nothing} />
        </div>
      ) : (
        <ul className="case-cards">
          {rows.map((row) => (
            <li key={row.id}>
              <CaseCard row={row} open={open} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
export default TodayPage
