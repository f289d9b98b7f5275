// The suggestion on record for a case, for those who work on it; asked anew, a new one goes on record.
import { and, desc, eq, inArray } from 'drizzle-orm'
import type { OutOf } from '../../../../contract/src/endpoint.ts'
import type { triageApi } from '../../../../contract/src/triage.ts'
import { mayAt } from '../../platform/access.ts'
import type { Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import { handlersAt, isHandler, lockCase, readCase, seesByPlace, type CaseRow } from '../cases/index.ts'
import { categories } from '../cases/tables.ts'
import { advise, recordAdvice } from './advise.ts'
import { triageModels, triageSuggestions } from './tables.ts'

type Shown = OutOf<(typeof triageApi)['GET /api/triage/cases/:id']>
type Row = typeof triageSuggestions.$inferSelect

/** The body a label means at the case's place; null where none serves it. */
const bodyOf = async (cx: Cx, row: CaseRow, label: string) => {
  const bodies = await handlersAt(cx.db, cx.districtId, row)
  const body = bodies.find((one) => one.id === label || `kind:${one.kind}` === label)
  return body === undefined ? null : { id: body.id, name: body.name }
}
const view = async (cx: Cx, row: CaseRow, said: Row): Promise<NonNullable<Shown['suggestion']>> => {
  const [[model], [category], body] = await Promise.all([
    cx.db
      .select({ id: triageModels.id, trainedAt: triageModels.trainedAt })
      .from(triageModels)
      .where(eq(triageModels.id, said.modelId)),
    cx.db
      .select({ id: categories.id, name: categories.name })
      .from(categories)
      .where(inArray(categories.id, [said.categoryId])),
    said.handlerLabel === null ? null : bodyOf(cx, row, said.handlerLabel),
  ])
  return {
    at: said.at.toISOString(),
    model: { id: model!.id, trainedAt: model!.trainedAt.toISOString() },
    category: {
      is: category!,
      confidence: said.confidence,
      because: said.because,
      mode: said.mode,
      isApplied: said.isApplied,
    },
    handler:
      body === null ? null : { is: body, confidence: said.handlerConfidence ?? 0, because: said.handlerBecause ?? [] },
  }
}
const newest = async (cx: Cx, caseId: string): Promise<Row | undefined> =>
  (
    await cx.db
      .select()
      .from(triageSuggestions)
      .where(eq(triageSuggestions.caseId, caseId))
      .orderBy(desc(triageSuggestions.at), desc(triageSuggestions.id))
      .limit(1)
  )[0]
export const showSuggestion = async (cx: Cx, id: string): Promise<Shown> => {
  const row = await readCase(cx, id)
  if (!seesByPlace(cx.actor, row) && !isHandler(cx.actor, row)) return { suggestion: null }
  const said = await newest(cx, id)
  return { suggestion: said === undefined ? null : await view(cx, row, said) }
}
/** @throws triage.no-model where nothing was learnt yet; null where the model is not sure enough */
export const askAgain = async (cx: Cx, id: string): Promise<Shown> => {
  const row = await lockCase(cx, id)
  if (!mayAt(cx.actor, 'case.accept', row)) throw refuse('access.out-of-scope')
  const [current] = await cx.db
    .select({ id: triageModels.id })
    .from(triageModels)
    .where(and(eq(triageModels.districtId, cx.districtId), eq(triageModels.isCurrent, true)))
    .limit(1)
  if (current === undefined) throw refuse('triage.no-model')
  const active = await cx.db
    .select({ id: categories.id })
    .from(categories)
    .where(and(eq(categories.districtId, cx.districtId), eq(categories.active, true)))
  const advice = await advise(cx, row.words, new Set(active.map((one) => one.id)))
  if (advice !== null) await recordAdvice(cx, id, advice, false)
  await cx.journal({
    action: 'triage.ask',
    sentence: '请智能分类给出建议',
    thing: { kind: 'case', id },
    after:
      advice === null
        ? { found: false }
        : {
            categoryId: advice.category.label,
            confidence: advice.category.confidence,
            modelId: advice.category.modelId,
          },
  })
  const said = advice === null ? undefined : await newest(cx, id)
  return { suggestion: said === undefined ? null : await view(cx, row, said) }
}
