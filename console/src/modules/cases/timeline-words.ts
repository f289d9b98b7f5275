// Words of timeline entries that are no steps of the life-cycle: what other rooms add to the story of a case.
import { whistleTimeline } from '../../../../contract/src/whistles-life.ts'

export const moreSteps: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  ...whistleTimeline,
  'ladder.escalated': { zh: '升级', en: 'taken up one level' },
  'ladder.handedDown': { zh: '交回下级', en: 'handed down' },
  'ladder.overAtTop': { zh: '最高一级超过时限', en: 'over its limit at the top' },
  split: { zh: '拆成几件', en: 'split into parts' },
  mergedIn: { zh: '有诉求并入', en: 'a duplicate merged in' },
  mergedOut: { zh: '并入已撤销', en: 'a merge undone' },
  mergedRating: { zh: '并入诉求的反映人评价', en: 'rated by the reporter of a duplicate' },
  mergedNote: { zh: '并入诉求的反映人补充', en: 'words of the reporter of a duplicate' },
  'plan.made': { zh: '制定攻坚计划', en: 'a plan was made' },
  'plan.dropped': { zh: '取消攻坚计划', en: 'the plan was dropped' },
  'promise.made': { zh: '作出承诺', en: 'a promise was made' },
  'promise.kept': { zh: '承诺兑现', en: 'a promise was kept' },
  'promise.released': { zh: '承诺解除', en: 'a promise was released' },
  'deliberation.handed': { zh: '交给协商议事', en: 'handed to deliberation' },
  'deliberation.returned': { zh: '协商议事有结果', en: 'the outcome of deliberation' },
  'supervision.ordered': { zh: '督办', en: 'supervision ordered' },
  'supervision.reply': { zh: '督办回复', en: 'supervision answered' },
  'supervision.signOff': { zh: '督办签结', en: 'supervision signed off' },
  'supervision.sendBack': { zh: '督办退回', en: 'supervision reply sent back' },
  'supervision.withdraw': { zh: '督办撤销', en: 'supervision withdrawn' },
  'recheck.passed': { zh: '复查通过', en: 're-check passed' },
  'recheck.failed': { zh: '复查未通过', en: 're-check failed' },
}
