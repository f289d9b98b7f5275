// Words of trial services for the community and the company.
import { counted } from '../../platform/count.ts'
import { dictionary } from '../../platform/words.ts'

export const words = dictionary({
  title: { zh: '先尝后买', en: 'Trial services' },
  lead: { zh: '物业先服务，居民每周打分，再由业主表决。', en: 'The company serves, households judge, owners decide.' },
  plan: { zh: '准备一次试用', en: 'Plan a trial' },
  place: { zh: '小区', en: 'Estate' },
  company: { zh: '物业公司', en: 'Property company' },
  conditions: { zh: '条件（资质、服务内容、人员）', en: 'Conditions' },
  fee: { zh: '收费标准（元，每月每平方米）', en: 'Fee in yuan per m² and month' },
  from: { zh: '试用从', en: 'Trial from' },
  to: { zh: '试用到', en: 'Trial until' },
  empty: { zh: '还没有试用', en: 'No trial yet' },
  emptyHint: { zh: '点“准备一次试用”开始。', en: 'Plan one to begin.' },
  dates: { zh: (from: string, to: string) => `${from} 到 ${to}`, en: (from: string, to: string) => `${from} to ${to}` },
  perMetre: {
    zh: (fen: number) => `每月每平方米 ${(fen / 100).toFixed(2)} 元`,
    en: (fen: number) => `${(fen / 100).toFixed(2)} yuan per m² and month`,
  },
  judged: {
    zh: (n: number, average: number | null) =>
      average === null ? '还没有打分' : `打分 ${n} 次，平均 ${(average / 100).toFixed(2)} 分`,
    en: (n: number, average: number | null) =>
      average === null ? 'no mark yet' : `${counted(n, 'mark')}, ${(average / 100).toFixed(2)} on average`,
  },
  back: { zh: '回到列表', en: 'Back to the list' },
  log: { zh: '记一件做了的事', en: 'Say what was done' },
  day: { zh: '日期', en: 'Day' },
  what: { zh: '做了什么', en: 'What was done' },
  photos: { zh: '照片', en: 'Photos' },
  weeks: { zh: '每周打分（每户每周一次）', en: 'Weekly marks, one per household' },
  week: { zh: '这一周（周一）', en: 'Week of' },
  marks: { zh: '户数', en: 'Households' },
  average: { zh: '平均分', en: 'Average' },
  ofHomes: { zh: (n: number) => `小区共 ${n} 户`, en: (n: number) => `${counted(n, 'home')} in the estate` },
  remarks: { zh: '居民说的（不显示是谁）', en: 'What residents say, without names' },
  done: { zh: '做了什么', en: 'What was done' },
  nothingDone: { zh: '还没有记录', en: 'Nothing recorded yet' },
  decision: { zh: '看业主表决', en: 'The decision' },
  parts: { zh: '哪些专有部分参加', en: 'Parts that vote' },
  years: { zh: '合同几年', en: 'Contract, years' },
  contractFrom: { zh: '合同从', en: 'Contract from' },
  contractTo: { zh: '合同到', en: 'Contract until' },
  agreed: { zh: '约定的收费', en: 'Agreed fee' },
  leavesOn: { zh: '退出日期', en: 'Leaves on' },
  reason: { zh: '原因', en: 'Reason' },
  decideLead: {
    zh: '选聘物业要先有议事决议。表决的名册、公告在“共同决定”里办。',
    en: 'Hiring needs a deliberation on record; roll and notice follow under owners’ decisions.',
  },
})
