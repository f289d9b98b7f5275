// Trains the models from the district's own past decisions, by a job: read in batches, reckoned in turns, kept as bytes.
import { and, desc, eq, isNotNull, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { packModel } from '../../../../rules/src/text-model.ts'
import { training, type Example } from '../../../../rules/src/text-training.ts'
import { validating } from '../../../../rules/src/text-validation.ts'
import type { Actor, Cx } from '../../platform/cx.ts'
import { inTurns } from '../../platform/in-turns.ts'
import { forgetTriage } from './model-cache.ts'
import { triageModels, type Subject } from './tables.ts'

/** The newest decisions that are learnt from; older ones belong to an older time. */
const MOST = 8000
const BATCH = 1000
/** Words of one example that are read: the model reads no more. */
const READ = 400
const LEAST_EXAMPLES = 30
const LEAST_OF_CLASS = 3
/** Beyond this, three folds tell as much as five. */
const MANY = 2500
/** Together below four megabytes in memory. */
const bytesFor: Readonly<Record<Subject, number>> = { category: 2_000_000, handler: 1_000_000 }
/** Newer models of a subject that keep their bytes; the figures of all stay. */
const BYTES_KEPT = 3

/** A body in a way that holds everywhere: the kind of those that serve places, the id of those that are one of a kind. */
export const handlerLabelSql = sql.raw(
  `case when o.kind in ('propertyCompany', 'communityCommittee', 'streetOffice') then 'kind:' || o.kind else o.id::text end`,
)
interface Decision extends Record<string, unknown> {
  readonly id: string
  readonly at: string
  readonly words: string
  readonly categoryId: string
  readonly handler: string | null
}
/** Decided by people: past the desk, and not what the model had set by itself and nobody touched. */
const decided = sql.raw(
  `c.state in ('dispatched','takenUp','inProgress','suspended','closureRequested','closed','confirmed','reopenAsked','reopened')
   and not exists (select 1 from triage_suggestions s where s.case_id = c.id and s.is_applied and s.category_id = c.category_id)`,
)
const batch = async (cx: Cx<Actor | null>, after: Decision | null): Promise<Decision[]> => {
  const found = await cx.db.execute<Decision>(sql`
    select c.id, c.created_at::text as at, left(c.words, ${sql.raw(String(READ))}) as words, c.category_id as "categoryId", ${handlerLabelSql} as handler
    from cases c join categories g on g.id = c.category_id and g.active left join organisations o on o.id = c.handler_id
    where c.district_id = ${cx.districtId} and ${decided}
      and ${after === null ? sql`true` : sql`(c.created_at, c.id) < (${after.at}::timestamptz, ${after.id}::uuid)`}
    order by c.created_at desc, c.id desc limit ${sql.raw(String(BATCH))}`)
  return found.rows
}
const readDecisions = async (cx: Cx<Actor | null>): Promise<Record<Subject, Example[]>> => {
  const examples: Record<Subject, Example[]> = { category: [], handler: [] }
  let last: Decision | null = null
  while (examples.category.length < MOST) {
    const rows: Decision[] = await batch(cx, last)
    for (const { words, categoryId, handler } of rows) {
      examples.category.push({ words, label: categoryId })
      if (handler !== null) examples.handler.push({ words, label: handler })
    }
    if (rows.length < BATCH) break
    last = rows[rows.length - 1]!
  }
  return examples
}
/** Classes with too few examples are left to people. */
const learnable = (examples: readonly Example[]): Example[] => {
  const counts = new Map<string, number>()
  for (const { label } of examples) counts.set(label, (counts.get(label) ?? 0) + 1)
  const kept = examples.filter(({ label }) => counts.get(label)! >= LEAST_OF_CLASS)
  return kept.length >= LEAST_EXAMPLES && new Set(kept.map(({ label }) => label)).size >= 2 ? kept : []
}
const put = async (cx: Cx<Actor | null>, subject: Subject, examples: readonly Example[]): Promise<string> => {
  const bytes = bytesFor[subject]
  const figures = await inTurns(validating(examples, { bytes, folds: examples.length > MANY ? 3 : 5 }))
  const packed = packModel(await inTurns(training(examples, { bytes, temperature: figures.temperature })))
  const ofSubject = and(eq(triageModels.districtId, cx.districtId), eq(triageModels.subject, subject))
  await cx.db
    .update(triageModels)
    .set({ isCurrent: false })
    .where(and(ofSubject, sql`${triageModels.isCurrent}`))
  const id = uuidv7()
  await cx.db.insert(triageModels).values({
    id,
    districtId: cx.districtId,
    subject,
    trainedAt: cx.now,
    examples: examples.length,
    macroF1: figures.macroF1,
    accuracy: figures.accuracy,
    figures: figures.classes,
    isCurrent: true,
    model: Buffer.from(packed),
    bytes: packed.length,
  })
  const newest = await cx.db
    .select({ id: triageModels.id })
    .from(triageModels)
    .where(and(ofSubject, isNotNull(triageModels.model)))
    .orderBy(desc(triageModels.trainedAt), desc(triageModels.id))
    .offset(BYTES_KEPT)
  for (const old of newest) await cx.db.update(triageModels).set({ model: null }).where(eq(triageModels.id, old.id))
  return id
}
/** The job `triage.train`: both models; with too few decisions nothing happens. */
export const trainModels = async (cx: Cx<Actor | null>): Promise<Partial<Record<Subject, string>>> => {
  const examples = await readDecisions(cx)
  const done: Partial<Record<Subject, string>> = {}
  for (const subject of ['category', 'handler'] as const) {
    const learnt = learnable(examples[subject])
    if (learnt.length === 0) continue
    done[subject] = await put(cx, subject, learnt)
    await cx.journal({
      action: 'triage.trained',
      sentence: subject === 'category' ? '训练了类别模型' : '训练了承办单位模型',
      thing: { kind: 'triageModel', id: done[subject] },
      after: { subject, examples: learnt.length },
    })
  }
  forgetTriage()
  return done
}
/** How many decisions there are to learn from, counted to the bound. */
export const countDecisions = async (cx: Cx): Promise<number> => {
  const counted = await cx.db.execute<{ n: number }>(sql`
    select count(*)::int as n from (select 1 from cases c where c.district_id = ${cx.districtId} and ${decided} limit ${sql.raw(String(MOST))}) few`)
  return counted.rows[0]!.n
}
