// The names of the figures of 今日, there and in the queue they lead to.
import { dictionary } from '../../platform/words.ts'

export const figureWords = dictionary({
  toAccept: { zh: '待受理', en: 'To accept' },
  toDispatch: { zh: '待派单', en: 'To dispatch' },
  toTakeUp: { zh: '待接单', en: 'To take up' },
  inHand: { zh: '办理中', en: 'In hand' },
  toVerify: { zh: '待核验', en: 'To verify' },
  toDecide: { zh: '要求重办', en: 'Reopening asked' },
  dueSoon: { zh: '一天内到期', en: 'Due within a day' },
  cameUp: { zh: '到本级的', en: 'Came to my level' },
  overdue: { zh: '已超时', en: 'Overdue' },
  lowRated: { zh: '差评待定', en: 'Rated low' },
  openTotal: { zh: '未办结', en: 'Open' },
  closedThisWeek: { zh: '近七天办结', en: 'Closed in 7 days' },
})
