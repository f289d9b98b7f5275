// Where bytes live: a local folder by default. Names are made here, never taken from people.
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { randomUUID } from 'node:crypto'

export interface Storage {
  /** Stores bytes durably under a new name and returns it. */
  put(bytes: Buffer, extension: string): Promise<string>
  path(name: string): string
  remove(name: string): Promise<void>
}
/** Two levels of folders, so that no folder grows without end. */
export const folderStorage = (folder: string): Storage => {
  const path = (name: string) => {
    if (!/^[a-f0-9]{2}\/[a-f0-9-]{36}\.[a-z0-9]{1,5}$/.test(name)) throw new Error('not a stored name')
    return join(folder, 'files', name)
  }
  return {
    put: async (bytes, extension) => {
      const uuid = randomUUID()
      const name = `${uuid.slice(0, 2)}/${uuid}.${extension}`
      const target = path(name)
      await mkdir(dirname(target), { recursive: true })
      await writeFile(`${target}.part`, bytes, { flush: true })
      await rename(`${target}.part`, target)
      return name
    },
    path,
    remove: (name) => rm(path(name), { force: true }),
  }
}
