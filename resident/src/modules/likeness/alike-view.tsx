// One like case in full, in public words: where it stands, what was said, released photos, what was done.
import type { Api } from '../../../../contract/src/all.ts'
import type { OutOf } from '../../../../contract/src/endpoint.ts'
import { Photos } from '../../kit/photos.tsx'
import { Moment } from '../../kit/when.tsx'
import { aside } from '../../marks.ts'
import { say, type Entry } from '../../words.ts'
import { stateWords, stepWords } from '../cases/case-words.ts'
import '../cases/cases.css'
import { w } from './words.ts'

export type InFull = OutOf<Api['GET /api/likeness/cases/:id']>
type Row = OutOf<Api['POST /api/likeness/similar']>['rows'][number]

/** What concerns its reporter is said of somebody else. */
const states: Readonly<Partial<Record<Row['state'], Entry>>> = {
  closed: ['已办结', 'Closed'],
  reopenAsked: ['反映人说没办好，社区在看', 'Its reporter says it is not solved; being read'],
  withdrawn: ['反映人已撤回', 'Withdrawn by its reporter'],
}
const steps: Readonly<Record<string, Entry>> = {
  report: ['有人反映', 'Somebody reported it'],
  confirm: ['反映人已确认', 'Confirmed by its reporter'],
  askReopening: ['反映人说没办好', 'Its reporter says it is not solved'],
}
const stepOf = (step: string, organisation: string | null): string => {
  const own = steps[step]
  return own ? say(own) : stepWords(step, organisation)
}
/** Word, shape and colour of where it stands. */
export const Stand = ({ of }: { of: Pick<Row, 'state' | 'handler'> }) => {
  const { tone, words } = stateWords(of.state, of.handler)
  const own = states[of.state]
  return <span class={`state ${tone === 'you' ? 'done' : tone}`}>{own ? say(own) : words}</span>
}
export const AlikeView = ({ of, heading: Heading }: { of: InFull; heading: 'h2' | 'h3' }) => (
  <div class="stack">
    <p class="said strong">{of.said ?? `${of.category.name}${aside(w('hiddenWords'))}`}</p>
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
        <Heading>{w('progress')}</Heading>
        <ul class="stack">
          {of.steps.map((step) => (
            <li key={`${step.at} ${step.step}`}>
              <span>{stepOf(step.step, step.organisation)}</span>{' '}
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
