// Joins the endpoints of deliberation with what they do.
import { deliberationApi } from '../../../../contract/src/deliberation.ts'
import type { Cx } from '../../platform/cx.ts'
import { serve, type Route } from '../../platform/module.ts'
import { withSheets } from '../../platform/sheets.ts'
import { callMeeting } from './call-meeting.ts'
import { checkInPicture } from './check-in-picture.ts'
import { answerCorrection, askCorrection } from './corrections.ts'
import { carryOn, decide } from './decide.ts'
import { ownersAt, recordDoorstep } from './doorstep.ts'
import { acceptItem, finishItem, giveOwner, releaseItem, reportProgress } from './items.ts'
import { keepingOf, listReports, publishReport, rateReport } from './keeping.ts'
import * as steps from './meeting-steps.ts'
import { listMeetings, showMeeting } from './meeting-view.ts'
import { showMembers } from './members.ts'
import { topicOfCase } from './case-topic.ts'
import { calendarFile } from './calendar-file.ts'
import { addItem, sendTo, type Wired } from './resolution-steps.ts'
import { listItems, listResolutions, showItem, showResolution } from './resolutions.ts'
import { changeMatter, changeScheme, listSchemes, mattersOf } from './schemes.ts'
import { listTopics, showTopic } from './topic-view.ts'
import { dropTopic, proposeTopic, putName, selectTopic, withdrawTopic } from './topics.ts'
import { deliberationSheets } from './sheets.ts'

/** Does it, then shows the item as it stands. */
const item = async (cx: Cx, id: string, change: Promise<void>) => {
  await change
  return showItem(cx, id)
}
export const deliberationRoutes = (wired: Wired): Route[] =>
  withSheets(
    deliberationApi,
    serve(deliberationApi, {
      'GET /api/deliberation/schemes': (cx) => listSchemes(cx),
      'PUT /api/deliberation/schemes/:code': (cx, { params, body }) => changeScheme(cx, params.code, body),
      'GET /api/deliberation/matters': (cx) => mattersOf(cx),
      'PUT /api/deliberation/matters/:code': (cx, { params, body }) => changeMatter(cx, params.code, body),
      'GET /api/deliberation/topics': (cx, { query }) => listTopics(cx, query),
      'POST /api/deliberation/topics': (cx, { body }) => proposeTopic(cx, body),
      'GET /api/deliberation/of-case/:id': (cx, { params }) => topicOfCase(cx, params.id),
      'GET /api/deliberation/topics/:id': (cx, { params }) => showTopic(cx, params.id),
      'POST /api/deliberation/topics/:id/name': (cx, { params }) => putName(cx, params.id),
      'POST /api/deliberation/topics/:id/selection': (cx, { params, body }) => selectTopic(cx, params.id, body.scheme),
      'POST /api/deliberation/topics/:id/drop': (cx, { params, body }) => dropTopic(cx, params.id, body.reason),
      'POST /api/deliberation/topics/:id/withdrawal': (cx, { params }) => withdrawTopic(cx, params.id),
      'GET /api/deliberation/meetings': (cx, { query }) => listMeetings(cx, query),
      'GET /api/deliberation/members': (cx, { query }) => showMembers(cx, query),
      'POST /api/deliberation/meetings': async (cx, { body }) => showMeeting(cx, await callMeeting(cx, body)),
      'POST /api/deliberation/doorstep': (cx, { body }) => recordDoorstep(cx, body),
      'GET /api/deliberation/owners': (cx, { query }) => ownersAt(cx, query.placeId),
      'GET /api/deliberation/meetings/:id': (cx, { params }) => showMeeting(cx, params.id),
      'GET /api/deliberation/meetings/:id/calendar.ics': (cx, { params }) => calendarFile(cx, params.id),
      'GET /api/deliberation/meetings/:id/minutes.docx': async (cx, { params }) =>
        (await import('./minutes-file.ts')).minutesFile(cx, params.id),
      'GET /api/deliberation/meetings/:id/check-in.svg': (cx, { params }) =>
        checkInPicture(cx, params.id, wired.publicUrl),
      'POST /api/deliberation/meetings/:id/cancel': (cx, { params, body }) =>
        steps.cancelMeeting(cx, params.id, body.reason),
      'POST /api/deliberation/meetings/:id/answer': (cx, { params, body }) =>
        steps.answerNotice(cx, params.id, body.answer),
      'POST /api/deliberation/meetings/:id/open': (cx, { params }) => steps.openMeeting(cx, params.id),
      'POST /api/deliberation/meetings/:id/check-in': (cx, { params, body }) => steps.checkIn(cx, params.id, body.code),
      'POST /api/deliberation/meetings/:id/attendance': (cx, { params, body }) =>
        steps.noteAttendance(cx, params.id, body),
      'POST /api/deliberation/meetings/:id/speeches': (cx, { params, body }) => steps.noteSpeech(cx, params.id, body),
      'POST /api/deliberation/meetings/:id/decisions': (cx, { params, body }) => decide(cx, params.id, body),
      'POST /api/deliberation/meetings/:id/agenda/:thingId': (cx, { params, body }) =>
        carryOn(cx, params.id, params.thingId, body),
      'POST /api/deliberation/meetings/:id/close': (cx, { params }) => steps.closeMeeting(cx, params.id),
      'POST /api/deliberation/meetings/:id/minutes': (cx, { params, body }) => steps.writeMinutes(cx, params.id, body),
      'POST /api/deliberation/meetings/:id/circulate': (cx, { params }) => steps.circulate(cx, params.id),
      'POST /api/deliberation/meetings/:id/redraft': (cx, { params }) => steps.redraft(cx, params.id),
      'POST /api/deliberation/meetings/:id/corrections': (cx, { params, body }) =>
        askCorrection(cx, params.id, body.words),
      'POST /api/deliberation/meetings/:id/corrections/:thingId': (cx, { params, body }) =>
        answerCorrection(cx, params.id, params.thingId, body),
      'POST /api/deliberation/meetings/:id/acknowledgement': (cx, { params, body }) =>
        steps.acknowledge(cx, params.id, body.hash),
      'POST /api/deliberation/meetings/:id/sign': (cx, { params }) => steps.signMinutes(cx, params.id),
      'POST /api/deliberation/meetings/:id/publish': (cx, { params }) => steps.publishMinutes(cx, params.id),
      'GET /api/deliberation/resolutions': (cx, { query }) => listResolutions(cx, query),
      'POST /api/deliberation/resolutions/:id/decision': (cx, { params, body }) =>
        sendTo(cx, params.id, body.decisionId, wired),
      'POST /api/deliberation/resolutions/:id/items': (cx, { params, body }) => addItem(cx, params.id, body),
      'GET /api/deliberation/resolutions/:id': (cx, { params }) => showResolution(cx, params.id),
      'GET /api/deliberation/items': (cx, { query }) => listItems(cx, query),
      'GET /api/deliberation/items/:id': (cx, { params }) => showItem(cx, params.id),
      'POST /api/deliberation/items/:id/owner': (cx, { params, body }) =>
        item(cx, params.id, giveOwner(cx, params.id, body)),
      'POST /api/deliberation/items/:id/progress': (cx, { params, body }) =>
        item(cx, params.id, reportProgress(cx, params.id, body)),
      'POST /api/deliberation/items/:id/finish': (cx, { params, body }) =>
        item(cx, params.id, finishItem(cx, params.id, body)),
      'POST /api/deliberation/items/:id/acceptance': (cx, { params, body }) =>
        item(cx, params.id, acceptItem(cx, params.id, body.accepted, body.words)),
      'POST /api/deliberation/items/:id/release': (cx, { params, body }) =>
        item(cx, params.id, releaseItem(cx, params.id, body.words)),
      'GET /api/deliberation/keeping': (cx, { query }) => keepingOf(cx, query.year),
      'GET /api/deliberation/reports': (cx, { query }) => listReports(cx, query),
      'POST /api/deliberation/reports': (cx, { body }) => publishReport(cx, body),
      'POST /api/deliberation/reports/:id/rating': (cx, { params, body }) => rateReport(cx, params.id, body),
    }),
    deliberationSheets,
  )
