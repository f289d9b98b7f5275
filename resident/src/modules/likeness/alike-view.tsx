// One like case in full, in public words: where it stands, what was said, released photos, what was done.
import type { Api } from '../../../../contract/src/all.ts'
import type { OutOf } from '../../../../contract/src/endpoint.ts'
import { Photos } from '../../kit/photos.tsx'
import { Moment } from '../../kit/when.tsx'
import { stateWords, stepWords } from '../cases/case-words.ts'
import '../cases/cases.css'
import { w } from './words.ts'

export type InFull = OutOf<Api['GET /api/likeness/cases/:id']>
type Row = OutOf<Api['POST /api/likeness/similar']>['rows'][number]

/** Word, shape and colour of where it stands. */
export const Stand = ({ of }: { of: Pick<Row, 'state' | 'handler'> }) => {
  const { tone, words } = stateWords(of.state, of.handler)
  // What concerns the reporter alone is not asked of a neighbour.
  return <span class={`state ${tone === 'you' ? 'done' : tone}`}>{words}</span>
}
export const AlikeView = ({ of }: { of: InFull }) => (
  <div class="stack">
    <p class="said strong">{of.said ?? `${of.category.name}（${w('hiddenWords')}）`}</p>
    <p>
      <Stand of={of} />
    </p>
    <p class="small quiet">
      {of.category.name} · {of.place} · <Moment at={`${of.raisedOn}T00:00:00+08:00`} /> ·{' '}
      {w('number', { number: of.number })}
    </p>
    {of.photos.length > 0 && (
      <Photos pictures={of.photos.map((photo) => ({ key: photo.id, small: photo.thumbnail, large: photo.path }))} />
    )}
    {of.steps.length > 0 && (
      <section class="stack">
        <h3>{w('progress')}</h3>
        <ul class="stack">
          {of.steps.map((step) => (
            <li key={`${step.at} ${step.step}`}>
              <span>{stepWords(step.step, step.organisation)}</span>{' '}
              <span class="small quiet">
                <Moment at={step.at} withTime />
              </span>
            </li>
          ))}
        </ul>
      </section>
    )}
  </div>
)
