// What the journal calls the actions of owners' decisions and public notices.
import { decisionSteps } from './ballots-life.ts'

const action = (zh: string, en: string) => ({ zh, en })
type Words = Readonly<Record<string, { readonly zh: string; readonly en: string }>>
const stepActions: Words = Object.fromEntries(
  Object.entries(decisionSteps).map(([name, { zh, en }]) => [
    `decision.${name}`,
    action(`业主表决：${zh}`, `decision: ${en}`),
  ]),
)
export const ballotActions: Words = {
  ...stepActions,
  'decision.prepare': action('准备了一次业主表决', 'prepared an owners’ decision'),
  'decision.roll': action('生成了名册', 'built a roll'),
  'decision.rollImport': action('导入了名册', 'imported a roll'),
  'decision.part': action('更正了名册', 'corrected a roll'),
  'decision.object': action('提出了异议', 'raised an objection'),
  'decision.answer': action('答复了异议', 'answered an objection'),
  'decision.votingCode': action('要了投票验证码', 'asked for a voting code'),
  'decision.ballot': action('投了票', 'cast a ballot'),
  'decision.mandate': action('委托了别人投票', 'gave a mandate to vote'),
  'decision.revoke': action('撤销了委托', 'took a mandate back'),
  'decision.mandateOnPaper': action('登记了书面委托', 'recorded a mandate in writing'),
  'decision.withdrawMandate': action('按书面要求撤销了委托', 'took a mandate back on request'),
  'decision.designate': action('推选了共有人投票', 'named a co-owner who votes'),
  'decision.designateOnPaper': action('登记了共有人推选', 'recorded which co-owner votes'),
  'decision.papers': action('发放了纸质票', 'issued paper ballots'),
  'decision.print': action('打印了纸质票', 'printed paper ballots'),
  'decision.paper': action('录入了纸质票', 'entered a paper ballot'),
  'decision.spoil': action('作废了纸质票', 'declared a paper ballot spoiled'),
  'decision.assisted': action('协助业主投了票', 'helped an owner to vote'),
  'decision.city': action('导入了市里系统的结果', 'imported the city’s result'),
  'decision.export': action('导出了表决清单', 'exported decisions'),
  'decision.export-roll': action('导出了名册', 'exported a roll'),
  'decision.export-missing': action('导出了未投票名单', 'exported doors that have not voted'),
  'publicNotice.post': action('发布了公示', 'posted a public notice'),
  'publicNotice.comment': action('对公示提了意见', 'commented on a public notice'),
  'publicNotice.answer': action('答复了公示意见', 'answered a comment'),
  'publicNotice.withdraw': action('撤下了公示', 'took a public notice down'),
  'publicNotice.outcome': action('公布了公示结果', 'wrote what came of a public notice'),
  'publicNotice.draft': action('起草了公示', 'drafted a public notice'),
  'publicNotice.change': action('修改了公示草稿', 'changed a draft notice'),
  'publicNotice.discard': action('删除了公示草稿', 'threw a draft notice away'),
  'publicNotice.export': action('导出了公示清单', 'exported public notices'),
}
