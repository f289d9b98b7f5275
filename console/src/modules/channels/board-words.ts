// Words of moderating boards.
import { dictionary } from '../../platform/words.ts'

export const boardWords = dictionary({
  show: { zh: '看哪些', en: 'Show' },
  todo: { zh: '待审核和被举报', en: 'To review' },
  all: { zh: '全部', en: 'All' },
  hidden: { zh: '已隐藏', en: 'Hidden' },
  cases: { zh: '已成诉求', en: 'Became cases' },
  estate: { zh: '只看一个小区', en: 'One estate only' },
  settingsHint: { zh: '选一个小区，可以设为先审后发。', en: 'Choose an estate to review its posts before they show.' },
  premoderated: { zh: '先审后发', en: 'Review before showing' },
  none: { zh: '没有留言', en: 'No posts' },
  noneHint: { zh: '居民在手机上的留言会出现在这里。', en: 'Posts of residents appear here.' },
  isReply: { zh: '回复', en: 'reply' },
  replies: { zh: (n: number) => `${n} 条回复`, en: (n: number) => (n === 1 ? '1 reply' : `${n} replies`) },
  reported: { zh: (n: number) => `${n} 人举报`, en: (n: number) => (n === 1 ? 'reported once' : `reported by ${n}`) },
  reason: { zh: '原因', en: 'Reason' },
  reasonNeeded: { zh: '请写原因，作者会看到', en: 'Write a reason; the author reads it' },
  reasonHint: { zh: '如：带有他人姓名和电话', en: 'e.g. names somebody and their phone' },
  makeCase: { zh: '登记为诉求', en: 'Make it a case' },
  caseMade: { zh: (n: string) => `已登记为诉求 ${n}`, en: (n: string) => `Filed as case ${n}` },
  showIt: { zh: '公开', en: 'Show' },
  noGround: { zh: '举报不成立', en: 'No ground' },
  hide: { zh: '隐藏', en: 'Hide' },
  hideWhat: {
    zh: '别人看不到了，作者会收到原因。以后可以再公开。',
    en: 'Others no longer see it; the author gets the reason. It can be shown again.',
  },
})
