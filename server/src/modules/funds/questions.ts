// Questions about a fund: asked by who has a home there, answered by who keeps it, read by everybody of the place.
import { and, desc, eq, lt } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { OutOf } from '../../../../contract/src/endpoint.ts'
import type { fundsApi } from '../../../../contract/src/funds.ts'
import { heldAt } from '../../platform/access.ts'
import { afterId } from '../../platform/after-id.ts'
import type { Cx } from '../../platform/cx.ts'
import { pageOf } from '../../platform/paging.ts'
import { refuse } from '../../platform/refuse.ts'
import { tell } from '../notices/index.ts'
import { holdersAt } from '../organisations/index.ts'
import { personsByIds } from '../identity/index.ts'
import { lockFund, seenFund } from './policy.ts'
import { fundEntries, fundQuestions } from './tables.ts'

type Question = OutOf<(typeof fundsApi)['POST /api/funds/:id/questions']>
const questionsWhere = async (cx: Cx, where: ReturnType<typeof and>, limit: number): Promise<Question[]> => {
  const rows = await cx.db
    .select({ question: fundQuestions, purpose: fundEntries.purpose })
    .from(fundQuestions)
    .leftJoin(fundEntries, eq(fundEntries.id, fundQuestions.entryId))
    .where(and(eq(fundQuestions.districtId, cx.districtId), where))
    .orderBy(desc(fundQuestions.id))
    .limit(limit)
  const people = await personsByIds(
    cx.db,
    rows.flatMap(({ question }) => question.answeredBy ?? []),
  )
  return rows.map(({ question, purpose }) => ({
    id: question.id,
    words: question.words,
    askedAt: question.askedAt.toISOString(),
    isMine: question.personId === cx.actor.personId,
    entry: question.entryId === null ? null : { id: question.entryId, purpose: purpose ?? '' },
    answer: question.answer,
    answeredBy: question.answeredBy === null ? null : (people.get(question.answeredBy)?.name ?? null),
    answeredAt: question.answeredAt?.toISOString() ?? null,
  }))
}
export const listQuestions = async (
  cx: Cx,
  id: string,
  query: { readonly after?: string | undefined; readonly limit: number },
) => {
  await seenFund(cx, id)
  const after = afterId(query.after)
  const found = await questionsWhere(
    cx,
    and(eq(fundQuestions.fundId, id), after === null ? undefined : lt(fundQuestions.id, after)),
    query.limit + 1,
  )
  return { ...pageOf(found, query.limit, (one) => [one.id]), total: null }
}
const one = async (cx: Cx, id: string): Promise<Question> => (await questionsWhere(cx, eq(fundQuestions.id, id), 1))[0]!

/** @throws fund.not-found, fund.not-yours, fund.no-entry */
export const askAboutFund = async (
  cx: Cx,
  id: string,
  asked: { readonly words: string; readonly entryId: string | null },
): Promise<Question> => {
  const { row, homes } = await seenFund(cx, id)
  if (homes.length === 0) throw refuse('fund.not-yours')
  if (asked.entryId !== null) {
    const [entry] = await cx.db
      .select({ id: fundEntries.id })
      .from(fundEntries)
      .where(and(eq(fundEntries.id, asked.entryId), eq(fundEntries.fundId, id)))
    if (entry === undefined) throw refuse('fund.no-entry')
  }
  const questionId = uuidv7()
  await cx.db.insert(fundQuestions).values({
    id: questionId,
    districtId: row.districtId,
    fundId: id,
    entryId: asked.entryId,
    personId: cx.actor.personId,
    words: asked.words,
    askedAt: cx.now,
  })
  await cx.journal({
    action: 'fund.question',
    sentence: '对资金提了问',
    thing: { kind: 'fund', id },
    after: { questionId },
  })
  await tell(cx, {
    event: 'fund.question',
    audience: 'handler',
    personIds: await holdersAt(cx.db, cx.districtId, 'fund.keep', row),
    thing: { kind: 'fund', id },
    fields: { fund: row.name, words: asked.words },
  })
  return one(cx, questionId)
}
/** @throws fund.not-found, access.out-of-scope, fund.no-question, fund.answered */
export const answerQuestion = async (cx: Cx, id: string, questionId: string, words: string): Promise<Question> => {
  const fund = await lockFund(cx, id, 'fund.keep')
  const [question] = await cx.db
    .select()
    .from(fundQuestions)
    .where(and(eq(fundQuestions.id, questionId), eq(fundQuestions.fundId, id)))
    .for('update')
  if (question === undefined) throw refuse('fund.no-question')
  if (question.answer !== null) throw refuse('fund.answered')
  await cx.db
    .update(fundQuestions)
    .set({ answer: words, answeredBy: cx.actor.personId, answeredAt: cx.now })
    .where(eq(fundQuestions.id, questionId))
  await cx.journal({
    action: 'fund.answer',
    sentence: '答复了资金提问',
    thing: { kind: 'fund', id },
    after: { questionId, words, organisation: heldAt(cx.actor, 'fund.keep', fund)?.organisationName },
  })
  await tell(cx, {
    event: 'fund.answered',
    audience: 'person',
    personIds: [question.personId],
    thing: { kind: 'fund', id },
    fields: { fund: fund.name, words },
  })
  return one(cx, questionId)
}
