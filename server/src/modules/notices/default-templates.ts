// What is sent at each event to each audience, unless the district has worded it otherwise.

export type Audience = 'reporter' | 'handler' | 'community' | 'person'
interface Words {
  readonly title: string
  readonly body: string
}
export interface DefaultTemplate {
  readonly event: string
  readonly audience: Audience
  readonly zh: Words
  readonly en: Words
  /** Whether it also goes to the phone. */
  readonly sms: boolean
  /** The names a wording may use in braces. */
  readonly fields: readonly string[]
}
/** Fields of every case event. */
const caseFields = ['number', 'place', 'words', 'handler', 'state', 'said', 'reason', 'due', 'until', 'rating'] as const

const to = (
  audience: Audience,
  event: string,
  zh: readonly [string, string],
  en: readonly [string, string],
  sms = false,
  fields: readonly string[] = caseFields,
): DefaultTemplate => ({
  event,
  audience,
  sms,
  fields,
  zh: { title: zh[0], body: zh[1] },
  en: { title: en[0], body: en[1] },
})

const toReporter: readonly DefaultTemplate[] = [
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
  to('reporter', 'case.note', ['有新的回复', '编号 {number}：{said}'], ['A new reply', 'No. {number}: {said}']),
]
const toHandler: readonly DefaultTemplate[] = [
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
const toCommunity: readonly DefaultTemplate[] = [
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
const toPerson: readonly DefaultTemplate[] = [
  to(
    'person',
    'home.confirmed',
    ['房屋已确认', '{home} 已登记在您名下。'],
    ['Home confirmed', '{home} is now registered to you.'],
    true,
    ['home'],
  ),
  to(
    'person',
    'home.refused',
    ['房屋没有通过确认', '{home}。原因：{reason}。如有疑问，请到社区办理。'],
    ['Home not confirmed', '{home}. Reason: {reason}. Please ask at the community office.'],
    true,
    ['home', 'reason'],
  ),
  to(
    'person',
    'test',
    ['测试消息', '{name}，您能看到这条消息，通知就是通的。'],
    ['Test message', '{name}, if you can read this, notices reach you.'],
    false,
    ['name'],
  ),
]
/** Every template there is. */
export const defaultTemplates: readonly DefaultTemplate[] = [...toReporter, ...toHandler, ...toCommunity, ...toPerson]

const byKey = new Map(defaultTemplates.map((template) => [`${template.event} ${template.audience}`, template]))
export const defaultTemplate = (event: string, audience: Audience): DefaultTemplate | undefined =>
  byKey.get(`${event} ${audience}`)

/** Values to show how a wording reads. */
export const exampleFields: Readonly<Record<string, string>> = {
  number: '100123',
  place: '幸福里小区 1号楼 2单元',
  words: '楼道里水管漏水',
  handler: '安居物业',
  state: '办理中',
  said: '已更换水管',
  reason: '需要等配件',
  due: '11/25 18:00',
  until: '11/30 09:00',
  rating: '5',
  home: '幸福里小区 1号楼 2单元 101',
  name: '王秀英',
}
