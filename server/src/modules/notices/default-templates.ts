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
const caseFields = ['number', 'place', 'kind', 'category', 'handler', 'state'] as const
const words = ['words'] as const
const reason = ['reason'] as const

const to = (
  audience: Audience,
  event: string,
  more: readonly string[],
  zh: readonly [string, string],
  en: readonly [string, string],
  sms = false,
): DefaultTemplate => ({
  event,
  audience,
  sms,
  fields: event.startsWith('case.') ? [...caseFields, ...more] : more,
  zh: { title: zh[0], body: zh[1] },
  en: { title: en[0], body: en[1] },
})

const toReporter: readonly DefaultTemplate[] = [
  to(
    'reporter',
    'case.reported',
    words,
    ['收到您的反映', '编号 {number}：{place}，{category}。我们会尽快受理。'],
    ['We have your report', 'No. {number}: {place}, {category}. We will accept it soon.'],
  ),
  to(
    'reporter',
    'case.accept',
    words,
    ['您的诉求已受理', '编号 {number}：{place}，{category}。正在安排人办理。'],
    ['Your case is accepted', 'No. {number}: {place}, {category}. We are arranging for it to be handled.'],
  ),
  to(
    'reporter',
    'case.reject',
    ['reason', 'advice'],
    ['您的诉求不能受理', '编号 {number}。原因：{reason}。您可以这样做：{advice}'],
    ['Your case cannot be accepted', 'No. {number}. Reason: {reason}. What you can do: {advice}'],
    true,
  ),
  to(
    'reporter',
    'case.dispatch',
    words,
    ['已转给{handler}', '编号 {number}：{place}，{category}。由{handler}办理。'],
    ['Passed to {handler}', 'No. {number}: {place}, {category}. {handler} will handle it.'],
  ),
  to(
    'reporter',
    'case.transfer',
    reason,
    ['已改由{handler}办理', '编号 {number}：{place}。原因：{reason}'],
    ['Now with {handler}', 'No. {number}: {place}. Reason: {reason}'],
  ),
  to(
    'reporter',
    'case.takeUp',
    words,
    ['{handler}已接单', '编号 {number}：{place}，{category}。会有人与您联系。'],
    ['{handler} has taken it up', 'No. {number}: {place}, {category}. Somebody will be in touch.'],
  ),
  to(
    'reporter',
    'case.start',
    words,
    ['正在办理', '编号 {number}：{handler}已开始办理。{words}'],
    ['Work has begun', 'No. {number}: {handler} has begun. {words}'],
  ),
  to(
    'reporter',
    'case.suspend',
    ['reason', 'until'],
    ['办理暂停', '编号 {number}：{reason}。预计 {until} 恢复。'],
    ['Paused for now', 'No. {number}: {reason}. Expected to go on {until}.'],
  ),
  to(
    'reporter',
    'case.resume',
    words,
    ['恢复办理', '编号 {number}：{handler}已恢复办理。{words}'],
    ['Going on again', 'No. {number}: {handler} goes on. {words}'],
  ),
  to(
    'reporter',
    'case.resumeOnTime',
    [],
    ['恢复办理', '编号 {number}：暂停期已到，{handler}继续办理。'],
    ['Going on again', 'No. {number}: the pause is over, {handler} goes on.'],
  ),
  to(
    'reporter',
    'case.close',
    words,
    ['已办结，请您评价', '编号 {number}：{words}。七天内可以评价，或要求重办。'],
    ['Done: please rate it', 'No. {number}: {words}. Within seven days you can rate it or ask to reopen it.'],
    true,
  ),
  to(
    'reporter',
    'case.reopen',
    words,
    ['同意重办', '编号 {number}：{words}。会重新安排办理。'],
    ['It will be done again', 'No. {number}: {words}. It is being arranged anew.'],
    true,
  ),
  to(
    'reporter',
    'case.declineReopening',
    reason,
    ['不再重办', '编号 {number}。原因：{reason}'],
    ['Not reopened', 'No. {number}. Reason: {reason}'],
    true,
  ),
  to(
    'reporter',
    'case.confirmBySilence',
    [],
    ['已自动确认', '编号 {number}：办结满七天，自动确认。谢谢您的反映。'],
    ['Confirmed', 'No. {number}: seven days have passed since closing. Thank you for reporting it.'],
  ),
  to(
    'reporter',
    'case.note',
    words,
    ['有新的回复', '编号 {number}：{words}'],
    ['A new reply', 'No. {number}: {words}'],
  ),
]
const toHandler: readonly DefaultTemplate[] = [
  to(
    'handler',
    'case.dispatch',
    words,
    ['新派单 {number}', '{place}，{category}。请按时接单。{words}'],
    ['New case {number}', '{place}, {category}. Please take it up in time. {words}'],
    true,
  ),
  to(
    'handler',
    'case.transfer',
    reason,
    ['转来诉求 {number}', '{place}，{category}。转办原因：{reason}'],
    ['Case {number} transferred to you', '{place}, {category}. Reason: {reason}'],
    true,
  ),
  to(
    'handler',
    'case.refuseClosure',
    reason,
    ['办结被退回 {number}', '{place}。请补办：{reason}'],
    ['Closure sent back {number}', '{place}. Still to do: {reason}'],
  ),
  to(
    'handler',
    'case.close',
    words,
    ['已核验办结 {number}', '{place}，{category}。{words}'],
    ['Verified and closed {number}', '{place}, {category}. {words}'],
  ),
  to(
    'handler',
    'case.confirm',
    ['rating', 'words'],
    ['居民已评价 {number}', '{place}：{rating} 分。{words}'],
    ['Rated {number}', '{place}: {rating} of 5. {words}'],
  ),
  to(
    'handler',
    'case.askReopening',
    reason,
    ['居民要求重办 {number}', '{place}：{reason}'],
    ['Reopening asked {number}', '{place}: {reason}'],
  ),
  to(
    'handler',
    'case.reopen',
    words,
    ['同意重办 {number}', '{place}：{words}'],
    ['Reopened {number}', '{place}: {words}'],
  ),
  to(
    'handler',
    'case.declineReopening',
    reason,
    ['不再重办 {number}', '{place}：{reason}'],
    ['Not reopened {number}', '{place}: {reason}'],
  ),
  to(
    'handler',
    'case.withdraw',
    reason,
    ['居民已撤回 {number}', '{place}，{category}。{reason}'],
    ['Withdrawn {number}', '{place}, {category}. {reason}'],
  ),
  to(
    'handler',
    'case.resumeOnTime',
    [],
    ['挂起到期 {number}', '{place}，{category}。请继续办理。'],
    ['Pause over {number}', '{place}, {category}. Please go on.'],
  ),
  to(
    'handler',
    'case.confirmBySilence',
    [],
    ['自动确认 {number}', '{place}：居民七天未提异议。'],
    ['Confirmed by silence {number}', '{place}: no objection within seven days.'],
  ),
  to(
    'handler',
    'case.dueSoon',
    ['due'],
    ['快到时限 {number}', '{place}，{category}。请在 {due} 前处理。'],
    ['Due soon {number}', '{place}, {category}. Please act before {due}.'],
    true,
  ),
  to(
    'handler',
    'case.missed',
    ['due'],
    ['已逾期 {number}', '{place}，{category}。时限是 {due}，请马上处理。'],
    ['Overdue {number}', '{place}, {category}. It was due {due}; act now.'],
    true,
  ),
  to(
    'handler',
    'case.note',
    words,
    ['有新的说明 {number}', '{place}：{words}'],
    ['A new note {number}', '{place}: {words}'],
  ),
]
const toCommunity: readonly DefaultTemplate[] = [
  to(
    'community',
    'case.reported',
    words,
    ['新诉求 {number}', '{place}，{category}。等待受理。'],
    ['New case {number}', '{place}, {category}. Waiting to be accepted.'],
  ),
  to(
    'community',
    'case.return',
    reason,
    ['被退回 {number}', '{place}：{handler}退回，原因：{reason}'],
    ['Returned {number}', '{place}: returned by {handler}. Reason: {reason}'],
  ),
  to(
    'community',
    'case.suspend',
    ['reason', 'until'],
    ['已挂起 {number}', '{place}：{handler}，{reason}，到 {until}'],
    ['Suspended {number}', '{place}: {handler}, {reason}, until {until}'],
  ),
  to(
    'community',
    'case.requestClosure',
    words,
    ['等待核验 {number}', '{place}：{handler}申请办结。{words}'],
    ['Waiting for verification {number}', '{place}: {handler} asks for closure. {words}'],
  ),
  to(
    'community',
    'case.confirm',
    ['rating', 'words'],
    ['居民已评价 {number}', '{place}：{rating} 分。{words}'],
    ['Rated {number}', '{place}: {rating} of 5. {words}'],
  ),
  to(
    'community',
    'case.askReopening',
    reason,
    ['要求重办 {number}', '{place}：{reason}。请决定是否重办。'],
    ['Reopening asked {number}', '{place}: {reason}. Please decide.'],
  ),
  to(
    'community',
    'case.reopen',
    words,
    ['同意重办 {number}', '{place}：{words}。请重新派单。'],
    ['Reopened {number}', '{place}: {words}. Please dispatch it again.'],
  ),
  to(
    'community',
    'case.withdraw',
    reason,
    ['居民已撤回 {number}', '{place}，{category}。{reason}'],
    ['Withdrawn {number}', '{place}, {category}. {reason}'],
  ),
  to(
    'community',
    'case.dueSoon',
    ['due'],
    ['快到时限 {number}', '{place}，{category}。请在 {due} 前处理。'],
    ['Due soon {number}', '{place}, {category}. Please act before {due}.'],
  ),
  to(
    'community',
    'case.missed',
    ['due'],
    ['已逾期 {number}', '{place}：{handler}，时限是 {due}。'],
    ['Overdue {number}', '{place}: {handler}, due {due}.'],
  ),
  to(
    'community',
    'case.note',
    words,
    ['有新的说明 {number}', '{place}：{words}'],
    ['A new note {number}', '{place}: {words}'],
  ),
]
const toPerson: readonly DefaultTemplate[] = [
  to(
    'person',
    'home.confirmed',
    ['home'],
    ['房屋已确认', '{home} 已登记在您名下。'],
    ['Home confirmed', '{home} is now registered to you.'],
    true,
  ),
  to(
    'person',
    'home.refused',
    ['home', 'reason'],
    ['房屋没有通过确认', '{home}。原因：{reason}。如有疑问，请到社区办理。'],
    ['Home not confirmed', '{home}. Reason: {reason}. Please ask at the community office.'],
    true,
  ),
  to(
    'person',
    'test',
    ['name'],
    ['测试消息', '{name}，您能看到这条消息，通知就是通的。'],
    ['Test message', '{name}, if you can read this, notices reach you.'],
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
  kind: '急事',
  category: '漏水渗水',
  handler: '安居物业',
  state: '办理中',
  words: '已更换水管，现场已清理',
  reason: '需要等配件',
  advice: '请向人民法院咨询诉讼进展',
  until: '11月30日',
  due: '11月25日 18:00',
  rating: '5',
  home: '幸福里小区 1号楼 2单元 101',
  name: '王秀英',
}
