// One shared cost: what it means for my home, how it is reckoned, agree or object, what is still to pay.
import { useState } from 'preact/hooks'
import { planStates } from '../../../../contract/src/funds-life.ts'
import { call } from '../../api.ts'
import { useAction } from '../../kit/action.ts'
import { useLoad } from '../../kit/load.ts'
import { OwnPage } from '../../kit/own-page.tsx'
import { Failure, Skeleton } from '../../kit/states.tsx'
import { tell } from '../../kit/toast.tsx'
import { mark } from '../../marks.ts'
import { say } from '../../words.ts'
import { yuan } from './money.ts'
import { ObjectSheet } from './sheets.tsx'
import { w } from './words.ts'
import type { Share } from './share.ts'
import './funds.css'

type Line = Share['lines'][number]
const area = (line: Line) => ((line.area ?? 0) / 100).toFixed(2)
const weightWords = (of: Share, line: Line): string => {
  if (of.method === 'household') return w('weightHome')
  if (of.method === 'agreed') return w('weightAgreed')
  if (of.method === 'factors')
    return w('weightFactor', { area: area(line), factor: ((line.factor ?? 1000) / 1000).toString() })
  return w('weightArea', { area: area(line) })
}
/** The exact quotient to four places, by whole numbers. */
const exactly = (rest: number, weight: number, weights: number): string => {
  if (weights === 0) return '¥0'
  const parts = (BigInt(rest) * BigInt(weight) * 100n) / BigInt(weights)
  return `¥${parts / 10_000n}.${String(parts % 10_000n).padStart(4, '0')}…`
}
const How = ({ of, line }: { of: Share; line: Line }) => {
  const rest = of.total - of.subsidy
  return (
    <details>
      <summary>{w('how')}</summary>
      <div class="stack">
        <p>{weightWords(of, line)}</p>
        <p class="fund-formula">
          {w('formula', {
            total: yuan(rest),
            weight: line.weight,
            weights: of.weights,
            exact: exactly(rest, line.weight, of.weights),
          })}
        </p>
        <p class="small quiet">{w('rounding')}</p>
        {of.hash && <p class="small quiet fund-formula">{w('print', { hash: of.hash })}</p>}
      </div>
    </details>
  )
}
const Figures = ({ of, line }: { of: Share; line: Line }) => {
  const isPaying = of.state === 'collecting' || of.state === 'settling' || of.state === 'settled'
  return (
    <dl class="fund-facts">
      <dt>{w('share')}</dt>
      <dd>{yuan(line.share)}</dd>
      {line.finalShare !== null && (
        <>
          <dt>{w('finalShare')}</dt>
          <dd>{yuan(line.finalShare)}</dd>
        </>
      )}
      {(isPaying ? line.covered : line.fromAccount) > 0 && (
        <>
          <dt>{w('fromAccount')}</dt>
          <dd>{yuan(isPaying ? line.covered : line.fromAccount)}</dd>
        </>
      )}
      {!isPaying && (
        <>
          <dt>{w('toPay')}</dt>
          <dd>{yuan(line.toPay)}</dd>
        </>
      )}
      {isPaying && (
        <>
          <dt>{w('paid')}</dt>
          <dd>{yuan(line.paid)}</dd>
          <dt>{line.due < 0 ? w('back') : w('due')}</dt>
          <dd class="strong">{yuan(Math.abs(line.due))}</dd>
        </>
      )}
    </dl>
  )
}
const Mine = ({ of, line, put }: { of: Share; line: Line; put: (plan: Share) => void }) => {
  const [objects, setObjects] = useState(false)
  const agree = useAction(async (lineId: string, key) => {
    put(
      await call('POST /api/funds/plans/:id/answers/:thingId', {
        params: { id: of.id, thingId: lineId },
        body: { answer: 'agree' },
        key,
      }),
    )
    tell(w('sent'))
  })
  return (
    <section class="card stack">
      <h2>{w('forMe')}</h2>
      <p class="small quiet">{line.home.name}</p>
      <p class="fund-sum">{yuan(line.finalShare ?? line.share)}</p>
      <Figures of={of} line={line} />
      {line.due > 0 && of.dueOn && <p class="notice wait">{w('payBy', { day: of.dueOn })}</p>}
      <How of={of} line={line} />
      {line.answer && <p>{w('answered', { answer: line.answer === 'agree' ? w('agree') : w('object') })}</p>}
      {of.state === 'asked' && (
        <>
          {of.answerBy && <p>{w('until', { day: of.answerBy })}</p>}
          {agree.trouble && <Failure trouble={agree.trouble} />}
          {line.answer !== 'agree' && (
            <button
              type="button"
              class="button main"
              aria-disabled={agree.busy}
              onClick={() => void agree.run(line.id)}
            >
              {w('agree')}
            </button>
          )}
          {line.answer !== 'object' && (
            <button type="button" class="button wide" onClick={() => setObjects(true)}>
              {w('object')}
            </button>
          )}
        </>
      )}
      {objects && <ObjectSheet id={of.id} lineId={line.id} put={put} onClose={() => setObjects(false)} />}
    </section>
  )
}
const Shown = ({ id }: { id: string }) => {
  const { data, trouble, reload, put } = useLoad(`shares/${id}`, () =>
    call('GET /api/funds/plans/:id', { params: { id } }),
  )
  if (trouble && !data) return <Failure trouble={trouble} retry={reload} />
  if (!data) return <Skeleton />
  const state = planStates[data.state]
  return (
    <>
      <section class="stack">
        <h2>{data.title}</h2>
        <p>{say([state.zh, state.en])}</p>
        <p class="strong">{w('total', { total: yuan(data.total) })}</p>
        {data.subsidy > 0 && <p>{w('less', { subsidy: yuan(data.subsidy), rest: yuan(data.total - data.subsidy) })}</p>}
        <p>
          {w('why')}
          {mark('colon')}
          {data.reason}
        </p>
      </section>
      {data.lines
        .filter((line) => line.isMine)
        .map((line) => (
          <Mine key={line.id} of={data} line={line} put={put} />
        ))}
      <section class="stack">
        <h2>{w('everybody')}</h2>
        <p class="small quiet">
          {w('agreeCount', { households: data.households, agreed: data.agreed, objected: data.objected })}
        </p>
        <ul class="cells">
          {data.lines.map((line) => (
            <li key={line.id} class="cell">
              <span class="grow">
                {line.home.name}
                <span class="small quiet">{weightWords(data, line)}</span>
              </span>
              <span class="fund-figure">{yuan(line.finalShare ?? line.share)}</span>
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}
const SharePage = ({ id }: { id: string }) => (
  <OwnPage title={w('shares')} backTo="/shares">
    <Shown id={id} />
  </OwnPage>
)
export default SharePage
