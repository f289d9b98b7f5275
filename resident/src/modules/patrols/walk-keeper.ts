// Keeps today's routes and what was walked in a database of the phone of its own; in memory where that is missing.
import type { Walk } from './walk-item.ts'

type Name = 'visits' | 'walks'
const memory: Record<Name, Map<string, unknown>> = { visits: new Map(), walks: new Map() }
let opened: Promise<IDBDatabase | null> | null = null
const open = (): Promise<IDBDatabase | null> =>
  new Promise((resolve) => {
    try {
      const request = indexedDB.open('linli-patrol', 1)
      request.addEventListener('upgradeneeded', () => {
        request.result.createObjectStore('visits')
        request.result.createObjectStore('walks')
      })
      request.addEventListener('success', () => resolve(request.result))
      request.addEventListener('error', () => resolve(null))
    } catch {
      resolve(null)
    }
  })
const run = async <T>(name: Name, mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest<T>) => {
  const db = await (opened ??= open())
  if (db === null) return undefined
  return new Promise<T | undefined>((resolve) => {
    const request = ask(db.transaction(name, mode).objectStore(name))
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => resolve(undefined))
  })
}
const flag = 'linli.walks'
/** Read at the start of the app: whether something waits, without loading this room. */
const mark = () => {
  try {
    if (memory.walks.size > 0) localStorage.setItem(flag, '1')
    else localStorage.removeItem(flag)
  } catch {
    // Private browsing: it is sent while this room is open.
  }
}
export const keepWalk = async (walk: Walk): Promise<void> => {
  memory.walks.set(walk.id, walk)
  mark()
  await run('walks', 'readwrite', (store) => store.put(walk, walk.id))
}
export const dropWalk = async (id: string): Promise<void> => {
  memory.walks.delete(id)
  mark()
  await run('walks', 'readwrite', (store) => store.delete(id))
}
export const keptWalks = async (): Promise<Walk[]> => {
  const found = ((await run('walks', 'readonly', (store) => store.getAll())) ?? []) as Walk[]
  for (const walk of found) memory.walks.set(walk.id, walk)
  mark()
  return ([...memory.walks.values()] as Walk[]).toSorted((a, b) => a.keptAt - b.keptAt)
}
/** Today's routes of one person: another person on this phone never sees them. */
export const keepVisits = async (personId: string, visits: unknown): Promise<void> => {
  memory.visits.set(personId, visits)
  await run('visits', 'readwrite', (store) => store.clear())
  await run('visits', 'readwrite', (store) => store.put(visits, personId))
}
export const keptVisits = async (personId: string): Promise<unknown> =>
  (await run('visits', 'readonly', (store) => store.get(personId))) ?? memory.visits.get(personId)
