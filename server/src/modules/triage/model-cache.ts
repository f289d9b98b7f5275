// The models in use, unpacked, kept in memory: at most two of one district, a few megabytes. Asked for at every report.
import { and, eq, sql } from 'drizzle-orm'
import type { TriageMode } from '../../../../contract/src/likeness-kinds.ts'
import { unpackModel, type TextModel } from '../../../../rules/src/text-model.ts'
import type { Tx } from '../../platform/database.ts'
import { triageModels, triageSettings, type Subject } from './tables.ts'

export interface KnownModel {
  readonly id: string
  readonly trainedAt: Date
  readonly model: TextModel
}
export interface Setting {
  readonly mode: TriageMode
  readonly leastConfidence: number
}
export interface Known {
  readonly models: ReadonlyMap<Subject, KnownModel>
  readonly settings: ReadonlyMap<string, Setting>
}
/** Where nothing is set: suggest, from this confidence on. */
export const defaultSetting: Setting = { mode: 'suggest', leastConfidence: 0.5 }
/** Models change once a week, settings rarely; other processes learn of both within this time. */
const FRESH_MS = 5000
let kept: { districtId: string; until: number; known: Known } | null = null

/** After a change in this process. */
export const forgetTriage = (): void => {
  if (kept !== null) kept = { ...kept, until: 0 }
}
const load = async (db: Tx, districtId: string, before: Known | null): Promise<Known> => {
  const [current, settings] = await Promise.all([
    db
      .select({ id: triageModels.id, subject: triageModels.subject })
      .from(triageModels)
      .where(and(eq(triageModels.districtId, districtId), sql`${triageModels.isCurrent}`)),
    db.select().from(triageSettings).where(eq(triageSettings.districtId, districtId)),
  ])
  const models = new Map<Subject, KnownModel>()
  for (const { id, subject } of current) {
    const same = before?.models.get(subject)
    if (same?.id === id) {
      models.set(subject, same)
      continue
    }
    const [row] = await db.select().from(triageModels).where(eq(triageModels.id, id))
    if (row?.model) models.set(subject, { id, trainedAt: row.trainedAt, model: unpackModel(row.model) })
  }
  return { models, settings: new Map(settings.map((one) => [one.categoryId, one])) }
}
/** The models and settings of a district. */
export const knownTriage = async (db: Tx, districtId: string): Promise<Known> => {
  const own = kept?.districtId === districtId ? kept : null
  if (own !== null && own.until > Date.now()) return own.known
  const known = await load(db, districtId, own?.known ?? null)
  kept = { districtId, until: Date.now() + FRESH_MS, known }
  return known
}
