// Wordings about public notices (issue 4, point 10).
import { to, type DefaultTemplate } from './template-shape.ts'

const fields = ['title', 'words'] as const
export const aboutPublicNotices: readonly DefaultTemplate[] = [
  to(
    'person',
    'publicNotice.posted',
    ['有新公示', '{place}：{title}。{until} 前可以提意见。'],
    ['A public notice', '{place}: {title}. Comment until {until}.'],
    false,
    ['title', 'place', 'until'],
  ),
  to(
    'handler',
    'publicNotice.commented',
    ['公示有新意见', '{title}：{words}'],
    ['A comment on a notice', '{title}: {words}'],
    false,
    fields,
  ),
  to(
    'person',
    'publicNotice.answered',
    ['您的意见有答复', '{title}：{words}'],
    ['Your comment was answered', '{title}: {words}'],
    false,
    fields,
  ),
  to(
    'person',
    'publicNotice.outcome',
    ['公示有结果了', '{title}：{words}'],
    ['What came of a notice', '{title}: {words}'],
    false,
    fields,
  ),
  to(
    'person',
    'publicNotice.withdrawn',
    ['公示撤下了', '{title}。原因：{words}'],
    ['A notice was taken down', '{title}. Reason: {words}'],
    false,
    fields,
  ),
]
