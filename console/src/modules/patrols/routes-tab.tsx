// Routes: who walks them and when; planning, changing, stopping, calling a joint sweep; the checklists.
import { Button, Table } from 'antd'
import { ListChecks, Route } from 'lucide-react'
import { useState } from 'react'
import { useMarks } from '../../platform/marks.ts'
import { AddButton } from '../../platform/add-button.tsx'
import { useApi } from '../../platform/api.ts'
import { useList } from '../../platform/list.ts'
import { Listing, TextFilter } from '../../platform/listing.tsx'
import { ScrollX } from '../../platform/scroll-x.tsx'
import { Tag } from '../../platform/tags.tsx'
import { useSearch } from '../../platform/address.ts'
import { useWords } from '../../platform/words.ts'
import { Checklists } from './checklists.tsx'
import { RouteForm } from './route-form.tsx'
import { SweepForm } from './sweep-form.tsx'
import { weekdayNames, words } from './words.ts'
import type { RouteLine } from './route-line.ts'

type Doing =
  | { readonly what: 'new' }
  | { readonly what: 'edit' | 'sweep'; readonly route: RouteLine }
  | { readonly what: 'lists' }
export const RoutesTab = () => {
  const say = useWords(words)
  const [search] = useSearch()
  const [doing, setDoing] = useState<Doing | null>(null)
  const list = useList('GET /api/patrols/routes', {
    query: { limit: 50, ...(search['search'] ? { search: search['search'] } : {}) },
  })
  const stop = () => setDoing(null)
  const begin = <AddButton onClick={() => setDoing({ what: 'new' })}>{say.newRoute}</AddButton>
  return (
    <>
      <div className="filters" role="search">
        <TextFilter label={say.name} />
        <span className="grow" />
        <Button icon={<ListChecks size={16} aria-hidden />} onClick={() => setDoing({ what: 'lists' })}>
          {say.checklists}
        </Button>
        {begin}
      </div>
      <Listing list={list} icon={Route} empty={{ title: say.noRoutes, hint: say.noRoutesHint, action: begin }}>
        {(rows) => (
          <RoutesTable
            rows={rows}
            edit={(route) => setDoing({ what: 'edit', route })}
            sweep={(route) => setDoing({ what: 'sweep', route })}
          />
        )}
      </Listing>
      {doing?.what === 'new' ? <RouteForm route={null} close={stop} /> : null}
      {doing?.what === 'edit' ? <EditRoute id={doing.route.id} close={stop} /> : null}
      {doing?.what === 'sweep' ? <SweepForm route={doing.route} close={stop} /> : null}
      {doing?.what === 'lists' ? <Checklists close={stop} /> : null}
    </>
  )
}
const EditRoute = ({ id, close }: { readonly id: string; readonly close: () => void }) => {
  const route = useApi('GET /api/patrols/routes/:id', { params: { id } })
  return route.data ? <RouteForm route={route.data} close={close} /> : null
}
const useWhen = () => {
  const say = useWords(words)
  const days = useWords(weekdayNames)
  const mark = useMarks()
  return ({ schedule }: RouteLine) => {
    if (schedule.weekdays.length === 0) return say.onCall
    const named = schedule.weekdays.map((day) => days[`d${day as 1}`]).join(' ')
    const weeks = schedule.everyWeeks === 1 ? '' : `${say.everyWeeks} ${schedule.everyWeeks} · `
    return `${weeks}${named} · ${schedule.windows.map(({ from, until }) => `${from}–${until}`).join(mark.comma)}`
  }
}
interface TableProps {
  readonly rows: RouteLine[]
  readonly edit: (route: RouteLine) => void
  readonly sweep: (route: RouteLine) => void
}
const RoutesTable = ({ rows, edit, sweep }: TableProps) => {
  const say = useWords(words)
  const when = useWhen()
  return (
    <ScrollX label={say.routes}>
      <Table<RouteLine>
        size="small"
        rowKey="id"
        pagination={false}
        dataSource={rows}
        columns={[
          {
            title: say.route,
            render: (_, row) => (
              <>
                <strong>{row.name}</strong> {row.active ? null : <Tag>{say.inactive}</Tag>}
                <div className="quiet">{row.place.path}</div>
              </>
            ),
          },
          { title: say.who, render: (_, row) => row.who.name },
          { title: say.time, render: (_, row) => when(row) },
          { title: say.points, align: 'end', render: (_, row) => row.pointCount },
          {
            title: say.actions,
            render: (_, row) => (
              <div className="row">
                <Button size="small" onClick={() => edit(row)}>
                  {say.edit}
                </Button>
                <Button size="small" onClick={() => sweep(row)}>
                  {say.callSweep}
                </Button>
              </div>
            ),
          },
        ]}
      />
    </ScrollX>
  )
}
