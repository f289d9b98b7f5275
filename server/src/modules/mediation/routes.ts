// Joins the endpoints of mediation with what they do.
import { mediationApi } from '../../../../contract/src/mediation.ts'
import type { Cx } from '../../platform/cx.ts'
import { serve, type Route } from '../../platform/module.ts'
import type { Parts } from '../../platform/parts.ts'
import { answerConsent } from './answer-consent.ts'
import { failMediation, withdrawFromMediation } from './end-mediation.ts'
import { confirmClause, keepClause } from './keep-clause.ts'
import { listMediations, listMine, mediationFigures, mediationOfCase, mediatorsAt } from './list.ts'
import { nameMediator } from './name-mediator.ts'
import { openMediation } from './open-mediation.ts'
import { planSession, recordSession } from './sessions.ts'
import { draftSettlement, talkAgain } from './settle.ts'
import { readMediation, showChanged } from './show.ts'
import { sendSigningCode, signSettlement } from './sign.ts'
import { writeEntry } from './write-entry.ts'

/** Does it, then shows the mediation as it stands. */
const then = async (cx: Cx, id: string, change: Promise<void>) => {
  await change
  return showChanged(cx, id)
}
export const mediationRoutes = (parts: Parts): Route[] =>
  serve(mediationApi, {
    'GET /api/mediations': (cx, { query }) => listMediations(cx, query),
    'GET /api/mediations/mine': (cx, { query }) => listMine(cx, query),
    'GET /api/mediations/figures': (cx) => mediationFigures(cx),
    'GET /api/mediations/mediators': (cx, { query }) => mediatorsAt(cx, query.placeId),
    'GET /api/mediations/of-case/:id': (cx, { params }) => mediationOfCase(cx, params.id),
    'POST /api/mediations': async (cx, { body }) => showChanged(cx, await openMediation(cx, parts.sealing, body)),
    'GET /api/mediations/:id': (cx, { params }) => readMediation(cx, params.id),
    'POST /api/mediations/:id/mediators': async (cx, { params, body }) => {
      await nameMediator(cx, params.id, body.personId)
      return { done: true as const }
    },
    'POST /api/mediations/:id/consent': (cx, { params, body }) =>
      then(cx, params.id, answerConsent(cx, params.id, body)),
    'POST /api/mediations/:id/entries': (cx, { params, body }) => then(cx, params.id, writeEntry(cx, params.id, body)),
    'POST /api/mediations/:id/sessions': (cx, { params, body }) =>
      then(cx, params.id, planSession(cx, params.id, body)),
    'POST /api/mediations/:id/sessions/:thingId': (cx, { params, body }) =>
      then(cx, params.id, recordSession(cx, params.id, params.thingId, body)),
    'POST /api/mediations/:id/settlement': (cx, { params, body }) =>
      then(cx, params.id, draftSettlement(cx, params.id, body)),
    'POST /api/mediations/:id/talkAgain': (cx, { params, body }) =>
      then(cx, params.id, talkAgain(cx, params.id, body.reason)),
    'POST /api/mediations/:id/signing-code': (cx, { params }) => sendSigningCode(cx, parts, params.id),
    'POST /api/mediations/:id/signature': (cx, { params, body }) =>
      then(cx, params.id, signSettlement(cx, parts, params.id, body)),
    'POST /api/mediations/:id/clauses/:thingId/keep': (cx, { params, body }) =>
      then(cx, params.id, keepClause(cx, params.id, params.thingId, body.words)),
    'POST /api/mediations/:id/clauses/:thingId/confirm': (cx, { params, body }) =>
      then(cx, params.id, confirmClause(cx, params.id, params.thingId, body)),
    'POST /api/mediations/:id/fail': (cx, { params, body }) =>
      then(cx, params.id, failMediation(cx, params.id, body.reason, body.ways)),
    'POST /api/mediations/:id/withdraw': (cx, { params, body }) =>
      then(cx, params.id, withdrawFromMediation(cx, params.id, body.reason)),
  })
