// Message boards: one public thread per estate, moderated; a post can become a case (mission A2).
import { boardsApi } from '../../../../contract/src/boards.ts'
import { serve, type Module } from '../../platform/module.ts'
import { withSheets } from '../../platform/sheets.ts'
import type { Parts } from '../../platform/parts.ts'
import { caseFromPost, hidePost, reportPost, setBoard, showPost, withdrawPost, writePost } from './edit-posts.ts'
import { forgetName } from './forget-name.ts'
import { ownData } from './own-data.ts'
import { listForModeration, listMyBoards, listThread, showBoard } from './queries.ts'
import { boardsSheets } from './sheets.ts'

export const boardsModule = (_parts: Parts): Module => ({
  name: 'boards',
  forgetName,
  ownData,
  routes: withSheets(
    boardsApi,
    serve(boardsApi, {
      'GET /api/boards': (cx) => listMyBoards(cx),
      'GET /api/boards/posts': (cx, { query }) => listForModeration(cx, query),
      'GET /api/boards/:id': (cx, { params }) => showBoard(cx, params.id),
      'GET /api/boards/:id/posts': (cx, { params, query }) => listThread(cx, params.id, query),
      'POST /api/boards/:id/posts': (cx, { params, body }) => writePost(cx, params.id, body),
      'PUT /api/boards/:id/settings': (cx, { params, body }) => setBoard(cx, params.id, body.premoderated),
      'POST /api/boards/posts/:id/withdrawal': (cx, { params }) => withdrawPost(cx, params.id),
      'POST /api/boards/posts/:id/reports': (cx, { params, body }) => reportPost(cx, params.id, body.reason),
      'POST /api/boards/posts/:id/hiding': (cx, { params, body }) => hidePost(cx, params.id, body.reason),
      'POST /api/boards/posts/:id/showing': (cx, { params }) => showPost(cx, params.id),
      'POST /api/boards/posts/:id/case': (cx, { params, body }) => caseFromPost(cx, params.id, body),
    }),
    boardsSheets,
  ),
})
