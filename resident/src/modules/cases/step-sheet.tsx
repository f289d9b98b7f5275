// What a reporter can do with a case: confirm and rate, ask to reopen, add words, withdraw. One sheet, one question each.
import { useState } from 'preact/hooks'
import { ratingReasons, type RatingReason } from '../../../../contract/src/cases-life.ts'
import { call } from '../../api.ts'
import { useAction } from '../../kit/action.ts'
import { Chips, Lines, Wrong } from '../../kit/field.tsx'
import { Sheet } from '../../kit/sheet.tsx'
import { Failure } from '../../kit/states.tsx'
import { tell } from '../../kit/toast.tsx'
import type { KeptFile } from '../../outbox/item.ts'
import { useKeptDraft } from '../../outbox/kept-draft.ts'
import { say, words } from '../../words.ts'
import type { CaseView, ReporterStep } from './case-view.ts'
import { PhotoPicker } from './photo-picker.tsx'
import { Stars } from './stars.tsx'

const w = words({
  confirm: ['确认并评价', 'Confirm and rate'],
  askReopening: ['要求重办', 'Ask to reopen'],
  withdraw: ['撤回这件诉求', 'Withdraw this case'],
  note: ['补充说明', 'Add words'],
  rate: ['这件事办得怎么样', 'How was it handled'],
  why: ['为什么（可不选）', 'Why (optional)'],
  more: ['还想说的话（可不填）', 'Anything else (optional)'],
  lowHint: ['低分会转给社区，由专人回看。', 'A low rating is read by a person, who may reopen it.'],
  needStars: ['请先选几分。', 'Choose a rating first.'],
  sendRating: ['提交评价', 'Send rating'],
  reopenWhy: ['哪里没办好', 'What is not solved'],
  needReason: ['请写一句原因。', 'Write one sentence about the reason.'],
  sendReopen: ['要求重办', 'Ask to reopen'],
  withdrawSays: [
    '撤回后，这件事不再办理。以后可以再反映。',
    'It will no longer be handled. You can report again later.',
  ],
  withdrawWhy: ['原因（可不填）', 'Reason (optional)'],
  sendWithdraw: ['确定撤回', 'Withdraw'],
  noteWords: ['想补充什么', 'What would you like to add'],
  needNote: ['请写一句。', 'Write one sentence.'],
  sendNote: ['提交', 'Send'],
  doneRating: ['谢谢您的评价', 'Thank you for rating'],
  doneReopen: ['已转给社区', 'Passed on to the community'],
  doneWithdraw: ['已撤回', 'Withdrawn'],
  doneNote: ['已补充', 'Added'],
  sending: ['正在提交', 'Sending'],
})

interface Props {
  of: CaseView
  step: ReporterStep
  onDone: (next: CaseView) => void
  onClose: () => void
}
/** In the language spoken when they are shown. */
const reasons = () =>
  (Object.keys(ratingReasons) as RatingReason[]).map(
    (reason) => [reason, say([ratingReasons[reason].zh, ratingReasons[reason].en])] as const,
  )
const praise: readonly RatingReason[] = ['fast', 'kind', 'solved']
const Submit = ({ busy, label, danger }: { busy: boolean; label: string; danger?: boolean }) => (
  <button type="submit" class={danger ? 'button danger wide' : 'button main'} aria-disabled={busy}>
    {busy ? w('sending') : label}
  </button>
)

const Confirm = ({ of, onDone }: Props) => {
  const [rating, setRating] = useState(0)
  const [chosen, setChosen] = useState<RatingReason[]>([])
  const [text, setText] = useState('')
  const [wrong, setWrong] = useState(false)
  const action = useAction(async (body: { rating: number; ratingReasons: RatingReason[]; words?: string }, key) => {
    const params = { id: of.id }
    // A merged case is not confirmed itself: what became of the matter is rated.
    onDone(
      of.state === 'merged'
        ? await call('POST /api/cases/:id/merged-rating', { params, body, key })
        : await call('POST /api/cases/:id/confirm', { params, body, key }),
    )
    tell(w('doneRating'))
  })
  const offered = reasons().filter(([reason]) => rating === 3 || praise.includes(reason) === rating > 3)
  const submit = (event: Event) => {
    event.preventDefault()
    setWrong(rating === 0)
    if (rating === 0) return
    const ratingReasons = chosen.filter((reason) => offered.some(([one]) => one === reason))
    void action.run({ rating, ratingReasons, ...(text.trim() ? { words: text.trim() } : {}) })
  }
  return (
    <form class="stack" onSubmit={submit}>
      <Stars label={w('rate')} value={rating} onValue={setRating} />
      {wrong && rating === 0 && <Wrong>{w('needStars')}</Wrong>}
      {rating > 0 && <Chips label={w('why')} of={offered} chosen={chosen} many onChoose={setChosen} />}
      {rating > 0 && rating < 3 && <p class="small quiet">{w('lowHint')}</p>}
      {rating > 0 && <Lines label={w('more')} rows={2} max={500} value={text} onValue={setText} />}
      {action.trouble && <Failure trouble={action.trouble} />}
      <Submit busy={action.busy} label={w('sendRating')} />
    </form>
  )
}

const uploadAll = async (photos: readonly KeptFile[]) => {
  const ids: string[] = []
  for (const photo of photos) {
    const file = new File([photo.blob], photo.name, { type: photo.blob.type })
    ids.push((await call('POST /api/files', { body: { kind: 'photo' }, file, key: photo.key })).id)
  }
  return ids
}

const noPhotos: { readonly photos: readonly KeptFile[] } = { photos: [] }
interface WordsFormProps {
  /** Which step of which case: its photos are kept under this until they are sent. */
  about: string
  label: string
  need: string | null
  send: string
  says?: string
  withPhotos?: boolean
  danger?: boolean
  work: (text: string, photos: string[], key: string) => Promise<void>
}
const WordsForm = ({ about, label, need, send, says, withPhotos, danger, work }: WordsFormProps) => {
  const [text, setText] = useState('')
  const { draft, change, clear } = useKeptDraft(about, noPhotos)
  const { photos } = draft
  const [wrong, setWrong] = useState<string | null>(null)
  const action = useAction(async (input: { text: string; keys: string[] }, key) => {
    await work(input.text, await uploadAll(photos), key)
    clear()
  })
  const submit = (event: Event) => {
    event.preventDefault()
    const lacks = need !== null && text.trim().length < 2
    setWrong(lacks ? need : null)
    if (!lacks) void action.run({ text: text.trim(), keys: photos.map((photo) => photo.key) })
  }
  return (
    <form class="stack" onSubmit={submit}>
      {says && <p>{says}</p>}
      <Lines label={label} rows={3} max={500} value={text} onValue={setText} wrong={wrong} />
      {withPhotos && <PhotoPicker photos={photos} onChange={(next) => change({ photos: next })} />}
      {action.trouble && <Failure trouble={action.trouble} />}
      <Submit busy={action.busy} label={send} danger={danger ?? false} />
    </form>
  )
}

const Form = (props: Props) => {
  const { of, step, onDone } = props
  const params = { id: of.id }
  const about = `${step}/${of.id}`
  if (step === 'confirm') return <Confirm {...props} />
  if (step === 'askReopening') {
    const work = async (reason: string, photos: string[], key: string) => {
      onDone(await call('POST /api/cases/:id/askReopening', { params, body: { reason, photos }, key }))
      tell(w('doneReopen'))
    }
    return (
      <WordsForm
        about={about}
        label={w('reopenWhy')}
        need={w('needReason')}
        send={w('sendReopen')}
        withPhotos
        work={work}
      />
    )
  }
  if (step === 'withdraw') {
    const work = async (reason: string, _: string[], key: string) => {
      onDone(await call('POST /api/cases/:id/withdraw', { params, body: reason ? { reason } : {}, key }))
      tell(w('doneWithdraw'))
    }
    const says = w('withdrawSays')
    return (
      <WordsForm
        about={about}
        label={w('withdrawWhy')}
        need={null}
        send={w('sendWithdraw')}
        says={says}
        danger
        work={work}
      />
    )
  }
  const work = async (text: string, photos: string[], key: string) => {
    onDone(await call('POST /api/cases/:id/notes', { params, body: { words: text, photos }, key }))
    tell(w('doneNote'))
  }
  return (
    <WordsForm about={about} label={w('noteWords')} need={w('needNote')} send={w('sendNote')} withPhotos work={work} />
  )
}

const StepSheet = (props: Props) => (
  <Sheet title={w(props.step)} onClose={props.onClose}>
    <Form {...props} />
  </Sheet>
)
export default StepSheet
