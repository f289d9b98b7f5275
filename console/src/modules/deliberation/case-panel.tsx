// On a case: that it is a topic, with the way to it; or the way to make it one.
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { MessagesSquare } from 'lucide-react'
import { useState } from 'react'
import { topicStates } from '../../../../contract/src/deliberation-life.ts'
import { useApi } from '../../platform/api.ts'
import { Tag } from '../../platform/tags.tsx'
import { usePick, useWords } from '../../platform/words.ts'
import type { CasePanelProps } from '../cases/case-panel.ts'
import { NewTopic } from './new-topic.tsx'
import { words } from './words.ts'

export default function TopicPanel({ view }: CasePanelProps) {
  const say = useWords(words)
  const pick = usePick()
  const [isRaising, setRaising] = useState(false)
  const { data } = useApi('GET /api/deliberation/of-case/:id', { params: { id: view.id } }, { fresh: 10_000 })
  if (!data || (!data.topic && !data.mayRaise)) return null
  const { topic } = data
  return (
    <section className="stack" aria-label={say.topics}>
      {topic ? <h3>{say.topics}</h3> : null}
      {topic ? (
        <p className="row">
          <Tag tone={topic.state === 'resolved' ? 'good' : topic.state === 'dropped' ? 'quiet' : 'info'}>
            {say.isTopic} · {pick(topicStates[topic.state])}
          </Tag>
          <Link to="/deliberation" search={{ tab: 'topics', topic: topic.id } as never}>
            {topic.title}
          </Link>
        </p>
      ) : null}
      {data.mayRaise ? (
        <p>
          <Button icon={<MessagesSquare size={16} aria-hidden />} onClick={() => setRaising(true)}>
            {say.makeTopic}
          </Button>
        </p>
      ) : null}
      {isRaising ? (
        <NewTopic of={{ caseId: view.id, words: view.words, place: data.place }} close={() => setRaising(false)} />
      ) : null}
    </section>
  )
}
