// Columns of what belongs to funds as spreadsheets, money in yuan. Who asked a question is nowhere in them.
import {
  accountRoles,
  applicationStates,
  entryKinds,
  fundKinds,
  planStates,
  shareMethods,
} from '../../../../contract/src/funds-life.ts'
import type { fundPlansApi } from '../../../../contract/src/funds-plans.ts'
import type { fundSpendingApi } from '../../../../contract/src/funds-spending.ts'
import type { fundsApi } from '../../../../contract/src/funds.ts'
import { ifSo, inLanguage, inYuan, localTime } from '../../platform/list-sheet.ts'
import type { SheetsOf } from '../../platform/sheets.ts'

export const fundsSheets: SheetsOf<typeof fundsApi> = {
  'GET /api/funds/budgets': [
    ['社区', 'Community', 30, (row) => row.community.name],
    ['种类', 'Kind', 24, (row, zh) => inLanguage(fundKinds[row.kind], zh)],
    ['资金', 'Fund', 30, (row) => row.name],
    ['预算（元）', 'Budget (yuan)', 16, (row) => inYuan(row.budget)],
    ['到账（元）', 'Received (yuan)', 16, (row) => inYuan(row.received)],
    ['已支出（元）', 'Spent (yuan)', 16, (row) => inYuan(row.spent)],
    ['已批未付（元）', 'Approved, unpaid (yuan)', 16, (row) => inYuan(row.reserved)],
    ['剩余（元）', 'Left (yuan)', 16, (row) => inYuan(row.left)],
  ],
  'GET /api/funds/:id/accounts': [
    ['账户', 'Account', 36, (row) => row.name],
    ['种类', 'Kind', 16, (row, zh) => inLanguage(accountRoles[row.role], zh)],
    ['余额（元）', 'Balance (yuan)', 16, (row) => inYuan(row.balance)],
  ],
  'GET /api/funds/:id/entries': [
    ['日期', 'Day', 14, (row) => row.day],
    ['种类', 'Kind', 20, (row, zh) => inLanguage(entryKinds[row.kind], zh)],
    ['用途', 'Purpose', 50, (row) => row.purpose],
    ['存款变动（元）', 'In the bank (yuan)', 16, (row) => inYuan(row.amount)],
    ['金额（元）', 'Amount (yuan)', 16, (row) => inYuan(row.turnover)],
    ['收款方', 'Payee', 26, (row) => row.payee],
    ['已冲正', 'Reversed', 8, (row, zh) => ifSo(row.reversed, zh)],
  ],
  'GET /api/funds/:id/pledges': [
    ['姓名', 'Name', 14, (row) => row.name],
    ['认筹（元）', 'Pledged (yuan)', 16, (row) => inYuan(row.amount)],
    ['已缴（元）', 'Paid (yuan)', 16, (row) => inYuan(row.paid)],
    ['已退（元）', 'Returned (yuan)', 16, (row) => inYuan(row.returned)],
    ['撤回', 'Withdrawn', 8, (row, zh) => ifSo(row.withdrawn, zh)],
    ['时间', 'Time', 20, (row) => localTime(row.at)],
  ],
  'GET /api/funds/:id/questions': [
    ['问题', 'Question', 50, (row) => row.words],
    ['哪一笔', 'Entry', 40, (row) => row.entry?.purpose ?? null],
    ['提问', 'Asked', 20, (row) => localTime(row.askedAt)],
    ['答复', 'Answer', 50, (row) => row.answer],
    ['谁答复', 'By', 24, (row) => row.answeredBy],
    ['答复时间', 'Answered', 20, (row) => localTime(row.answeredAt)],
  ],
}
export const fundSpendingSheets: SheetsOf<typeof fundSpendingApi> = {
  'GET /api/funds/applications': [
    ['编号', 'Number', 10, (row) => row.number],
    ['用途', 'For', 40, (row) => row.title],
    ['资金', 'Fund', 30, (row) => row.fund.name],
    ['说明', 'Reason', 50, (row) => row.reason],
    ['收款方', 'Payee', 26, (row) => row.payee],
    ['金额（元）', 'Amount (yuan)', 16, (row) => inYuan(row.amount)],
    ['进展', 'State', 18, (row, zh) => inLanguage(applicationStates[row.state], zh)],
    ['申请人', 'Applicant', 14, (row) => row.applicant.name],
    ['审批人', 'Approver', 14, (row) => row.approver?.name ?? null],
    ['审批意见', 'Decision', 40, (row) => row.decidedWords],
    ['付款人', 'Payer', 14, (row) => row.payer?.name ?? null],
    ['申请', 'Applied', 20, (row) => localTime(row.appliedAt)],
    ['最近变动', 'Changed', 20, (row) => localTime(row.stateAt)],
  ],
}
export const fundPlansSheets: SheetsOf<typeof fundPlansApi> = {
  'GET /api/funds/plans': [
    ['编号', 'Number', 10, (row) => row.number],
    ['项目', 'Plan', 40, (row) => row.title],
    ['地点', 'Place', 30, (row) => row.place.name],
    ['资金', 'Fund', 30, (row) => row.fund.name],
    ['怎么分', 'Method', 20, (row, zh) => inLanguage(shareMethods[row.method], zh)],
    ['总额（元）', 'Total (yuan)', 16, (row) => inYuan(row.total)],
    ['补贴（元）', 'Subsidy (yuan)', 16, (row) => inYuan(row.subsidy)],
    ['进展', 'State', 16, (row, zh) => inLanguage(planStates[row.state], zh)],
    ['户数', 'Homes', 8, (row) => row.households],
    ['同意', 'Agreed', 8, (row) => row.agreed],
    ['反对', 'Objected', 8, (row) => row.objected],
    ['已收（元）', 'Collected (yuan)', 16, (row) => inYuan(row.collected)],
    ['欠缴户', 'Owing', 8, (row) => row.owing],
  ],
}
