// Fields of the journal of cases: their settings, whistles, supervision, promises, rates, triage, photos, the public board.
import { caseKinds } from './cases-kinds.ts'
import { caseStates } from './cases-states.ts'
import { field, type Rooms, type Vocabulary } from './journal-fields-shape.ts'
import { hotSpotStates, triageModes } from './likeness-kinds.ts'
import { exclusionGrounds, exclusionStates, rateFigures } from './rates-kinds.ts'
import { orderLevels, orderStates } from './supervision-life.ts'
import { partClocks, partStates } from './whistles-life.ts'

const clocks: Vocabulary = {
  respond: { zh: '响应', en: 'response' },
  resolve: { zh: '办结', en: 'resolution' },
  verify: { zh: '核验', en: 'verification' },
}
const figureOf = (name: keyof typeof rateFigures) => field(rateFigures[name].zh, rateFigures[name].en)

export const caseFields = {
  category: field('类别', 'Category'),
  categoryId: field('类别', 'Category'),
  parentId: field('上级', 'Above it'),
  keywords: field('关键词', 'Keywords'),
  automatic: field('自动处理', 'Automatic'),
  target: field('派给谁', 'Dispatched to', {
    estateProperty: { zh: '小区的物业企业', en: 'the estate’s property company' },
    community: { zh: '所在社区', en: 'the community' },
    street: { zh: '所在街道', en: 'the street office' },
    dutyList: { zh: '职责清单上的部门', en: 'the department by its duty list' },
    organisation: { zh: '指定的单位', en: 'a body that is named' },
  }),
  respond: field('响应时限', 'Time to respond'),
  resolve: field('办结时限', 'Time to resolve'),
  verify: field('核验时限', 'Time to verify'),
  clock: field('哪个时限', 'Which deadline', clocks),
  rating: field('评价（星）', 'Rating (stars)'),
  parts: field('拆成的诉求', 'Parts'),
  body: field('机构', 'Body'),
  aim: field('目标', 'Aim'),
  steps: field('步骤数', 'Steps'),
  what: field('做什么', 'What'),
  // Ladder and whistles
  rungs: field('各级时限', 'Rungs'),
  byClock: field('超时自动升级', 'Goes up by the clock'),
  gridKinds: field('先由网格办的类型', 'Kinds that begin at the grid', caseKinds),
  partId: field('哪个单位的部分', 'Part'),
  urgent: field('急事', 'Urgent'),
  other: field('其他', 'Other'),
  arrival: field('到场时限', 'Time to arrive'),
  // Supervision and re-checks
  orderId: field('督办单', 'Order'),
  permille: field('复查比例', 'Share to re-check', 'permille'),
  seed: field('抽样种子', 'Seed of the draw', 'code'),
  population: field('可抽诉求数', 'Cases to draw from'),
  drawn: field('抽中', 'Drawn'),
  // Rates
  ground: field('剔除理由', 'Ground', exclusionGrounds),
  sums: field('合计', 'Sums'),
  different: field('改正处数', 'Corrected'),
  formula: field('计算公式', 'Formula', 'code'),
  respondDue: figureOf('respondDue'),
  responded: figureOf('responded'),
  respondExcluded: figureOf('respondExcluded'),
  resolveDue: figureOf('resolveDue'),
  resolved: figureOf('resolved'),
  silentUnchecked: figureOf('silentUnchecked'),
  waiting: figureOf('waiting'),
  resolveExcluded: figureOf('resolveExcluded'),
  satisfied: figureOf('satisfied'),
  // Hot spots and triage
  communities: field('社区数', 'Communities'),
  mode: field('智能分类', 'Triage', triageModes),
  leastConfidence: field('最低把握', 'Least confidence', 'share'),
  confidence: field('把握', 'Confidence', 'share'),
  modelId: field('模型', 'Model'),
  found: field('有建议', 'A suggestion was found'),
  subject: field('训练对象', 'Learnt', {
    category: { zh: '类别', en: 'the category' },
    handler: { zh: '承办单位', en: 'the handling body' },
  }),
  examples: field('样本数', 'Examples'),
  // Photos and the public board
  photoId: field('照片', 'Photo'),
  redactionId: field('打码记录', 'Redaction'),
  areas: field('遮盖处数', 'Areas covered'),
  releaseId: field('公开记录', 'Release'),
  redacted: field('已打码', 'Redacted'),
  openness: field('公开程度', 'What is public', {
    plain: { zh: '类别、小区和进展', en: 'category, estate, progress' },
    summary: { zh: '再加一句摘要', en: 'and a summary' },
    withheld: { zh: '不公开', en: 'nothing' },
  }),
  isOn: field('是否开通', 'Switched on'),
  linkId: field('链接', 'Link'),
}
const ofCases = { kind: field('类型', 'Kind', caseKinds) }
export const caseRooms = {
  case: { ...ofCases, state: field('状态', 'State', caseStates), open: field('只看未办结', 'Open only') },
  category: ofCases,
  rule: ofCases,
  hotspot: { state: field('状态', 'State', hotSpotStates), caseId: field('根源诉求', 'Root case') },
  ladder: { limit: field('时限', 'Time') },
  whistle: {
    state: field('报到状态', 'State of the unit', partStates),
    clock: field('哪个时限', 'Which deadline', partClocks),
    result: field('交卷时限', 'Time for the result'),
  },
  supervision: {
    state: field('督办状态', 'State of the order', orderStates),
    level: field('督办层级', 'Level', orderLevels),
  },
  rates: { state: field('剔除申请', 'Exclusion', exclusionStates), rated: figureOf('rated') },
  promise: {
    state: field('承诺状态', 'State of the promise', {
      open: { zh: '待兑现', en: 'open' },
      kept: { zh: '已兑现', en: 'kept' },
      released: { zh: '已解除', en: 'released' },
    }),
  },
} satisfies Rooms
