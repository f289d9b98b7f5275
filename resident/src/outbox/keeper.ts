// Keeps drafts and waiting reports in IndexedDB; where that is missing, in memory for this visit.

type Name = 'draft' | 'outbox'
const memory: Record<Name, Map<string, unknown>> = { draft: new Map(), outbox: new Map() }
let opened: Promise<IDBDatabase | null> | null = null

const open = (): Promise<IDBDatabase | null> =>
  new Promise((resolve) => {
    try {
      const request = indexedDB.open('linli', 1)
      request.addEventListener('upgradeneeded', () => {
        request.result.createObjectStore('draft')
        request.result.createObjectStore('outbox')
      })
      request.addEventListener('success', () => resolve(request.result))
      request.addEventListener('error', () => resolve(null))
      request.addEventListener('blocked', () => resolve(null))
    } catch {
      resolve(null)
    }
  })
const database = () => (opened ??= open())

const finished = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error ?? new Error('IndexedDB')))
  })

/** Writes one thing under a key. */
export const keep = async (name: Name, key: string, value: unknown): Promise<void> => {
  const db = await database()
  memory[name].set(key, value)
  if (db) await finished(db.transaction(name, 'readwrite').objectStore(name).put(value, key)).catch(() => {})
}
/** Removes it. */
export const drop = async (name: Name, key: string): Promise<void> => {
  const db = await database()
  memory[name].delete(key)
  if (db) await finished(db.transaction(name, 'readwrite').objectStore(name).delete(key)).catch(() => {})
}
/** Removes everything whose key begins so. */
export const dropAll = async (name: Name, start: string): Promise<void> => {
  const db = await database()
  for (const key of memory[name].keys()) if (key.startsWith(start)) memory[name].delete(key)
  if (!db) return
  const keys = IDBKeyRange.bound(start, `${start}\uffff`)
  await finished(db.transaction(name, 'readwrite').objectStore(name).delete(keys)).catch(() => {})
}
/** Reads it, or undefined. */
export const kept = async (name: Name, key: string): Promise<unknown> => {
  const db = await database()
  const found: unknown = db ? await finished(db.transaction(name).objectStore(name).get(key)).catch(() => null) : null
  return found ?? memory[name].get(key)
}
/** Everything under a name. */
export const allKept = async (name: Name): Promise<unknown[]> => {
  const db = await database()
  const found = db ? await finished(db.transaction(name).objectStore(name).getAll()).catch(() => null) : null
  return found?.length ? found : [...memory[name].values()]
}
