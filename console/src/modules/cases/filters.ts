// The filters of the queue: how the address reads, and what is asked of the server.
import { caseFigures } from '../../../../contract/src/cases-figures.ts'
import { caseLevels, type CaseLevel } from '../../../../contract/src/cases-kinds.ts'
import type { Query } from '../../platform/api.ts'
import type { Search } from '../../platform/address.ts'

export type QueueQuery = Query<'GET /api/cases'>
/** The filters that live in the address; `case` (the open one) is not a filter. */
export const filterNames = [
  'state',
  'kind',
  'categoryId',
  'placeId',
  'handlerId',
  'channel',
  'search',
  'overdue',
  'level',
  'waitingForMe',
  'figure',
  'rated',
  'from',
  'to',
  'sort',
] as const
export type FilterName = (typeof filterNames)[number]
/** Every state, in the address. Without a word about states the queue shows what is open. */
export const anyState = 'any'

/** Only the filters of an address: what a saved view keeps. */
export const filtersOf = (search: Search): Record<string, string> =>
  Object.fromEntries(filterNames.flatMap((name) => (search[name] ? [[name, search[name]] as const] : [])))
const flagOf = (value: string | undefined) => (value === 'true' || value === 'false' ? value : undefined)
const levels = Object.keys(caseLevels) as CaseLevel[]
const sorts = ['due', 'newest', 'oldest'] as const
const given = <T extends object>(values: T) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== '')) as QueueQuery

/** Whether the address asks for what is open: then, and for chosen states, “most urgent first” has a meaning. */
export const isAboutOpen = (search: Search): boolean =>
  search['waitingForMe'] === 'true' ||
  search['overdue'] === 'true' ||
  (search['state'] !== anyState && search['rated'] === undefined && search['figure'] !== 'closedThisWeek')

/** What is asked of the server for an address. */
export const queryOf = (search: Search): QueueQuery => {
  const states = search['state'] === anyState ? undefined : search['state']
  const isOpen = isAboutOpen(search)
  const sort = sorts.find((one) => one === search['sort'])
  return given({
    state: states,
    open: isOpen && states === undefined ? ('true' as const) : undefined,
    kind: search['kind'],
    categoryId: search['categoryId'],
    placeId: search['placeId'],
    handlerId: search['handlerId'],
    channel: search['channel'],
    search: search['search']?.slice(0, 60),
    level: levels.find((one) => one === search['level']),
    overdue: flagOf(search['overdue']),
    waitingForMe: search['waitingForMe'] === 'true' ? ('true' as const) : undefined,
    figure: caseFigures.find((figure) => figure === search['figure']),
    rated: search['rated'],
    from: search['from'],
    to: search['to'],
    sort: isOpen ? sort : sort === 'oldest' ? sort : ('newest' as const),
  })
}
/** All filters taken away. */
export const noFilters: Record<FilterName, undefined> = Object.fromEntries(
  filterNames.map((name) => [name, undefined]),
) as Record<FilterName, undefined>
