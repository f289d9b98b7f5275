// Emergency tasks noted at doors without a signal: kept on this phone, sent in order when it is back, each exactly once.
import type { Api } from '../../../../contract/src/all.ts'
import type { BodyOf, OutOf } from '../../../../contract/src/endpoint.ts'
import { call } from '../../api.ts'
import { freshOrKept } from '../../outbox/kept-copy.ts'
import { keptQueue, type Kept } from '../../outbox/kept-queue.ts'

export type Task = OutOf<Api['GET /api/emergency/tasks/mine']>[number]
export type Result = BodyOf<Api['POST /api/emergency/tasks/:id/result']>
interface Note {
  readonly taskId: string
  readonly body: Result
}

/** What was noted and has not arrived. */
export const tasksOutbox = keptQueue<Note, true>('emergencyTasks', async ({ taskId, body, key }) => {
  await call('POST /api/emergency/tasks/:id/result', { params: { id: taskId }, body, key })
  return true
})
/** A task as it will read once everything has arrived. */
export const withWaiting = (task: Task, items: readonly Kept<Note>[]): Task & { readonly waits: boolean } => {
  const latest = items.findLast((item) => item.taskId === task.id)
  if (!latest) return { ...task, waits: false }
  const { state, words, quantity } = latest.body
  return { ...task, state, result: words ?? null, quantity: quantity ?? 0, waits: true }
}
/** The person's list, or the one kept on this phone where there is no signal. */
export const loadTasks = (all: boolean): Promise<readonly Task[]> =>
  freshOrKept(`emergencyTasks/${all}`, () =>
    call('GET /api/emergency/tasks/mine', { query: { all: all ? 'true' : 'false' } }),
  )
