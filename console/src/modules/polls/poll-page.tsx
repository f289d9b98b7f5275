// One consultation for those who ask: its counts, its end, and what follows of it. Nobody is named.
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { notBinding, pollAudiences, pollStates, pollSteps, type PollStep } from '../../../../contract/src/polls-life.ts'
import { useParam } from '../../platform/address.ts'
import { call, useApi, type Out } from '../../platform/api.ts'
import { useMarks } from '../../platform/marks.ts'
import { LoadedPage, PageHeader } from '../../platform/page.tsx'
import { Tag } from '../../platform/tags.tsx'
import { usePick, useWords } from '../../platform/words.ts'
import { StepForm, type Step } from '../funds/step-form.tsx'
import { words } from './words.ts'
import '../../platform/entries.css'
import './polls.css'

type Poll = Out<'GET /api/polls/:id'>
type Name = Exclude<PollStep, 'lapse'> | 'toTopic' | 'link'
export default function PollPage() {
  const read = useApi('GET /api/polls/:id', { params: { id: useParam('id') } })
  const { title } = useWords(words)
  return (
    <LoadedPage of={read} title={title}>
      {(found) => <Body of={found} />}
    </LoadedPage>
  )
}
const useLabel = () => {
  const say = useWords(words)
  const pick = usePick()
  return (name: Name) => (name === 'toTopic' ? say.toTopic : name === 'link' ? say.link : pick(pollSteps[name]))
}
const refreshes = ['/api/polls', '/api/deliberation']
const useStep = (of: Poll) => {
  const say = useWords(words)
  const label = useLabel()
  const params = { id: of.id }
  const decisions = useApi('GET /api/decisions', { query: { limit: 100 } }, { when: of.may.includes('link') })
  return (name: Name): Step => {
    const title = label(name)
    if (name === 'withdraw')
      return {
        title,
        refreshes,
        fields: [{ name: 'reason', label: say.reason, as: 'words' }],
        send: (values, key) =>
          call('POST /api/polls/:id/withdraw', { params, body: { reason: String(values['reason']) } }, { key }),
      }
    if (name === 'link')
      return {
        title,
        refreshes,
        fields: [
          {
            name: 'decisionId',
            label: say.decision,
            as: 'choice',
            options: (decisions.data?.rows ?? []).map((row) => ({
              value: row.id,
              label: `${row.title} · ${row.place.name}`,
            })),
          },
        ],
        send: (values, key) =>
          call('POST /api/polls/:id/decision', { params, body: { decisionId: String(values['decisionId']) } }, { key }),
      }
    const path = name === 'toTopic' ? 'topic' : name
    return {
      title,
      lead: name === 'toTopic' ? say.topicWhat : of.title,
      refreshes,
      fields: [],
      send: (_values, key) =>
        call(`POST /api/polls/:id/${path}` as 'POST /api/polls/:id/close', { params, body: {} }, { key }),
    }
  }
}
const order: readonly Name[] = ['publish', 'toTopic', 'link', 'close', 'withdraw']
/** Steps that lead on; the others end it early. */
const leadsOn = (name: Name) => name !== 'close' && name !== 'withdraw'
const Body = ({ of }: { readonly of: Poll }) => {
  const say = useWords(words)
  const pick = usePick()
  const label = useLabel()
  const [name, show] = useState<Name | null>(null)
  const stepOf = useStep(of)
  return (
    <div className="stack entry-page">
      <p>
        <Link to="/polls">{say.back}</Link>
      </p>
      <PageHeader title={of.title} lead={`${of.number} · ${of.place.name}`} />
      <p className="row">
        <Tag tone={of.state === 'open' ? 'warn' : 'info'}>{pick(pollStates[of.state])}</Tag>
        <Tag tone="info">{pick(notBinding)}</Tag>
        <span>
          {pick(pollAudiences[of.audience])} · {say.until(of.closesOn)} · {say.answered(of.answered)}
        </span>
      </p>
      <p className="row">
        {order
          .filter((one) => of.may.includes(one))
          .map((one, i) => (
            <Button
              key={one}
              type={i === 0 && leadsOn(one) ? 'primary' : 'default'}
              danger={one === 'withdraw'}
              onClick={() => show(one)}
            >
              {label(one)}
            </Button>
          ))}
      </p>
      {of.topicId ? (
        <p>
          <Link to="/deliberation" search={{ tab: 'topics' } as never}>
            {say.topic}
          </Link>
        </p>
      ) : null}
      {of.decisionId ? (
        <p>
          <Link to={`/decisions/${of.decisionId}`}>{say.decision}</Link>
        </p>
      ) : null}
      {of.endedWords ? <p className="entry">{of.endedWords}</p> : null}
      <p className="entry-words">{of.words}</p>
      <Counts of={of} />
      {name ? <StepForm step={stepOf(name)} close={() => show(null)} /> : null}
    </div>
  )
}
const Counts = ({ of }: { readonly of: Poll }) => {
  const say = useWords(words)
  const mark = useMarks()
  return (
    <>
      {of.questions.map((question) => (
        <section key={question.id} className="stack">
          <h2>
            {question.words} {question.isMany ? <span className="quiet">{mark.aside(say.many)}</span> : null}
          </h2>
          <ul className="poll-counts">
            {question.options.map((option) => (
              <li key={option.id}>
                <span>{option.words}</span>
                <meter min={0} max={Math.max(1, of.answered)} value={option.count ?? 0} aria-label={option.words} />
                <strong>{option.count ?? 0}</strong>
              </li>
            ))}
          </ul>
        </section>
      ))}
      {of.remarks.length > 0 ? (
        <section className="stack">
          <h2>{say.remarks}</h2>
          <ul className="entries">
            {of.remarks.map((one, i) => (
              <li key={`${i}${one}`} className="entry">
                {one}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  )
}
