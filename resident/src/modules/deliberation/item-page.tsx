// One piece of agreed work on a phone: who does it by when, what it cost, how far it is; its owner reports from here.
import { useState } from 'preact/hooks'
import type { Api } from '../../../../contract/src/all.ts'
import { actionItemLife, itemStates, type ItemStep } from '../../../../contract/src/deliberation-life.ts'
import type { OutOf } from '../../../../contract/src/endpoint.ts'
import { call } from '../../api.ts'
import { useAction } from '../../kit/action.ts'
import { Lines } from '../../kit/field.tsx'
import { useLoad } from '../../kit/load.ts'
import { Failure, Skeleton } from '../../kit/states.tsx'
import { tell } from '../../kit/toast.tsx'
import '../../kit/paper.css'
import type { KeptFile } from '../../outbox/item.ts'
import { sendPhotos } from '../../outbox/send-files.ts'
import { say } from '../../words.ts'
import { PhotoPicker } from '../cases/photo-picker.tsx'
import { History } from './history.tsx'
import { SignedInPage } from './signed-in.tsx'
import { w } from './words.ts'

type Item = OutOf<Api['GET /api/deliberation/items/:id']>
const named = (table: { readonly zh: string; readonly en: string }) => say([table.zh, table.en])
const levels = {
  body: 'levelBody',
  community: 'levelCommunity',
  street: 'levelStreet',
  district: 'levelDistrict',
} as const
const yuan = (fen: number) => (fen / 100).toFixed(2)
interface Props {
  readonly of: Item
  readonly put: (next: Item) => void
}
const Report = ({ of, put }: Props) => {
  const [said, setSaid] = useState('')
  const [photos, setPhotos] = useState<readonly KeptFile[]>([])
  const params = { id: of.id }
  const action = useAction(async (body: { words: string; step: 'progress' | 'finish' }, key) => {
    const { step, words } = body
    const sent = { params, body: { words, photos: await sendPhotos(photos) }, key }
    put(
      step === 'finish'
        ? await call('POST /api/deliberation/items/:id/finish', sent)
        : await call('POST /api/deliberation/items/:id/progress', sent),
    )
    setSaid('')
    setPhotos([])
    tell(w('done'))
  })
  const send = (step: 'progress' | 'finish') => said.trim().length >= 2 && void action.run({ words: said.trim(), step })
  return (
    <section class="stack no-print">
      <h2>{w('howFar')}</h2>
      <Lines label={w('howFarWords')} rows={3} max={500} value={said} onValue={setSaid} />
      <PhotoPicker photos={photos} onChange={setPhotos} />
      {action.trouble && <Failure trouble={action.trouble} />}
      <button type="button" class="button main" aria-disabled={action.busy} onClick={() => send('finish')}>
        {named(actionItemLife.steps.finish)}
      </button>
      <button type="button" class="button" aria-disabled={action.busy} onClick={() => send('progress')}>
        {named(actionItemLife.steps.progress)}
      </button>
    </section>
  )
}
const Body = ({ of, put }: Props) => (
  <>
    <header class="stack">
      <h2>{of.what}</h2>
      <p>
        {[
          ...(of.owner === null ? [] : [of.owner]),
          ...(of.dueOn === null ? [] : [w('dueBy', { day: of.dueOn })]),
          named(itemStates[of.state]),
        ].join(' · ')}
        {of.late && ` · ${w('late')}`}
      </p>
      <p class="quiet">
        {of.place.name} · {of.resolution.title}
      </p>
      {of.budgetFen !== null && <p class="small">{w('budget', { yuan: yuan(of.budgetFen) })}</p>}
      {of.costFen > 0 && <p class="small">{w('cost', { yuan: yuan(of.costFen) })}</p>}
      <p>
        <a href={`/deliberation/meetings/${of.meeting.id}`}>{of.meeting.title}</a>
      </p>
    </header>
    {of.may.includes('progress') && <Report of={of} put={put} />}
    {of.steps.length > 0 && (
      <section class="stack">
        <h2>{w('history')}</h2>
        <History
          entries={of.steps.map((one) => ({
            title: one.step in actionItemLife.steps ? named(actionItemLife.steps[one.step as ItemStep]) : w('levelUp'),
            words: one.step === 'levelUp' ? w(levels[one.words as keyof typeof levels] ?? 'levelBody') : one.words,
            at: one.at,
            photos: one.photos,
          }))}
        />
      </section>
    )}
  </>
)
const Loaded = ({ id }: { id: string }) => {
  const item = useLoad(`deliberation/items/${id}`, () => call('GET /api/deliberation/items/:id', { params: { id } }))
  if (item.data) return <Body of={item.data} put={item.put} />
  return item.trouble ? <Failure trouble={item.trouble} retry={item.reload} /> : <Skeleton rows={4} height={4} />
}
const ItemPage = ({ id }: { id: string }) => (
  <SignedInPage title={w('work')} backTo="/deliberation">
    {() => <Loaded id={id} />}
  </SignedInPage>
)
export default ItemPage
