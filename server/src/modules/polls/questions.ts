// The questions of a consultation with the answers to choose from.
import { asc, eq } from 'drizzle-orm'
import type { Cx } from '../../platform/cx.ts'
import { pollOptions, pollQuestions } from './tables.ts'

/** What is asked, in order, each with its answers to choose from. */
export const questionsOf = async (cx: Cx, pollId: string) => {
  const questions = await cx.db
    .select()
    .from(pollQuestions)
    .where(eq(pollQuestions.pollId, pollId))
    .orderBy(asc(pollQuestions.sort))
  const options = await cx.db
    .select()
    .from(pollOptions)
    .where(eq(pollOptions.pollId, pollId))
    .orderBy(asc(pollOptions.sort))
  return questions.map((question) => ({
    ...question,
    options: options.filter((one) => one.questionId === question.id),
  }))
}
