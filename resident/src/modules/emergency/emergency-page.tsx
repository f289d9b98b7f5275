// An emergency as a resident sees it: what happens, what to mind, asking for help, what became of it; and calls to staff.
import { useState } from 'preact/hooks'
import { callAnswers, taskKinds, taskStates, type TaskKind } from '../../../../contract/src/emergency-kinds.ts'
import type { Api } from '../../../../contract/src/all.ts'
import type { OutOf } from '../../../../contract/src/endpoint.ts'
import { call } from '../../api.ts'
import { useAction } from '../../kit/action.ts'
import { Chips, Field, Lines } from '../../kit/field.tsx'
import { Icon } from '../../kit/icon.tsx'
import { check, list } from '../../kit/icons.ts'
import { useLoad } from '../../kit/load.ts'
import { Page } from '../../kit/page.tsx'
import { Sheet } from '../../kit/sheet.tsx'
import { Empty, Failure, SignInFirst, Skeleton } from '../../kit/states.tsx'
import { tell } from '../../kit/toast.tsx'
import { Moment } from '../../kit/when.tsx'
import { mark } from '../../marks.ts'
import { session } from '../../session.ts'
import { useStore } from '../../store.ts'
import { language } from '../../words.ts'
import { emergenciesNow } from './banner.tsx'
import { w } from './words.ts'

type Now = OutOf<Api['GET /api/emergency/now']>[number]
type Call = OutOf<Api['GET /api/emergency/calls/mine']>[number]
const side = () => (language.get() === 'en' ? 'en' : 'zh')
const kinds = Object.keys(taskKinds) as TaskKind[]

const HelpSheet = ({ of, onClose, onDone }: { of: Now; onClose: () => void; onDone: () => void }) => {
  const [homeId, setHome] = useState(of.homes[0]!.id)
  const [kind, setKind] = useState<TaskKind>('supplies')
  const [text, setText] = useState('')
  const [wrong, setWrong] = useState(false)
  const ask = useAction(async (body: { homeId: string; kind: TaskKind; words: string }, key) => {
    await call('POST /api/emergency/:id/requests', { params: { id: of.id }, body, key })
    tell(w('sent'))
    onDone()
  })
  return (
    <Sheet title={w('help')} onClose={onClose}>
      {of.homes.length > 1 && (
        <Chips
          label={w('forHome')}
          of={of.homes.map((home) => [home.id, home.path] as const)}
          chosen={[homeId]}
          onChoose={([id]) => id && setHome(id)}
        />
      )}
      {of.homes.length === 1 && <p class="strong">{of.homes[0]!.path}</p>}
      <Chips
        label={w('what')}
        of={kinds.map((one) => [one, taskKinds[one][side()]] as const)}
        chosen={[kind]}
        onChoose={([one]) => one && setKind(one)}
      />
      <Lines
        label={w('details')}
        value={text}
        onValue={setText}
        max={300}
        placeholder={w('detailsHint')}
        wrong={wrong && text.trim().length < 2 ? w('detailsNeeded') : null}
      />
      {ask.trouble && <Failure trouble={ask.trouble} />}
      <button
        type="button"
        class="button main"
        aria-disabled={ask.busy}
        onClick={() => (text.trim().length < 2 ? setWrong(true) : void ask.run({ homeId, kind, words: text.trim() }))}
      >
        {w('send')}
      </button>
    </Sheet>
  )
}
const Requests = ({ of }: { of: Now }) =>
  of.requests.length === 0 ? null : (
    <section class="stack">
      <h2>{w('myRequests')}</h2>
      <ul class="cells">
        {of.requests.map((one) => (
          <li key={one.id} class="cell">
            <Icon of={one.state === 'done' ? check : list} />
            <span class="grow">
              <span class="strong">
                {taskKinds[one.kind][side()]} · {taskStates[one.state][side()]}
              </span>
              <span class="small">{one.words}</span>
              {one.result && <span class="small quiet">{one.result}</span>}
              <span class="small quiet">
                <Moment at={one.at} />
              </span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
const Emergency = ({ of, reload }: { of: Now; reload: () => void }) => {
  const [asking, setAsking] = useState(false)
  return (
    <>
      <section class="card stack">
        <h2>{of.name}</h2>
        <p>
          {of.area} · {w('since')} <Moment at={of.since} withTime />
        </p>
        <p>
          {w('reason')}
          {mark('colon')}
          {of.reason}
        </p>
        {of.advice && (
          <p>
            {w('advice')}
            {mark('colon')}
            {of.advice}
          </p>
        )}
      </section>
      {of.homes.length > 0 && (
        <button type="button" class="button main" onClick={() => setAsking(true)}>
          {w('help')}
        </button>
      )}
      {of.works && (
        <a class="button wide" href="/emergency/tasks">
          {w('tasks')}
        </a>
      )}
      <Requests of={of} />
      {asking && (
        <HelpSheet
          of={of}
          onClose={() => setAsking(false)}
          onDone={() => {
            setAsking(false)
            reload()
          }}
        />
      )}
    </>
  )
}
/** An hour of today or tomorrow, as people say it: 20:30 means the next 20:30. */
const nextMoment = (clock: string): string => {
  const day = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
  const at = new Date(`${day}T${clock}:00+08:00`)
  return new Date(at.getTime() < Date.now() - 60_000 ? at.getTime() + 86_400_000 : at.getTime()).toISOString()
}
const AnswerSheet = ({ of, onClose, onDone }: { of: Call; onClose: () => void; onDone: () => void }) => {
  const [answer, setAnswer] = useState<'coming' | 'cannot'>(of.answer ?? 'coming')
  const [eta, setEta] = useState('')
  const [text, setText] = useState('')
  const send = useAction(async (body: { answer: 'coming' | 'cannot'; eta?: string; words?: string }, key) => {
    await call('POST /api/emergency/calls/:id/answer', { params: { id: of.id }, body, key })
    onDone()
  })
  return (
    <Sheet title={w('answer')} onClose={onClose}>
      <p>{of.words}</p>
      <Chips
        label={w('answer')}
        hideLabel
        of={[
          ['coming', w('coming')],
          ['cannot', w('cannot')],
        ]}
        chosen={[answer]}
        onChoose={([one]) => one && setAnswer(one)}
      />
      {answer === 'coming' && <Field label={w('eta')} type="time" value={eta} onValue={setEta} />}
      <Lines label={w('why')} keptBy={of.id} value={text} onValue={setText} rows={2} max={200} />
      {send.trouble && <Failure trouble={send.trouble} />}
      <button
        type="button"
        class="button main"
        aria-disabled={send.busy}
        onClick={() =>
          void send.run({
            answer,
            ...(answer === 'coming' && eta ? { eta: nextMoment(eta) } : {}),
            ...(text.trim() ? { words: text.trim() } : {}),
          })
        }
      >
        {w('answer')}
      </button>
    </Sheet>
  )
}
/** Calls to the person, each with its answer. */
export const Calls = () => {
  const { data, reload } = useLoad('emergency/calls', () => call('GET /api/emergency/calls/mine'))
  const [answering, setAnswering] = useState<Call | null>(null)
  if (!data || data.length === 0) return null
  return (
    <section class="stack">
      <h2>{w('calls')}</h2>
      {data.map((one) => (
        <div key={one.id} class="card stack">
          <p class="strong">{one.emergency.name}</p>
          <p>{one.words}</p>
          <p class="small quiet">{w('asPost', { post: one.post })}</p>
          {one.answer && (
            <p class="small">
              {w('youSaid', { answer: callAnswers[one.answer][side()] })} {one.eta && <Moment at={one.eta} withTime />}
            </p>
          )}
          <button type="button" class={one.answer ? 'button wide' : 'button main'} onClick={() => setAnswering(one)}>
            {w('answer')}
          </button>
        </div>
      ))}
      {answering && (
        <AnswerSheet
          of={answering}
          onClose={() => setAnswering(null)}
          onDone={() => {
            setAnswering(null)
            reload()
          }}
        />
      )}
    </section>
  )
}
const All = () => {
  const { data, trouble, reload } = useLoad('emergency/now', emergenciesNow)
  if (trouble && !data) return <Failure trouble={trouble} retry={reload} />
  if (!data) return <Skeleton />
  if (data.length === 0) return <Empty icon={check} title={w('none')} hint={w('noneHint')} />
  return (
    <>
      {data.map((one) => (
        <Emergency key={one.id} of={one} reload={reload} />
      ))}
    </>
  )
}
const EmergencyPage = () => {
  const who = useStore(session)
  return (
    <Page title={w('title')} backTo="/">
      {who.state === 'out' ? (
        <SignInFirst />
      ) : (
        <>
          <All />
          <Calls />
        </>
      )}
    </Page>
  )
}
export default EmergencyPage
