// The endpoints of cases, each with its command. No logic here.
import { casesApi } from '../../../../contract/src/cases.ts'
import type { PersonStep } from '../../../../contract/src/cases-life.ts'
import type { Cx } from '../../platform/cx.ts'
import { serve } from '../../platform/module.ts'
import type { Parts } from '../../platform/parts.ts'
import { addNote } from './add-note.ts'
import { suggestWithAdvice } from './advice.ts'
import { bulkDispatch } from './bulk-dispatch.ts'
import { loadView, viewOf } from './case-view.ts'
import { changeDeadlines, listDeadlines } from './edit-deadlines.ts'
import { addCategory, changeCategory, listCategories } from './edit-categories.ts'
import { addRule, changeRule, dryRun, listRules, removeRule } from './edit-rules.ts'
import { exportCases } from './export-cases.ts'
import { followCase, listFollowed, unfollowCase } from './follow.ts'
import { familyOf, rateMerged } from './family.ts'
import { listHandlers } from './list-handlers.ts'
import { readCase } from './load-case.ts'
import { casePoints } from './map.ts'
import { mergeCase, unmergeCase } from './merge-case.ts'
import { listMine, listQueue } from './queue.ts'
import { recategorise } from './recategorise.ts'
import { fileCase, reportCase, type Written } from './report-case.ts'
import { revealReporter } from './reveal-reporter.ts'
import { listViews, removeView, saveView } from './saved-views.ts'
import { loadSettings } from './settings-cache.ts'
import { splitCase } from './split-case.ts'
import type { StepInput } from './step-effects.ts'
import { takeCaseStep } from './take-step.ts'
import { today } from './today.ts'
import { categoriesSheet, rulesSheet } from './settings-sheets.ts'

export const casesRoutes = ({ sealing }: Parts) => {
  const step =
    (name: PersonStep) =>
    async (cx: Cx, { params, body }: { params: { id: string }; body: StepInput }) =>
      loadView(cx, await takeCaseStep(cx, params.id, name, body), sealing)
  const showNew = (cx: Cx, { row, around }: Written) => viewOf(cx, row, around, sealing)
  return serve(casesApi, {
    'POST /api/cases': async (cx, { body }) => showNew(cx, await reportCase(cx, body)),
    'POST /api/cases/filed': async (cx, { body }) => showNew(cx, await fileCase(cx, body, sealing)),
    'POST /api/cases/suggestions': async (cx, { body }) => {
      const { categories } = await loadSettings(cx.db, cx.districtId)
      const { category, kind, because, confidence } = await suggestWithAdvice(cx, body.words, categories)
      return {
        kind,
        category: category === null ? null : { id: category.id, name: category.name },
        because: [...because],
        confidence,
      }
    },
    'GET /api/cases/mine': (cx, { query }) => listMine(cx, query),
    'GET /api/cases': (cx, { query }) => listQueue(cx, query),
    'GET /api/cases/today': (cx) => today(cx),
    'GET /api/cases/map': (cx, { query }) => casePoints(cx, query.communityId),
    'GET /api/cases/export.xlsx': (cx, { query }) => exportCases(cx, query),
    'GET /api/cases/views': (cx) => listViews(cx),
    'POST /api/cases/views': (cx, { body }) => saveView(cx, body),
    'DELETE /api/cases/views/:id': (cx, { params }) => removeView(cx, params.id),
    'GET /api/cases/handlers': (cx, { query }) => listHandlers(cx, query),
    'POST /api/cases/bulk-dispatch': (cx, { body }) => bulkDispatch(cx, body.ids, body.organisationId),
    'GET /api/cases/:id': async (cx, { params }) => loadView(cx, await readCase(cx, params.id), sealing),
    'POST /api/cases/:id/notes': async (cx, { params, body }) =>
      loadView(cx, await addNote(cx, params.id, body), sealing),
    'PATCH /api/cases/:id': async (cx, { params, body }) =>
      loadView(cx, await recategorise(cx, params.id, body), sealing),
    'POST /api/cases/:id/reveal': (cx, { params, body }) => revealReporter(cx, params.id, body.reason, sealing),
    'POST /api/cases/:id/follow': (cx, { params }) => followCase(cx, params.id),
    'DELETE /api/cases/:id/follow': (cx, { params }) => unfollowCase(cx, params.id),
    'GET /api/cases/followed': (cx, { query }) => listFollowed(cx, query),
    'POST /api/cases/:id/accept': step('accept'),
    'POST /api/cases/:id/reject': step('reject'),
    'POST /api/cases/:id/dispatch': step('dispatch'),
    'POST /api/cases/:id/transfer': step('transfer'),
    'POST /api/cases/:id/takeUp': step('takeUp'),
    'POST /api/cases/:id/start': step('start'),
    'POST /api/cases/:id/return': step('return'),
    'POST /api/cases/:id/suspend': step('suspend'),
    'POST /api/cases/:id/resume': step('resume'),
    'POST /api/cases/:id/requestClosure': step('requestClosure'),
    'POST /api/cases/:id/refuseClosure': step('refuseClosure'),
    'POST /api/cases/:id/close': step('close'),
    'POST /api/cases/:id/confirm': step('confirm'),
    'POST /api/cases/:id/askReopening': step('askReopening'),
    'POST /api/cases/:id/reopen': step('reopen'),
    'POST /api/cases/:id/declineReopening': step('declineReopening'),
    'POST /api/cases/:id/withdraw': step('withdraw'),
    'POST /api/cases/:id/parts': async (cx, { params, body }) =>
      loadView(cx, await splitCase(cx, params.id, body), sealing),
    'POST /api/cases/:id/merge': async (cx, { params, body }) =>
      loadView(cx, await mergeCase(cx, params.id, body), sealing),
    'POST /api/cases/:id/unmerge': async (cx, { params, body }) =>
      loadView(cx, await unmergeCase(cx, params.id, body), sealing),
    'GET /api/cases/:id/family': (cx, { params }) => familyOf(cx, params.id),
    'POST /api/cases/:id/merged-rating': async (cx, { params, body }) =>
      loadView(cx, await rateMerged(cx, params.id, body), sealing),
    'GET /api/cases/categories': (cx) => listCategories(cx),
    'GET /api/cases/categories.xlsx': (cx) => categoriesSheet(cx),
    'POST /api/cases/categories': (cx, { body }) => addCategory(cx, body),
    'PATCH /api/cases/categories/:id': (cx, { params, body }) => changeCategory(cx, params.id, body),
    'GET /api/cases/rules': (cx) => listRules(cx),
    'GET /api/cases/rules.xlsx': (cx) => rulesSheet(cx),
    'POST /api/cases/rules': (cx, { body }) => addRule(cx, body),
    'PUT /api/cases/rules/:id': (cx, { params, body }) => changeRule(cx, params.id, body),
    'DELETE /api/cases/rules/:id': (cx, { params }) => removeRule(cx, params.id),
    'POST /api/cases/rules/dry-run': (cx, { body }) => dryRun(cx, body),
    'GET /api/cases/deadlines': (cx) => listDeadlines(cx),
    'PUT /api/cases/deadlines': (cx, { body }) => changeDeadlines(cx, body),
  })
}
