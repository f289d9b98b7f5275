// One trial for a household: what was promised, what was done, my mark for this week, what came of it.
import { useState } from 'preact/hooks'
import type { Api } from '../../../../contract/src/all.ts'
import type { OutOf } from '../../../../contract/src/endpoint.ts'
import { markWords, trialStates } from '../../../../contract/src/trials-life.ts'
import { call } from '../../api.ts'
import { useAction } from '../../kit/action.ts'
import { Chips, Lines } from '../../kit/field.tsx'
import { useLoad } from '../../kit/load.ts'
import { OwnPage } from '../../kit/own-page.tsx'
import { Failure, Skeleton } from '../../kit/states.tsx'
import { tell } from '../../kit/toast.tsx'
import { mark } from '../../marks.ts'
import { say } from '../../words.ts'
import { w } from './words.ts'

type Trial = OutOf<Api['GET /api/trials/:id']>
type Mark = keyof typeof markWords
const yuan = (fen: number) => (fen / 100).toFixed(2)
const marks = [5, 4, 3, 2, 1] as const satisfies readonly Mark[]
const MyMark = ({ of, put }: { of: Trial; put: (next: Trial) => void }) => {
  const mine = of.mine!
  const [chosen, setChosen] = useState<string>(mine.mark === null ? '' : String(mine.mark))
  const [words, setWords] = useState(mine.words)
  const [wrong, setWrong] = useState(false)
  const send = useAction(async (body: { homeId: string; mark: number; words?: string }, key) => {
    put(await call('POST /api/trials/:id/marks', { params: { id: of.id }, body, key }))
    tell(w('sent'))
  })
  const submit = () => {
    setWrong(chosen === '')
    if (chosen === '') return
    const said = words.trim()
    void send.run({ homeId: mine.homeId, mark: Number(chosen), ...(said === '' ? {} : { words: said }) })
  }
  return (
    <section class="card stack">
      <h2>{w('mark')}</h2>
      <p class="small quiet">{mine.mark === null ? w('oneEach') : w('marked')}</p>
      <Chips
        label={w('mark')}
        hideLabel
        of={marks.map((mark) => [String(mark), `${mark} ${say([markWords[mark].zh, markWords[mark].en])}`] as const)}
        chosen={chosen === '' ? [] : [chosen]}
        onChoose={([next]) => setChosen(next ?? '')}
      />
      {wrong && chosen === '' && <p role="alert">{w('chooseFirst')}</p>}
      <Lines label={w('say')} max={200} rows={2} value={words} onValue={setWords} />
      {send.trouble && <Failure trouble={send.trouble} />}
      <button type="button" class="button main" aria-disabled={send.busy} onClick={submit}>
        {w('send')}
      </button>
    </section>
  )
}
const Judged = ({ of }: { of: Trial }) => (
  <section class="stack">
    <h2>{w('weeks')}</h2>
    <p>{of.average === null ? w('notJudged') : w('judged', { n: of.marks, average: yuan(of.average) })}</p>
    {of.weeks.length > 0 && (
      <ul class="cells">
        {of.weeks.map((one) => (
          <li key={one.week} class="cell">
            {w('week', { day: one.week, n: one.marks, average: one.average === null ? '' : yuan(one.average) })}
          </li>
        ))}
      </ul>
    )}
  </section>
)
const Done = ({ of }: { of: Trial }) => (
  <section class="stack">
    <h2>{w('done')}</h2>
    {of.log.length === 0 ? (
      <p class="quiet">{w('nothingDone')}</p>
    ) : (
      <ul class="cells">
        {of.log.map((one) => (
          <li key={one.id} class="cell">
            <span class="grow">
              <span>{one.words}</span>
              {one.photos.length > 0 && (
                <span class="row">
                  {one.photos.map((photo) => (
                    <img key={photo} src={`/api/files/${photo}/thumbnail`} alt={one.words} width={96} height={72} />
                  ))}
                </span>
              )}
              <span class="small quiet">
                {one.day} · {one.byName}
              </span>
            </span>
          </li>
        ))}
      </ul>
    )}
  </section>
)
const Body = ({ id }: { id: string }) => {
  const { data, trouble, reload, put } = useLoad(`trials/${id}`, () => call('GET /api/trials/:id', { params: { id } }))
  if (trouble && !data) return <Failure trouble={trouble} retry={reload} />
  if (!data) return <Skeleton />
  const state = trialStates[data.state]
  return (
    <>
      <h2>{data.company.name}</h2>
      <p class="strong">{say([state.zh, state.en])}</p>
      <p>{w('dates', { from: data.startsOn, to: data.endsOn })}</p>
      {data.agreed ? (
        <p class="notice info">
          {w('agreed', { yuan: yuan(data.agreed.fee) })}
          {mark('comma')}
          {w('contract', { from: data.agreed.from, to: data.agreed.to })}
        </p>
      ) : (
        <p>{w('fee', { yuan: yuan(data.fee) })}</p>
      )}
      {data.leavesOn && <p class="notice info">{w('leaves', { day: data.leavesOn })}</p>}
      {data.endedWords && (
        <p>
          {w('why')}
          {mark('colon')}
          {data.endedWords}
        </p>
      )}
      {data.decisionId && data.state === 'deciding' && (
        <a class="button main" href={`/decisions/${data.decisionId}`}>
          {w('vote')}
        </a>
      )}
      {data.may.includes('mark') && data.mine && <MyMark of={data} put={put} />}
      <Judged of={data} />
      <Done of={data} />
      <section class="stack">
        <h2>{w('conditions')}</h2>
        <p style="white-space: pre-wrap">{data.conditions}</p>
      </section>
    </>
  )
}
const TrialPage = ({ id }: { id: string }) => (
  <OwnPage title={w('title')} backTo="/trials">
    <Body id={id} />
  </OwnPage>
)
export default TrialPage
