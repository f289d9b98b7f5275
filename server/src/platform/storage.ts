// Where bytes live: a local folder by default. Names are made here, never taken from people.
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { randomUUID } from 'node:crypto'

/** Every stored name stands in a row of `files`: what stands in none is swept after a while. */
export interface Storage {
  /** Stores bytes durably under a new name and returns it. */
  put(bytes: Buffer, extension: string): Promise<string>
  path(name: string): string
  remove(name: string): Promise<void>
  /**
   * Removes what was stored before a moment and is not among the names `known` gives back, half-written bytes too.
   * A folder that another owner (a district of another database) has swept is left alone: 'not-ours'.
   */
  sweep(
    owner: string,
    before: Date,
    known: (names: readonly string[]) => Promise<ReadonlySet<string>>,
  ): Promise<number | 'not-ours'>
}
const STORED = /^[a-f0-9]{2}\/[a-f0-9-]{36}\.[a-z0-9]{1,5}$/
const nothing = (error: NodeJS.ErrnoException) => {
  if (error.code === 'ENOENT') return null
  throw error
}
/** Whether the folder is this owner's; the first to ask owns it. */
const claim = async (folder: string, owner: string): Promise<boolean> => {
  const path = join(folder, 'owner')
  await mkdir(folder, { recursive: true })
  await writeFile(path, owner, { flag: 'wx', flush: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
  return (await readFile(path, 'utf8')) === owner
}
/** The files of one folder of the store that are older than a moment, as names. */
const oldNames = async (folder: string, part: string, before: Date): Promise<string[]> => {
  const names: string[] = []
  for (const file of await readdir(join(folder, part))) {
    const about = await stat(join(folder, part, file)).catch(nothing)
    if (about?.isFile() && about.mtime < before) names.push(`${part}/${file}`)
  }
  return names
}
const sweepFolder: (folder: string) => Storage['sweep'] = (folder) => async (owner, before, known) => {
  if (!(await claim(folder, owner))) return 'not-ours'
  let removed = 0
  for (const part of (await readdir(folder)).filter((name) => /^[a-f0-9]{2}$/.test(name))) {
    const names = await oldNames(folder, part, before)
    const halves = names.filter((name) => STORED.test(name.replace(/\.part$/, '')) && name.endsWith('.part'))
    const stored = names.filter((name) => STORED.test(name))
    const kept = stored.length === 0 ? new Set<string>() : await known(stored)
    for (const name of [...halves, ...stored.filter((one) => !kept.has(one))]) {
      await rm(join(folder, name), { force: true })
      removed += 1
    }
  }
  return removed
}
/** Two levels of folders, so that no folder grows without end. */
export const folderStorage = (folder: string): Storage => {
  const path = (name: string) => {
    if (!STORED.test(name)) throw new Error('not a stored name')
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
    sweep: sweepFolder(join(folder, 'files')),
  }
}
