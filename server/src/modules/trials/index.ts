// Trial services 先尝后买 (mission B9): a company serves, households judge each week, the owners decide, the fee is agreed.
import { trialsApi } from '../../../../contract/src/trials.ts'
import { trialLife } from '../../../../contract/src/trials-life.ts'
import type { Cx } from '../../platform/cx.ts'
import { checkLifecycle } from '../../platform/lifecycle.ts'
import { serve, type Module } from '../../platform/module.ts'
import { withSheets } from '../../platform/sheets.ts'
import { Refused } from '../../platform/refuse.ts'
import { ownData } from './own-data.ts'
import { findTrial } from './policy.ts'
import {
  agreeFee,
  cancelTrial,
  failTrial,
  giveMark,
  logWork,
  planTrial,
  putToVote,
  recordLeft,
  startTrial,
} from './steps.ts'
import { listMine, listTrials, showTrial } from './view.ts'
import { trialsSheets } from './sheets.ts'

const sees = async (cx: Cx, id: string): Promise<boolean> => {
  try {
    await findTrial(cx, id)
    return true
  } catch (error) {
    if (error instanceof Refused) return false
    throw error
  }
}
/** Does it, then shows the trial as it stands. */
const then = async (cx: Cx, id: string, change: Promise<void>) => {
  await change
  return showTrial(cx, id)
}
export const trialsModule = (): Module => {
  checkLifecycle(trialLife)
  return {
    name: 'trials',
    ownData,
    files: { trial: sees },
    routes: withSheets(
      trialsApi,
      serve(trialsApi, {
        'GET /api/trials': (cx, { query }) => listTrials(cx, query),
        'GET /api/trials/mine': (cx) => listMine(cx),
        'POST /api/trials': async (cx, { body }) => showTrial(cx, await planTrial(cx, body)),
        'GET /api/trials/:id': (cx, { params }) => showTrial(cx, params.id),
        'POST /api/trials/:id/start': (cx, { params }) => then(cx, params.id, startTrial(cx, params.id)),
        'POST /api/trials/:id/log': (cx, { params, body }) => then(cx, params.id, logWork(cx, params.id, body)),
        'POST /api/trials/:id/marks': (cx, { params, body }) => then(cx, params.id, giveMark(cx, params.id, body)),
        'POST /api/trials/:id/decide': (cx, { params, body }) => then(cx, params.id, putToVote(cx, params.id, body)),
        'POST /api/trials/:id/agree': (cx, { params, body }) => then(cx, params.id, agreeFee(cx, params.id, body)),
        'POST /api/trials/:id/fail': (cx, { params, body }) => then(cx, params.id, failTrial(cx, params.id, body)),
        'POST /api/trials/:id/leave': (cx, { params, body }) => then(cx, params.id, recordLeft(cx, params.id, body.on)),
        'POST /api/trials/:id/cancel': (cx, { params, body }) =>
          then(cx, params.id, cancelTrial(cx, params.id, body.reason)),
      }),
      trialsSheets,
    ),
  }
}
