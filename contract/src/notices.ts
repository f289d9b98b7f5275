// Notices: the inbox, its live stream, and the templates of what is sent.
import { z } from 'zod'
import { at, done, flag, id, idParams, listOf, paging, words } from './common.ts'
import { endpoints } from './endpoint.ts'
import { templateMost } from './notices-events.ts'

/** `seq` grows in the order of commit: the stream's event id, to resume without loss or repeats. */
export const message = z.object({
  id,
  seq: z.string(),
  event: z.string(),
  title: z.string(),
  body: z.string(),
  thing: z.object({ kind: z.string(), id }).nullable(),
  at,
  readAt: at.nullable(),
})
/** What a message says in one language. */
const wording = z.object({ title: z.string(), body: z.string() })
const chinese = { title: words(templateMost.zh.title), body: words(templateMost.zh.body) }
const english = z.object({ title: words(templateMost.en.title), body: words(templateMost.en.body) })
/** `title` and `body` are Chinese. */
export const template = z.object({
  id,
  event: z.string(),
  audience: z.enum(['reporter', 'handler', 'community', 'person']),
  title: z.string(),
  body: z.string(),
  en: wording,
  /** The words it came with. */ delivered: z.object({ zh: wording, en: wording }),
  sms: z.boolean(),
  fields: z.array(z.string()),
})
export const noticesApi = endpoints({
  'GET /api/notices/inbox': {
    say: 'My inbox, newest first',
    permission: 'signed-in',
    journal: null,
    query: z.object({ ...paging, unread: flag.optional() }),
    out: listOf(message).extend({ unread: z.number().int() }),
  },
  'POST /api/notices/inbox/read': {
    say: 'Mark messages, or all of them, as read',
    permission: 'signed-in',
    journal: null,
    body: z.object({ ids: z.array(id).max(200).optional(), all: z.literal(true).optional() }),
    out: z.object({ unread: z.number().int() }),
  },
  'GET /api/notices/stream': {
    say: 'Server-sent events: `message` (my inbox; id = seq, resumes by Last-Event-ID), `case` (a case I may see changed: {id})',
    permission: 'signed-in',
    journal: null,
    gives: 'events',
  },
  'GET /api/notices/templates': {
    say: 'Templates',
    permission: 'template.edit',
    journal: null,
    out: z.array(template),
  },
  'GET /api/notices/templates.xlsx': {
    say: 'The same list as a spreadsheet',
    permission: 'template.edit',
    journal: 'exported templates',
    gives: 'file',
  },
  'PUT /api/notices/templates/:id': {
    say: 'Change a template',
    permission: 'template.edit',
    journal: 'changed a template',
    params: idParams,
    /** Without `en` the English stays as it is. */
    body: z.object({ ...chinese, en: english.optional(), sms: z.boolean() }),
    out: template,
  },
  'POST /api/notices/templates/:id/preview': {
    say: 'How a template reads with example values',
    permission: 'template.edit',
    journal: null,
    params: idParams,
    body: z.object({ ...chinese, en: english.optional() }),
    out: wording.extend({ /** As it stands where none is sent along. */ en: wording }),
  },
  'GET /api/notices/sms-outbox': {
    say: 'Demo mode only: phone messages that would have been sent',
    permission: 'anyone',
    journal: null,
    out: z.array(z.object({ id, to: z.string(), text: z.string(), at })),
  },
  'POST /api/notices/test-message': {
    say: 'Send a test message to my own inbox',
    permission: 'signed-in',
    journal: null,
    body: z.object({}),
    out: done,
  },
})
