// One consultation: the questions, my answer, what people think. It binds nobody, and says so.
import { useState } from 'preact/hooks'
import type { Api } from '../../../../contract/src/all.ts'
import type { OutOf } from '../../../../contract/src/endpoint.ts'
import { notBinding, pollAudiences, pollStates } from '../../../../contract/src/polls-life.ts'
import { call } from '../../api.ts'
import { useAction } from '../../kit/action.ts'
import { Chips, Lines } from '../../kit/field.tsx'
import { useLoad } from '../../kit/load.ts'
import { OwnPage } from '../../kit/own-page.tsx'
import { Failure, Skeleton } from '../../kit/states.tsx'
import { tell } from '../../kit/toast.tsx'
import { aside, mark } from '../../marks.ts'
import { say } from '../../words.ts'
import { w } from './words.ts'

type Poll = OutOf<Api['GET /api/polls/:id']>
const Answer = ({ of, put }: { of: Poll; put: (next: Poll) => void }) => {
  const [chosen, setChosen] = useState<Record<string, string[]>>(
    Object.fromEntries(of.questions.map((question) => [question.id, question.mine])),
  )
  const [remark, setRemark] = useState('')
  const [wrong, setWrong] = useState(false)
  const send = useAction(async (body: { optionIds: string[]; remark?: string }, key) => {
    put(await call('POST /api/polls/:id/answers', { params: { id: of.id }, body, key }))
    tell(w('sent'))
  })
  const isFull = of.questions.every((question) => (chosen[question.id]?.length ?? 0) > 0)
  const submit = () => {
    setWrong(!isFull)
    if (!isFull) return
    const said = remark.trim()
    void send.run({ optionIds: Object.values(chosen).flat(), ...(said === '' ? {} : { remark: said }) })
  }
  return (
    <section class="stack">
      {of.questions.map((question) => (
        <Chips
          key={question.id}
          label={question.isMany ? `${question.words}${aside(w('many'))}` : question.words}
          many={question.isMany}
          of={question.options.map((option) => [option.id, option.words] as const)}
          chosen={chosen[question.id] ?? []}
          onChoose={(next) => setChosen({ ...chosen, [question.id]: next })}
        />
      ))}
      <Lines label={w('remark')} max={300} rows={2} value={remark} onValue={setRemark} />
      <p class="small quiet">{w('anonymous')}</p>
      {wrong && !isFull && <p role="alert">{w('chooseAll')}</p>}
      {send.trouble && <Failure trouble={send.trouble} />}
      <button type="button" class="button main" aria-disabled={send.busy} onClick={submit}>
        {w('send')}
      </button>
    </section>
  )
}
const Counts = ({ of }: { of: Poll }) => {
  if (of.questions.every((question) => question.options.every((option) => option.count === null))) return null
  return (
    <section class="stack">
      <h2>{w('counts')}</h2>
      <p class="quiet">{w('answered', { n: of.answered })}</p>
      {of.questions.map((question) => (
        <div key={question.id} class="card stack">
          <p class="strong">{question.words}</p>
          {question.options.map((option) => (
            <p key={option.id} class="row">
              <span class="grow">
                {option.words}
                {question.mine.includes(option.id) ? aside(w('mine')) : ''}
              </span>
              <strong>{option.count ?? 0}</strong>
            </p>
          ))}
        </div>
      ))}
      {of.remarks.length > 0 && (
        <>
          <h2>{w('remarks')}</h2>
          <ul class="cells">
            {of.remarks.map((one, i) => (
              <li key={`${i}${one}`} class="cell">
                {one}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
const Body = ({ id }: { id: string }) => {
  const { data, trouble, reload, put } = useLoad(`polls/${id}`, () => call('GET /api/polls/:id', { params: { id } }))
  if (trouble && !data) return <Failure trouble={trouble} retry={reload} />
  if (!data) return <Skeleton />
  const [state, audience] = [pollStates[data.state], pollAudiences[data.audience]]
  return (
    <>
      <h2>{data.title}</h2>
      <p class="notice info">{say([notBinding.zh, notBinding.en])}</p>
      <p>
        {say([state.zh, state.en])} · {say([audience.zh, audience.en])} · {w('until', { day: data.closesOn })}
      </p>
      <p class="quiet">{w('askedBy', { who: data.askedBy })}</p>
      <p style="white-space: pre-wrap">{data.words}</p>
      {data.endedWords && (
        <p>
          {w('why')}
          {mark('colon')}
          {data.endedWords}
        </p>
      )}
      {data.may.includes('answer') && <Answer of={data} put={put} />}
      <Counts of={data} />
      {data.topicId && (
        <a class="button" href="/deliberation">
          {w('topic')}
        </a>
      )}
      {data.decisionId && (
        <a class="button" href={`/decisions/${data.decisionId}`}>
          {w('decision')}
        </a>
      )}
    </>
  )
}
const PollPage = ({ id }: { id: string }) => (
  <OwnPage title={w('title')} backTo="/polls">
    <Body id={id} />
  </OwnPage>
)
export default PollPage
