// What a person finds of funds in their own data: pledges, questions about the books, answers to cost plans.
import type { OwnRows } from '../../platform/own-data.ts'
import { fundPlanLines, fundPledges, fundQuestions } from './tables.ts'

export const ownData: readonly OwnRows[] = [
  {
    name: 'pledges',
    table: fundPledges,
    person: fundPledges.personId,
    tell: {
      at: fundPledges.at,
      amountFen: fundPledges.amount,
      paidFen: fundPledges.paid,
      withdrawnAt: fundPledges.withdrawnAt,
    },
  },
  {
    name: 'fundQuestions',
    table: fundQuestions,
    person: fundQuestions.personId,
    tell: { at: fundQuestions.askedAt, words: fundQuestions.words, answer: fundQuestions.answer },
  },
  {
    name: 'costAnswers',
    table: fundPlanLines,
    person: fundPlanLines.answeredBy,
    tell: {
      at: fundPlanLines.answeredAt,
      home: fundPlanLines.label,
      answer: fundPlanLines.answer,
      words: fundPlanLines.answerWords,
    },
  },
]
