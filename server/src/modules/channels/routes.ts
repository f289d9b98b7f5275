// The endpoints of the channels.
import { channelsApi } from '../../../../contract/src/channels.ts'
import { splitChat } from '../../../../rules/src/chat-splitter.ts'
import { serve, type Route } from '../../platform/module.ts'
import { withSheets } from '../../platform/sheets.ts'
import type { Parts } from '../../platform/parts.ts'
import { casesFromChat } from './chat-cases.ts'
import { chooseStation, listMyClues, listStations, reportClue } from './clues.ts'
import { commitMeeting } from './commit-meeting.ts'
import { assignDoors, closeKnocks, listKnockers, makeKnocks } from './edit-knocks.ts'
import { listKnocks, listMyKnocks, showKnocks } from './knock-lists.ts'
import { beginMeeting, keepDraft, listMeetings, showMeeting } from './meetings.ts'
import { caseFromVisit, noteVisit } from './note-visit.ts'
import { listBoxes, registerBox, removeBox } from './opinion-boxes.ts'
import { listEmptyings, recordEmptying, transcribeSlips } from './record-emptying.ts'
import { channelsSheets } from './sheets.ts'

export const channelsRoutes = ({ sealing }: Parts): Route[] =>
  withSheets(
    channelsApi,
    serve(channelsApi, {
      'GET /api/channels/boxes': (cx, { query }) => listBoxes(cx, query),
      'POST /api/channels/boxes': (cx, { body }) => registerBox(cx, body),
      'POST /api/channels/boxes/:id/removal': (cx, { params, body }) => removeBox(cx, params.id, body.reason),
      'GET /api/channels/boxes/:id/emptyings': (cx, { params, query }) => listEmptyings(cx, params.id, query),
      'POST /api/channels/boxes/:id/emptyings': (cx, { params, body }) => recordEmptying(cx, params.id, body),
      'POST /api/channels/emptyings/:id/slips': (cx, { params, body }) => transcribeSlips(cx, params.id, body.slips),
      'GET /api/channels/meetings': (cx, { query }) => listMeetings(cx, query),
      'POST /api/channels/meetings': (cx, { body }) => beginMeeting(cx, sealing, body),
      'GET /api/channels/meetings/:id': (cx, { params }) => showMeeting(cx, sealing, params.id),
      'PUT /api/channels/meetings/:id': (cx, { params, body }) => keepDraft(cx, sealing, params.id, body),
      'POST /api/channels/meetings/:id/commit': (cx, { params, body }) =>
        commitMeeting(cx, sealing, params.id, body.version),
      'GET /api/channels/knocks': (cx, { query }) => listKnocks(cx, query),
      'GET /api/channels/knocks/mine': (cx) => listMyKnocks(cx),
      'POST /api/channels/knocks': (cx, { body }) => makeKnocks(cx, body),
      'GET /api/channels/knocks/:id': (cx, { params }) => showKnocks(cx, params.id),
      'GET /api/channels/knocks/:id/people': (cx, { params }) => listKnockers(cx, params.id),
      'POST /api/channels/knocks/:id/assignments': (cx, { params, body }) => assignDoors(cx, params.id, body),
      'POST /api/channels/visits/:id/outcome': (cx, { params, body }) => noteVisit(cx, params.id, body),
      'POST /api/channels/visits/:id/cases': (cx, { params, body }) => caseFromVisit(cx, params.id, body),
      'POST /api/channels/knocks/:id/closing': (cx, { params }) => closeKnocks(cx, params.id),
      'POST /api/channels/chats/split': async (_cx, { body }) => ({ messages: splitChat(body.text) }),
      'POST /api/channels/chats/cases': (cx, { body }) => casesFromChat(cx, body),
      'GET /api/channels/clues': (cx, { query }) => listMyClues(cx, query),
      'POST /api/channels/clues': (cx, { body }) => reportClue(cx, body),
      'GET /api/channels/clues/stations': (cx) => listStations(cx),
      'PUT /api/channels/clues/station': (cx, { body }) => chooseStation(cx, body.stationId),
    }),
    channelsSheets,
  )
