// Casting a vote: a choice for each item, then a fresh code to the phone, then the receipt.
import { useEffect, useState } from 'preact/hooks'
import { ballotChoices, type BallotChoice } from '../../../../contract/src/ballots-life.ts'
import { call } from '../../api.ts'
import { useAction } from '../../kit/action.ts'
import { Chips, Field } from '../../kit/field.tsx'
import { useKeptWords } from '../../kit/kept-words.ts'
import { Sheet } from '../../kit/sheet.tsx'
import { Failure } from '../../kit/states.tsx'
import { aside } from '../../marks.ts'
import type { Decision, Mine } from './decision.ts'
import { silenceSaid } from './silence.tsx'
import { w } from './words.ts'

const choices = Object.keys(ballotChoices) as BallotChoice[]
interface Props {
  of: Decision
  mine: Mine
  onClose: () => void
  onVoted: () => void
}
const useCountdown = () => {
  const [left, setLeft] = useState(0)
  useEffect(() => {
    if (left <= 0) return
    const clock = setTimeout(() => setLeft(left - 1), 1000)
    return () => clearTimeout(clock)
  }, [left])
  return [left, setLeft] as const
}
/** The last step: the code that proves who votes. */
const Proof = (
  props: Props & { marks: { itemId: string; mark: BallotChoice }[]; setReceipts: (all: string[]) => void },
) => {
  const { of, mine, marks, setReceipts, onVoted } = props
  const [phone, setPhone] = useState<string | null>(null)
  const [code, setCode] = useState('')
  const [wrong, setWrong] = useState(false)
  const [left, setLeft] = useCountdown()
  const ask = useAction(async (_round: number, key) => {
    const sent = await call('POST /api/decisions/:id/voting-code', { params: { id: of.id }, key })
    setPhone(sent.phoneMasked)
    setLeft(sent.resendInSeconds)
  })
  const cast = useAction(async (body: { code: string; marks: typeof marks; mandateId?: string }, key) => {
    const done = await call('POST /api/decisions/:id/ballot', { params: { id: of.id }, body, key })
    setReceipts(done.receipts.map((one) => one.receipt))
    onVoted()
  })
  const submit = () => {
    const isWrong = !/^\d{6}$/.test(code)
    setWrong(isWrong)
    if (!isWrong) void cast.run({ code, marks, ...(mine.mandateId === null ? {} : { mandateId: mine.mandateId }) })
  }
  return (
    <>
      <p>{phone ? w('codeSays', { phone }) : w('codeFirst')}</p>
      {ask.trouble && <Failure trouble={ask.trouble} />}
      <button
        type="button"
        class={phone ? 'button' : 'button main'}
        aria-disabled={ask.busy || left > 0}
        onClick={() => {
          if (left === 0) void ask.run(Date.now())
        }}
      >
        {left > 0 ? `${w('getCode')}${aside(left)}` : w('getCode')}
      </button>
      {phone && (
        <>
          <Field
            label={w('code')}
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={6}
            value={code}
            onValue={(text) => setCode(text.replace(/\D/g, '').slice(0, 6))}
            wrong={wrong && code.length !== 6 ? w('codeNeeded') : null}
          />
          {cast.trouble && <Failure trouble={cast.trouble} />}
          <button type="button" class="button main" aria-disabled={cast.busy} onClick={submit}>
            {w('confirm')}
          </button>
        </>
      )}
    </>
  )
}
type Chosen = Record<string, BallotChoice>
const writtenMarks = (chosen: Chosen): string => (Object.keys(chosen).length === 0 ? '' : JSON.stringify(chosen))
export const VoteSheet = (props: Props) => {
  const { of, mine, onClose } = props
  const [chosen, setChosen] = useState<Chosen>({})
  const [receipts, setReceipts] = useState<string[]>([])
  // Who leaves for the phone message with the code finds the same choices again.
  useKeptWords('marks', of.id + mine.key, writtenMarks(chosen), (written) => setChosen(JSON.parse(written) as Chosen))
  const marks = of.items.flatMap(({ id }) => (chosen[id] === undefined ? [] : [{ itemId: id, mark: chosen[id] }]))
  if (receipts.length > 0)
    return (
      <Sheet title={w('thanks')} onClose={onClose}>
        <p>{w('keepReceipt')}</p>
        {receipts.map((one) => (
          <p key={one} class="strong">
            {w('receipt')} {one}
          </p>
        ))}
        <p class="quiet">{w('lastCounts')}</p>
      </Sheet>
    )
  return (
    <Sheet title={mine.forName === null ? w('vote') : w('forOther', { name: mine.forName })} onClose={onClose}>
      {of.citySystem && <p class="notice info">{w('consultation')}</p>}
      {of.items.map((item) => (
        <Chips
          key={item.id}
          label={item.title}
          of={choices.map((one) => [one, w(one)])}
          chosen={chosen[item.id] === undefined ? [] : [chosen[item.id]!]}
          onChoose={([next]) => next && setChosen({ ...chosen, [item.id]: next })}
        />
      ))}
      <p class="small quiet">{silenceSaid(of)}</p>
      {marks.length === of.items.length ? (
        <Proof
          {...props}
          marks={marks}
          setReceipts={(all) => {
            setReceipts(all)
            setChosen({})
          }}
        />
      ) : (
        <p class="quiet">{w('chooseAll')}</p>
      )}
    </Sheet>
  )
}
