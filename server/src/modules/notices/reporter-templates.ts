// What a reporter is told at each step of a case, in friendly words.
import { to, type DefaultTemplate } from './template-shape.ts'

export const toReporter: readonly DefaultTemplate[] = [
  to(
    'reporter',
    'case.reported',
    ['收到您的反映', '编号 {number}：{place}，“{words}”。我们会尽快受理。'],
    ['We have your report', 'No. {number}: {place}, “{words}”. We will accept it soon.'],
  ),
  to(
    'reporter',
    'case.accept',
    ['您的诉求已受理', '编号 {number}：{place}，“{words}”。正在安排人办理。'],
    ['Your case is accepted', 'No. {number}: {place}, “{words}”. We are arranging for it to be handled.'],
  ),
  to(
    'reporter',
    'case.reject',
    ['您的诉求不能受理', '编号 {number}。原因：{reason}。如有疑问，请联系社区。'],
    ['Your case cannot be accepted', 'No. {number}. Reason: {reason}. Please ask your community office.'],
    true,
  ),
  to(
    'reporter',
    'case.dispatch',
    ['已转给{handler}', '编号 {number}：{place}，“{words}”。由{handler}办理。'],
    ['Passed to {handler}', 'No. {number}: {place}, “{words}”. {handler} will handle it.'],
  ),
  to(
    'reporter',
    'case.dispatchByRule',
    ['已转给{handler}', '编号 {number}：{place}，“{words}”。由{handler}办理。'],
    ['Passed to {handler}', 'No. {number}: {place}, “{words}”. {handler} will handle it.'],
  ),
  to(
    'reporter',
    'case.transfer',
    ['已改由{handler}办理', '编号 {number}：{place}。原因：{reason}'],
    ['Now with {handler}', 'No. {number}: {place}. Reason: {reason}'],
  ),
  to(
    'reporter',
    'case.takeUp',
    ['{handler}已接单', '编号 {number}：{place}，“{words}”。会有人与您联系。'],
    ['{handler} has taken it up', 'No. {number}: {place}, “{words}”. Somebody will be in touch.'],
  ),
  to(
    'reporter',
    'case.start',
    ['正在办理', '编号 {number}：{handler}已开始办理。{said}'],
    ['Work has begun', 'No. {number}: {handler} has begun. {said}'],
  ),
  to(
    'reporter',
    'case.suspend',
    ['办理暂停', '编号 {number}：{reason}。预计 {until} 恢复。'],
    ['Paused for now', 'No. {number}: {reason}. Expected to go on {until}.'],
  ),
  to(
    'reporter',
    'case.resume',
    ['恢复办理', '编号 {number}：{handler}已恢复办理。{said}'],
    ['Going on again', 'No. {number}: {handler} goes on. {said}'],
  ),
  to(
    'reporter',
    'case.resumeOnTime',
    ['恢复办理', '编号 {number}：暂停期已到，{handler}继续办理。'],
    ['Going on again', 'No. {number}: the pause is over, {handler} goes on.'],
  ),
  to(
    'reporter',
    'case.close',
    ['已办结，请您评价', '编号 {number}：{said}。七天内可以评价，或要求重办。'],
    ['Done: please rate it', 'No. {number}: {said}. Within seven days you can rate it or ask to reopen it.'],
    true,
  ),
  to(
    'reporter',
    'case.reopen',
    ['同意重办', '编号 {number}：{said}。会重新安排办理。'],
    ['It will be done again', 'No. {number}: {said}. It is being arranged anew.'],
    true,
  ),
  to(
    'reporter',
    'case.declineReopening',
    ['不再重办', '编号 {number}。原因：{reason}'],
    ['Not reopened', 'No. {number}. Reason: {reason}'],
    true,
  ),
  to(
    'reporter',
    'case.confirmBySilence',
    ['已自动确认', '编号 {number}：办结满七天，自动确认。谢谢您的反映。'],
    ['Confirmed', 'No. {number}: seven days have passed since closing. Thank you for reporting it.'],
  ),
  to(
    'reporter',
    'case.merge',
    ['和同一件事一起办', '编号 {number}：有居民反映了同一件事，并在一起办理，进展照样告诉您。{said}'],
    ['Handled together', 'No. {number}: others reported the same; it is handled together. You will hear. {said}'],
  ),
  to(
    'reporter',
    'case.unmerge',
    ['重新单独办理', '编号 {number}：您的事重新单独办理。{said}'],
    ['Handled by itself again', 'No. {number}: your matter is handled by itself again. {said}'],
  ),
  to(
    'reporter',
    'case.reopenForPart',
    ['一并重办', '编号 {number}：其中一件要重办，整件事一并重办。'],
    ['Reopened', 'No. {number}: one of its parts was reopened, and it with it.'],
  ),
  to('reporter', 'case.note', ['有新的回复', '编号 {number}：{said}'], ['A new reply', 'No. {number}: {said}']),
]
