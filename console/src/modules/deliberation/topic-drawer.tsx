// One topic: where it came from, every step with its reason, and the meetings it went through.
import { Link } from '@tanstack/react-router'
import { Drawer } from 'antd'
import {
  meetingStates,
  topicLife,
  topicSources,
  topicStates,
  type TopicStep,
} from '../../../../contract/src/deliberation-life.ts'
import { useApi } from '../../platform/api.ts'
import { Facts } from '../../platform/facts.tsx'
import { Loaded } from '../../platform/page.tsx'
import { TimeText } from '../../platform/time.tsx'
import { usePick, useWords } from '../../platform/words.ts'
import { words } from './words.ts'

export const TopicDrawer = ({ id, close }: { readonly id: string; readonly close: () => void }) => {
  const say = useWords(words)
  const pick = usePick()
  const topic = useApi('GET /api/deliberation/topics/:id', { params: { id } })
  const nameOf = (step: string) =>
    step in topicLife.steps
      ? pick(topicLife.steps[step as TopicStep])
      : step === 'ownersDecided'
        ? say.ownersDecided
        : say.proposedIt
  return (
    <Drawer open title={topic.data?.title ?? say.topics} onClose={close} size={520} destroyOnHidden>
      <Loaded of={topic}>
        {(one) => (
          <div className="stack">
            <p className="entry-words">{one.words}</p>
            <Facts
              facts={[
                { label: say.source, value: pick(topicSources[one.source]) },
                { label: say.place, value: one.place.name },
                { label: say.state, value: pick(topicStates[one.state]) },
                ...(one.proposer ? [{ label: say.proposer, value: one.proposer }] : []),
                ...(one.reason ? [{ label: say.reason, value: one.reason }] : []),
                ...(one.caseId
                  ? [{ label: say.fromCase, value: <Link to={`/cases/${one.caseId}`}>{say.openCase}</Link> }]
                  : []),
              ]}
            />
            <h3>{say.history}</h3>
            <ol className="entries">
              {one.steps.map((step) => (
                <li key={`${step.at}${step.step}`}>
                  <strong>{nameOf(step.step)}</strong> {step.words}
                  <br />
                  <span className="quiet">
                    <TimeText at={step.at} /> {step.by ?? ''}
                  </span>
                </li>
              ))}
            </ol>
            {one.meetings.length > 0 ? <h3>{say.meetings}</h3> : null}
            <ul className="entries">
              {one.meetings.map((meeting) => (
                <li key={meeting.id}>
                  <Link to={`/deliberation/${meeting.id}`}>{meeting.title}</Link>{' '}
                  <span className="quiet">
                    <TimeText at={meeting.startsAt} /> · {pick(meetingStates[meeting.state])}
                  </span>
                </li>
              ))}
            </ul>
          </div>
        )}
      </Loaded>
    </Drawer>
  )
}
