// Visits of some days: who walks what, how far they are, what was found.
import { Button, Input, Select, Table } from 'antd'
import { ClipboardCheck } from 'lucide-react'
import { visitStates, type VisitState } from '../../../../contract/src/patrols-life.ts'
import { useSearch } from '../../platform/address.ts'
import { useList, type RowOf } from '../../platform/list.ts'
import { Listing } from '../../platform/listing.tsx'
import { useMarks, type Marks } from '../../platform/marks.ts'
import { ScrollX } from '../../platform/scroll-x.tsx'
import { TimeText } from '../../platform/time.tsx'
import { usePick, useWords } from '../../platform/words.ts'
import { VisitDrawer } from './visit-drawer.tsx'
import { todayText, VisitTag } from './visit-tag.tsx'
import { words } from './words.ts'

export type VisitLine = RowOf<'GET /api/patrols/visits'>
const Filters = () => {
  const say = useWords(words)
  const pick = usePick()
  const [search, change] = useSearch()
  return (
    <div className="filters" role="search">
      {(['from', 'to'] as const).map((key) => (
        <label key={key} className="row">
          {say[key]}
          <Input
            type="date"
            style={{ width: 150 }}
            value={search[key] ?? todayText()}
            onChange={(event) => change({ [key]: event.target.value || undefined })}
          />
        </label>
      ))}
      <Select
        aria-label={say.state}
        style={{ minWidth: 130 }}
        value={search['state'] ?? ''}
        onChange={(state: string) => change({ state: state || undefined, late: undefined })}
        options={[
          { value: '', label: say.anyState },
          ...(Object.keys(visitStates) as VisitState[]).map((state) => ({
            value: state,
            label: pick(visitStates[state]),
          })),
        ]}
      />
    </div>
  )
}
export const VisitsTab = () => {
  const say = useWords(words)
  const mark = useMarks()
  const [search, change] = useSearch()
  const list = useList('GET /api/patrols/visits', {
    query: {
      limit: 50,
      from: search['from'] ?? todayText(),
      to: search['to'] ?? todayText(),
      ...(search['state'] ? { state: search['state'] as VisitState } : {}),
      ...(search['late'] ? { late: 'true' as const } : {}),
      ...(search['route'] ? { routeId: search['route'] } : {}),
      ...(search['place'] ? { placeId: search['place'] } : {}),
    },
  })
  return (
    <>
      <Filters />
      <Listing
        list={list}
        icon={ClipboardCheck}
        empty={{ title: say.noVisits, hint: say.noVisitsHint }}
        noMatch={search['state'] ? { title: say.noMatch, hint: say.noMatchHint } : false}
      >
        {(rows) => (
          <ScrollX label={say.today}>
            <Table<VisitLine>
              size="small"
              rowKey="id"
              pagination={false}
              dataSource={rows}
              columns={columnsOf(say, mark, (id) => change({ open: id }))}
            />
          </ScrollX>
        )}
      </Listing>
      {search['open'] ? <VisitDrawer id={search['open']} close={() => change({ open: undefined })} /> : null}
    </>
  )
}
const columnsOf = (say: ReturnType<typeof useWords<typeof words>>, mark: Marks, open: (id: string) => void) => [
  {
    title: say.route,
    render: (_: unknown, row: VisitLine) => (
      <>
        <button type="button" className="link-button" onClick={() => open(row.id)}>
          <strong>{row.route.name}</strong>
        </button>
        <div className="quiet">
          {row.place.path}
          {row.aim ? ` · ${say.sweep}${mark.colon}${row.aim}` : ''}
        </div>
      </>
    ),
  },
  {
    title: say.time,
    render: (_: unknown, row: VisitLine) => (
      <>
        <TimeText at={row.from} /> – <TimeText at={row.until} />
      </>
    ),
  },
  { title: say.state, render: (_: unknown, row: VisitLine) => <VisitTag state={row.state} late={row.late} /> },
  { title: say.walker, render: (_: unknown, row: VisitLine) => row.walker ?? '—' },
  {
    title: say.progress,
    align: 'end' as const,
    render: (_: unknown, row: VisitLine) => `${row.checked}/${row.points}`,
  },
  { title: say.found, align: 'end' as const, render: (_: unknown, row: VisitLine) => row.findings },
  { title: say.cases, align: 'end' as const, render: (_: unknown, row: VisitLine) => row.cases },
  {
    title: say.actions,
    render: (_: unknown, row: VisitLine) => (
      <Button size="small" onClick={() => open(row.id)}>
        {say.open}
      </Button>
    ),
  },
]
