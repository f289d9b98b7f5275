// Serves a file to those who may see it: its uploader until it is attached, then whoever may see the thing.
import { and, eq } from 'drizzle-orm'
import type { Cx } from '../../platform/cx.ts'
import type { Download, Module } from '../../platform/module.ts'
import { refuse } from '../../platform/refuse.ts'
import type { Storage } from '../../platform/storage.ts'
import { files } from './tables.ts'

type FileRow = typeof files.$inferSelect
/** Who may see the files of a kind of thing, as its module says. */
export type Gates = Readonly<Record<string, (cx: Cx, thingId: string) => Promise<boolean>>>
export const gatesOf = (modules: readonly Module[]): Gates =>
  Object.assign({}, ...modules.map((module) => module.files ?? {}))

const maySee = async (cx: Cx, gates: Gates, row: FileRow): Promise<boolean> => {
  if (row.thingKind === null || row.thingId === null) return row.uploaderId === cx.actor.personId
  return (await gates[row.thingKind]?.(cx, row.thingId)) ?? false
}
/** @throws file.not-found: also for files the actor may not see */
export const serveFile = async (
  cx: Cx,
  storage: Storage,
  gates: Gates,
  id: string,
  small: boolean,
): Promise<Download> => {
  const [row] = await cx.db
    .select()
    .from(files)
    .where(and(eq(files.id, id), eq(files.districtId, cx.districtId)))
  if (row === undefined || !(await maySee(cx, gates, row))) throw refuse('file.not-found')
  const name = small ? row.thumbnailAs : row.storedAs
  if (name === null) throw refuse('file.not-found')
  return { name: `${row.id}.${name.split('.').pop()}`, mime: row.mime, inline: true, path: storage.path(name) }
}
