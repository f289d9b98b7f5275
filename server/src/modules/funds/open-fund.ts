// Opens funds, sets their limits, and closes them when nothing is left in them.
import { and, eq, inArray } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { ParsedBody } from '../../../../contract/src/endpoint.ts'
import type { fundsApi } from '../../../../contract/src/funds.ts'
import type { FundKind } from '../../../../contract/src/funds-life.ts'
import type { PlaceKind } from '../../../../contract/src/places-tree.ts'
import { mayAt } from '../../platform/access.ts'
import type { Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import { orDuplicate } from '../../platform/unique.ts'
import { placeById, placedOf } from '../places/index.ts'
import { heldIn } from './books.ts'
import { lockFund, refuseClosed, setsLimits, type FundRow } from './policy.ts'
import { fundPlans, fundApplications, funds } from './tables.ts'

type NewFund = ParsedBody<(typeof fundsApi)['POST /api/funds']>
const placesOf: Readonly<Record<FundKind, readonly PlaceKind[]>> = {
  commonIncome: ['estate'],
  maintenanceFund: ['estate'],
  partyServiceFund: ['community'],
  convenienceFund: ['community'],
  fundraising: ['estate', 'community', 'building', 'street'],
}
/** 50,000 yuan may be approved in the community; spending common income above 5,000 is deliberated first. */
const APPROVE_UP_TO = 5_000_000
const DELIBERATE_ABOVE: Partial<Record<FundKind, number>> = { commonIncome: 500_000 }
/**
 * Common income is used as the owners decide (Regulation on property management art. 54): small everyday spending aside.
 * Of the maintenance fund every use is theirs to decide (Civil Code art. 278 para. 1 no. 5).
 */
const DECIDE_ABOVE: Partial<Record<FundKind, number>> = { commonIncome: 1_000_000, maintenanceFund: 0 }

const figuresOf = (body: NewFund) => {
  const isBudget = body.kind === 'partyServiceFund' || body.kind === 'convenienceFund'
  const isRaising = body.kind === 'fundraising'
  if ((isBudget && (body.year === null || body.budget === null)) || (isRaising && body.target === null))
    throw refuse('fund.needs-figures', {
      fields: [{ path: isRaising ? 'target' : body.year === null ? 'year' : 'budget', message: '请填写' }],
    })
  return {
    year: isBudget ? body.year : null,
    budget: isBudget ? body.budget : null,
    target: isRaising ? body.target : null,
    endsOn: isRaising ? body.endsOn : null,
  }
}
/** @throws place.not-found, access.out-of-scope, fund.wrong-place, fund.needs-figures, fund.there */
export const openFund = async (cx: Cx, body: NewFund): Promise<string> => {
  const place = await placeById(cx.db, body.placeId)
  if (place === null || place.districtId !== cx.districtId) throw refuse('place.not-found')
  if (!mayAt(cx.actor, 'fund.open', place)) throw refuse('access.out-of-scope')
  if (!placesOf[body.kind].includes(place.kind))
    throw refuse('fund.wrong-place', { fields: [{ path: 'placeId', message: '请换一个地点' }] })
  const id = uuidv7()
  await orDuplicate(
    cx.db.insert(funds).values({
      id,
      ...placedOf(place),
      placeId: place.id,
      kind: body.kind,
      name: body.name,
      purpose: body.purpose,
      state: body.kind === 'fundraising' ? 'raising' : 'open',
      ...figuresOf(body),
      approveUpTo: APPROVE_UP_TO,
      deliberateAbove: DELIBERATE_ABOVE[body.kind] ?? null,
      decideAbove: DECIDE_ABOVE[body.kind] ?? null,
      createdBy: cx.actor.personId,
      createdAt: cx.now,
    }),
    'funds_one_budget_a_year',
    'fund.there',
  )
  await cx.journal({
    action: 'fund.open',
    sentence: '开设了资金账',
    thing: { kind: 'fund', id },
    after: { kind: body.kind, name: body.name, placeId: place.id },
  })
  return id
}
/** @throws access.not-allowed to the community itself */
export const setLimits = async (
  cx: Cx,
  id: string,
  limits: Pick<FundRow, 'approveUpTo' | 'deliberateAbove' | 'decideAbove'>,
): Promise<string> => {
  const row = await lockFund(cx, id, 'fund.open')
  if (!setsLimits(cx, row)) throw refuse('access.not-allowed')
  const { approveUpTo, deliberateAbove } = limits
  // The maintenance fund is never without: an empty limit asks the owners about every use.
  const decideAbove = limits.decideAbove ?? (row.kind === 'maintenanceFund' ? 0 : null)
  await cx.db.update(funds).set({ approveUpTo, deliberateAbove, decideAbove }).where(eq(funds.id, id))
  await cx.journal({
    action: 'fund.limits',
    sentence: '修改了资金限额',
    thing: { kind: 'fund', id },
    before: { approveUpTo: row.approveUpTo, deliberateAbove: row.deliberateAbove, decideAbove: row.decideAbove },
    after: { approveUpTo, deliberateAbove, decideAbove },
  })
  return id
}
/** A fund-raising ends by its own step, met or given back. @throws fund.closed, fund.still-raising, fund.not-empty */
export const closeFund = async (cx: Cx, id: string, reason: string): Promise<string> => {
  const row = await lockFund(cx, id, 'fund.open')
  refuseClosed(row)
  if (row.state === 'raising') throw refuse('fund.still-raising')
  const [application] = await cx.db
    .select({ id: fundApplications.id })
    .from(fundApplications)
    .where(and(eq(fundApplications.fundId, id), inArray(fundApplications.state, ['applied', 'approved'])))
    .limit(1)
  const [plan] = await cx.db
    .select({ id: fundPlans.id })
    .from(fundPlans)
    .where(and(eq(fundPlans.fundId, id), inArray(fundPlans.state, ['asked', 'collecting', 'settling'])))
    .limit(1)
  if (application !== undefined || plan !== undefined || (await heldIn(cx, id, { role: 'bank' })) !== 0)
    throw refuse('fund.not-empty')
  await cx.db.update(funds).set({ state: 'closed' }).where(eq(funds.id, id))
  await cx.journal({
    action: 'fund.close',
    sentence: '关闭了资金账',
    thing: { kind: 'fund', id },
    before: { state: row.state },
    after: { state: 'closed', reason },
  })
  return id
}
