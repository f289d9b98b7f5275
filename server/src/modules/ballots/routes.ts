// Joins the endpoints of owners' decisions with what they do.
import { ballotsApi } from '../../../../contract/src/ballots.ts'
import type { Cx } from '../../platform/cx.ts'
import { serve, type Route } from '../../platform/module.ts'
import { withSheets } from '../../platform/sheets.ts'
import type { Parts } from '../../platform/parts.ts'
import { assistBallot } from './assisted.ts'
import { checkReceipt } from './chain.ts'
import { certify, countVote, importCityResult } from './count.ts'
import { deliveryProgress, listDeliveries } from './deliveries-list.ts'
import { acknowledge, recordDeliveries, takeDeliveryBack } from './deliveries.ts'
import { designate, designateOnPaper, listDiffering } from './designations.ts'
import { correctPart, exportRoll, listRoll, rebuildRoll } from './edit-roll.ts'
import { bundleOf } from './evidence.ts'
import { importRoll } from './import-roll.ts'
import { listDecisions, listMine, rulesNow } from './list.ts'
import { listLog } from './log.ts'
import { listMandates, recordMandate, withdrawMandate } from './mandates-on-paper.ts'
import { giveMandate, revokeMandate } from './mandates.ts'
import { answerObjection, raiseObjection } from './objections.ts'
import { printCertificate, printPapers } from './paper-words.ts'
import { enterPaper, issuePapers, listPapers, spoilPaper } from './papers.ts'
import { findDecision } from './policy.ts'
import { prepareDecision } from './prepare.ts'
import { announce, endDecision, freezeRoll, openVote, publishRoll, reachOfDecision } from './steps.ts'
import { exportMissing, listMissing, turnoutOf } from './turnout.ts'
import { showDecision } from './view.ts'
import { castBallot, sendVotingCode } from './vote.ts'
import { ballotsSheets } from './sheets.ts'

export const ballotsRoutes = (parts: Parts): Route[] => {
  const { sealing } = parts
  /** Does it, then shows the decision as it stands. */
  const then = async (cx: Cx, id: string, change: Promise<void>) => {
    await change
    return showDecision(cx, sealing, id)
  }
  return withSheets(
    ballotsApi,
    serve(ballotsApi, {
      'GET /api/decisions': (cx, { query }) => listDecisions(cx, query),
      'GET /api/decisions/mine': (cx, { query }) => listMine(cx, query),
      'GET /api/decisions/rules': (cx) => rulesNow(cx),
      'POST /api/decisions': async (cx, { body }) => showDecision(cx, sealing, await prepareDecision(cx, body)),
      'GET /api/decisions/:id': (cx, { params }) => showDecision(cx, sealing, params.id),
      'GET /api/decisions/:id/roll': (cx, { params, query }) => listRoll(cx, params.id, query),
      'GET /api/decisions/:id/roll.xlsx': (cx, { params }) => exportRoll(cx, params.id),
      'POST /api/decisions/:id/roll/rebuild': (cx, { params }) => then(cx, params.id, rebuildRoll(cx, params.id)),
      'POST /api/decisions/:id/roll/import': (cx, { params, file }) =>
        then(cx, params.id, importRoll(cx, sealing, params.id, file.bytes)),
      'POST /api/decisions/:id/parts/:thingId': (cx, { params, body }) =>
        correctPart(cx, params.id, params.thingId, body),
      'POST /api/decisions/:id/objections': (cx, { params, body }) =>
        then(cx, params.id, raiseObjection(cx, params.id, body)),
      'POST /api/decisions/:id/objections/:thingId': (cx, { params, body }) =>
        then(cx, params.id, answerObjection(cx, params.id, params.thingId, body.words)),
      'POST /api/decisions/:id/publishRoll': (cx, { params, body }) =>
        then(cx, params.id, publishRoll(cx, params.id, body)),
      'POST /api/decisions/:id/freezeRoll': (cx, { params }) => then(cx, params.id, freezeRoll(cx, params.id)),
      'POST /api/decisions/:id/postNotice': (cx, { params, body }) =>
        then(cx, params.id, announce(cx, params.id, body)),
      'GET /api/decisions/:id/reach': (cx, { params }) => reachOfDecision(cx, params.id),
      'POST /api/decisions/:id/open': (cx, { params, body }) =>
        then(cx, params.id, openVote(cx, params.id, body.knowsReach)),
      'POST /api/decisions/:id/voting-code': (cx, { params }) => sendVotingCode(cx, parts, params.id),
      'POST /api/decisions/:id/ballot': (cx, { params, body }) => castBallot(cx, parts, params.id, body),
      'POST /api/decisions/:id/receipt': async (cx, { params, body }) => {
        await findDecision(cx, params.id)
        return checkReceipt(cx, params.id, body.receipt)
      },
      'POST /api/decisions/:id/mandates': (cx, { params, body }) =>
        then(cx, params.id, giveMandate(cx, sealing, params.id, body)),
      'POST /api/decisions/:id/mandates/:thingId': (cx, { params }) =>
        then(cx, params.id, revokeMandate(cx, params.id, params.thingId)),
      'GET /api/decisions/:id/log': (cx, { params, query }) => listLog(cx, params.id, query),
      'POST /api/decisions/:id/designations': (cx, { params, body }) =>
        then(cx, params.id, designate(cx, sealing, params.id, body)),
      'GET /api/decisions/:id/differing': (cx, { params, query }) => listDiffering(cx, params.id, query),
      'POST /api/decisions/:id/designations-on-paper': (cx, { params, body }) =>
        designateOnPaper(cx, sealing, params.id, body),
      'GET /api/decisions/:id/mandates': (cx, { params, query }) => listMandates(cx, params.id, query),
      'POST /api/decisions/:id/mandates-on-paper': (cx, { params, body }) =>
        recordMandate(cx, sealing, params.id, body),
      'POST /api/decisions/:id/mandates/:thingId/withdrawal': (cx, { params, body }) =>
        withdrawMandate(cx, params.id, params.thingId, body.reason),
      'GET /api/decisions/:id/turnout': (cx, { params }) => turnoutOf(cx, params.id),
      'GET /api/decisions/:id/missing': (cx, { params, query }) => listMissing(cx, params.id, query),
      'GET /api/decisions/:id/missing.xlsx': (cx, { params }) => exportMissing(cx, params.id),
      'POST /api/decisions/:id/papers': (cx, { params }) => issuePapers(cx, params.id),
      'GET /api/decisions/:id/papers.pdf': (cx, { params, query }) => printPapers(cx, cx.origin.site, params.id, query),
      'GET /api/decisions/:id/papers': (cx, { params, query }) => listPapers(cx, params.id, query),
      'POST /api/decisions/:id/papers/entry': (cx, { params, body }) => enterPaper(cx, sealing, params.id, body),
      'POST /api/decisions/:id/papers/spoil': (cx, { params, body }) =>
        spoilPaper(cx, params.id, body.code, body.reason),
      'POST /api/decisions/:id/assisted': (cx, { params, body }) => assistBallot(cx, sealing, params.id, body),
      'GET /api/decisions/:id/deliveries/progress': (cx, { params }) => deliveryProgress(cx, params.id),
      'GET /api/decisions/:id/deliveries': (cx, { params, query }) => listDeliveries(cx, params.id, query),
      'POST /api/decisions/:id/deliveries': (cx, { params, body }) => recordDeliveries(cx, params.id, body),
      'POST /api/decisions/:id/deliveries/:thingId': (cx, { params, body }) =>
        takeDeliveryBack(cx, params.id, params.thingId, body.reason),
      'POST /api/decisions/:id/received': (cx, { params }) => then(cx, params.id, acknowledge(cx, params.id)),
      'POST /api/decisions/:id/city-result': (cx, { params, body }) =>
        then(cx, params.id, importCityResult(cx, sealing, params.id, body)),
      'POST /api/decisions/:id/count': (cx, { params, body }) =>
        then(cx, params.id, countVote(cx, sealing, params.id, body.objectionDays)),
      'POST /api/decisions/:id/certify': (cx, { params }) => then(cx, params.id, certify(cx, params.id)),
      'POST /api/decisions/:id/annul': (cx, { params, body }) =>
        then(cx, params.id, endDecision(cx, params.id, 'annul', body.reason)),
      'POST /api/decisions/:id/withdraw': (cx, { params, body }) =>
        then(cx, params.id, endDecision(cx, params.id, 'withdraw', body.reason)),
      'GET /api/decisions/:id/certificate.pdf': (cx, { params }) => printCertificate(cx, params.id),
      'GET /api/decisions/:id/bundle.zip': (cx, { params }) => bundleOf(cx, sealing, params.id),
    }),
    ballotsSheets,
  )
}
