// Where silence counts: the owner may say that the ballot arrived, and reads beforehand what not voting will mean.
import { call } from '../../api.ts'
import { useAction } from '../../kit/action.ts'
import { Failure } from '../../kit/states.tsx'
import { tell } from '../../kit/toast.tsx'
import type { Decision } from './decision.ts'
import { w as plain } from './words.ts'
import { w } from './words-silence.ts'

/** What not voting means, in one sentence. */
export const silenceSaid = (of: Decision): string => (of.rules.silence === null ? plain('silence') : w('silence'))
export const Received = ({ of, put }: { of: Decision; put: (next: Decision) => void }) => {
  const say = useAction(async (_round: number, key) => {
    put(await call('POST /api/decisions/:id/received', { params: { id: of.id }, body: {}, key }))
    tell(w('sent'))
  })
  const { silence } = of.rules
  const own = of.mine.filter((one) => one.mandateId === null)
  if (silence === null || own.length === 0 || (of.state !== 'noticed' && of.state !== 'open')) return null
  const since = own.every((one) => one.ballot === null)
    ? own.find((one) => one.deliveredOn !== null)?.deliveredOn
    : null
  if (!since && !of.may.includes('acknowledge')) return null
  return (
    <section class="stack">
      <h2>{w('title')}</h2>
      {since && <p class="notice info">{w('delivered', { day: since })}</p>}
      {of.may.includes('acknowledge') && (
        <>
          <p>{w('means')}</p>
          {of.items.some((item) => item.matter.code === 'committee') && <p>{w('meansSeat')}</p>}
          <p class="small quiet">{w('noDuty')}</p>
          {say.trouble && <Failure trouble={say.trouble} />}
          <button type="button" class="button" aria-disabled={say.busy} onClick={() => void say.run(Date.now())}>
            {w('received')}
          </button>
        </>
      )}
      <p class="small quiet">{w('rule', { article: silence.citation, ground: silence.ground })}</p>
    </section>
  )
}
type Item = NonNullable<Decision['result']>['items'][number]
/** How many count although silent, and as what. */
export const SilentCounted = ({ one: { silence } }: { one: Item }) =>
  silence === undefined ? null : <p>{w('silent', { n: silence.owners, as: plain(silence.as) })}</p>
/** The other tally: what the votes alone come to. */
export const WithoutSilent = ({ one }: { one: Item }) => {
  const { silence } = one
  if (silence === undefined) return null
  const { without } = silence
  return (
    <>
      <p class="strong">{w('without', { verdict: without.isPassed ? plain('passed') : plain('notPassed') })}</p>
      <p>{plain('took', { n: without.owners.participating, total: without.owners.total })}</p>
      <p>
        {plain('counts', {
          for: without.owners.for,
          against: without.owners.against,
          abstain: without.owners.abstain,
        })}
      </p>
      <p>{plain('areas', { for: area(without.area.for), part: area(without.area.participating) })}</p>
    </>
  )
}
const area = (of: number) => (of / 100).toFixed(2)
