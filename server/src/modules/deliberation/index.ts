// Deciding together (mission B1–B6, B13): schemes as data, topics, meetings, minutes, resolutions, what follows of them.
import { actionItemLife, meetingLife, topicLife } from '../../../../contract/src/deliberation-life.ts'
import type { Cx } from '../../platform/cx.ts'
import { checkLifecycle } from '../../platform/lifecycle.ts'
import type { Module } from '../../platform/module.ts'
import { Refused } from '../../platform/refuse.ts'
import { forgetName } from './forget-name.ts'
import { findItem } from './items.ts'
import { findMeeting } from './meeting-view.ts'
import { ownData } from './own-data.ts'
import { remind } from './remind.ts'
import { deliberationRoutes } from './routes.ts'
import type { Wired } from './resolution-steps.ts'

export { ownersDecided } from './decide.ts'
export { proposeTopic } from './topics.ts'
export { refuseUndeliberated, reliable, resolutionsByIds, type Relied } from './must-deliberate.ts'

const sees =
  (find: (cx: Cx, id: string) => Promise<unknown>) =>
  async (cx: Cx, id: string): Promise<boolean> => {
    try {
      await find(cx, id)
      return true
    } catch (error) {
      if (error instanceof Refused) return false
      throw error
    }
  }
/** Photos of a meeting before its minutes are public are for those who run it or were asked. */
const meetingWithPhotos = async (cx: Cx, id: string): Promise<void> => {
  const { row, me, iRun } = await findMeeting(cx, id)
  if (!iRun && me === null && row.state !== 'published') throw new Refused('deliberation.meeting-not-found')
}
export const deliberationModule = (wired: Wired): Module => {
  checkLifecycle(topicLife)
  checkLifecycle(meetingLife)
  checkLifecycle(actionItemLife)
  return {
    name: 'deliberation',
    routes: deliberationRoutes(wired),
    forgetName,
    ownData,
    jobs: { 'deliberation.remind': { run: remind, cron: '5 9 * * *' } },
    files: { deliberationMeeting: sees(meetingWithPhotos), actionItem: sees(findItem) },
  }
}
