// Fields of the journal of owners' decisions, committees of estates, trial services, consultations and public notices.
import {
  areaSources,
  ballotChannels,
  decisionStates,
  deliveryWays,
  paperStates,
  type MatterCode,
} from './ballots-life.ts'
import { candidateStates, committeeKinds, committeeStates, proposers } from './committees-life.ts'
import { field, together, type Rooms, type Words } from './journal-fields-shape.ts'
import { pollAudiences, pollStates } from './polls-life.ts'
import { trialStates } from './trials-life.ts'

const matters: Readonly<Record<MatterCode, Words>> = {
  procedure: { zh: '议事规则', en: 'rules of procedure' },
  covenant: { zh: '管理规约', en: 'management covenant' },
  committee: { zh: '选举或更换业委会', en: 'electing or replacing the committee' },
  propertyCompany: { zh: '选聘或解聘物业', en: 'hiring or dismissing the property company' },
  useFund: { zh: '使用维修资金', en: 'using the maintenance fund' },
  raiseFund: { zh: '筹集维修资金', en: 'raising the maintenance fund' },
  rebuild: { zh: '改建重建', en: 'rebuilding' },
  commonParts: { zh: '改变共有部分用途', en: 'changing common parts' },
  other: { zh: '其他共有事项', en: 'other common matters' },
}
/** What a candidate must be; the articles are in the rules. */
const requirements = {
  isOwner: { zh: '是本小区业主', en: 'is an owner here' },
  fullCapacity: { zh: '有完全民事行为能力', en: 'has full legal capacity' },
  lawAbiding: { zh: '遵纪守法，公正廉洁', en: 'abides by law, is honest' },
  hasTime: { zh: '有能力也有时间', en: 'is able and has the time' },
  noArrears: { zh: '没有欠费', en: 'owes no fee or fund' },
  notOfCompany: { zh: '不在本小区物业任职', en: 'does not work for the company here' },
}
export const ownerFields = {
  // Roll and deliveries
  part: field('专有部分', 'Part'),
  area: field('面积', 'Area', 'area'),
  areaSource: field('面积来源', 'Source of the area', areaSources),
  isDevelopers: field('属于开发商', 'The developer’s'),
  withoutArea: field('没有面积的', 'Without an area'),
  owners: field('业主', 'Owners'),
  keys: field('业主代号', 'Codes of owners', 'code'),
  how: field('送达方式', 'How delivered', deliveryWays),
  proofs: field('凭证', 'Proofs', 'code'),
  rollHash: field('名册校验值', 'Hash of the roll', 'code'),
  rollFrozenAt: field('名册锁定时间', 'Roll frozen'),
  totalOwners: field('业主总数', 'Owners in all'),
  totalArea: field('总面积', 'Area in all', 'area'),
  objectionsUntil: field('异议截止', 'Objections until'),
  about: field('对什么', 'About', {
    roll: { zh: '名册', en: 'the roll' },
    result: { zh: '结果', en: 'the result' },
  }),
  deliveriesHash: field('送达名单校验值', 'Hash of the deliveries', 'code'),
  // The vote
  matter: field('事项种类', 'Matter', matters),
  noticeId: field('公告', 'Notice'),
  noticePostedOn: field('公告张贴日期', 'Notice posted on'),
  noticeEndsOn: field('公告期满', 'Notice ends on'),
  opensFrom: field('可以开始的日期', 'May open from'),
  opensAt: field('开始时间', 'Opened'),
  closesAt: field('截止时间', 'Closes'),
  seq: field('第几票', 'Place in the log'),
  mandate: field('委托书', 'Mandate'),
  issued: field('发放数', 'Issued'),
  papers: field('纸质票数', 'Papers'),
  paper: field('纸质票', 'Paper', 'code'),
  // The result
  itemId: field('表决事项', 'Item'),
  for: field('同意', 'For'),
  against: field('反对', 'Against'),
  abstain: field('弃权', 'Abstained'),
  resultAt: field('计票时间', 'Counted'),
  resultUntil: field('结果公示到', 'Result shown until'),
  consultation: field('本平台计票（供参考）', 'Counted here, for information'),
  cityResult: field('市系统结果', 'Result of the city’s system'),
  cityReference: field('市系统编号', 'Reference of the city’s system'),
  reference: field('市系统编号', 'Reference of the city’s system'),
  certificateHash: field('证书校验值', 'Hash of the certificate', 'code'),
  certifiedAt: field('出具证书时间', 'Certified'),
  // Committees
  seats: field('席位', 'Seats'),
  fillsId: field('补选的业委会', 'Fills the seats of'),
  candidateId: field('候选人', 'Candidate'),
  memberId: field('委员', 'Member'),
  members: field('委员', 'Members'),
  met: field('符合的条件', 'Requirements met', requirements),
  nominationsUntil: field('推荐截止', 'Nominations until'),
  listNoticeId: field('名单公示', 'Notice of the list'),
  listUntil: field('名单公示到', 'List shown until'),
  termFrom: field('任期开始', 'Term from'),
  termTo: field('任期结束', 'Term to'),
  isExempt: field('暂不要求组建', 'Need not form one yet'),
  // Trials
  companyId: field('物业企业', 'Property company'),
  fee: field('每月每平方米收费', 'Fee per m² and month', 'money'),
  votedFee: field('表决的收费', 'Fee voted on', 'money'),
  agreedFee: field('约定的收费', 'Fee agreed', 'money'),
  contractFrom: field('合同开始', 'Contract from'),
  contractTo: field('合同结束', 'Contract to'),
  leavesOn: field('退出日期', 'Leaves on'),
}
export const ownerRooms = {
  decision: {
    state: field('状态', 'State', together(decisionStates, paperStates)),
    channel: field('投票方式', 'Way of voting', ballotChannels),
    from: field('委托人', 'Given by'),
    to: field('受托人', 'Given to'),
    on: field('送达日期', 'Delivered on'),
    parts: field('专有部分数', 'Parts'),
    key: field('业主代号', 'Code of the owner', 'code'),
  },
  committee: {
    state: field('状态', 'State', together(committeeStates, candidateStates)),
    kind: field('种类', 'Kind', committeeKinds),
    as: field('怎样推荐', 'Proposed', proposers),
    from: field('任期开始', 'Term from'),
    to: field('任期结束', 'Term to'),
  },
  trial: { state: field('状态', 'State', trialStates) },
  poll: { state: field('状态', 'State', pollStates), audience: field('问谁', 'Asked', pollAudiences) },
  publicNotice: {
    days: field('公示天数', 'Days'),
    audience: field('给谁看', 'For whom', {
      homes: { zh: '这里的住户和业主', en: 'owners and occupants there' },
      public: { zh: '所有人', en: 'everybody' },
    }),
  },
} satisfies Rooms
