// Words of consultations for those who are asked.
import { words } from '../../words.ts'

export const w = words({
  title: ['意见征询', 'Consultations'],
  none: ['现在没有征询', 'Nothing is asked now'],
  noneHint: ['社区想问大家时，会出现在这里。', 'What is asked of you will stand here.'],
  waits: ['等您回答', 'Waits for your answer'],
  until: ['到 {day}', 'until {day}'],
  answered: ['{n} 人答了', '{n} answered'],
  askedBy: ['{who} 问大家', 'Asked by {who}'],
  many: ['可多选', 'several answers'],
  remark: ['想补充的（可以不写）', 'Anything to add'],
  anonymous: ['不显示是谁答的。截止前可以改。', 'Nobody sees who answered. You may change it until the last day.'],
  send: ['提交', 'Send'],
  sent: ['已提交，谢谢', 'Thank you'],
  chooseAll: ['每个问题都要选', 'Answer every question'],
  counts: ['大家怎么想', 'What people think'],
  mine: ['我选的', 'my answer'],
  remarks: ['大家补充的话', 'Remarks'],
  topic: ['已转成议题，去议事看看', 'It is a topic now'],
  decision: ['去看业主表决', 'The owners’ vote that followed'],
  why: ['说明', 'Why'],
})
