// The doors of one visit list: what happened at each, who goes, and closing the list.
import { App, Button, Select, Table } from 'antd'
import { useState } from 'react'
import { knockNeeds, knockStates, type KnockState } from '../../../../contract/src/channels-kinds.ts'
import { addressOf, useAct, useApi, type Out } from '../../platform/api.ts'
import { Ask } from '../../platform/ask.tsx'
import { ExportButton } from '../../platform/export-button.tsx'
import { useMarks } from '../../platform/marks.ts'
import { Loaded, ProblemPanel } from '../../platform/page.tsx'
import { ScrollX } from '../../platform/scroll-x.tsx'
import { Tag } from '../../platform/tags.tsx'
import type { Tone } from '../../platform/theme.ts'
import { TimeText } from '../../platform/time.tsx'
import { usePick, useWords } from '../../platform/words.ts'
import { Counts } from './knock-counts.tsx'
import { words } from './words.ts'

type List = Out<'GET /api/channels/knocks/:id'>
type Visit = List['visits'][number]
const tones: Record<KnockState, Tone> = { notYet: 'quiet', done: 'good', absent: 'warn', refused: 'info' }

export const KnockDoors = ({ id }: { readonly id: string }) => {
  const list = useApi('GET /api/channels/knocks/:id', { params: { id } })
  return <Loaded of={list}>{(data) => <Doors list={data} />}</Loaded>
}
const Doors = ({ list }: { readonly list: List }) => {
  const say = useWords(words)
  const [chosen, setChosen] = useState<string[]>([])
  const [closing, setClosing] = useState(false)
  const close = useAct('POST /api/channels/knocks/:id/closing', { onDone: () => setClosing(false) })
  return (
    <div className="stack">
      <h2>{list.name}</h2>
      <p className="quiet">{list.place.path}</p>
      <Counts row={list} />
      <p className="quiet">{say.minimum}</p>
      {list.may.includes('assign') ? <Assign list={list} chosen={chosen} done={() => setChosen([])} /> : null}
      <div className="list-head">
        <ExportButton href={addressOf('GET /api/channels/knocks/:id.xlsx', { params: { id: list.id } })} />
      </div>
      <DoorTable list={list} chosen={chosen} choose={setChosen} />
      {list.may.includes('close') ? (
        <Button danger onClick={() => setClosing(true)}>
          {say.closeList}
        </Button>
      ) : null}
      <Ask
        open={closing}
        title={say.closeList}
        what={say.closeWhat}
        verb={say.closeList}
        isDangerous
        isBusy={close.isPending}
        problem={close.error}
        onYes={() => close.mutate({ params: { id: list.id }, body: {} })}
        onNo={() => setClosing(false)}
      />
    </div>
  )
}
interface DoorTableProps {
  readonly list: List
  readonly chosen: readonly string[]
  readonly choose: (ids: string[]) => void
}
const DoorTable = ({ list, chosen, choose }: DoorTableProps) => {
  const say = useWords(words)
  const mark = useMarks()
  const pick = usePick()
  return (
    <ScrollX label={list.name}>
      <Table<Visit>
        size="small"
        rowKey="id"
        pagination={list.visits.length > 60 ? { pageSize: 60, showSizeChanger: false } : false}
        dataSource={list.visits}
        {...(list.may.includes('assign')
          ? {
              rowSelection: {
                selectedRowKeys: [...chosen],
                onChange: (keys: React.Key[]) => choose(keys.map(String)),
                getTitleCheckboxProps: () => ({ 'aria-label': say.assign }),
                getCheckboxProps: (visit: Visit) => ({ 'aria-label': visit.home.path }),
              },
            }
          : {})}
        columns={[
          { title: say.home, render: (_, visit) => visit.home.path },
          {
            title: say.state,
            render: (_, visit) => (
              <>
                <Tag tone={tones[visit.state]}>{pick(knockStates[visit.state])}</Tag>{' '}
                {visit.revisit ? <Tag tone="warn">{say.revisit}</Tag> : null}
              </>
            ),
          },
          {
            title: say.needs,
            responsive: ['md'],
            render: (_, visit) => visit.needs.map((need) => pick(knockNeeds[need])).join(mark.list),
          },
          {
            title: say.whose,
            render: (_, visit) => visit.assigned?.name ?? <span className="quiet">{say.unassigned}</span>,
          },
          {
            title: say.visited,
            responsive: ['md'],
            render: (_, visit) => (visit.visitedAt ? <TimeText at={visit.visitedAt} /> : null),
          },
        ]}
      />
    </ScrollX>
  )
}
interface AssignProps {
  readonly list: List
  readonly chosen: readonly string[]
  readonly done: () => void
}
const Assign = ({ list, chosen, done }: AssignProps) => {
  const say = useWords(words)
  const { message } = App.useApp()
  const [personId, setPersonId] = useState<string | null>(null)
  const people = useApi('GET /api/channels/knocks/:id/people', { params: { id: list.id } })
  const act = useAct('POST /api/channels/knocks/:id/assignments', {
    onDone: () => {
      message.success(say.assigned(chosen.length || list.visits.length))
      done()
    },
  })
  // Without a choice it is the whole list.
  const visitIds = chosen.length > 0 ? [...chosen] : list.visits.map((visit) => visit.id)
  return (
    <div className="row">
      <Select
        aria-label={say.assignTo}
        placeholder={say.assignTo}
        style={{ minWidth: 180 }}
        value={personId}
        options={(people.data ?? []).map((person) => ({ value: person.id, label: person.name }))}
        onChange={setPersonId}
      />
      <Button
        type="primary"
        disabled={personId === null}
        loading={act.isPending}
        onClick={() => act.mutate({ params: { id: list.id }, body: { visitIds, personId } })}
      >
        {say.assign}
      </Button>
      <Button onClick={() => act.mutate({ params: { id: list.id }, body: { visitIds, personId: null } })}>
        {say.takeBack}
      </Button>
      {act.error ? <ProblemPanel problem={act.error} /> : null}
    </div>
  )
}
