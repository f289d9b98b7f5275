// Sends waiting reports, one at a time, as soon as there is a signal: files first, then the report, all with fixed keys.
import { call, NoSignal, Refused } from '../api.ts'
import { session } from '../session.ts'
import { store } from '../store.ts'
import { inTurn } from './in-turn.ts'
import { handOverDraft } from './draft.ts'
import { afterFailure, bodyOf, isDue, itemOf, type Draft, type Failure, type Item, type KeptFile } from './item.ts'
import { allKept, drop, keep } from './keeper.ts'

/** What waits on this phone, oldest first. */
export const outbox = store<readonly Item[]>([])
/** The id of the report being sent, and how far it is. */
export const sending = store<{ readonly id: string; readonly done: number; readonly of: number } | null>(null)

const arrivals = new Map<string, (caseId: string | null) => void>()

const replace = async (item: Item) => {
  await keep('outbox', item.id, item)
  outbox.change((items) => [...items.filter((one) => one.id !== item.id), item].sort((a, b) => a.keptAt - b.keptAt))
}
/** Takes a report out of the outbox: it has arrived, or its writer takes it back. */
export const takeOut = async (id: string) => {
  await drop('outbox', id)
  outbox.change((items) => items.filter((one) => one.id !== id))
}

const upload = async (file: KeptFile, kind: 'photo' | 'voice'): Promise<KeptFile> => {
  if (file.id) return file
  const wrapped = new File([file.blob], file.name, { type: file.blob.type })
  const { id } = await call('POST /api/files', { body: { kind }, file: wrapped, key: file.key })
  return { ...file, id }
}

const sendFiles = async (item: Item): Promise<Item> => {
  let { draft } = item
  const of = draft.photos.length + (draft.voice ? 1 : 0) + 1
  let done = 0
  const step = async (next: Draft) => {
    draft = next
    await replace({ ...item, draft })
    sending.set({ id: item.id, done: ++done, of })
  }
  sending.set({ id: item.id, done, of })
  for (const [index, photo] of draft.photos.entries()) {
    const sent = await upload(photo, 'photo')
    await step({ ...draft, photos: draft.photos.map((one, at) => (at === index ? sent : one)) })
  }
  if (draft.voice) await step({ ...draft, voice: await upload(draft.voice, 'voice') })
  return { ...item, draft }
}

const failureOf = (thrown: unknown): Failure => {
  if (thrown instanceof NoSignal) return { why: 'no-signal' }
  if (thrown instanceof Refused) {
    const { status, code, title, remedy, fields } = thrown.problem
    const named = fields?.map((field) => field.message).join(' ') ?? ''
    return { why: 'refused', status, code, cause: title, remedy: [remedy, named].filter(Boolean).join(' ') }
  }
  throw thrown
}

const sendOne = async (item: Item) => {
  try {
    const ready = await sendFiles(item)
    const made = await call('POST /api/cases', { body: bodyOf(ready.draft), key: item.id })
    await takeOut(item.id)
    arrivals.get(item.id)?.(made.id)
  } catch (thrown) {
    const latest = outbox.get().find((one) => one.id === item.id) ?? item
    const next = afterFailure(latest, failureOf(thrown), Date.now())
    await replace(next)
    if (next.state === 'waiting') setTimeout(() => void sendDue(), next.nextTryAt - Date.now() + 1)
    arrivals.get(item.id)?.(null)
  } finally {
    arrivals.delete(item.id)
    sending.set(null)
  }
}

/** Sends everything that is due. Several tabs take turns; the fixed keys make a double send harmless. */
export const sendDue = inTurn('linli-outbox', async () => {
  for (;;) {
    const now = session.get()
    const person = now.state === 'in' ? now.me.id : null
    const due = outbox.get().find((item) => isDue(item, person, Date.now()))
    if (!due) return
    await sendOne(due)
  }
})

/** Puts a report into the outbox and tries at once: the new case's id, or null when it waits or was refused. */
export const submit = async (id: string, personId: string | null, draft: Draft): Promise<string | null> => {
  await replace(itemOf(id, personId, draft, Date.now()))
  handOverDraft()
  const now = session.get()
  if (now.state !== 'in' || navigator.onLine === false) return null
  const arrived = new Promise<string | null>((resolve) => arrivals.set(id, resolve))
  void sendDue()
  return arrived
}

/** Tries again now, whatever the pause. */
export const sendNow = () => {
  outbox.change((items) => items.map((item) => ({ ...item, nextTryAt: 0 })))
  void sendDue()
}

/** At the start: what waited from last time, then again on signal, on return to the page, and now and then. */
export const startOutbox = async () => {
  outbox.set((await allKept('outbox')) as Item[])
  addEventListener('online', sendNow)
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) void sendDue()
  })
  session.watch(() => void sendDue())
  setInterval(() => {
    if (outbox.get().length > 0) void sendDue()
  }, 15_000)
  void sendDue()
}
