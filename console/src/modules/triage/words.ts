// Words of triage: the settings room and the panel on a case.
import { counted } from '../../platform/count.ts'
import { dictionary } from '../../platform/words.ts'

export const words = dictionary({
  title: { zh: '智能分类', en: 'Triage' },
  lead: {
    zh: '用本区县办过的诉求训练，给出类别和承办单位的建议。',
    en: 'Learns from this district’s own past cases and suggests category and handler.',
  },
  train: { zh: '重新训练', en: 'Train anew' },
  training: { zh: '正在后台训练，稍后刷新。', en: 'Training in the background.' },
  examples: {
    zh: (n: number) => `可用来训练的诉求 ${n} 件（最多 8000 件）`,
    en: (n: number) => `${n} past cases to learn from (8000 at most)`,
  },
  noModel: { zh: '还没有模型', en: 'No model yet' },
  noModelHint: {
    zh: '至少办过三十件诉求，就可以训练。在那以前按关键词建议。',
    en: 'Thirty decided cases are enough to train. Until then keywords suggest.',
  },
  models: { zh: '模型', en: 'Models' },
  category: { zh: '类别', en: 'Category' },
  handler: { zh: '承办单位', en: 'Handler' },
  subject: { zh: '建议什么', en: 'Suggests' },
  trainedAt: { zh: '训练时间', en: 'Trained' },
  learnt: { zh: '学了多少件', en: 'Cases' },
  size: { zh: '大小', en: 'Size' },
  macroF1: { zh: '交叉验证 宏平均 F1', en: 'Cross-validated macro-F1' },
  accuracy: { zh: '交叉验证 准确率', en: 'Cross-validated accuracy' },
  live: { zh: '实际采纳', en: 'Kept in practice' },
  liveOf: {
    zh: (kept: number, of: number) => `${of} 件中 ${kept} 件`,
    en: (kept: number, of: number) => `${kept} of ${of}`,
  },
  notYet: { zh: '还没有', en: 'none yet' },
  inUse: { zh: '在用', en: 'in use' },
  switches: { zh: '各类别怎样用', en: 'What each category lets it do' },
  switchesLead: {
    zh: '只建议：由人决定。自动归类：居民没选类别时，够把握就直接归类。',
    en: 'Suggest: a person decides. Automatic: set where nobody chose a category and it is sure enough.',
  },
  mode: { zh: '怎样用', en: 'Use' },
  least: { zh: '最低把握', en: 'Least confidence' },
  f1: { zh: '这一类的 F1', en: 'F1 of the category' },
  figures: {
    zh: (f1: number, n: number) => `${f1}（${n} 件）`,
    en: (f1: number, n: number) => `${f1} (${counted(n, 'case')})`,
  },
  unknown: { zh: '没学过', en: 'not learnt' },
  saved: { zh: '已保存', en: 'Saved' },
  automaticAsk: { zh: '改为自动归类？', en: 'Let it decide by itself?' },
  automaticWhat: {
    zh: (name: string) => `居民没选类别、模型够把握时，会直接归入“${name}”。工作人员随时可以更正。`,
    en: (name: string) =>
      `Where nobody chose and the model is sure enough, “${name}” is set. Staff can correct it any time.`,
  },
  automaticYes: { zh: '改为自动', en: 'Let it' },
  panel: { zh: '智能分类建议', en: 'Suggested by triage' },
  says: {
    zh: (name: string, share: number) => `类别：${name}，把握 ${share}%`,
    en: (name: string, share: number) => `Category: ${name}, ${share}% sure`,
  },
  saysHandler: {
    zh: (name: string, share: number) => `承办单位：${name}，把握 ${share}%`,
    en: (name: string, share: number) => `Handler: ${name}, ${share}% sure`,
  },
  because: { zh: (pieces: string) => `因为说到“${pieces}”`, en: (pieces: string) => `because of “${pieces}”` },
  byModel: { zh: '模型训练于', en: 'Model trained' },
  applied: { zh: '已自动归类', en: 'Set automatically' },
  take: { zh: '采用这个类别', en: 'Take this category' },
  taken: { zh: '已采用', en: 'Taken' },
  dispatchTo: { zh: (name: string) => `派给${name}`, en: (name: string) => `Dispatch to ${name}` },
  dispatched: { zh: '已派单', en: 'Dispatched' },
  ask: { zh: '请智能分类给建议', en: 'Ask triage' },
  notSure: { zh: '把握不够，没有建议。', en: 'Not sure enough to suggest anything.' },
  same: { zh: '与现在的类别一致', en: 'Same as the present category' },
})
