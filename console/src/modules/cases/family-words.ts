// Words of the family of a case: parts and merged duplicates.
import { dictionary } from '../../platform/words.ts'

export const familyWords = dictionary({
  title: { zh: '拆分与合并', en: 'Parts and duplicates' },
  parent: { zh: '所属诉求', en: 'Part of' },
  parts: { zh: '子诉求', en: 'Parts' },
  merged: { zh: '并入本件的诉求', en: 'Merged into this case' },
  mergedInto: { zh: '已并入', en: 'Merged into' },
  held: { zh: '还不能办结，因为', en: 'It cannot close yet, because' },
  split: { zh: '拆成几件', en: 'Split into parts' },
  splitLead: {
    zh: '一件诉求里有几件事时，拆开分别办理。每件有自己的时限；都办结了，本件才能办结。',
    en: 'Where one case holds several matters, each becomes a part with its own deadlines. The case closes after its parts.',
  },
  splitMatter: { zh: (n: number) => `第 ${n} 件`, en: (n: number) => `Matter ${n}` },
  splitHint: { zh: '说清楚这一件事', en: 'Say what this matter is' },
  splitMore: { zh: '再加一件', en: 'One more' },
  splitLess: { zh: '去掉这一件', en: 'Remove this one' },
  splitWrong: { zh: '请写清楚这一件（至少两个字）', en: 'Say what it is (two characters at least)' },
  splitDone: { zh: '已拆分', en: 'Split' },
  merge: { zh: '并入另一件', en: 'Merge into another' },
  mergeLead: {
    zh: '同一件事有人先反映过时，并过去一起办。本件的反映人照样收到进展，可以随时撤销合并。',
    en: 'Where somebody reported the same before, it is handled there. The reporter still hears of everything; the merge can be undone.',
  },
  mergeInto: { zh: '并入哪一件', en: 'Into which case' },
  mergeHint: { zh: '输入编号或几个字查找', en: 'A number or a few words' },
  mergeWrong: { zh: '请选择一件诉求', en: 'Choose a case' },
  mergeNone: { zh: '没有找到可以并入的诉求', en: 'No open case found' },
  mergeDone: { zh: '已合并', en: 'Merged' },
  unmerge: { zh: '撤销合并', en: 'Undo the merge' },
  unmergeLead: {
    zh: '撤销后，本件回到合并前的状态，时限接着计算。',
    en: 'The case goes back to where it stood; its deadlines run on.',
  },
  unmergeDone: { zh: '已撤销合并', en: 'Merge undone' },
  reason: { zh: '原因', en: 'Reason' },
  reasonHint: { zh: '例如：同一处、同一盏灯', en: 'For example: the same lamp' },
  reasonWrong: { zh: '请写明原因（至少两个字）', en: 'Give the reason (two characters at least)' },
  rated: { zh: (n: number) => `评价 ${n} 分`, en: (n: number) => `rated ${n} of 5` },
})
