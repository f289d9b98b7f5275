// Figures of an emergency: now, by kind of task, and day by day.
import { Table } from 'antd'
import { taskKinds, taskStates, type TaskState } from '../../../../contract/src/emergency-kinds.ts'
import { ScrollX } from '../../platform/scroll-x.tsx'
import { DayText } from '../../platform/time.tsx'
import { usePick, useWords } from '../../platform/words.ts'
import type { Emergency } from './emergency.ts'
import { words } from './words.ts'

type Figures = Emergency['figures']
export const FiguresView = ({ of }: { readonly of: Figures }) => {
  const say = useWords(words)
  const pick = usePick()
  const states = (Object.keys(taskStates) as TaskState[]).filter((state) => (of.tasks[state] ?? 0) > 0)
  const all: readonly (readonly [string, number])[] = [
    ...states.map((state) => [pick(taskStates[state]), of.tasks[state] ?? 0] as const),
    [say.supplies, of.supplies],
    [say.requests, of.requests],
    [say.called, of.called],
    [say.coming, of.coming],
    [say.cannot, of.cannot],
    [say.cases, of.cases],
  ]
  return (
    <>
      <h2>{say.figures}</h2>
      <dl className="emergency-figures">
        {all.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <div className="list-card">
        <ScrollX label={say.kind}>
          <Table<Figures['byKind'][number]>
            size="small"
            rowKey="kind"
            pagination={false}
            dataSource={[...of.byKind]}
            columns={[
              { title: say.kind, render: (_, row) => pick(taskKinds[row.kind]) },
              { title: say.any, align: 'end', render: (_, row) => row.total },
              { title: say.doneTasks, align: 'end', render: (_, row) => row.done },
              { title: say.openTasks, align: 'end', render: (_, row) => row.open },
            ]}
          />
        </ScrollX>
      </div>
      <ByDay days={of.days} />
    </>
  )
}
const ByDay = ({ days }: { readonly days: Figures['days'] }) => {
  const say = useWords(words)
  return (
    <>
      <h2>{say.byDay}</h2>
      <div className="list-card">
        <ScrollX label={say.byDay}>
          <Table<Figures['days'][number]>
            size="small"
            rowKey="day"
            pagination={false}
            dataSource={[...days]}
            columns={[
              { title: say.day, render: (_, row) => <DayText day={row.day} /> },
              { title: say.doneTasks, align: 'end', render: (_, row) => row.done },
              { title: say.visits, align: 'end', render: (_, row) => row.visits },
              { title: say.supplies, align: 'end', render: (_, row) => row.supplies },
              { title: say.requests, align: 'end', render: (_, row) => row.requests },
              { title: say.coming, align: 'end', render: (_, row) => row.coming },
            ]}
          />
        </ScrollX>
      </div>
    </>
  )
}
