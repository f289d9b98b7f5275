// Joins the endpoints of committees with what they do.
import { committeesApi } from '../../../../contract/src/committees.ts'
import type { Cx } from '../../platform/cx.ts'
import { serve, type Route } from '../../platform/module.ts'
import { withSheets } from '../../platform/sheets.ts'
import type { Parts } from '../../platform/parts.ts'
import { proposeCandidate, reviewCandidate, withdrawCandidacy } from './candidates.ts'
import {
  answerObjection,
  closeNomination,
  notElected,
  objectToList,
  openElection,
  publishList,
  reopenNomination,
  seatByElection,
  seatCommittee,
} from './election.ts'
import { beginFormation, setExemption, setUpBody } from './formation.ts'
import { figuresOf, listCommittees, listEstates, listMembers, listMine } from './lists.ts'
import { dropFormation, endEarly, leaveSeat, moveUp } from './members.ts'
import { rulesNow } from './rules-now.ts'
import { knownPeople, tieMembers } from './tie-members.ts'
import { showCommittee } from './view.ts'
import { committeesSheets } from './sheets.ts'

export const committeesRoutes = ({ sealing }: Pick<Parts, 'sealing'>): Route[] => {
  /** Does it, then shows the committee as it stands. */
  const then = async (cx: Cx, id: string, change: Promise<void>) => {
    await change
    return showCommittee(cx, id)
  }
  return withSheets(
    committeesApi,
    serve(committeesApi, {
      'GET /api/committees/figures': (cx) => figuresOf(cx),
      'GET /api/committees/estates': (cx, { query }) => listEstates(cx, query),
      'POST /api/committees/estates/:id/exemption': (cx, { params, body }) => setExemption(cx, params.id, body),
      'GET /api/committees/members': (cx, { query }) => listMembers(cx, query),
      'GET /api/committees/rules': (cx) => rulesNow(cx),
      'GET /api/committees': (cx, { query }) => listCommittees(cx, query),
      'GET /api/committees/mine': (cx) => listMine(cx),
      'POST /api/committees': async (cx, { body }) => showCommittee(cx, await beginFormation(cx, body)),
      'POST /api/committees/bodies': async (cx, { body }) => showCommittee(cx, await setUpBody(cx, body)),
      'GET /api/committees/:id': (cx, { params }) => showCommittee(cx, params.id),
      'POST /api/committees/:id/candidates': (cx, { params, body }) =>
        then(cx, params.id, proposeCandidate(cx, sealing, params.id, body)),
      'POST /api/committees/:id/candidates/:thingId/withdrawal': (cx, { params }) =>
        then(cx, params.id, withdrawCandidacy(cx, params.id, params.thingId)),
      'POST /api/committees/:id/candidates/:thingId/review': (cx, { params, body }) =>
        then(cx, params.id, reviewCandidate(cx, params.id, params.thingId, body)),
      'POST /api/committees/:id/closeNomination': (cx, { params }) =>
        then(cx, params.id, closeNomination(cx, params.id)),
      'POST /api/committees/:id/reopen': (cx, { params, body }) =>
        then(cx, params.id, reopenNomination(cx, params.id, body)),
      'POST /api/committees/:id/publishList': (cx, { params, body }) =>
        then(cx, params.id, publishList(cx, params.id, body)),
      'POST /api/committees/:id/objections': (cx, { params, body }) =>
        then(cx, params.id, objectToList(cx, params.id, body.words)),
      'POST /api/committees/:id/objections/:thingId': (cx, { params, body }) =>
        then(cx, params.id, answerObjection(cx, params.id, params.thingId, body.words)),
      'POST /api/committees/:id/elect': (cx, { params, body }) =>
        then(cx, params.id, openElection(cx, params.id, body)),
      'POST /api/committees/:id/notElected': (cx, { params, body }) =>
        then(cx, params.id, notElected(cx, params.id, body.nominationsUntil)),
      'POST /api/committees/:id/seat': (cx, { params, body }) =>
        then(cx, params.id, seatCommittee(cx, params.id, body)),
      'POST /api/committees/:id/fill': (cx, { params, body }) =>
        then(cx, params.id, seatByElection(cx, params.id, body.from)),
      'POST /api/committees/:id/members/:thingId/leave': (cx, { params, body }) =>
        then(cx, params.id, leaveSeat(cx, params.id, params.thingId, body)),
      'GET /api/committees/:id/known': (cx, { params }) => knownPeople(cx, params.id),
      'POST /api/committees/:id/appointments': (cx, { params, body }) =>
        then(cx, params.id, tieMembers(cx, params.id, body.members)),
      'POST /api/committees/:id/moveUp': (cx, { params, body }) =>
        then(cx, params.id, moveUp(cx, params.id, body.from)),
      'POST /api/committees/:id/end': (cx, { params, body }) => then(cx, params.id, endEarly(cx, params.id, body)),
      'POST /api/committees/:id/drop': (cx, { params, body }) =>
        then(cx, params.id, dropFormation(cx, params.id, body.reason)),
    }),
    committeesSheets,
  )
}
