// The public board: what was raised in a community and what became of it, without names or homes (mission A11).
import { boardApi } from '../../../../contract/src/board.ts'
import { serve, type Module } from '../../platform/module.ts'
import { withSheets } from '../../platform/sheets.ts'
import type { Parts } from '../../platform/parts.ts'
import { listLinks, makeLink, revokeLink, showByToken } from './case-links.ts'
import { listBoardCases, listBoards, showBoard } from './list-board.ts'
import { decidePublication, listSettings, showPublication, switchBoard } from './moderate.ts'
import { showCase } from './show-case.ts'
import { publicPhoto } from './shown-photos.ts'
import { boardSheets } from './sheets.ts'

export { boardFaces, type BoardCase } from './faces.ts'
export { shownCase, shownCases } from './shown.ts'

export const boardModule = ({ storage }: Parts): Module => ({
  name: 'board',
  routes: withSheets(
    boardApi,
    serve(boardApi, {
      'GET /api/public/boards': (cx, { query }) => listBoards(cx, query),
      'GET /api/public/boards/:id': (cx, { params, query }) => showBoard(cx, params.id, query),
      'GET /api/public/boards/:id/cases': (cx, { params, query }) => listBoardCases(cx, params.id, query),
      'GET /api/public/cases/:id': (cx, { params }) => showCase(cx, params.id),
      'GET /api/public/cases/by-token/:token': (cx, { params }) => showByToken(cx, params.token),
      'GET /api/public/photos/:id': (cx, { params }) => publicPhoto(cx, storage, params.id, false),
      'GET /api/public/photos/:id/thumbnail': (cx, { params }) => publicPhoto(cx, storage, params.id, true),
      'GET /api/board/cases/:id/links': (cx, { params }) => listLinks(cx, params.id),
      'POST /api/board/cases/:id/links': (cx, { params, body }) => makeLink(cx, params.id, body.days),
      'POST /api/board/links/:id/revocation': (cx, { params }) => revokeLink(cx, params.id),
      'GET /api/board/settings': (cx, { query }) => listSettings(cx, query),
      'PUT /api/board/settings/:id': (cx, { params, body }) => switchBoard(cx, params.id, body),
      'GET /api/board/cases/:id': (cx, { params }) => showPublication(cx, params.id),
      'PUT /api/board/cases/:id': (cx, { params, body }) => decidePublication(cx, params.id, body),
    }),
    boardSheets,
  ),
})
