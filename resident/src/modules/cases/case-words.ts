// How a case speaks to the person who raised it: “已转给 XX 物业”, not “已派单”. Pure.
import type { CaseState } from '../../../../contract/src/cases-life.ts'
import { say, words, type Entry } from '../../words.ts'

/** The shape and colour a state is drawn with; the word always stands beside it. */
export type Tone = 'sent' | 'work' | 'paused' | 'you' | 'done' | 'ended'

interface StateWords {
  readonly tone: Tone
  readonly words: Entry
  /** When no handler is named. */
  readonly plain?: Entry
  /** To anybody but the reporter. */
  readonly others?: Entry
}
const states: Readonly<Record<CaseState, StateWords>> = {
  submitted: { tone: 'sent', words: ['已提交，等社区看', 'Sent, waiting for the community'] },
  accepted: { tone: 'sent', words: ['社区已受理', 'Accepted by the community'] },
  dispatched: { tone: 'work', words: ['已转给{who}', 'Passed on to {who}'], plain: ['已转给办理单位', 'Passed on'] },
  takenUp: { tone: 'work', words: ['{who}已接手', 'Taken up by {who}'], plain: ['已有人接手', 'Taken up'] },
  inProgress: { tone: 'work', words: ['{who}正在办', '{who} is on it'], plain: ['正在办', 'Under way'] },
  suspended: { tone: 'paused', words: ['暂时停办', 'Paused for now'] },
  returned: { tone: 'work', words: ['社区正在重新安排', 'Being passed on anew'] },
  closureRequested: {
    tone: 'work',
    words: ['{who}说办好了，社区在核验', '{who} says it is done; being checked'],
    plain: ['已办好，社区在核验', 'Done, being checked'],
  },
  closed: {
    tone: 'you',
    words: ['已办结，请您确认', 'Closed; please confirm'],
    others: ['已办结，等反映人确认', 'Closed; the reporter is asked to confirm'],
  },
  reopenAsked: {
    tone: 'work',
    words: ['您说没办好，社区在看', 'You say it is not solved; being read'],
    others: ['反映人说没办好，社区在看', 'Said not to be solved; being read'],
  },
  reopened: { tone: 'work', words: ['同意重办，正在安排', 'Reopened, being arranged'] },
  confirmed: { tone: 'done', words: ['已完成', 'Done'] },
  rejected: { tone: 'ended', words: ['不予受理', 'Not accepted'] },
  withdrawn: { tone: 'ended', words: ['您已撤回', 'Withdrawn by you'], others: ['已撤回', 'Withdrawn'] },
  merged: { tone: 'work', words: ['已和同一件事一起办', 'Handled together with the same matter'] },
}

type Words = Pick<StateWords, 'words' | 'plain' | 'others'>
const fillWho = (of: Words, who: string | null, mine: boolean) => {
  if (!mine && of.others) return say(of.others)
  return who ? say(of.words, { who: ` ${who} ` }).trim() : say(of.plain ?? of.words)
}

/** Where a case stands, in words for its reporter, or for somebody else who may read it. */
export const stateWords = (state: CaseState, handler: string | null, mine = true): { tone: Tone; words: string } => ({
  tone: states[state].tone,
  words: fillWho(states[state], handler, mine),
})

const steps: Readonly<Record<string, Words>> = {
  submit: { words: ['您已提交', 'You sent it'], others: ['居民已提交', 'A resident sent it'] },
  report: { words: ['您已提交', 'You sent it'], others: ['居民已提交', 'A resident sent it'] },
  file: {
    words: ['工作人员代您登记', 'Registered for you by staff'],
    others: ['工作人员代为登记', 'Registered by staff'],
  },
  accept: { words: ['社区已受理', 'Accepted by the community'] },
  reject: { words: ['不予受理', 'Not accepted'] },
  dispatch: { words: ['已转给{who}', 'Passed on to {who}'], plain: ['已转给办理单位', 'Passed on'] },
  dispatchByRule: { words: ['已转给{who}', 'Passed on to {who}'], plain: ['已转给办理单位', 'Passed on'] },
  transfer: {
    words: ['已改由{who}办理', 'Passed on to {who} instead'],
    plain: ['换了办理单位', 'Passed on to others'],
  },
  takeUp: { words: ['{who}已接手', 'Taken up by {who}'], plain: ['已有人接手', 'Taken up'] },
  start: { words: ['开始办理', 'Work has begun'] },
  return: { words: ['退回社区，重新安排', 'Sent back to be passed on anew'] },
  suspend: { words: ['暂时停办', 'Paused for now'] },
  resume: { words: ['恢复办理', 'Work goes on'] },
  resumeOnTime: { words: ['恢复办理', 'Work goes on'] },
  requestClosure: { words: ['办理人说办好了', 'The handler says it is done'] },
  refuseClosure: { words: ['社区核验后要求再办', 'Checked, and sent back to do more'] },
  close: { words: ['社区核验，已办结', 'Checked and closed'] },
  confirm: { words: ['您已确认', 'You confirmed'], others: ['反映人已确认', 'The reporter confirmed'] },
  confirmBySilence: { words: ['七天没有异议，自动确认', 'Confirmed after seven quiet days'] },
  askReopening: {
    words: ['您说没办好，等社区决定', 'You said it is not solved; the community decides'],
    others: ['反映人说没办好，等社区决定', 'Said not to be solved; the community decides'],
  },
  reopen: { words: ['同意重办', 'Reopened'] },
  declineReopening: { words: ['不再重办', 'Not reopened'] },
  withdraw: { words: ['您已撤回', 'You withdrew it'], others: ['反映人已撤回', 'The reporter withdrew it'] },
  split: { words: ['分成几件分别办', 'Split into parts'] },
  merge: { words: ['和同一件事一起办', 'Handled together with the same matter'] },
  unmerge: { words: ['重新单独办理', 'Handled by itself again'] },
  reopenForPart: { words: ['有一件要重办，一并重办', 'Reopened with one of its parts'] },
  'plan.made': { words: ['定了办理计划', 'A plan was made'] },
  'plan.dropped': { words: ['计划有变，已取消', 'The plan was dropped'] },
  'promise.made': { words: ['作出承诺', 'A promise was made'] },
  'promise.kept': { words: ['承诺做到了', 'A promise was kept'] },
  'promise.released': { words: ['承诺有变', 'A promise was released'] },
  'share.ask': { words: ['费用怎么分摊，发给各户看', 'Households were asked about sharing the cost'] },
  'share.collect': { words: ['开始收分摊款', 'Shares are being collected'] },
  'share.final': { words: ['花了多少钱，公布了', 'What it really cost was published'] },
  'share.settle': { words: ['分摊款结清了', 'All shares are settled'] },
  'share.drop': { words: ['分摊方案取消了', 'The shared cost was dropped'] },
  'deliberation.handed': { words: ['交给大家商量', 'Handed to deliberation'] },
  'deliberation.topic': { words: ['列为议题，要请大家商量', 'Made a topic to talk over'] },
  'deliberation.returned': { words: ['商量有了结果', 'The outcome of deliberation'] },
  mergedRating: { words: ['您已评价', 'You rated it'], others: ['反映人已评价', 'The reporter rated it'] },
  note: { words: ['补充说明', 'Words added'] },
  'whistle.called': { words: ['社区叫来了相关单位', 'The community called several units'] },
  'whistle.arrive': { words: ['{who}已到现场', '{who} is on site'], plain: ['单位已到现场', 'A unit is on site'] },
  'whistle.answer': {
    words: ['{who}说办好了', '{who} says it is done'],
    plain: ['单位说办好了', 'A unit says it is done'],
  },
  'whistle.accept': {
    words: ['社区验收了{who}的结果', 'The work of {who} was accepted'],
    plain: ['单位的结果已验收', 'The work of a unit was accepted'],
  },
  'ladder.escalated': { words: ['已上报上一级', 'Taken up one level'] },
  missed: { words: ['超过了时限', 'The deadline has passed'] },
}
const progress: Entry = ['有新进展', 'There is news']

/** One line of the timeline. */
export const stepWords = (step: string, who: string | null, mine = true): string => {
  const known = steps[step]
  return known ? fillWho(known, who, mine) : say(progress)
}

export const w = words({
  list: ['办事', 'My cases'],
  open: ['正在办', 'Open'],
  over: ['办完的', 'Finished'],
  none: ['您还没有反映过事情', 'You have not reported anything'],
  noneHint: ['身边的事，说一句就行。', 'One sentence is enough.'],
  report: ['我要反映', 'Report'],
  noneOpen: ['没有正在办的事', 'Nothing is open'],
  more: ['看更早的', 'Older ones'],
  pair: ['{label}：', '{label}: '],
  handledBy: ['办理单位', 'Handled by'],
  forYou: ['等您确认', 'Waiting for you'],
  respondBy: ['答复时间', 'Answer by'],
  resolveBy: ['办结时间', 'Done by'],
  verifyBy: ['核验时间', 'Checked by'],
  late: ['已超时', 'Late'],
  title: ['诉求详情', 'Case'],
  number: ['编号 {number}', 'No. {number}'],
  atDesk: ['去工作台办理', 'Handle it in the console'],
  nowWith: ['现在由谁办', 'Who has it now'],
  community: ['社区', 'The community'],
  timeline: ['办理进度', 'Progress'],
  reportedBy: ['反映内容', 'What was reported'],
  voice: ['语音留言', 'Voice note'],
  hidden: ['办理人看不到您的名字', 'Your name is hidden from the handler'],
  you: ['您', 'You'],
  yourRating: ['您评了 {n} 分', 'You gave {n} of 5'],
  confirm: ['确认并评价', 'Confirm and rate'],
  reopen: ['没办好，要求重办', 'Not solved: reopen'],
  reopenUntil: ['可要求重办，截止', 'You can ask to reopen until'],
  withdraw: ['撤回', 'Withdraw'],
  addWords: ['补充说明', 'Add words'],
})
