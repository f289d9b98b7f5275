// The door for modules whose matter the owners decide: an election of a committee, hiring after a trial service.
import { and, desc, eq, inArray } from 'drizzle-orm'
import type { DecisionState } from '../../../../contract/src/ballots-life.ts'
import type { Actor, Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import { itemsOf } from './policy.ts'
import { prepareDecision, type Preparation } from './prepare.ts'
import { decisionItems, decisions } from './tables.ts'

/** What a decision came to, item by item in their order. */
export interface DecisionOutcome {
  readonly id: string
  readonly title: string
  readonly state: DecisionState
  readonly certifiedAt: Date | null
  readonly placeId: string
  readonly preparedAt: Date
  /** What was asked beside the items. */
  readonly words: string
  readonly items: readonly {
    readonly id: string
    readonly title: string
    readonly cost: string
    readonly planId: string | null
    /** Which money it is about, and how much of it at most. */
    readonly fundId: string | null
    readonly amountFen: number | null
    readonly isPassed: boolean
    readonly seat: 'elected' | 'reserve' | 'notElected' | 'tied' | null
    /** Consents by owners and by area: the order of an election. */
    readonly owners: number
    readonly area: number
  }[]
}
/** Prepares a decision and gives its id and the ids of its items in the order given. @throws as prepareDecision */
export const prepareFor = async (
  cx: Cx,
  input: Preparation,
  kind: { readonly isByElection?: boolean } = {},
): Promise<{ readonly id: string; readonly itemIds: readonly string[] }> => {
  const id = await prepareDecision(cx, input, kind)
  return { id, itemIds: (await itemsOf(cx, id)).map((item) => item.id) }
}
/** For a module that keeps the id of its own decision: who may know is its business. @throws decision.not-found */
export const outcomeOf = async (cx: Cx<Actor | null>, id: string): Promise<DecisionOutcome> => {
  const [row] = await cx.db
    .select({
      id: decisions.id,
      title: decisions.title,
      state: decisions.state,
      certifiedAt: decisions.certifiedAt,
      placeId: decisions.placeId,
      preparedAt: decisions.createdAt,
      words: decisions.words,
      result: decisions.result,
    })
    .from(decisions)
    .where(and(eq(decisions.id, id), eq(decisions.districtId, cx.districtId)))
  if (row === undefined) throw refuse('decision.not-found')
  const { result, ...facts } = row
  return {
    ...facts,
    items: (await itemsOf(cx, id)).map((item) => {
      const found = result?.items.find((one) => one.itemId === item.id)
      return {
        id: item.id,
        title: item.title,
        cost: item.cost,
        planId: item.planId,
        fundId: item.fundId,
        amountFen: item.amountFen,
        isPassed: found?.isPassed ?? false,
        seat: found?.seat ?? null,
        owners: found?.owners.for ?? 0,
        area: found?.area.for ?? 0,
      }
    }),
  }
}
const MOST_ON_FUND = 20
/** Certified decisions with an item about a fund, latest first. */
export const certifiedOnFund = async (cx: Cx, fundId: string): Promise<DecisionOutcome[]> => {
  const rows = await cx.db
    .select({ id: decisions.id })
    .from(decisions)
    .where(
      and(
        eq(decisions.districtId, cx.districtId),
        eq(decisions.state, 'certified'),
        inArray(
          decisions.id,
          cx.db.select({ id: decisionItems.decisionId }).from(decisionItems).where(eq(decisionItems.fundId, fundId)),
        ),
      ),
    )
    .orderBy(desc(decisions.certifiedAt))
    .limit(MOST_ON_FUND)
  const found: DecisionOutcome[] = []
  for (const { id } of rows) found.push(await outcomeOf(cx, id))
  return found
}
