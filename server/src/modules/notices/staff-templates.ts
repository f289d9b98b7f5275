// What the handler and the community are told at each step of a case.
import { to, type DefaultTemplate } from './template-shape.ts'

export const toHandler: readonly DefaultTemplate[] = [
  to(
    'handler',
    'case.dispatch',
    ['新派单 {number}', '{place}，“{words}”。请按时接单。{said}'],
    ['New case {number}', '{place}, “{words}”. Please take it up in time. {said}'],
    true,
  ),
  to(
    'handler',
    'case.transfer',
    ['转来诉求 {number}', '{place}，“{words}”。转办原因：{reason}'],
    ['Case {number} transferred to you', '{place}, “{words}”. Reason: {reason}'],
    true,
  ),
  to(
    'handler',
    'case.refuseClosure',
    ['办结被退回 {number}', '{place}。请补办：{reason}'],
    ['Closure sent back {number}', '{place}. Still to do: {reason}'],
  ),
  to(
    'handler',
    'case.close',
    ['已核验办结 {number}', '{place}，“{words}”。{said}'],
    ['Verified and closed {number}', '{place}, “{words}”. {said}'],
  ),
  to(
    'handler',
    'case.confirm',
    ['居民已评价 {number}', '{place}：{rating} 分。{said}'],
    ['Rated {number}', '{place}: {rating} of 5. {said}'],
  ),
  to(
    'handler',
    'case.askReopening',
    ['居民要求重办 {number}', '{place}：{reason}'],
    ['Reopening asked {number}', '{place}: {reason}'],
  ),
  to('handler', 'case.reopen', ['同意重办 {number}', '{place}：{said}'], ['Reopened {number}', '{place}: {said}']),
  to(
    'handler',
    'case.declineReopening',
    ['不再重办 {number}', '{place}：{reason}'],
    ['Not reopened {number}', '{place}: {reason}'],
  ),
  to(
    'handler',
    'case.withdraw',
    ['居民已撤回 {number}', '{place}，“{words}”。{reason}'],
    ['Withdrawn {number}', '{place}, “{words}”. {reason}'],
  ),
  to(
    'handler',
    'case.resumeOnTime',
    ['挂起到期 {number}', '{place}，“{words}”。请继续办理。'],
    ['Pause over {number}', '{place}, “{words}”. Please go on.'],
  ),
  to(
    'handler',
    'case.confirmBySilence',
    ['自动确认 {number}', '{place}：居民七天未提异议。'],
    ['Confirmed by silence {number}', '{place}: no objection within seven days.'],
  ),
  to(
    'handler',
    'case.dueSoon',
    ['快到时限 {number}', '{place}，“{words}”。请在 {due} 前处理。'],
    ['Due soon {number}', '{place}, “{words}”. Please act before {due}.'],
    true,
  ),
  to(
    'handler',
    'case.missed',
    ['已逾期 {number}', '{place}，“{words}”。时限是 {due}，请马上处理。'],
    ['Overdue {number}', '{place}, “{words}”. It was due {due}; act now.'],
    true,
  ),
  to('handler', 'case.note', ['有新的说明 {number}', '{place}：{said}'], ['A new note {number}', '{place}: {said}']),
]
export const toCommunity: readonly DefaultTemplate[] = [
  to(
    'community',
    'case.reported',
    ['新诉求 {number}', '{place}，“{words}”。等待受理。'],
    ['New case {number}', '{place}, “{words}”. Waiting to be accepted.'],
  ),
  to(
    'community',
    'case.return',
    ['被退回 {number}', '{place}：{handler}退回，原因：{reason}'],
    ['Returned {number}', '{place}: returned by {handler}. Reason: {reason}'],
  ),
  to(
    'community',
    'case.suspend',
    ['已挂起 {number}', '{place}：{handler}，{reason}，到 {until}'],
    ['Suspended {number}', '{place}: {handler}, {reason}, until {until}'],
  ),
  to(
    'community',
    'case.requestClosure',
    ['等待核验 {number}', '{place}：{handler}申请办结。{said}'],
    ['Waiting for verification {number}', '{place}: {handler} asks for closure. {said}'],
  ),
  to(
    'community',
    'case.confirm',
    ['居民已评价 {number}', '{place}：{rating} 分。{said}'],
    ['Rated {number}', '{place}: {rating} of 5. {said}'],
  ),
  to(
    'community',
    'case.askReopening',
    ['要求重办 {number}', '{place}：{reason}。请决定是否重办。'],
    ['Reopening asked {number}', '{place}: {reason}. Please decide.'],
  ),
  to(
    'community',
    'case.reopen',
    ['同意重办 {number}', '{place}：{said}。请重新派单。'],
    ['Reopened {number}', '{place}: {said}. Please dispatch it again.'],
  ),
  to(
    'community',
    'case.withdraw',
    ['居民已撤回 {number}', '{place}，“{words}”。{reason}'],
    ['Withdrawn {number}', '{place}, “{words}”. {reason}'],
  ),
  to(
    'community',
    'case.dueSoon',
    ['快到时限 {number}', '{place}，“{words}”。请在 {due} 前处理。'],
    ['Due soon {number}', '{place}, “{words}”. Please act before {due}.'],
  ),
  to(
    'community',
    'case.missed',
    ['已逾期 {number}', '{place}：{handler}，时限是 {due}。'],
    ['Overdue {number}', '{place}: {handler}, due {due}.'],
  ),
  to('community', 'case.note', ['有新的说明 {number}', '{place}：{said}'], ['A new note {number}', '{place}: {said}']),
]
