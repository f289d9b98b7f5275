// Counting everything again from the cases: asked for by the district, done by a job, its outcome in the journal.
import { mayAt } from '../../platform/access.ts'
import type { Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import { rebuild } from './count.ts'
import { districtOnly } from './read-rates.ts'

/** @throws access.out-of-scope */
export const askRecount = async (cx: Cx): Promise<{ done: true }> => {
  if (!mayAt(cx.actor, 'rates.review', districtOnly(cx.districtId))) throw refuse('access.out-of-scope')
  await cx.journal({
    action: 'rates.ask-recount',
    sentence: '要求重新计算三率',
    thing: { kind: 'rates', id: cx.districtId },
  })
  await cx.later('rates.rebuild', {}, { once: 'rates.rebuild' })
  return { done: true }
}
/** The job `rates.rebuild`. */
export const runRebuild = async (cx: Cx<null>): Promise<void> => {
  const { sums, different } = await rebuild(cx.db)
  await cx.journal({
    action: 'rates.recount',
    sentence: different === 0 ? '重新计算了三率，与原来一致' : `重新计算了三率，改正 ${different} 处`,
    thing: { kind: 'rates', id: cx.districtId },
    after: { sums, different },
  })
}
