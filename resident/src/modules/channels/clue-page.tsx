// 随手报线索: riders report what they see: a kind, a photo, and a place or the position of this one moment.
import { useState } from 'preact/hooks'
import { clueKinds, type ClueKind } from '../../../../contract/src/channels-kinds.ts'
import { call } from '../../api.ts'
import { useAction } from '../../kit/action.ts'
import { Chips, Field, Lines, Wrong } from '../../kit/field.tsx'
import { Icon } from '../../kit/icon.tsx'
import { check, pin, right } from '../../kit/icons.ts'
import { lazy } from '../../kit/lazy.tsx'
import { Page } from '../../kit/page.tsx'
import { Failure, SignInFirst, Skeleton } from '../../kit/states.tsx'
import type { KeptFile } from '../../outbox/item.ts'
import { useKeptDraft } from '../../outbox/kept-draft.ts'
import { sendPhotos } from '../../outbox/send-files.ts'
import { session } from '../../session.ts'
import { useStore } from '../../store.ts'
import { say } from '../../words.ts'
import { PhotoPicker } from '../cases/photo-picker.tsx'
import './channels.css'
import { w } from './clue-words.ts'

const ChoosePlace = lazy(() => import('../places/choose-place.tsx').then((m) => m.default), 'nothing')
const placeKinds = ['community', 'grid', 'microGrid', 'estate', 'building', 'unit'] as const
interface Where {
  readonly place?: { readonly id: string; readonly path: string }
  readonly position?: { readonly lon: number; readonly lat: number }
}
/** Asks the phone once; nothing follows afterwards. */
const positionOnce = () =>
  new Promise<GeolocationPosition>((resolve, reject) => {
    if (!('geolocation' in navigator)) return reject(new Error('no geolocation'))
    navigator.geolocation.getCurrentPosition(resolve, reject, { enableHighAccuracy: true, timeout: 10_000 })
  })
const Place = ({ where, change, wrong }: { where: Where; change: (where: Where) => void; wrong: boolean }) => {
  const [open, setOpen] = useState(false)
  const [state, setState] = useState<'idle' | 'asking' | 'failed'>('idle')
  const locate = async () => {
    setState('asking')
    try {
      const { coords } = await positionOnce()
      change({ position: { lon: coords.longitude, lat: coords.latitude } })
      setState('idle')
    } catch {
      setState('failed')
    }
  }
  return (
    <section class="stack" aria-label={w('where')}>
      <div class="cells">
        <button type="button" class="cell" onClick={() => setOpen(true)}>
          <Icon of={pin} />
          <span class="grow">
            <span class="small quiet">{w('where')}</span>
            <span class={where.place ? 'strong' : ''}>{where.place?.path ?? w('choose')}</span>
          </span>
          <Icon of={right} class="end" />
        </button>
        <button type="button" class="cell" onClick={() => void locate()}>
          <Icon of={where.position ? check : pin} />
          <span class="grow">
            <span>{state === 'asking' ? w('locating') : w('locate')}</span>
            <span class="small quiet" role="status">
              {where.position ? w('located') : state === 'failed' ? w('noPosition') : ''}
            </span>
          </span>
        </button>
      </div>
      {wrong && <Wrong>{w('needPlace')}</Wrong>}
      {open && (
        <ChoosePlace
          title={w('choose')}
          kinds={placeKinds}
          onClose={() => setOpen(false)}
          onChoose={({ id, path }) => {
            change({ place: { id, path } })
            setOpen(false)
          }}
        />
      )}
    </section>
  )
}
const Sent = ({ number, again }: { number: string; again: () => void }) => (
  <section class="card stack" role="status">
    <h2>{w('thanks')}</h2>
    <p>{w('thanksMore', { number })}</p>
    <button type="button" class="button main" onClick={again}>
      {w('another')}
    </button>
    <a class="button" href="/clues/mine">
      {w('mine')}
    </a>
  </section>
)
interface Clue {
  readonly kind: ClueKind | null
  readonly words: string
  readonly note: string
  readonly where: Where
  readonly photos: readonly KeptFile[]
}
const noClue: Clue = { kind: null, words: '', note: '', where: {}, photos: [] }
/** Sends a clue; the same photos and words again are the same clue again. */
const useClue = () => {
  const { draft: clue, change, clear } = useKeptDraft('clue', noClue)
  const [tried, setTried] = useState(false)
  const [sent, setSent] = useState<string | null>(null)
  const hasPlace = clue.where.place !== undefined || clue.where.position !== undefined
  const action = useAction(async ({ kind, words, note, where, photos }: Clue & { kind: ClueKind }, key) => {
    const ids = await sendPhotos(photos)
    const made = await call('POST /api/channels/clues', {
      body: {
        kind,
        photos: ids,
        ...(words.trim() ? { words: words.trim() } : {}),
        ...(note.trim() ? { placeNote: note.trim() } : {}),
        ...(where.place ? { placeId: where.place.id } : {}),
        ...(where.position ? { position: where.position } : {}),
      },
      key,
    })
    clear()
    setSent(made.case.number)
  })
  const send = () => {
    setTried(true)
    if (clue.kind && hasPlace) return void action.run({ ...clue, kind: clue.kind })
    // What is missing may lie above what is seen.
    document.querySelector<HTMLElement>(clue.kind ? '#content .cells .cell' : '#content .chip input')?.focus()
  }
  const again = () => {
    setSent(null)
    setTried(false)
  }
  return { clue, change, tried, hasPlace, sent, send, again, action }
}
const Form = ({ clue, change, tried, hasPlace, action }: ReturnType<typeof useClue>) => (
  <>
    <Chips
      label={w('kind')}
      of={(Object.keys(clueKinds) as ClueKind[]).map(
        (one) => [one, say([clueKinds[one].zh, clueKinds[one].en])] as const,
      )}
      chosen={clue.kind ? [clue.kind] : []}
      onChoose={([kind]) => kind && change({ kind })}
    />
    {tried && !clue.kind && <Wrong>{w('needKind')}</Wrong>}
    <PhotoPicker photos={clue.photos} onChange={(photos) => change({ photos })} />
    <Place where={clue.where} change={(where) => change({ where })} wrong={tried && !hasPlace} />
    <Field
      label={w('note')}
      placeholder={w('noteHint')}
      maxLength={100}
      autoComplete="off"
      value={clue.note}
      onValue={(note) => change({ note })}
    />
    <Lines
      label={w('more')}
      placeholder={w('moreHint')}
      max={500}
      rows={2}
      keptBy={null}
      value={clue.words}
      onValue={(words) => change({ words })}
    />
    {action.trouble && <Failure trouble={action.trouble} />}
    <a href="/clues/mine">{w('mine')}</a>
  </>
)
const CluePage = () => {
  const who = useStore(session)
  const form = useClue()
  const isIn = who.state === 'in' || who.state === 'unknown'
  const bar = isIn && form.sent === null && (
    <button type="button" class="button main" aria-disabled={form.action.busy} onClick={form.send}>
      {form.action.busy ? w('sending') : w('send')}
    </button>
  )
  return (
    <Page title={w('title')} backTo="/services" subtitle={w('lead')} bar={bar || undefined}>
      {who.state === 'out' && <SignInFirst />}
      {who.state === 'asking' && <Skeleton rows={3} height={4} />}
      {isIn && form.sent !== null && <Sent number={form.sent} again={form.again} />}
      {isIn && form.sent === null && <Form {...form} />}
    </Page>
  )
}
export default CluePage
