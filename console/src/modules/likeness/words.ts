// Words of hot spots and of the panel of like cases.
import { counted } from '../../platform/count.ts'
import { dictionary } from '../../platform/words.ts'

export const words = dictionary({
  title: { zh: '热点问题', en: 'Hot spots' },
  lead: {
    zh: '近八周里，说法相近、越来越多的诉求归成一组。',
    en: 'Cases of the last eight weeks that say the same and grow in number.',
  },
  search: { zh: '重新查找', en: 'Look again' },
  searching: {
    zh: (n: number) => `正在 ${n} 个社区查找，稍后刷新。`,
    en: (n: number) => `Looking in ${counted(n, 'community', 'communities')}; the list follows shortly.`,
  },
  states: { zh: '状态', en: 'State' },
  waiting: { zh: '待处理', en: 'To decide' },
  all: { zh: '全部', en: 'All' },
  empty: { zh: '没有热点问题', en: 'No hot spots' },
  emptyHint: {
    zh: '每天凌晨查找一次。也可以现在查找。',
    en: 'They are looked for every night, or now.',
  },
  noMatch: { zh: '没有符合条件的热点', en: 'No hot spot matches' },
  noMatchHint: { zh: '请换一个状态或地点。', en: 'Choose another state or place.' },
  place: { zh: '只看这个地点', en: 'Only this place' },
  cases: { zh: (n: number) => `${n} 件`, en: (n: number) => counted(n, 'case') },
  open: { zh: (n: number) => `${n} 件还在办`, en: (n: number) => `${n} open` },
  lately: {
    zh: (now: number, before: string) => `近两周 ${now} 件，此前每两周 ${before} 件`,
    en: (now: number, before: string) => `${now} in the last two weeks; ${before} per two weeks before`,
  },
  weeks: { zh: '每周件数', en: 'Cases by week' },
  weekOf: {
    zh: (week: string, n: number) => `${week}起一周：${n} 件`,
    en: (week: string, n: number) => `Week from ${week}: ${n}`,
  },
  shared: { zh: '共同说到', en: 'All speak of' },
  close: { zh: '相近程度', en: 'How close' },
  evidence: { zh: '看证据', en: 'Evidence' },
  openRoot: { zh: '立一件根源诉求', en: 'Open a root-cause case' },
  openRootWhat: {
    zh: '为背后的原因立一件诉求，组内诉求都会注明。原诉求照常办理。',
    en: 'One case for the cause behind them. Each case of the group names it and goes on as before.',
  },
  rootWords: { zh: '根源问题是什么', en: 'What is the cause' },
  rootWordsHint: { zh: '例如：整个小区的化粪池要清掏改造', en: 'E.g. the septic tanks of the whole estate need work' },
  rootWordsWrong: { zh: '请写明根源问题，至少 4 个字', en: 'Say what the cause is, at least 4 characters' },
  rootDone: { zh: (number: string) => `已立案：${number}`, en: (number: string) => `Opened: ${number}` },
  rootCase: { zh: '根源诉求', en: 'Root-cause case' },
  dismiss: { zh: '不作为热点', en: 'Not a hot spot' },
  dismissWhat: { zh: '再多一半时，它会重新出现。', en: 'It comes back when it has grown by half.' },
  reason: { zh: '原因', en: 'Reason' },
  reasonHint: { zh: '例如：同一人重复反映', en: 'E.g. one person reporting again and again' },
  reasonWrong: { zh: '请写原因，至少 2 个字', en: 'Say why, at least 2 characters' },
  dismissed: { zh: '已标为不作为热点', en: 'Marked as no hot spot' },
  casesOf: { zh: '组内诉求', en: 'Cases of the group' },
  similar: { zh: '可能重复', en: 'Possible duplicates' },
  similarLead: { zh: '附近还有说法相近、正在办的诉求。', en: 'Open cases nearby that say the same.' },
  mergeInto: { zh: '并入这一件', en: 'Merge into it' },
  likeness: { zh: (share: number) => `相似 ${share}%`, en: (share: number) => `${share}% alike` },
  inHotSpot: {
    zh: (title: string, n: number) => `属于热点问题：${title}（${n} 件）`,
    en: (title: string, n: number) => `Part of a hot spot: ${title} (${counted(n, 'case')})`,
  },
})
