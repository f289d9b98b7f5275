// Words of consultations for those who ask.
import { dictionary } from '../../platform/words.ts'

export const words = dictionary({
  title: { zh: '意见征询', en: 'Consultations' },
  lead: { zh: '问问大家怎么想。不是业主表决，没有约束力。', en: 'Ask what people think. It binds nobody.' },
  ask: { zh: '起草征询', en: 'Draft a consultation' },
  place: { zh: '问哪里的人', en: 'Place' },
  audience: { zh: '谁可以答', en: 'Who may answer' },
  heading: { zh: '标题', en: 'Title' },
  explain: { zh: '说明', en: 'Explanation' },
  closesOn: { zh: '最后一天', en: 'Last day' },
  questions: {
    zh: '问题和选项（问题一行，选项每行前加“-”；可多选的问题前加“*”）',
    en: 'Questions (a line each; options below with “-”; “*” before a question with several answers)',
  },
  questionsHint: { zh: '例：\n放在哪里\n- 东门\n- 西门', en: 'e.g. Where? then - East gate' },
  questionsWrong: { zh: '每个问题至少两个选项', en: 'At least two options for each question' },
  empty: { zh: '还没有征询', en: 'No consultation yet' },
  emptyHint: { zh: '点“起草征询”开始。', en: 'Draft one to begin.' },
  answered: { zh: (n: number) => `${n} 人答了`, en: (n: number) => `${n} answered` },
  until: { zh: (day: string) => `到 ${day}`, en: (day: string) => `until ${day}` },
  back: { zh: '回到列表', en: 'Back to the list' },
  many: { zh: '可多选', en: 'several answers' },
  remarks: { zh: '补充的话（不显示是谁）', en: 'Remarks, without names' },
  toTopic: { zh: '转成议题', en: 'Make it a topic' },
  topicWhat: { zh: '征询的结果会写进议题。', en: 'The outcome is written into the topic.' },
  topic: { zh: '已转成议题', en: 'It is a topic' },
  link: { zh: '连到业主表决', en: 'Link a decision' },
  decision: { zh: '看业主表决', en: 'The decision' },
  reason: { zh: '原因', en: 'Reason' },
  askedBy: { zh: '谁问的', en: 'Asked by' },
})
