// Names of the events and fields of message templates.
import { caseSteps, type CaseStep } from '../../../../contract/src/cases-life.ts'
import { whistleTimeline, type WhistleTimeline } from '../../../../contract/src/whistles-life.ts'
import { dictionary, usePick, useWords } from '../../platform/words.ts'

const eventWords = dictionary({
  'case.reported': { zh: '收到诉求', en: 'a case is reported' },
  'case.dueSoon': { zh: '快到时限', en: 'a deadline is near' },
  'case.missed': { zh: '超过时限', en: 'a deadline is missed' },
  'case.verifySoon': { zh: '快到核验时限', en: 'a verification is due soon' },
  'case.verifyMissed': { zh: '超过核验时限', en: 'a verification is overdue' },
  'case.note': { zh: '有人补充说明', en: 'a note is added' },
  'home.confirmed': { zh: '房屋认领通过', en: 'a home claim is confirmed' },
  'promise.dueSoon': { zh: '承诺快到期', en: 'a promise is due' },
  'promise.missed': { zh: '承诺已过期', en: 'a promise is late' },
  'supervision.ordered': { zh: '发出督办', en: 'supervision is ordered' },
  'supervision.reply': { zh: '督办已回复', en: 'supervision is answered' },
  'supervision.signOff': { zh: '督办签结', en: 'supervision is signed off' },
  'supervision.sendBack': { zh: '督办退回', en: 'a supervision reply is sent back' },
  'supervision.withdraw': { zh: '督办撤销', en: 'supervision is withdrawn' },
  'supervision.dueSoon': { zh: '督办快到时限', en: 'supervision is due soon' },
  'supervision.missed': { zh: '督办逾期', en: 'supervision is overdue' },
  'whistle.warning': { zh: '单位快到时限', en: 'a unit is due soon' },
  'whistle.toDecide': { zh: '拒绝报到待裁定', en: 'a refusal is to be decided' },
  'case.escalated': { zh: '诉求升级', en: 'a case goes up one level' },
  'case.handedDown': { zh: '诉求交回下级', en: 'a case is handed down' },
  'case.overAtTop': { zh: '最高一级超过时限', en: 'a case is over its limit at the top' },
  'board.hidden': { zh: '留言被隐藏', en: 'a post is hidden' },
  'board.case': { zh: '留言成了诉求', en: 'a post became a case' },
  'board.waiting': { zh: '留言等待审核', en: 'a post waits for review' },
  'board.reported': { zh: '留言被举报', en: 'a post is reported' },
  'clue.takenUp': { zh: '线索有人办', en: 'a clue is taken up' },
  'clue.solved': { zh: '线索已解决', en: 'a clue is solved' },
  'hotline.dueSoon': { zh: '热线快到期限', en: 'a hotline reply is due' },
  'hotline.missed': { zh: '热线超过期限', en: 'a hotline reply is late' },
  'home.refused': { zh: '房屋认领未通过', en: 'a home claim is refused' },
})
const fieldWords = dictionary({
  estate: { zh: '小区', en: 'estate' },
  order: { zh: '热线工单', en: 'hotline order' },
  number: { zh: '编号', en: 'number' },
  place: { zh: '地点', en: 'place' },
  kind: { zh: '类型', en: 'kind' },
  category: { zh: '类别', en: 'category' },
  handler: { zh: '办理单位', en: 'handler' },
  state: { zh: '状态', en: 'state' },
  words: { zh: '诉求内容', en: 'words of the case' },
  said: { zh: '办理说明', en: 'what was said' },
  reason: { zh: '原因', en: 'reason' },
  advice: { zh: '建议', en: 'advice' },
  rating: { zh: '评分', en: 'rating' },
  until: { zh: '到什么时候', en: 'until' },
  due: { zh: '时限', en: 'deadline' },
  unit: { zh: '单位名称', en: 'unit' },
  asked: { zh: '要做什么', en: 'what is asked' },
  arrival: { zh: '到场时限', en: 'on site by' },
  result: { zh: '交卷时限', en: 'result by' },
  people: { zh: '来的人', en: 'who comes' },
  clock: { zh: '到场或交卷', en: 'which deadline' },
  rung: { zh: '哪一级', en: 'level' },
  home: { zh: '房屋', en: 'home' },
  code: { zh: '验证码', en: 'code' },
  what: { zh: '承诺的事', en: 'what was promised' },
  level: { zh: '督办级别', en: 'level of supervision' },
  who: { zh: '单位', en: 'organisation' },
  minutes: { zh: '分钟数', en: 'minutes' },
})
const isStep = (name: string): name is CaseStep => name in caseSteps

/** The name of an event such as `case.accept`; an unknown one reads as itself. */
export const useEventName = (): ((event: string) => string) => {
  const say = useWords(eventWords)
  const pick = usePick()
  return (event) => {
    if (event in say) return say[event as keyof typeof say]
    if (event in whistleTimeline) return pick(whistleTimeline[event as WhistleTimeline])
    const step = event.startsWith('case.') ? event.slice(5) : ''
    return isStep(step) ? pick(caseSteps[step]) : event
  }
}
/** The name of a field such as `number`; an unknown one reads as itself. */
export const useFieldName = (): ((field: string) => string) => {
  const say = useWords(fieldWords)
  return (field) => (field in say ? say[field as keyof typeof say] : field)
}
/** Names in braces that are not among the fields. */
export const unknownFields = (text: string, fields: readonly string[]): string[] =>
  [...text.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1]?.trim() ?? '').filter((name) => !fields.includes(name))
