// Words of door knocks on a phone.
import { words } from '../../words.ts'

export const w = words({
  title: ['敲门走访', 'Door knocks'],
  none: ['没有要走访的', 'No visits for you'],
  noneHint: ['社区分给您的楼栋会出现在这里。', 'Buildings given to you appear here.'],
  progress: ['已走访 {done} / {homes} 户', '{done} of {homes} visited'],
  left: ['还有 {n} 户没去', '{n|door|doors} left'],
  until: ['走到 {day}', 'Until {day}'],
  onlyMine: ['只看分给我的', 'Only mine'],
  onlyLeft: ['只看没去的', 'Only not visited'],
  minimum: [
    '只记去没去、有什么需求。不写住户的看法和健康。',
    'Only what happened and which needs. Nothing about opinions or health.',
  ],
  what: ['门口情况', 'At the door'],
  needs: ['有什么需求（可多选）', 'Needs (several)'],
  revisit: ['要再去一次', 'Visit again'],
  save: ['记下', 'Note it'],
  saved: ['已记下', 'Noted'],
  makeCase: ['登记成诉求', 'Make it a case'],
  caseWords: ['什么事要办', 'What needs doing'],
  caseHint: ['如：楼道扶手松了', 'e.g. the handrail is loose'],
  caseSend: ['登记', 'File it'],
  caseDone: ['已登记', 'Filed'],
  cases: ['{n} 件诉求', '{n|case|cases}'],
  tooShort: ['至少写两个字', 'At least two characters'],
  closed: ['这次走访已结束', 'This round is closed'],
  again: ['要再去', 'visit again'],
  tries: ['去过 {n} 次', '{n|visit|visits}'],
})
