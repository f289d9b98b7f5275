// 应急任务: the homes given to a person, building by building; each noted at the door in two taps.
import { useEffect, useState } from 'preact/hooks'
import {
  openTaskStates,
  taskKinds,
  taskResults,
  taskStates,
  type TaskResult,
} from '../../../../contract/src/emergency-kinds.ts'
import { Chips, Field, Lines, SwitchCell } from '../../kit/field.tsx'
import { Icon } from '../../kit/icon.tsx'
import { check, list } from '../../kit/icons.ts'
import { useLoad } from '../../kit/load.ts'
import { Page } from '../../kit/page.tsx'
import { Sheet } from '../../kit/sheet.tsx'
import { Empty, Failure, SignInFirst, Skeleton } from '../../kit/states.tsx'
import { tell } from '../../kit/toast.tsx'
import { mark } from '../../marks.ts'
import { useSending } from '../../outbox/kept-queue.ts'
import { OutboxNote, outboxWords } from '../../outbox/outbox-note.tsx'
import { session } from '../../session.ts'
import { useStore } from '../../store.ts'
import { language } from '../../words.ts'
import { Calls } from './emergency-page.tsx'
import { loadTasks, tasksOutbox, withWaiting, type Result, type Task } from './tasks-outbox.ts'
import { w } from './words.ts'

const side = () => (language.get() === 'en' ? 'en' : 'zh')
const isOpen = (task: Task) => (openTaskStates as readonly string[]).includes(task.state)
const countsItems = (task: Task) => task.kind === 'supplies' || task.kind === 'medicine'

interface ResultSheetProps {
  task: Task
  onClose: () => void
  onDone: (arrived: boolean) => void
}
const ResultSheet = ({ task, onClose, onDone }: ResultSheetProps) => {
  const [state, setState] = useState<TaskResult>('done')
  const [quantity, setQuantity] = useState(countsItems(task) ? '1' : '')
  const [text, setText] = useState('')
  const save = async () => {
    const delivered = Number.parseInt(quantity, 10)
    const quantityNow = Number.isFinite(delivered) ? Math.max(0, delivered) : 0
    const refusedBefore = tasksOutbox.refused.get().length
    const words = text.trim() ? { words: text.trim() } : {}
    const body: Result = { state, quantity: quantityNow, ...words, at: new Date().toISOString(), seen: task.doneAt }
    const arrived = await tasksOutbox.add({ taskId: task.id, body })
    if (tasksOutbox.refused.get().length === refusedBefore) tell(arrived ? w('saved') : w('kept'))
    onDone(arrived !== null)
  }
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
      <Lines label={w('remark')} keptBy={task.id} value={text} onValue={setText} rows={2} max={300} />
      <button type="button" class="button main" onClick={() => void save()}>
        {w('save')}
      </button>
    </Sheet>
  )
}
type Shown = ReturnType<typeof withWaiting>
const Building = ({ name, tasks, onTap }: { name: string; tasks: readonly Shown[]; onTap: (task: Shown) => void }) => (
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
                {taskKinds[task.kind][side()]}
                {mark('colon')}
                {task.words}
              </span>
              <span class="small quiet">
                {[
                  taskStates[task.state][side()],
                  task.requested && w('asked'),
                  task.result,
                  task.waits && outboxWords('waits'),
                ]
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
  const waiting = useStore(tasksOutbox.waiting)
  const refusals = useStore(tasksOutbox.refused).length
  const { data, trouble, reload } = useLoad(`emergency/tasks/${all}`, () => loadTasks(all))
  useSending(tasksOutbox, reload)
  // What was refused stands otherwise on the server: show it.
  useEffect(() => {
    if (refusals > 0) reload()
  }, [refusals])
  if (trouble && !data) return <Failure trouble={trouble} retry={reload} />
  if (!data) return <Skeleton />
  const byBuilding = new Map<string, Shown[]>()
  for (const task of data) {
    const name = task.building?.name ?? task.home.path
    byBuilding.set(name, [...(byBuilding.get(name) ?? []), withWaiting(task, waiting)])
  }
  return (
    <>
      {trouble && <Failure trouble={trouble} retry={reload} />}
      <OutboxNote queue={tasksOutbox} />
      {data.length === 0 && <Empty icon={check} title={w('noTasks')} hint={w('noTasksHint')} />}
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
          onDone={(arrived) => {
            setOpen(null)
            if (arrived) reload()
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
