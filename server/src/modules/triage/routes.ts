// The endpoints of triage, each with its command. No logic here.
import { triageApi } from '../../../../contract/src/triage.ts'
import { serve } from '../../platform/module.ts'
import { askForTraining, changeSwitch, showTriage } from './settings.ts'
import { askAgain, showSuggestion } from './show-suggestion.ts'

export const triageRoutes = () =>
  serve(triageApi, {
    'GET /api/triage': (cx) => showTriage(cx),
    'PUT /api/triage/categories/:id': (cx, { params, body }) => changeSwitch(cx, params.id, body),
    'POST /api/triage/training': (cx) => askForTraining(cx),
    'GET /api/triage/cases/:id': (cx, { params }) => showSuggestion(cx, params.id),
    'POST /api/triage/cases/:id/suggestion': (cx, { params }) => askAgain(cx, params.id),
  })
