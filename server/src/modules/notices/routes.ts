// The endpoints of this module and what answers them.
import { noticesApi } from '../../../../contract/src/notices.ts'
import { serve, type Route } from '../../platform/module.ts'
import type { Parts } from '../../platform/parts.ts'
import { demoOutbox } from './demo-outbox.ts'
import { markRead, readInbox } from './inbox.ts'
import { openStream, type VisibleCases } from './stream.ts'
import { tell } from './tell.ts'
import { editTemplate, listTemplates, previewTemplate } from './templates.ts'
import { templatesSheet } from './templates-sheet.ts'

export const noticesRoutes = (parts: Parts, visibleCases: VisibleCases): Route[] =>
  serve(noticesApi, {
    'GET /api/notices/inbox': (cx, { query }) => readInbox(cx, query),
    'POST /api/notices/inbox/read': (cx, { body }) => markRead(cx, body),
    'GET /api/notices/stream': async (cx) => openStream(parts, visibleCases, cx),
    'GET /api/notices/templates': (cx) => listTemplates(cx),
    'GET /api/notices/templates.xlsx': (cx) => templatesSheet(cx),
    'PUT /api/notices/templates/:id': (cx, { params, body }) => editTemplate(cx, params.id, body),
    'POST /api/notices/templates/:id/preview': (cx, { params, body }) => previewTemplate(cx, params.id, body),
    'GET /api/notices/sms-outbox': (cx) => demoOutbox(cx, parts),
    'POST /api/notices/test-message': async (cx) => {
      const { personId, name } = cx.actor
      await tell(cx, { event: 'test', audience: 'person', personIds: [personId], thing: null, fields: { name } })
      return { done: true as const }
    },
  })
