// Words of trial services for the households.
import { words } from '../../words.ts'

export const w = words({
  title: ['物业先尝后买', 'Trial service'],
  none: ['现在没有试用', 'No trial now'],
  noneHint: ['物业来小区试用时，会出现在这里。', 'A company on trial will stand here.'],
  dates: ['试用 {from} 到 {to}', 'Trial {from} to {to}'],
  fee: ['打算收：每月每平方米 {yuan} 元', 'Proposed fee: {yuan} yuan per m² and month'],
  agreed: ['约定收：每月每平方米 {yuan} 元', 'Agreed fee: {yuan} yuan per m² and month'],
  contract: ['合同 {from} 到 {to}', 'Contract {from} to {to}'],
  leaves: ['{day} 前退出', 'Leaves by {day}'],
  judged: ['打分 {n} 次，平均 {average} 分', '{n|mark|marks}, {average} on average'],
  notJudged: ['还没有人打分', 'No mark yet'],
  mark: ['这一周打几分', 'Your mark for this week'],
  marked: ['您家这一周已打分，可以改。', 'Your household has marked this week; you may change it.'],
  oneEach: ['每户每周一次。别人看不到是谁打的。', 'Once a week for each household; nobody sees whose it is.'],
  say: ['想说的（可以不写）', 'Anything to add'],
  send: ['打分', 'Send my mark'],
  sent: ['已打分，谢谢', 'Thank you'],
  chooseFirst: ['请先选一个分数', 'Choose a mark first'],
  week: ['{day} 这一周：{n} 户，{average} 分', 'Week of {day}: {n|household|households}, {average}'],
  weeks: ['每周打分', 'Week by week'],
  done: ['物业做了什么', 'What the company did'],
  nothingDone: ['还没有记录', 'Nothing recorded yet'],
  conditions: ['服务内容', 'Conditions'],
  vote: ['去投票', 'To the vote'],
  why: ['说明', 'Why'],
})
