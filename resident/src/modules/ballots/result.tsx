// What came out of a decision: each item with both axes, who voted how only in sums, and the papers that prove it.
import { SilentCounted, WithoutSilent } from './silence.tsx'
import type { Decision } from './decision.ts'
import { w } from './words.ts'

export const squareMetres = (area: number) => (area / 100).toFixed(2)
type Item = NonNullable<Decision['result']>['items'][number]
const Verdict = ({ one }: { one: Item }) => (
  <p class="strong">
    {one.outcome === 'undetermined' ? w('undetermined') : one.isPassed ? w('passed') : w('notPassed')}
    {one.seat ? ` · ${w(`seat_${one.seat}`)}` : ''}
  </p>
)
/** Why it did not pass, in words. */
const Why = ({ one }: { one: Item }) => {
  if (one.isPassed || one.outcome === 'undetermined') return null
  const { quorum, approval } = one
  return (
    <p class="quiet">
      {quorum.area && quorum.owners ? (approval.area ? w('fewOwners') : w('fewArea')) : w('noQuorum')}
    </p>
  )
}
export const Result = ({ of }: { of: Decision }) => {
  const { result } = of
  if (result === null) return null
  return (
    <section class="stack">
      <h2>{w('result')}</h2>
      {result.city && <p>{w('cityBasis', { reference: result.city })}</p>}
      {result.items.map((one) => {
        const here = result.consultation.find((item) => item.itemId === one.itemId)
        return (
          <div key={one.itemId} class="card stack">
            <p>{of.items.find((item) => item.id === one.itemId)?.title}</p>
            <Verdict one={one} />
            <Why one={one} />
            <p>{w('took', { n: one.owners.participating, total: one.owners.total })}</p>
            <SilentCounted one={one} />
            <p>{w('counts', { for: one.owners.for, against: one.owners.against, abstain: one.owners.abstain })}</p>
            <p>{w('areas', { for: squareMetres(one.area.for), part: squareMetres(one.area.participating) })}</p>
            <WithoutSilent one={one} />
            {here && (
              <p class="small quiet">
                {w('here', { for: here.owners.for, against: here.owners.against, abstain: here.owners.abstain })}
              </p>
            )}
          </div>
        )
      })}
      {of.certificate && (
        <a class="button" href={`/api/decisions/${of.id}/certificate.pdf`} target="_blank" rel="noreferrer">
          {w('certificate')}
        </a>
      )}
      <a class="button" href={`/api/decisions/${of.id}/bundle.zip`} download>
        {w('bundle')}
      </a>
    </section>
  )
}
