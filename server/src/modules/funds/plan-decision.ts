// Which decision a collection may rest on: certified, adopted, made for this plan and its place, after it was frozen.
import type { Cx } from '../../platform/cx.ts'
import { refuse, Refused } from '../../platform/refuse.ts'
import { placeById } from '../places/index.ts'
import type { PlanRow } from './plan-policy.ts'
import { standsBelow } from './policy.ts'

/** What funds asks of owners' decisions; wired in app.ts. */
export interface Decided {
  readonly id: string
  readonly state: string
  readonly placeId: string
  readonly preparedAt: Date
  readonly title: string
  readonly words: string
  readonly items: readonly {
    readonly title: string
    readonly cost: string
    readonly planId: string | null
    readonly fundId: string | null
    readonly amountFen: number | null
    readonly isPassed: boolean
  }[]
}
export interface Wired {
  /** @throws decision.not-found */
  readonly outcomeOf: (cx: Cx, id: string) => Promise<Decided>
  /** With an item about a fund, latest first. */
  readonly certifiedOnFund: (cx: Cx, fundId: string) => Promise<readonly Decided[]>
}
const wrong = (message: string) => refuse('plan.wrong-decision', { fields: [{ path: 'decisionId', message }] })
/** By its number, its fingerprint or its title. */
const names = (plan: PlanRow, text: string): boolean =>
  [plan.title, plan.frozenHash ?? plan.title, `分摊方案${plan.number}`].some((mark) => text.includes(mark))
/** The items that refer to the plan; else those it is named in, all of them where the question as a whole names it. */
const itemsAbout = (plan: PlanRow, { title, words, items }: Decided) => {
  const referring = items.filter((item) => item.planId === plan.id)
  if (referring.length > 0) return referring
  return names(plan, `${title}\n${words}`) ? items : items.filter((item) => names(plan, `${item.title}\n${item.cost}`))
}
/** A decision that has its certificate; `wrong` makes the refusal otherwise. */
export const decidedOrWrong = async (
  cx: Cx,
  id: string,
  { outcomeOf }: Wired,
  asRefusal: (message: string) => Refused,
): Promise<Decided> => {
  const decided = await outcomeOf(cx, id).catch((error: unknown) => {
    if (error instanceof Refused) throw asRefusal('没有这次表决')
    throw error
  })
  if (decided.state === 'failed') throw asRefusal('表决没有通过')
  if (decided.state === 'annulled') throw asRefusal('这次表决已经作废')
  if (decided.state !== 'certified') throw asRefusal('这次表决还没有证书')
  return decided
}
/** Gives its title. @throws plan.wrong-decision with what is wrong */
export const checkDecision = async (cx: Cx, plan: PlanRow, id: string, wired: Wired): Promise<string> => {
  const decided = await decidedOrWrong(cx, id, wired, wrong)
  const place = await placeById(cx.db, plan.placeId)
  if (place === null || !standsBelow(place, decided.placeId)) throw wrong('表决的范围不包括这里')
  if (plan.frozenAt === null || decided.preparedAt < plan.frozenAt) throw wrong('表决早于分摊方案')
  const about = itemsAbout(plan, decided)
  if (about.length === 0) throw wrong('表决里没有写明这个方案')
  if (!about.every((item) => item.isPassed)) throw wrong('表决没有通过')
  return decided.title
}
