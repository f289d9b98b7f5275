// Money that comes in: into a fund, or into the account of an estate, a building or a home of a maintenance fund.
import type { ParsedBody } from '../../../../contract/src/endpoint.ts'
import type { fundsApi } from '../../../../contract/src/funds.ts'
import { transfer } from '../../../../rules/src/ledger.ts'
import type { Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import { attachFiles } from '../files/index.ts'
import { placeById } from '../places/index.ts'
import { accountOf, postEntry, type AccountWanted } from './books.ts'
import { refuseDayToCome } from './moments.ts'
import { lockFund, refuseClosed, standsBelow, type FundRow } from './policy.ts'

type Income = ParsedBody<(typeof fundsApi)['POST /api/funds/:id/entries']>
/** The account of a place inside a fund; the estate's own when none is named. @throws fund.wrong-account */
export const accountAt = async (cx: Cx, fund: FundRow, placeId: string | null): Promise<AccountWanted> => {
  const wrong = () => refuse('fund.wrong-account', { fields: [{ path: 'placeId', message: '请重新选择' }] })
  if (fund.kind !== 'maintenanceFund') {
    if (placeId !== null) throw wrong()
    return { role: 'income' }
  }
  const place = await placeById(cx.db, placeId ?? fund.placeId)
  if (place === null || !standsBelow(place, fund.placeId)) throw wrong()
  if (place.kind === 'estate') return { role: 'estate', placeId: place.id }
  if (place.kind === 'building') return { role: 'building', placeId: place.id }
  if (place.kind === 'home' || place.kind === 'shop' || place.kind === 'parking')
    return { role: 'home', placeId: place.id }
  throw wrong()
}
/** @throws fund.closed, fund.bad-day, fund.wrong-account, fund.still-raising, case.photo-not-yours */
export const recordIncome = async (cx: Cx, id: string, income: Income): Promise<string> => {
  const fund = await lockFund(cx, id, 'fund.keep')
  refuseClosed(fund)
  // What comes to a fund-raising is a pledge somebody paid, so that it can go back.
  if (fund.state === 'raising') throw refuse('fund.still-raising')
  refuseDayToCome(cx.now, income.day)
  const wanted = await accountAt(cx, fund, income.placeId)
  const bank = await accountOf(cx, fund, { role: 'bank' })
  const entryId = await postEntry(cx, fund, {
    kind: wanted.role === 'income' ? 'income' : 'deposit',
    day: income.day,
    purpose: income.purpose,
    postings: transfer(await accountOf(cx, fund, wanted), bank, income.amount),
    photos: income.photos,
  })
  await attachFiles(cx, income.photos, { kind: 'fundEntry', id: entryId }, 'photo')
  await cx.journal({
    action: 'fund.income',
    sentence: '登记了收入',
    thing: { kind: 'fund', id },
    after: { entryId, amount: income.amount, day: income.day, purpose: income.purpose },
  })
  return id
}
