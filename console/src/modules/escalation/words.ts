// Words of the ladder.
import { dictionary } from '../../platform/words.ts'

export const budgetWords = dictionary({
  amount: { zh: '数量', en: 'amount' },
  unit: { zh: '单位', en: 'unit' },
  minutes: { zh: '分钟（昼夜）', en: 'minutes, day and night' },
  workingMinutes: { zh: '工作分钟', en: 'working minutes' },
  workingDays: { zh: '工作日', en: 'working days' },
})
export const words = dictionary({
  title: { zh: '吹哨和升级', en: 'Whistles and ladder' },
  lead: {
    zh: '每一级最多停多久，单位多久到场、交卷。',
    en: 'How long each level keeps a case, and how long units have.',
  },
  ladder: { zh: '升级阶梯', en: 'Ladder' },
  ladderHelp: {
    zh: '超过时限自动升一级。挂起时不计时，交回后重新计时。',
    en: 'Past its limit a case goes up one level. The clock stands while suspended and begins anew when handed down.',
  },
  gridKinds: { zh: '先由网格办的诉求', en: 'Cases that begin at the grid' },
  gridKindsHelp: {
    zh: '选中的种类由网格先接，其余由社区接。不在网格内的由社区接。',
    en: 'The kinds ticked begin at the grid, the others at the community, as do places outside any grid.',
  },
  top: { zh: '最高一级，超时后留在本级', en: 'The top: it stays here' },
  byClock: { zh: '自动升级', en: 'By the clock' },
  whistles: { zh: '吹哨时限', en: 'Whistle deadlines' },
  urgent: { zh: '急事', en: 'Urgent cases' },
  other: { zh: '其他诉求', en: 'Other cases' },
  arrival: { zh: '到场', en: 'On site' },
  result: { zh: '交卷', en: 'Result' },
  source: { zh: '来源', en: 'Source' },
  save: { zh: '保存', en: 'Save' },
  undo: { zh: '撤销修改', en: 'Undo' },
  saved: { zh: '已保存', en: 'Saved' },
  panel: { zh: '现在由谁负责', en: 'Who holds it now' },
  since: { zh: '从', en: 'Since' },
  until: { zh: '最迟', en: 'Until' },
  over: { zh: '已超过本级时限', en: 'Over the limit of this level' },
  next: { zh: (name: string) => `超时后升到${name}`, en: (name: string) => `Then it goes to ${name}` },
  escalate: { zh: '上报', en: 'Escalate' },
  escalateTo: { zh: (name: string) => `上报到${name}`, en: (name: string) => `Escalate to ${name}` },
  escalateWhat: {
    zh: (name: string) => `${name}会收到通知并负责。反映人也看得到理由。`,
    en: (name: string) => `${name} is told and holds it. The reporter reads the reason too.`,
  },
  reason: { zh: '为什么上报', en: 'Reason' },
  reasonHint: { zh: '例如：涉及三个部门，社区协调不了', en: 'For example: three departments, beyond the community' },
  wrong: { zh: '请写明，至少 2 个字', en: 'At least 2 characters' },
  handDown: { zh: '交回下级', en: 'Hand down' },
  handDownWhat: { zh: '交回后重新计时。请写清要求。', en: 'The clock begins anew. Say what is to be done.' },
  instruction: { zh: '要求', en: 'Instruction' },
  to: { zh: '交给哪一级', en: 'To' },
  done: { zh: '已办好', en: 'Done' },
  clock: { zh: '超时自动', en: 'by the clock' },
  records: { zh: '升级记录', en: 'Records' },
})
