// Fields of the journal of funds, of spending and of shared costs.
import { applicationStates, fundKinds, fundStates, planStates, shareMethods } from './funds-life.ts'
import { field, together, type Rooms } from './journal-fields-shape.ts'

const money = {
  amount: field('金额', 'Amount', 'money'),
  kind: field('资金种类', 'Kind of fund', fundKinds),
}
export const fundFields = {
  fundId: field('资金', 'Fund'),
  planId: field('费用分摊方案', 'Cost-sharing plan'),
  entryId: field('账目', 'Entry'),
  reversalId: field('冲正账目', 'Reversal'),
  pledgeId: field('认缴', 'Pledge'),
  questionId: field('提问', 'Question'),
  lineId: field('哪一户', 'Household'),
  purpose: field('用途', 'Purpose'),
  receipts: field('凭证数', 'Receipts'),
  accounts: field('账户数', 'Accounts'),
  approveUpTo: field('可以批准到', 'Approved up to', 'money'),
  deliberateAbove: field('超过要议事', 'Deliberated above', 'money'),
  decideAbove: field('超过要业主表决', 'Decided by owners above', 'money'),
  paid: field('已缴', 'Paid', 'money'),
  returned: field('已退', 'Returned', 'money'),
  total: field('总额', 'Total', 'money'),
  finalTotal: field('决算', 'Final total', 'money'),
  subsidy: field('补贴', 'Subsidy', 'money'),
  method: field('分摊办法', 'Method', shareMethods),
  households: field('户数', 'Households'),
  basis: field('依据', 'Basis', {
    allAgreed: { zh: '各户都同意', en: 'all agreed' },
    decision: { zh: '业主表决', en: 'owners’ decision' },
  }),
  basisWords: field('依据说明', 'Basis in words'),
  answer: field('答复', 'Answer', {
    agree: { zh: '同意', en: 'agrees' },
    object: { zh: '反对', en: 'objects' },
  }),
  byStaff: field('工作人员代办', 'Entered by staff'),
  reminded: field('提醒户数', 'Reminded'),
}
export const fundRooms = {
  fund: { ...money, state: field('状态', 'State', together(fundStates, applicationStates)) },
  plan: { ...money, state: field('状态', 'State', planStates) },
} satisfies Rooms
