// Words of today.
import { dictionary } from '../../platform/words.ts'

export const words = dictionary({
  title: { zh: '今日', en: 'Today' },
  morning: { zh: (name: string) => `${name}，早上好`, en: (name: string) => `Good morning, ${name}` },
  noon: { zh: (name: string) => `${name}，中午好`, en: (name: string) => `Good day, ${name}` },
  afternoon: { zh: (name: string) => `${name}，下午好`, en: (name: string) => `Good afternoon, ${name}` },
  evening: { zh: (name: string) => `${name}，晚上好`, en: (name: string) => `Good evening, ${name}` },
  waiting: {
    zh: (n: number) => `有 ${n} 件等您办。`,
    en: (n: number) => (n === 1 ? '1 case waits for you.' : `${n} cases wait for you.`),
  },
  nothing: { zh: '眼下没有等您办的事。', en: 'Nothing waits for you right now.' },
  forMe: { zh: '等我办', en: 'Waiting for me' },
  overall: { zh: '全辖区', en: 'In my area' },
  soon: { zh: '先办这些', en: 'These first' },
  soonHint: { zh: '最先到时限的', en: 'Closest to their deadline' },
  soonNone: { zh: '没有快到时限的诉求。', en: 'Nothing is close to its deadline.' },
  newest: { zh: '新来的', en: 'Newest' },
  newestNone: { zh: '还没有诉求。居民反映后会出现在这里。', en: 'No cases yet. They appear as residents report them.' },
  allCases: { zh: '看全部', en: 'See all' },
  noCases: { zh: '您的岗位不办诉求', en: 'Your post does not handle cases' },
  noCasesHint: { zh: '您的工作在这里。', en: 'Your work is here.' },
})
