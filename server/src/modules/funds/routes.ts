// Joins the endpoints of funds, spending and shared costs with what they do.
import { fundPlansApi } from '../../../../contract/src/funds-plans.ts'
import { fundSpendingApi } from '../../../../contract/src/funds-spending.ts'
import { fundsApi } from '../../../../contract/src/funds.ts'
import { serve, type Route } from '../../platform/module.ts'
import { withSheets } from '../../platform/sheets.ts'
import { showAccount } from './account-statement.ts'
import { answerPlan } from './answer-plan.ts'
import { addReceipt, approve, pay, publish, refuseApplication, reversePayment, withdraw } from './application-steps.ts'
import { applyForSpending, listApplications, showApplication } from './applications.ts'
import { listBudgets } from './budgets.ts'
import { checkBooks } from './check-books.ts'
import { beginCollecting, makeFinalAccounts, payShare, refundShare, remindOwing, settlePlan } from './collect-shares.ts'
import { resolutionsFor } from './deliberated.ts'
import { askHouseholds, changePlan, draftPlan, dropPlan, previewPlan } from './draft-plan.ts'
import { endRaising } from './end-raising.ts'
import { listAccounts } from './list-accounts.ts'
import { listEntries } from './list-entries.ts'
import { exportFunds, listFunds, myFunds } from './list-funds.ts'
import { closeFund, openFund, setLimits } from './open-fund.ts'
import type { Wired } from './plan-decision.ts'
import { homesToChoose } from './plan-shares.ts'
import { listPledges, payPledge, pledge, withdrawPledge } from './pledges.ts'
import { answerQuestion, askAboutFund, listQuestions } from './questions.ts'
import { recordIncome } from './record-income.ts'
import { recordSubsidy } from './record-subsidy.ts'
import { reverseEntry } from './reverse-entry.ts'
import { shareInterest } from './share-interest.ts'
import { showFund } from './show-fund.ts'
import { exportPlan, listPlans, myPlans, showPlan } from './show-plan.ts'
import { showStatement, statementSheet } from './statement.ts'
import { fundPlansSheets, fundSpendingSheets, fundsSheets } from './sheets.ts'

const ofFunds = (wired: Wired): Route[] =>
  serve(fundsApi, {
    'GET /api/funds': (cx, { query }) => listFunds(cx, query),
    'GET /api/funds.xlsx': (cx, { query }) => exportFunds(cx, query),
    'GET /api/funds/mine': (cx) => myFunds(cx),
    'GET /api/funds/check': (cx) => checkBooks(cx),
    'GET /api/funds/budgets': (cx, { query }) => listBudgets(cx, query.year),
    'GET /api/funds/:id/resolutions': (cx, { params }) => resolutionsFor(cx, params.id, wired),
    'POST /api/funds': async (cx, { body }) => showFund(cx, await openFund(cx, body)),
    'GET /api/funds/:id': (cx, { params }) => showFund(cx, params.id),
    'PUT /api/funds/:id/limits': async (cx, { params, body }) => showFund(cx, await setLimits(cx, params.id, body)),
    'POST /api/funds/:id/closing': async (cx, { params, body }) =>
      showFund(cx, await closeFund(cx, params.id, body.reason)),
    'GET /api/funds/:id/accounts': (cx, { params, query }) => listAccounts(cx, params.id, query),
    'GET /api/funds/:id/accounts/:thingId': (cx, { params, query }) =>
      showAccount(cx, params.id, params.thingId, query.period),
    'POST /api/funds/:id/interest': async (cx, { params, body }) =>
      showFund(cx, await shareInterest(cx, params.id, body)),
    'GET /api/funds/:id/entries': (cx, { params, query }) => listEntries(cx, params.id, query),
    'POST /api/funds/:id/entries': async (cx, { params, body }) =>
      showFund(cx, await recordIncome(cx, params.id, body)),
    'POST /api/funds/:id/entries/:thingId/reversal': async (cx, { params, body }) =>
      showFund(cx, await reverseEntry(cx, params.id, params.thingId, body.reason)),
    'GET /api/funds/:id/statement': (cx, { params, query }) => showStatement(cx, params.id, query.period),
    'GET /api/funds/:id/statement.xlsx': (cx, { params, query }) => statementSheet(cx, params.id, query.period),
    'GET /api/funds/:id/questions': (cx, { params, query }) => listQuestions(cx, params.id, query),
    'POST /api/funds/:id/questions': (cx, { params, body }) => askAboutFund(cx, params.id, body),
    'POST /api/funds/:id/questions/:thingId/answer': (cx, { params, body }) =>
      answerQuestion(cx, params.id, params.thingId, body.words),
    'GET /api/funds/:id/pledges': (cx, { params, query }) => listPledges(cx, params.id, query),
    'POST /api/funds/:id/pledges': async (cx, { params, body }) => showFund(cx, await pledge(cx, params.id, body)),
    'POST /api/funds/:id/pledges/:thingId/payment': async (cx, { params, body }) => {
      await payPledge(cx, params.id, params.thingId, body)
      return { done: true as const }
    },
    'POST /api/funds/:id/pledges/:thingId/withdrawal': async (cx, { params }) =>
      showFund(cx, await withdrawPledge(cx, params.id, params.thingId)),
    'POST /api/funds/:id/raising': async (cx, { params, body }) => showFund(cx, await endRaising(cx, params.id, body)),
  })
const ofSpending = (wired: Wired): Route[] =>
  serve(fundSpendingApi, {
    'GET /api/funds/applications': (cx, { query }) => listApplications(cx, query),
    'GET /api/funds/applications/:id': (cx, { params }) => showApplication(cx, params.id),
    'POST /api/funds/:id/applications': (cx, { params, body }) => applyForSpending(cx, params.id, body, wired),
    'POST /api/funds/applications/:id/approve': (cx, { params, body }) => approve(cx, params.id, body, wired),
    'POST /api/funds/applications/:id/refuse': (cx, { params, body }) => refuseApplication(cx, params.id, body),
    'POST /api/funds/applications/:id/withdraw': (cx, { params }) => withdraw(cx, params.id),
    'POST /api/funds/applications/:id/pay': (cx, { params, body }) => pay(cx, params.id, body, wired),
    'POST /api/funds/applications/:id/receipt': (cx, { params, body }) => addReceipt(cx, params.id, body),
    'POST /api/funds/applications/:id/publish': (cx, { params }) => publish(cx, params.id),
    'POST /api/funds/applications/:id/reverse': (cx, { params, body }) => reversePayment(cx, params.id, body),
  })
const ofPlans = (wired: Wired): Route[] =>
  serve(fundPlansApi, {
    'GET /api/funds/plans': (cx, { query }) => listPlans(cx, query),
    'GET /api/funds/plans/homes': (cx, { query }) => homesToChoose(cx, query.placeId),
    'GET /api/funds/plans/mine': (cx) => myPlans(cx),
    'POST /api/funds/plans': (cx, { body }) => draftPlan(cx, body),
    'POST /api/funds/plans/preview': (cx, { body }) => previewPlan(cx, body),
    'GET /api/funds/plans/:id': (cx, { params }) => showPlan(cx, params.id),
    'GET /api/funds/plans/:id/lines.xlsx': (cx, { params }) => exportPlan(cx, params.id),
    'PUT /api/funds/plans/:id': (cx, { params, body }) => changePlan(cx, params.id, body),
    'POST /api/funds/plans/:id/ask': (cx, { params, body }) => askHouseholds(cx, params.id, body),
    'POST /api/funds/plans/:id/drop': (cx, { params, body }) => dropPlan(cx, params.id, body),
    'POST /api/funds/plans/:id/answers/:thingId': (cx, { params, body }) =>
      answerPlan(cx, params.id, params.thingId, body),
    'POST /api/funds/plans/:id/collect': (cx, { params, body }) => beginCollecting(cx, params.id, body, wired),
    'POST /api/funds/plans/:id/payments/:thingId': (cx, { params, body }) =>
      payShare(cx, params.id, params.thingId, body),
    'POST /api/funds/plans/:id/refunds/:thingId': (cx, { params, body }) =>
      refundShare(cx, params.id, params.thingId, body),
    'POST /api/funds/plans/:id/subsidy': (cx, { params, body }) => recordSubsidy(cx, params.id, body),
    'POST /api/funds/plans/:id/reminders': (cx, { params }) => remindOwing(cx, params.id),
    'POST /api/funds/plans/:id/final': (cx, { params, body }) => makeFinalAccounts(cx, params.id, body),
    'POST /api/funds/plans/:id/settle': (cx, { params }) => settlePlan(cx, params.id),
  })
export const fundsRoutes = (wired: Wired): Route[] => [
  ...withSheets(fundsApi, ofFunds(wired), fundsSheets),
  ...withSheets(fundSpendingApi, ofSpending(wired), fundSpendingSheets),
  ...withSheets(fundPlansApi, ofPlans(wired), fundPlansSheets),
]
