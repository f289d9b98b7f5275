// Topics: gathered, selected for a scheme, or set aside with a reason; cases handed to deliberation are taken up here.
import { Button, Form, Input, Select } from 'antd'
import { ListTodo, Plus } from 'lucide-react'
import { useState } from 'react'
import { topicSources, topicStates } from '../../../../contract/src/deliberation-life.ts'
import { useSearch } from '../../platform/address.ts'
import { useAct, useApi } from '../../platform/api.ts'
import { EntryList } from '../../platform/entry-list.tsx'
import { FormDrawer } from '../../platform/form-drawer.tsx'
import { useList, type RowOf } from '../../platform/list.ts'
import { Listing } from '../../platform/listing.tsx'
import { Tag } from '../../platform/tags.tsx'
import { usePick, useWords } from '../../platform/words.ts'
import { NewTopic, type MatterOfCase } from './new-topic.tsx'
import { TopicDrawer } from './topic-drawer.tsx'
import { words } from './words.ts'

type Topic = RowOf<'GET /api/deliberation/topics'>
type Act =
  | { readonly what: 'new'; readonly of?: MatterOfCase }
  | { readonly what: 'select' | 'drop'; readonly topic: Topic }
const states = Object.keys(topicStates) as (keyof typeof topicStates)[]
export const TopicsTab = () => {
  const say = useWords(words)
  const [act, setAct] = useState<Act | null>(null)
  const pick = usePick()
  const [search, change] = useSearch()
  const state = states.find((one) => one === search['state'])
  const query = state ? { state } : {}
  const list = useList('GET /api/deliberation/topics', { query })
  return (
    <div className="stack">
      <div className="filters" role="search">
        <Button type="primary" icon={<Plus size={16} aria-hidden />} onClick={() => setAct({ what: 'new' })}>
          {say.newTopic}
        </Button>
        <Select
          aria-label={say.state}
          style={{ minWidth: 160 }}
          value={state ?? ''}
          onChange={(next) => change({ state: next === '' ? undefined : next })}
          options={[
            { value: '', label: say.all },
            ...states.map((value) => ({ value: value as string, label: pick(topicStates[value]) })),
          ]}
        />
      </div>
      <HandOvers take={(of) => setAct({ what: 'new', of })} />
      <Listing list={list} icon={ListTodo} empty={{ title: say.noTopics, hint: say.noTopicsHint }} isPlain>
        {(rows) => (
          <EntryList of={rows}>
            {(row) => <TopicCard topic={row} ask={setAct} open={() => change({ topic: row.id })} />}
          </EntryList>
        )}
      </Listing>
      {search['topic'] ? <TopicDrawer id={search['topic']} close={() => change({ topic: undefined })} /> : null}
      {act?.what === 'new' ? <NewTopic {...act} close={() => setAct(null)} /> : null}
      {act?.what === 'select' ? <SelectForm topic={act.topic} close={() => setAct(null)} /> : null}
      {act?.what === 'drop' ? <DropForm topic={act.topic} close={() => setAct(null)} /> : null}
    </div>
  )
}
interface CardProps {
  readonly topic: Topic
  readonly ask: (act: Act) => void
  readonly open: () => void
}
const TopicCard = ({ topic, ask, open }: CardProps) => {
  const say = useWords(words)
  const pick = usePick()
  return (
    <article className="entry">
      <p className="row">
        <strong>{topic.title}</strong>
        <Tag tone={topic.state === 'resolved' ? 'good' : topic.state === 'dropped' ? 'quiet' : 'info'}>
          {pick(topicStates[topic.state])}
        </Tag>
        {topic.source === 'petition' ? <span>{say.namesOf(topic.names, topic.namesNeeded)}</span> : null}
      </p>
      <p className="entry-words">{topic.words}</p>
      <p className="quiet">
        {topic.number} · {pick(topicSources[topic.source])} · {topic.place.name}
      </p>
      {topic.reason ? <p>{topic.reason}</p> : null}
      <p className="row">
        {topic.may.includes('select') ? (
          <Button size="small" type="primary" onClick={() => ask({ what: 'select', topic })}>
            {say.select}
          </Button>
        ) : null}
        {topic.may.includes('drop') ? (
          <Button size="small" onClick={() => ask({ what: 'drop', topic })}>
            {say.drop}
          </Button>
        ) : null}
        <Button size="small" onClick={open} aria-label={`${say.history} ${topic.title}`}>
          {say.history}
        </Button>
      </p>
    </article>
  )
}
const HandOvers = ({ take }: { readonly take: (of: MatterOfCase) => void }) => {
  const say = useWords(words)
  const waiting = useApi('GET /api/promises/hand-overs', { query: { waiting: 'true', limit: 20 } })
  if (!waiting.data || waiting.data.rows.length === 0) return null
  return (
    <section className="stack">
      <h2>{say.handOvers}</h2>
      <ul className="entries">
        {waiting.data.rows.map((row) => (
          <li key={row.id} className="entry">
            <p>{row.case.words}</p>
            <p className="quiet">
              {row.case.number} · {row.case.place} · {row.reason}
            </p>
            <p>
              <Button size="small" onClick={() => take({ caseId: row.case.id, words: row.case.words })}>
                {say.takeUp}
              </Button>
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
const SelectForm = ({ topic, close }: { readonly topic: Topic; readonly close: () => void }) => {
  const say = useWords(words)
  const schemes = useApi('GET /api/deliberation/schemes', {})
  const select = useAct('POST /api/deliberation/topics/:id/selection', { onDone: close })
  return (
    <FormDrawer<{ scheme: string }>
      open
      title={say.select}
      lead={topic.title}
      verb={say.select}
      initial={{}}
      isBusy={select.isPending}
      problem={select.error}
      onSave={(body) => select.mutate({ params: { id: topic.id }, body })}
      onClose={close}
    >
      {() => (
        <Form.Item name="scheme" label={say.scheme} rules={[{ required: true, message: say.needed }]}>
          <Select options={(schemes.data ?? []).map((one) => ({ value: one.code, label: one.name }))} />
        </Form.Item>
      )}
    </FormDrawer>
  )
}
const DropForm = ({ topic, close }: { readonly topic: Topic; readonly close: () => void }) => {
  const say = useWords(words)
  const drop = useAct('POST /api/deliberation/topics/:id/drop', { onDone: close })
  return (
    <FormDrawer<{ reason: string }>
      open
      title={say.drop}
      lead={say.dropLead}
      verb={say.drop}
      initial={{}}
      isBusy={drop.isPending}
      problem={drop.error}
      onSave={(body) => drop.mutate({ params: { id: topic.id }, body })}
      onClose={close}
    >
      {() => (
        <Form.Item name="reason" label={say.reason} rules={[{ required: true, min: 2, message: say.wordsNeeded }]}>
          <Input.TextArea rows={3} maxLength={500} />
        </Form.Item>
      )}
    </FormDrawer>
  )
}
