// The first tab of a decision: what came out, what is asked under which article, and who takes part so far.
import { useApi } from '../../platform/api.ts'
import { Facts } from '../../platform/facts.tsx'
import { Tag } from '../../platform/tags.tsx'
import { useWords } from '../../platform/words.ts'
import { useShare } from './prepare-form.tsx'
import { Result } from './result.tsx'
import type { Decision } from './step-forms.tsx'
import { Turnout } from './turnout.tsx'
import { words } from './words.ts'

export const Overview = ({ of }: { readonly of: Decision }) => {
  const say = useWords(words)
  return (
    <>
      <Result of={of} />
      {['draft', 'rollPublished', 'rollFrozen', 'noticed'].includes(of.state) ? <ReachNote of={of} /> : null}
      {of.may.includes('seeTurnout') ? <Turnout of={of} /> : null}
      <Question of={of} />
      <Facts
        facts={[
          { label: say.convener, value: of.convener },
          { label: say.proxyCap, value: String(of.proxyCap) },
          of.seats === null ? null : { label: say.seatsShort, value: String(of.seats) },
        ]}
      />
    </>
  )
}
/** Said before anything is announced: whether two thirds can take part at all without the developer. */
const ReachNote = ({ of }: { readonly of: Decision }) => {
  const say = useWords(words)
  const { data } = useApi('GET /api/decisions/:id/reach', { params: { id: of.id } })
  if (data === undefined) return null
  const { isReachable, isSure, area, owners } = data
  return (
    <div className="entry">
      <p>
        <Tag tone={isReachable ? 'good' : 'late'}>{isReachable ? say.reachable : say.unreachable}</Tag>
      </p>
      {isSure ? null : <p>{say.reachUnsure}</p>}
      <p className="quiet">{say.atMost(owners.most, owners.need, area.most, area.need)}</p>
    </div>
  )
}
const Question = ({ of }: { readonly of: Decision }) => {
  const say = useWords(words)
  const share = useShare()
  return (
    <section className="stack">
      <h2>{say.item}</h2>
      <p className="entry-words">{of.words}</p>
      <ul className="entries">
        {of.items.map((item) => (
          <li key={item.id} className="entry">
            <p>
              <strong>{item.title}</strong>
            </p>
            <p className="quiet">{say.threshold(share(item.matter.threshold), item.matter.article)}</p>
            {item.cost ? <p>{item.cost}</p> : null}
          </li>
        ))}
      </ul>
      <p className="quiet">{say.rule(share(of.rules.participation), of.rules.participation.citation)}</p>
      {of.rules.silence ? (
        <p className="quiet">{say.silenceAdopted(of.rules.silence.citation, of.rules.silence.ground)}</p>
      ) : null}
    </section>
  )
}
