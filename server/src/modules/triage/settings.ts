// The room 智能分类: models with their figures, and what each category lets them do.
import { and, desc, eq, sql } from 'drizzle-orm'
import type { OutOf } from '../../../../contract/src/endpoint.ts'
import type { TriageMode } from '../../../../contract/src/likeness-kinds.ts'
import type { triageApi } from '../../../../contract/src/triage.ts'
import type { ClassFigures } from '../../../../rules/src/text-validation.ts'
import type { Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import { categories } from '../cases/tables.ts'
import { countDecisions } from './learn.ts'
import { defaultSetting, forgetTriage, type Setting } from './model-cache.ts'
import { triageModels, triageSettings } from './tables.ts'

type Shown = OutOf<(typeof triageApi)['GET /api/triage']>
type Switch = Shown['categories'][number]
const MODELS_SHOWN = 12

const liveCounts = async (cx: Cx, ids: readonly string[]) => {
  const list = sql`${sql.param([...ids])}::uuid[]`
  const rows = await cx.db.execute<{ id: string; decided: number; kept: number }>(sql`
    select model_id as id, count(*)::int as decided, count(*) filter (where chosen_category_id = category_id)::int as kept
    from triage_suggestions where model_id = any(${list}) and decided_at is not null group by model_id
    union all
    select handler_model_id, count(*)::int, count(*) filter (where chosen_handler_label = handler_label)::int
    from triage_suggestions where handler_model_id = any(${list}) and decided_at is not null group by handler_model_id`)
  return new Map(rows.rows.map(({ id, decided, kept }) => [id, { decided, kept }]))
}
/** All but the bytes. */
const columns = {
  id: triageModels.id,
  subject: triageModels.subject,
  trainedAt: triageModels.trainedAt,
  examples: triageModels.examples,
  macroF1: triageModels.macroF1,
  accuracy: triageModels.accuracy,
  figures: triageModels.figures,
  isCurrent: triageModels.isCurrent,
  bytes: triageModels.bytes,
}
const showSwitch = (
  category: { readonly id: string; readonly name: string },
  setting: Setting | undefined,
  figures: readonly ClassFigures[],
): Switch => {
  const own = figures.find((one) => one.label === category.id)
  const { mode, leastConfidence } = setting ?? defaultSetting
  return {
    category,
    mode,
    leastConfidence,
    figures:
      own === undefined ? null : { examples: own.examples, precision: own.precision, recall: own.recall, f1: own.f1 },
  }
}
const currentFigures = async (cx: Cx): Promise<readonly ClassFigures[]> =>
  (
    await cx.db
      .select({ figures: triageModels.figures })
      .from(triageModels)
      .where(
        and(
          eq(triageModels.districtId, cx.districtId),
          eq(triageModels.subject, 'category'),
          sql`${triageModels.isCurrent}`,
        ),
      )
  )[0]?.figures ?? []

export const showTriage = async (cx: Cx): Promise<Shown> => {
  const [models, rows, settings, examples, figures] = await Promise.all([
    cx.db
      .select(columns)
      .from(triageModels)
      .where(eq(triageModels.districtId, cx.districtId))
      .orderBy(desc(triageModels.trainedAt), desc(triageModels.id))
      .limit(MODELS_SHOWN),
    cx.db
      .select({ id: categories.id, name: categories.name })
      .from(categories)
      .where(and(eq(categories.districtId, cx.districtId), categories.active))
      .orderBy(categories.sort, categories.name),
    cx.db.select().from(triageSettings).where(eq(triageSettings.districtId, cx.districtId)),
    countDecisions(cx),
    currentFigures(cx),
  ])
  const live = await liveCounts(
    cx,
    models.map((one) => one.id),
  )
  const byCategory = new Map(settings.map((one) => [one.categoryId, one]))
  return {
    models: models.map(({ figures: own, trainedAt, ...one }) => ({
      ...one,
      trainedAt: trainedAt.toISOString(),
      classes: own.length,
      live: live.get(one.id) ?? { decided: 0, kept: 0 },
    })),
    categories: rows.map((row) => showSwitch(row, byCategory.get(row.id), figures)),
    examples,
  }
}
/** @throws category.not-found */
export const changeSwitch = async (
  cx: Cx,
  categoryId: string,
  input: { mode: TriageMode; leastConfidence: number },
): Promise<Switch> => {
  const [category] = await cx.db
    .select({ id: categories.id, name: categories.name })
    .from(categories)
    .where(and(eq(categories.id, categoryId), eq(categories.districtId, cx.districtId)))
  if (category === undefined) throw refuse('category.not-found')
  const [before] = await cx.db
    .select()
    .from(triageSettings)
    .where(and(eq(triageSettings.districtId, cx.districtId), eq(triageSettings.categoryId, categoryId)))
    .for('update')
  await cx.db
    .insert(triageSettings)
    .values({ districtId: cx.districtId, categoryId, ...input })
    .onConflictDoUpdate({ target: [triageSettings.districtId, triageSettings.categoryId], set: input })
  await cx.journal({
    action: 'triage.switch',
    sentence: `设置类别“${category.name}”的智能分类`,
    thing: { kind: 'category', id: categoryId },
    before: before === undefined ? defaultSetting : { mode: before.mode, leastConfidence: before.leastConfidence },
    after: input,
  })
  forgetTriage()
  return showSwitch(category, input, await currentFigures(cx))
}
/** Trains in the background. @throws triage.too-few */
export const askForTraining = async (cx: Cx): Promise<{ done: true }> => {
  if ((await countDecisions(cx)) < 30) throw refuse('triage.too-few')
  await cx.journal({
    action: 'triage.ask-training',
    sentence: '要求重新训练智能分类',
    thing: { kind: 'district', id: cx.districtId },
  })
  await cx.later('triage.train', {})
  return { done: true }
}
