// Today's routes and what waits to be sent: kept on the phone, sent by itself in the order it was walked.
import type { Api } from '../../../../contract/src/all.ts'
import type { OutOf } from '../../../../contract/src/endpoint.ts'
import { call, NoSignal, Refused } from '../../api.ts'
import { troubleOf, type Trouble } from '../../kit/states.tsx'
import { inTurn } from '../../outbox/in-turn.ts'
import type { Failure, KeptFile } from '../../outbox/item.ts'
import { rememberedPerson, session } from '../../session.ts'
import { store } from '../../store.ts'
import { afterWalkFailure, checkinBody, nextToSend, walkOf, type Problem, type Told, type Walk } from './walk-item.ts'
import { dropWalk, keepVisits, keepWalk, keptVisits, keptWalks } from './walk-keeper.ts'

export type Visit = OutOf<Api['GET /api/patrols/mine']>['visits'][number]
export interface Today {
  readonly visits: readonly Visit[]
  /** When the server said so. */
  readonly at: string
}
export const today = store<{ readonly data: Today | null; readonly trouble: Trouble | null; readonly isKept: boolean }>(
  {
    data: null,
    trouble: null,
    isKept: false,
  },
)
/** What waits on this phone, oldest first. */
export const walks = store<readonly Walk[]>([])

/** From the server; without a signal, what this phone kept. */
export const loadToday = async (): Promise<void> => {
  const person = rememberedPerson()
  try {
    const data = await call('GET /api/patrols/mine')
    today.set({ data, trouble: null, isKept: false })
    if (person !== null) await keepVisits(person, data)
  } catch (thrown) {
    const kept = person === null ? undefined : ((await keptVisits(person)) as Today | undefined)
    today.set({
      data: today.get().data ?? kept ?? null,
      trouble: kept && thrown instanceof NoSignal ? null : troubleOf(thrown),
      isKept: true,
    })
  }
}
const replace = async (walk: Walk) => {
  await keepWalk(walk)
  walks.change((all) => [...all.filter((one) => one.id !== walk.id), walk].sort((a, b) => a.keptAt - b.keptAt))
}
export const takeOutWalk = async (id: string): Promise<void> => {
  await dropWalk(id)
  walks.change((all) => all.filter((one) => one.id !== id))
}
const upload = async (photo: KeptFile): Promise<KeptFile> => {
  if (photo.id) return photo
  const file = new File([photo.blob], photo.name, { type: photo.blob.type })
  const { id } = await call('POST /api/files', { body: { kind: 'photo' }, file, key: photo.key })
  return { ...photo, id }
}
/** Photos first, one by one; each that has arrived is noted, so that it is not sent again. */
const withFiles = async (walk: Walk): Promise<Walk> => {
  let now = walk
  if (walk.told.what !== 'checkin') return now
  for (const [at, problem] of walk.told.problems.entries())
    for (const [n, photo] of problem.photos.entries()) {
      const sent = await upload(photo)
      if (now.told.what !== 'checkin') return now
      const photos = now.told.problems[at]!.photos.map((one, index) => (index === n ? sent : one))
      const problems: Problem[] = now.told.problems.map((one, index) => (index === at ? { ...one, photos } : one))
      now = { ...now, told: { ...now.told, problems } }
      await replace(now)
    }
  return now
}
const failureOf = (thrown: unknown): Failure => {
  if (thrown instanceof NoSignal) return { why: 'no-signal' }
  if (!(thrown instanceof Refused)) throw thrown
  const { status, code, title, remedy } = thrown.problem
  return { why: 'refused', status, code, cause: title, remedy }
}
const takeAnswer = (visit: Visit) => {
  const now = today.get()
  if (now.data === null) return
  const visits = now.data.visits.map((one) => (one.id === visit.id ? visit : one))
  const data = { ...now.data, visits }
  today.set({ ...now, data })
  const person = rememberedPerson()
  if (person !== null) void keepVisits(person, data)
}
const sendOne = async (walk: Walk) => {
  try {
    const ready = await withFiles(walk)
    const params = { id: walk.visitId }
    const answer =
      ready.told.what === 'checkin'
        ? await call('POST /api/patrols/visits/:id/checkins', { params, body: checkinBody(ready), key: walk.id })
        : await call('POST /api/patrols/visits/:id/finish', {
            params,
            body: { finishedAt: ready.told.finishedAt, ...(ready.told.words ? { words: ready.told.words } : {}) },
            key: walk.id,
          })
    takeAnswer(answer)
    await takeOutWalk(walk.id)
  } catch (thrown) {
    const latest = walks.get().find((one) => one.id === walk.id) ?? walk
    await replace(afterWalkFailure(latest, failureOf(thrown), Date.now()))
  }
}
/** Several tabs take turns; the fixed ids make a double send harmless. */
export const sendWalks = inTurn('linli-walks', async () => {
  for (;;) {
    const now = session.get()
    const due = nextToSend(walks.get(), now.state === 'in' ? now.me.id : null, Date.now())
    if (due === null) return
    await sendOne(due)
  }
})
/** Notes what was walked and tries to send it at once. */
export const tellWalk = async (visitId: string, told: Told): Promise<void> => {
  const person = rememberedPerson()
  if (person === null) return
  await replace(walkOf(person, visitId, told, Date.now()))
  if (navigator.onLine !== false) void sendWalks()
}
export const sendWalksNow = () => {
  walks.change((all) => all.map((walk) => ({ ...walk, nextTryAt: 0 })))
  void sendWalks()
}
let started: Promise<void> | null = null
/** Once per visit of the app: what waited from last time, then again on signal and now and then. */
export const startWalks = (): Promise<void> =>
  (started ??= (async () => {
    walks.set(await keptWalks())
    addEventListener('online', sendWalksNow)
    session.watch(() => void sendWalks())
    setInterval(() => {
      if (walks.get().length > 0) void sendWalks()
    }, 15_000)
    void sendWalks()
  })())
void startWalks()
