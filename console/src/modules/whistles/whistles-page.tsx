// The room 吹哨报到: what my unit answers, whom we called, refusals to decide, and how the units do.
import { Checkbox, Segmented } from 'antd'
import { BellRing } from 'lucide-react'
import { whistleViews, type WhistleView } from '../../../../contract/src/whistles-life.ts'
import { useSearch, type Search } from '../../platform/address.ts'
import { useApi, type Out } from '../../platform/api.ts'
import { EntryListing } from '../../platform/entry-list.tsx'
import { useList } from '../../platform/list.ts'
import { useMay } from '../../platform/me.ts'
import { PageHeader } from '../../platform/page.tsx'
import { useWords } from '../../platform/words.ts'
import { PartCard } from './part-card.tsx'
import { UnitFigures } from './unit-figures.tsx'
import { words } from './words.ts'
import './whistles.css'

type TabName = Exclude<WhistleView, 'all'> | 'figures'
const permissions = {
  mine: 'whistle.answer',
  called: 'whistle.call',
  refusals: 'whistle.decide',
  figures: 'whistle.call',
} as const
const tabNames: readonly TabName[] = ['mine', 'called', 'refusals', 'figures']

export default function WhistlesPage() {
  const say = useWords(words)
  const may = useMay()
  const [search, change] = useSearch()
  const counts = useApi('GET /api/whistles/counts', {}, { every: 120_000 })
  const tabs = tabNames.filter((name) => may(permissions[name]))
  const asked = search['tab']
  const tab = asked === 'all' ? 'figures' : (tabs.find((name) => name === asked) ?? firstWith(tabs, counts.data))
  const count = (name: TabName) => (name === 'figures' || !counts.data ? '' : ` ${counts.data[name]}`)
  return (
    <div className="page">
      <PageHeader title={say.title} lead={say.lead} />
      <div className="filters" role="search">
        <Segmented
          aria-label={say.tabs}
          value={tab}
          onChange={(next) => change({ ...noFilters, tab: next })}
          options={tabs.map((name) => ({ value: name, label: `${say[name]}${count(name)}` }))}
        />
        {tab === 'figures' || tab === 'refusals' ? null : (
          <>
            <Checkbox
              checked={search['late'] === 'true'}
              onChange={(event) => change({ late: event.target.checked ? 'true' : undefined })}
            >
              {say.onlyLate}
            </Checkbox>
            <Checkbox
              checked={search['open'] === 'false'}
              onChange={(event) => change({ open: event.target.checked ? 'false' : undefined })}
            >
              {say.past}
            </Checkbox>
          </>
        )}
      </div>
      {tab === 'figures' && asked !== 'all' ? (
        <UnitFigures />
      ) : (
        <Parts search={search} tab={asked === 'all' ? 'all' : (tab as WhistleView)} />
      )}
    </div>
  )
}
/** Who does not say where to go comes to the first view that holds something. */
const firstWith = (tabs: readonly TabName[], counts: Out<'GET /api/whistles/counts'> | undefined): TabName =>
  tabs.find((name) => name !== 'figures' && (counts?.[name] ?? 0) > 0) ?? tabs[0] ?? 'mine'
const noFilters = {
  late: undefined,
  open: undefined,
  organisation: undefined,
  refused: undefined,
  from: undefined,
  to: undefined,
  place: undefined,
}
const flagOf = (value: string | undefined) => (value === 'true' || value === 'false' ? value : undefined)
const queryOf = (search: Search, view: WhistleView) =>
  Object.fromEntries(
    Object.entries({
      view: whistleViews.includes(view) ? view : 'mine',
      open: flagOf(search['open']),
      late: flagOf(search['late']),
      refused: flagOf(search['refused']),
      organisationId: search['organisation'],
      placeId: search['place'],
      from: search['from'],
      to: search['to'],
    }).filter(([, value]) => value !== undefined),
  ) as { view: WhistleView }
const Parts = ({ search, tab }: { readonly search: Search; readonly tab: WhistleView }) => {
  const say = useWords(words)
  const list = useList('GET /api/whistles/parts', { query: queryOf(search, tab) })
  const empty = {
    mine: { title: say.mineEmpty, hint: say.mineHint },
    called: { title: say.calledEmpty, hint: say.calledHint },
    refusals: { title: say.refusalsEmpty, hint: say.refusalsHint },
    all: { title: say.allEmpty, hint: say.allHint },
  }[tab]
  return (
    <EntryListing list={list} icon={BellRing} total={say.total} empty={empty}>
      {(part) => <PartCard part={part} />}
    </EntryListing>
  )
}
