// Notices: the inbox, its live stream, phone messages, and the templates of what is sent.
import type { Module } from '../../platform/module.ts'
import type { Parts } from '../../platform/parts.ts'
import { deliverSms } from './deliver-sms.ts'
import { ownData } from './own-data.ts'
import { noticesRoutes } from './routes.ts'
import type { VisibleCases } from './stream.ts'

export { defaultTemplates, type Audience, type DefaultTemplate } from './default-templates.ts'
export { forgetMessagesOf, messagesOf } from './forget-messages.ts'
export { smsSender } from './send-code.ts'
export { tell, tellAll, type Telling } from './tell.ts'

/** What this module asks of modules that stand on it; wired in app.ts. */
export interface NoticesNeighbours {
  /** Which of these cases the actor may see: their changes are told to open pages. */
  readonly visibleCases: VisibleCases
}
export const noticesModule = (parts: Parts, neighbours: NoticesNeighbours): Module => ({
  name: 'notices',
  ownData,
  routes: noticesRoutes(parts, neighbours.visibleCases),
  jobs: { 'sms.send': deliverSms(parts) },
})
