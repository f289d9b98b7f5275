// 我的名片: what residents see of me as a holder of a post, beside name and post.
import { useState } from 'preact/hooks'
import type { Api } from '../../../../contract/src/all.ts'
import type { OutOf } from '../../../../contract/src/endpoint.ts'
import { call } from '../../api.ts'
import { useAction } from '../../kit/action.ts'
import { Field, SwitchCell, Wrong } from '../../kit/field.tsx'
import { person } from '../../kit/icons.ts'
import { useLoad } from '../../kit/load.ts'
import { OwnPage } from '../../kit/own-page.tsx'
import { Empty, Failure, Skeleton } from '../../kit/states.tsx'
import { tell } from '../../kit/toast.tsx'
import type { KeptFile } from '../../outbox/item.ts'
import { sendPhotos } from '../../outbox/send-files.ts'
import { PhotoPicker } from '../cases/photo-picker.tsx'
import { w } from './words.ts'
import './stewards.css'

type Card = OutOf<Api['GET /api/stewards/my-card']>
interface Typed {
  showPhoto: boolean
  showPhone: boolean
  workPhone: string
  line: string
}
const Posts = ({ of }: { of: Card }) => (
  <>
    <p class="quiet">{w('myCardLead')}</p>
    <ul class="cells">
      {of.posts.map((one) => (
        <li key={one.post + one.scope} class="cell">
          <span class="grow">
            <span class="strong">{one.post}</span>
            <span class="small quiet">{one.scope}</span>
          </span>
        </li>
      ))}
    </ul>
  </>
)
interface PhotoProps {
  card: Card
  photos: readonly KeptFile[]
  onChange: (photos: readonly KeptFile[]) => void
  isWrong: boolean
}
const PhotoPart = ({ card, photos, onChange, isWrong }: PhotoProps) => (
  <section class="stack">
    <h2>{w('photo')}</h2>
    {card.photoId && <p class="small quiet">{w('keepPhoto')}</p>}
    <PhotoPicker photos={photos} onChange={onChange} />
    {isWrong && <Wrong>{w('photoNeeded')}</Wrong>}
  </section>
)
/** What is typed, whether it may be sent, and sending it. */
const useCard = (card: Card, put: (next: Card) => void) => {
  const [typed, setTyped] = useState<Typed>({
    showPhoto: card.showPhoto,
    showPhone: card.showPhone,
    workPhone: card.workPhone ?? '',
    line: card.line ?? '',
  })
  const [photos, setPhotos] = useState<readonly KeptFile[]>([])
  const save = useAction(async (now: Typed & { photos: number }, key) => {
    const [sent] = await sendPhotos(photos.slice(-1))
    const body = {
      showPhoto: now.showPhoto,
      showPhone: now.showPhone,
      // A number half typed and then hidden is none.
      workPhone: now.workPhone === '' || !isNoneOrWhole(now.workPhone) ? null : now.workPhone,
      line: now.line.trim() === '' ? null : now.line.trim(),
      photoId: sent ?? card.photoId,
    }
    put(await call('PUT /api/stewards/my-card', { body, key }))
    setPhotos([])
    tell(w('saved'))
  })
  return { typed, change: (part: Partial<Typed>) => setTyped({ ...typed, ...part }), photos, setPhotos, save }
}
const isNoneOrWhole = (phone: string) => phone === '' || /^1[3-9]\d{9}$/.test(phone)
const CardForm = ({ card, put }: { card: Card; put: (next: Card) => void }) => {
  const { typed, change, photos, setPhotos, save } = useCard(card, put)
  const [wrong, setWrong] = useState(false)
  const phoneWrong = typed.showPhone && !isNoneOrWhole(typed.workPhone)
  const photoMissing = typed.showPhoto && card.photoId === null && photos.length === 0
  const submit = (event: Event) => {
    event.preventDefault()
    setWrong(phoneWrong || photoMissing)
    if (!phoneWrong && !photoMissing) void save.run({ ...typed, photos: photos.length })
  }
  return (
    <form class="stack" onSubmit={submit} noValidate>
      <Posts of={card} />
      <div class="cells">
        <SwitchCell label={w('showPhoto')} on={typed.showPhoto} onChange={(showPhoto) => change({ showPhoto })} />
        <SwitchCell label={w('showPhone')} on={typed.showPhone} onChange={(showPhone) => change({ showPhone })} />
      </div>
      {typed.showPhoto && (
        <PhotoPart card={card} photos={photos} onChange={setPhotos} isWrong={wrong && photoMissing} />
      )}
      {typed.showPhone && (
        <Field
          label={w('workPhone')}
          hint={w('phoneHint', { phone: card.accountPhone ?? '—' })}
          type="tel"
          inputMode="numeric"
          maxLength={11}
          value={typed.workPhone}
          wrong={wrong && phoneWrong ? w('phoneWrong') : null}
          onValue={(text) => change({ workPhone: text.replace(/\D/g, '').slice(0, 11) })}
        />
      )}
      <Field
        label={w('line')}
        hint={w('lineHint')}
        maxLength={60}
        value={typed.line}
        onValue={(line) => change({ line })}
      />
      {save.trouble && <Failure trouble={save.trouble} />}
      <button type="submit" class="button main" aria-disabled={save.busy}>
        {w('save')}
      </button>
    </form>
  )
}
const Loaded = () => {
  const { data, trouble, reload, put } = useLoad('stewards/my-card', () => call('GET /api/stewards/my-card'))
  if (trouble && !data) return <Failure trouble={trouble} retry={reload} />
  if (!data) return <Skeleton />
  if (data.posts.length === 0) return <Empty icon={person} title={w('noPost')} hint={w('noPostHint')} />
  return <CardForm card={data} put={put} />
}
const MyCardPage = () => (
  <OwnPage title={w('myCard')} backTo="/services">
    <Loaded />
  </OwnPage>
)
export default MyCardPage
