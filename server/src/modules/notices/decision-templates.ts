// Wordings about owners' decisions (mission B7): they never say how anybody voted.
import { to, type DefaultTemplate } from './template-shape.ts'

const fields = ['title', 'place', 'closes', 'opensFrom', 'until', 'passed', 'failed', 'reason'] as const
const person = (
  event: string,
  zh: readonly [string, string],
  en: readonly [string, string],
  sms: boolean,
  names: readonly string[] = fields,
) => to('person', event, zh, en, sms, names)
export const aboutDecisions: readonly DefaultTemplate[] = [
  person(
    'decision.roll',
    ['表决名册正在公示', '“{title}”要由业主表决。请看名册对不对，有异议在 {until} 前提出。'],
    ['The roll of a vote is published', '“{title}” goes to the owners. Check the roll; object by {until}.'],
    false,
  ),
  person(
    'decision.announced',
    ['要表决了', '“{title}”{opensFrom} 起可以投票，{closes} 截止。'],
    ['A vote is announced', '“{title}”: voting from {opensFrom}, until {closes}.'],
    false,
  ),
  person(
    'decision.opened',
    ['请您投票', '“{title}”开始表决，{closes} 截止。打开“业主表决”就能投。不投票不算同意。'],
    ['Please vote', '“{title}” is open until {closes}. Silence is no vote.'],
    true,
  ),
  person(
    'decision.reminder',
    ['您还没有投票', '“{title}”{closes} 截止。还来得及投票。'],
    ['You have not voted yet', '“{title}” closes at {closes}. There is still time.'],
    true,
  ),
  person(
    'decision.result',
    ['表决结果公示', '“{title}”通过 {passed} 项，没有通过 {failed} 项。有异议在 {until} 前提出。'],
    ['The result is published', '“{title}”: {passed} passed, {failed} not passed. Object by {until}.'],
    false,
  ),
  person(
    'decision.certified',
    ['表决通过，有证书', '“{title}”已经通过。可以看证书，也可以下载证据包自己重新计票。'],
    ['Passed and certified', '“{title}” has passed. The certificate and the evidence are there for you.'],
    false,
  ),
  person(
    'decision.failed',
    ['表决没有通过', '“{title}”没有通过。可以看证书和证据包。'],
    ['Not passed', '“{title}” has not passed. The certificate and the evidence are there for you.'],
    false,
  ),
  person(
    'decision.annulled',
    ['表决已作废', '“{title}”已作废。原因：{reason}'],
    ['A decision is annulled', '“{title}” is annulled. Reason: {reason}'],
    false,
  ),
  person(
    'decision.designate',
    ['共有人的意见不一样', '“{title}”：{doors} 的共有人投得不一样。请一起推选一人。不推选，算弃权。'],
    ['Co-owners differ', '“{title}”: the co-owners of {doors} differ. Name one of you, or it is an abstention.'],
    true,
    ['title', 'doors'],
  ),
  person(
    'decision.mandate',
    ['有人请您代投', '{name} 请您替他投票：“{title}”。'],
    ['Somebody asks you to vote for them', '{name} lets you vote: “{title}”.'],
    true,
    ['title', 'name'],
  ),
  person(
    'decision.answered',
    ['您的异议有答复', '“{title}”：{words}'],
    ['Your objection was answered', '“{title}”: {words}'],
    false,
    ['title', 'words'],
  ),
  to(
    'handler',
    'decision.objected',
    ['有业主提出异议', '“{title}”：{words}。请答复。'],
    ['An owner objects', '“{title}”: {words}. Please answer.'],
    false,
    ['title', 'words'],
  ),
]
