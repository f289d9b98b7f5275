// One topic on a phone: what became of it, step by step, with every reason (mission B3).
import { meetingStates, topicLife, topicStates, type TopicStep } from '../../../../contract/src/deliberation-life.ts'
import { call } from '../../api.ts'
import { useLoad } from '../../kit/load.ts'
import { Failure, Skeleton } from '../../kit/states.tsx'
import { Moment } from '../../kit/when.tsx'
import { say } from '../../words.ts'
import { History } from './history.tsx'
import { SignedInPage } from './signed-in.tsx'
import { w } from './words.ts'

const named = (table: { readonly zh: string; readonly en: string }) => say([table.zh, table.en])
const stepName = (step: string) =>
  step in topicLife.steps
    ? named(topicLife.steps[step as TopicStep])
    : w(step === 'ownersDecided' ? 'ownersDecided' : 'proposedIt')
const Topic = ({ id }: { id: string }) => {
  const topic = useLoad(`deliberation/topics/${id}`, () => call('GET /api/deliberation/topics/:id', { params: { id } }))
  if (!topic.data)
    return topic.trouble ? <Failure trouble={topic.trouble} retry={topic.reload} /> : <Skeleton rows={4} height={4} />
  const of = topic.data
  return (
    <>
      <header class="stack">
        <h2>{of.title}</h2>
        <p class="said">{of.words}</p>
        <p class="quiet">
          {named(topicStates[of.state])} · {of.place.name}
        </p>
        {of.reason && <p class="notice">{w('reason', { words: of.reason })}</p>}
      </header>
      <section class="stack">
        <h2>{w('history')}</h2>
        <History entries={of.steps.map((one) => ({ title: stepName(one.step), words: one.words, at: one.at }))} />
      </section>
      {of.meetings.length > 0 && (
        <section class="stack">
          <h2>{w('itsMeetings')}</h2>
          <ul class="cells">
            {of.meetings.map((one) => (
              <li key={one.id}>
                <a class="cell" href={`/deliberation/meetings/${one.id}`}>
                  <span class="grow">
                    <span>{one.title}</span>
                    <span class="small quiet">
                      <Moment at={one.startsAt} withTime /> · {named(meetingStates[one.state])}
                    </span>
                  </span>
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
const TopicPage = ({ id }: { id: string }) => (
  <SignedInPage title={w('topic')} backTo="/deliberation">
    {() => <Topic id={id} />}
  </SignedInPage>
)
export default TopicPage
