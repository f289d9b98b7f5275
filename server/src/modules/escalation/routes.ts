// The endpoints of the ladder, each with its command. No logic here.
import { ladderApi } from '../../../../contract/src/ladder.ts'
import { serve } from '../../platform/module.ts'
import { escalateCase, handDown } from './change-level.ts'
import { changeLadder, showLadder } from './rungs.ts'
import { showCaseLadder, viewLadder } from './show-ladder.ts'

export const escalationRoutes = () =>
  serve(ladderApi, {
    'GET /api/cases/:id/ladder': (cx, { params }) => showCaseLadder(cx, params.id),
    'POST /api/cases/:id/escalation': async (cx, { params, body }) =>
      viewLadder(cx, await escalateCase(cx, params.id, body.reason)),
    'POST /api/cases/:id/hand-down': async (cx, { params, body }) =>
      viewLadder(cx, await handDown(cx, params.id, body.to, body.instruction)),
    'GET /api/ladder': (cx) => showLadder(cx),
    'PUT /api/ladder': (cx, { body }) => changeLadder(cx, body.rungs, body.gridKinds),
  })
