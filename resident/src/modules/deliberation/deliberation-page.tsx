// 议事 for residents: what is coming, what came out, what neighbours propose; propose one, put a name to one.
import { useState } from 'preact/hooks'
import type { Api } from '../../../../contract/src/all.ts'
import { topicStates } from '../../../../contract/src/deliberation-life.ts'
import type { OutOf } from '../../../../contract/src/endpoint.ts'
import { call } from '../../api.ts'
import { useAction } from '../../kit/action.ts'
import { Field, Lines, SwitchCell } from '../../kit/field.tsx'
import { Icon } from '../../kit/icon.tsx'
import { megaphone, right } from '../../kit/icons.ts'
import { useLoad } from '../../kit/load.ts'
import { Page } from '../../kit/page.tsx'
import { Sheet } from '../../kit/sheet.tsx'
import { Empty, Failure, SignInFirst, Skeleton } from '../../kit/states.tsx'
import { tell } from '../../kit/toast.tsx'
import { session } from '../../session.ts'
import { useStore } from '../../store.ts'
import { say } from '../../words.ts'
import '../../kit/paper.css'
import { MeetingCells } from './meeting-cells.tsx'
import { w } from './words.ts'

type Topic = OutOf<Api['GET /api/deliberation/topics']>['rows'][number]

const Propose = ({ close, changed }: { close: () => void; changed: () => void }) => {
  const near = useLoad('places/my-neighbourhood', () => call('GET /api/places/my-neighbourhood'))
  const [title, setTitle] = useState('')
  const [why, setWhy] = useState('')
  const [asksNames, setAsksNames] = useState(false)
  const placeId = near.data?.estate?.id ?? near.data?.community?.id ?? null
  const action = useAction(async (body: { title: string; words: string; asksNames: boolean }, key) => {
    const { asksNames: petition, ...rest } = body
    await call('POST /api/deliberation/topics', {
      body: { ...rest, placeId: placeId!, source: petition ? 'petition' : 'proposal' },
      key,
    })
    tell(w('proposed'))
    changed()
    close()
  })
  return (
    <Sheet title={w('propose')} onClose={close}>
      {near.data && placeId === null ? (
        <Empty icon={megaphone} title={w('noHome')}>
          <a class="button main" href="/me/homes">
            {w('noHomeLink')}
          </a>
        </Empty>
      ) : (
        <>
          <p class="quiet">{near.data?.estate?.name ?? near.data?.community?.name}</p>
          <Field label={w('topicTitle')} keptBy="topic" maxLength={60} value={title} onValue={setTitle} />
          <Lines label={w('topicWords')} max={1000} value={why} onValue={setWhy} />
          <div class="cells">
            <SwitchCell label={w('petition')} hint={w('petitionHint')} on={asksNames} onChange={setAsksNames} />
          </div>
          {action.trouble && <Failure trouble={action.trouble} />}
          <button
            type="button"
            class="button main"
            aria-disabled={action.busy || placeId === null || title.trim().length < 2 || why.trim().length < 2}
            onClick={() => {
              if (placeId !== null && title.trim().length >= 2 && why.trim().length >= 2)
                void action.run({ title: title.trim(), words: why.trim(), asksNames })
            }}
          >
            {w('propose')}
          </button>
        </>
      )}
    </Sheet>
  )
}
const TopicCell = ({ topic, changed }: { topic: Topic; changed: () => void }) => {
  const sign = useAction(async (id: string, key) => {
    await call('POST /api/deliberation/topics/:id/name', { params: { id }, key })
    changed()
  })
  const withdraw = useAction(async (id: string, key) => {
    await call('POST /api/deliberation/topics/:id/withdrawal', { params: { id }, key })
    changed()
  })
  const trouble = sign.trouble ?? withdraw.trouble
  return (
    <li class="cell">
      <span class="grow">
        <a class="strong" href={`/deliberation/topics/${topic.id}`}>
          {topic.title}
        </a>
        <span class="said">{topic.words}</span>
        <span class="small quiet">
          {say([topicStates[topic.state].zh, topicStates[topic.state].en])} · {topic.place.name}
        </span>
        {topic.source === 'petition' && (
          <span class="small">
            {w('names2', { n: topic.names, of: topic.namesNeeded })}
            {topic.signed && ` · ${w('signed')}`}
          </span>
        )}
        {topic.reason && <span class="small">{w('reason', { words: topic.reason })}</span>}
        {trouble && <Failure trouble={trouble} />}
        {topic.may.includes('sign') && (
          <button type="button" class="button" onClick={() => void sign.run(topic.id)}>
            {w('sign')}
          </button>
        )}
        {topic.mine && topic.may.includes('withdraw') && (
          <button type="button" class="button" onClick={() => void withdraw.run(topic.id)}>
            {w('withdraw')}
          </button>
        )}
      </span>
    </li>
  )
}
const Lists = () => {
  const coming = useLoad('deliberation/coming', () =>
    call('GET /api/deliberation/meetings', { query: { upcoming: 'true', limit: 20 } }),
  )
  const held = useLoad('deliberation/held', () =>
    call('GET /api/deliberation/meetings', { query: { upcoming: 'false', limit: 20 } }),
  )
  const topics = useLoad('deliberation/topics', () => call('GET /api/deliberation/topics', { query: { limit: 30 } }))
  const [proposing, setProposing] = useState(false)
  if (coming.trouble && !coming.data) return <Failure trouble={coming.trouble} retry={coming.reload} />
  if (!coming.data || !held.data || !topics.data) return <Skeleton rows={5} height={4} />
  return (
    <>
      <button type="button" class="button main" onClick={() => setProposing(true)}>
        {w('propose')}
      </button>
      <div class="cells">
        <a class="cell" href="/deliberation/kept">
          <span class="grow">
            <span>{w('keptTitle')}</span>
            <span class="small quiet">{w('keptHint')}</span>
          </span>
          <Icon of={right} class="end" />
        </a>
      </div>
      {coming.data.rows.length > 0 && (
        <section class="stack">
          <h2>{w('coming')}</h2>
          <MeetingCells rows={coming.data.rows} />
        </section>
      )}
      <section class="stack">
        <h2>{w('topics')}</h2>
        {topics.data.rows.length === 0 ? (
          <p class="quiet">{w('noTopics')}</p>
        ) : (
          <ul class="cells">
            {topics.data.rows.map((topic) => (
              <TopicCell key={topic.id} topic={topic} changed={topics.reload} />
            ))}
          </ul>
        )}
      </section>
      <section class="stack">
        <h2>{w('results')}</h2>
        {held.data.rows.length === 0 ? (
          <Empty icon={megaphone} title={w('none')} hint={w('noneHint')} />
        ) : (
          <MeetingCells rows={held.data.rows} />
        )}
      </section>
      {proposing && <Propose close={() => setProposing(false)} changed={topics.reload} />}
    </>
  )
}
const DeliberationPage = () => {
  const who = useStore(session)
  return (
    <Page title={w('title')} backTo="/services">
      {who.state === 'out' && <SignInFirst />}
      {who.state === 'asking' && <Skeleton rows={4} height={4} />}
      {(who.state === 'in' || who.state === 'unknown') && <Lists />}
    </Page>
  )
}
export default DeliberationPage
