// Consultations 意见征询 (issue 4, point 7): asked of a place, counted by answer, binding nobody.
import { pollsApi } from '../../../../contract/src/polls.ts'
import { pollLife } from '../../../../contract/src/polls-life.ts'
import type { Cx } from '../../platform/cx.ts'
import { checkLifecycle } from '../../platform/lifecycle.ts'
import { serve, type Module } from '../../platform/module.ts'
import { withSheets } from '../../platform/sheets.ts'
import { answerPoll, closePolls, draftPoll, endPoll, linkDecision, publishPoll, toTopic } from './ask.ts'
import { ownData } from './own-data.ts'
import { listMine, listPolls, showPoll } from './view.ts'
import { pollsSheets } from './sheets.ts'

/** Does it, then shows the consultation as it stands. */
const then = async (cx: Cx, id: string, change: Promise<void>) => {
  await change
  return showPoll(cx, id)
}
export const pollsModule = (): Module => {
  checkLifecycle(pollLife)
  return {
    name: 'polls',
    ownData,
    jobs: { 'poll.close': { run: closePolls, cron: '5 0 * * *' } },
    routes: withSheets(
      pollsApi,
      serve(pollsApi, {
        'GET /api/polls': (cx, { query }) => listPolls(cx, query),
        'GET /api/polls/mine': (cx, { query }) => listMine(cx, query),
        'POST /api/polls': async (cx, { body }) => showPoll(cx, await draftPoll(cx, body)),
        'GET /api/polls/:id': (cx, { params }) => showPoll(cx, params.id),
        'POST /api/polls/:id/publish': (cx, { params }) => then(cx, params.id, publishPoll(cx, params.id)),
        'POST /api/polls/:id/answers': (cx, { params, body }) => then(cx, params.id, answerPoll(cx, params.id, body)),
        'POST /api/polls/:id/close': (cx, { params }) => then(cx, params.id, endPoll(cx, params.id, 'close')),
        'POST /api/polls/:id/withdraw': (cx, { params, body }) =>
          then(cx, params.id, endPoll(cx, params.id, 'withdraw', body.reason)),
        'POST /api/polls/:id/topic': (cx, { params }) => then(cx, params.id, toTopic(cx, params.id)),
        'POST /api/polls/:id/decision': (cx, { params, body }) =>
          then(cx, params.id, linkDecision(cx, params.id, body.decisionId)),
      }),
      pollsSheets,
    ),
  }
}
