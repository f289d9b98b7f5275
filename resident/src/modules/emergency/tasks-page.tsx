// 应急任务: the homes given to a person, building by building; each noted at the door in two taps.
import { useState } from 'preact/hooks'
import {
  openTaskStates,
  taskKinds,
  taskResults,
  taskStates,
  type TaskResult,
} from '../../../../contract/src/emergency-kinds.ts'
import type { Api } from '../../../../contract/src/all.ts'
import type { BodyOf, OutOf } from '../../../../contract/src/endpoint.ts'
import { call } from '../../api.ts'
import { useAction } from '../../kit/action.ts'
import { Chips, Field, Lines, SwitchCell } from '../../kit/field.tsx'
import { Icon } from '../../kit/icon.tsx'
import { check, list } from '../../kit/icons.ts'
import { useLoad } from '../../kit/load.ts'
import { Page } from '../../kit/page.tsx'
import { Sheet } from '../../kit/sheet.tsx'
import { Empty, Failure, SignInFirst, Skeleton } from '../../kit/states.tsx'
import { tell } from '../../kit/toast.tsx'
import { session } from '../../session.ts'
import { useStore } from '../../store.ts'
import { language } from '../../words.ts'
import { Calls } from './emergency-page.tsx'
import { w } from './words.ts'

type Task = OutOf<Api['GET /api/emergency/tasks/mine']>[number]
const side = () => (language.get() === 'en' ? 'en' : 'zh')
const isOpen = (task: Task) => (openTaskStates as readonly string[]).includes(task.state)
const countsItems = (task: Task) => task.kind === 'supplies' || task.kind === 'medicine'

const ResultSheet = ({ task, onClose, onDone }: { task: Task; onClose: () => void; onDone: () => void }) => {
  const [state, setState] = useState<TaskResult>('done')
  const [quantity, setQuantity] = useState(countsItems(task) ? '1' : '')
  const [text, setText] = useState('')
  const note = useAction(async (body: BodyOf<Api['POST /api/emergency/tasks/:id/result']>, key) => {
    await call('POST /api/emergency/tasks/:id/result', { params: { id: task.id }, body, key })
    tell(w('saved'))
    onDone()
  })
  const delivered = Number.parseInt(quantity, 10)
  return (
    <Sheet title={task.home.name} onClose={onClose}>
      <p>
        <span class="strong">{taskKinds[task.kind][side()]}</span> {task.words}
      </p>
      <Chips
        label={w('note')}
        of={taskResults.map((one) => [one, taskStates[one][side()]] as const)}
        chosen={[state]}
        onChoose={([one]) => one && setState(one)}
      />
      {countsItems(task) && (state === 'done' || state === 'needs') && (
        <Field label={w('quantity')} value={quantity} onValue={setQuantity} inputMode="numeric" maxLength={5} />
      )}
      <Lines label={w('remark')} value={text} onValue={setText} rows={2} max={300} />
      {note.trouble && <Failure trouble={note.trouble} />}
      <button
        type="button"
        class="button main"
        aria-disabled={note.busy}
        onClick={() =>
          void note.run({
            state,
            quantity: Number.isFinite(delivered) ? Math.max(0, delivered) : 0,
            ...(text.trim() ? { words: text.trim() } : {}),
          })
        }
      >
        {w('save')}
      </button>
    </Sheet>
  )
}
const Building = ({ name, tasks, onTap }: { name: string; tasks: readonly Task[]; onTap: (task: Task) => void }) => (
  <section class="stack">
    <div class="row spread">
      <h2>{name}</h2>
      <span class="small quiet">{w('left', { n: tasks.filter(isOpen).length })}</span>
    </div>
    <ul class="cells">
      {tasks.map((task) => (
        <li key={task.id}>
          <button type="button" class="cell" onClick={() => onTap(task)}>
            <Icon of={isOpen(task) ? list : check} />
            <span class="grow">
              <span class="strong">{task.home.path.split(' ').slice(-2).join(' ')}</span>
              <span class="small">
                {taskKinds[task.kind][side()]}：{task.words}
              </span>
              <span class="small quiet">
                {[taskStates[task.state][side()], task.requested && w('asked'), task.result]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  </section>
)
const Tasks = () => {
  const [all, setAll] = useState(false)
  const [open, setOpen] = useState<Task | null>(null)
  const { data, trouble, reload } = useLoad(`emergency/tasks/${all}`, () =>
    call('GET /api/emergency/tasks/mine', { query: { all: all ? 'true' : 'false' } }),
  )
  if (trouble && !data) return <Failure trouble={trouble} retry={reload} />
  if (!data) return <Skeleton />
  const byBuilding = new Map<string, Task[]>()
  for (const task of data) {
    const name = task.building?.name ?? task.home.path
    byBuilding.set(name, [...(byBuilding.get(name) ?? []), task])
  }
  return (
    <>
      {trouble && <Failure trouble={trouble} retry={reload} />}
      {data.length === 0 && (
        <Empty icon={check} title={w('noTasks')}>
          <p class="quiet">{w('noTasksHint')}</p>
        </Empty>
      )}
      {[...byBuilding].map(([name, tasks]) => (
        <Building key={name} name={name} tasks={tasks} onTap={setOpen} />
      ))}
      <div class="cells">
        <SwitchCell label={w('showAll')} on={all} onChange={setAll} />
      </div>
      {open && (
        <ResultSheet
          task={open}
          onClose={() => setOpen(null)}
          onDone={() => {
            setOpen(null)
            reload()
          }}
        />
      )}
    </>
  )
}
const TasksPage = () => {
  const who = useStore(session)
  return (
    <Page title={w('tasks')} subtitle={w('tasksLead')} backTo="/services">
      {who.state === 'out' ? (
        <SignInFirst />
      ) : (
        <>
          <Calls />
          <Tasks />
        </>
      )}
    </Page>
  )
}
export default TasksPage
