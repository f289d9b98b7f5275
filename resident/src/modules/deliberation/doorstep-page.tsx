// 马扎会 on one phone: called, held and recorded in minutes, also without a signal (mission B1).
import { useState } from 'preact/hooks'
import { call } from '../../api.ts'
import { useAction } from '../../kit/action.ts'
import { Field, Lines, Wrong } from '../../kit/field.tsx'
import { Icon } from '../../kit/icon.tsx'
import { pin, right } from '../../kit/icons.ts'
import { lazy } from '../../kit/lazy.tsx'
import { useLoad } from '../../kit/load.ts'
import { Page } from '../../kit/page.tsx'
import { Failure, SignInFirst, Skeleton } from '../../kit/states.tsx'
import { tell } from '../../kit/toast.tsx'
import type { KeptFile } from '../../outbox/item.ts'
import { useKeptDraft } from '../../outbox/kept-draft.ts'
import { useSending } from '../../outbox/kept-queue.ts'
import { go } from '../../router.ts'
import { session } from '../../session.ts'
import { useStore } from '../../store.ts'
import { PhotoPicker } from '../cases/photo-picker.tsx'
import '../../kit/paper.css'
import { AgreedFields, namesOf, nothingAgreed, type Agreed } from './agreed-fields.tsx'
import { doorstepOutbox, type Record } from './doorstep-outbox.ts'
import { MeetingCells } from './meeting-cells.tsx'
import { w } from './words.ts'

const ChoosePlace = lazy(() => import('../places/choose-place.tsx').then((m) => m.default), 'nothing')
const kinds = ['unit', 'building', 'estate', 'grid', 'community'] as const
interface Draft {
  readonly place: { readonly id: string; readonly path: string } | null
  readonly spot: string
  readonly about: string
  readonly present: string
  readonly names: string
  readonly said: string
  readonly agreed: readonly Agreed[]
  readonly votesFor: string
  readonly votesAgainst: string
  readonly photos: readonly KeptFile[]
}
const empty: Draft = {
  place: null,
  spot: '',
  about: '',
  present: '5',
  names: '',
  said: '',
  agreed: [nothingAgreed],
  votesFor: '',
  votesAgainst: '',
  photos: [],
}
const count = (text: string): number => Math.max(0, Math.min(10_000, Math.round(Number(text)) || 0))
const ownerOf = (owner: string) =>
  owner === '' ? {} : /^n\d+$/.test(owner) ? { who: Number(owner.slice(1)) } : { ownerId: owner }
const bodyOf = (draft: Draft): Record | null =>
  draft.place === null || draft.about.trim().length < 2 || draft.said.trim().length < 2
    ? null
    : {
        placeId: draft.place.id,
        title: draft.about.trim(),
        heldAt: new Date().toISOString(),
        where: draft.spot.trim() || draft.place.path.slice(-60),
        present: Math.max(1, count(draft.present)),
        names: namesOf(draft.names),
        said: draft.said.trim(),
        votesFor: count(draft.votesFor),
        votesAgainst: count(draft.votesAgainst),
        agreed: draft.agreed
          .filter((one) => one.what.trim().length >= 2)
          .map(({ what, owner, dueOn }) => ({
            what: what.trim(),
            ...ownerOf(owner),
            ...(dueOn === '' ? {} : { dueOn }),
          })),
      }
interface PartProps {
  readonly draft: Draft
  readonly change: (part: Partial<Draft>) => void
  readonly tried: boolean
}
const Facts = ({ draft, change, tried, choose }: PartProps & { readonly choose: () => void }) => (
  <>
    <div class="cells">
      <button type="button" class="cell" onClick={choose}>
        <Icon of={pin} />
        <span class="grow">
          <span class="small quiet">{w('where')}</span>
          <span>{draft.place?.path ?? w('choose')}</span>
        </span>
        <Icon of={right} class="end" />
      </button>
    </div>
    {tried && !draft.place && <Wrong>{w('needPlace')}</Wrong>}
    <Field
      label={w('spot')}
      maxLength={60}
      placeholder={w('spotHint')}
      value={draft.spot}
      onValue={(spot) => change({ spot })}
    />
    <Field
      label={w('about')}
      maxLength={60}
      placeholder={w('aboutHint')}
      value={draft.about}
      onValue={(about) => change({ about })}
      wrong={tried && draft.about.trim().length < 2 ? w('needAbout') : null}
    />
    <Field
      label={w('present')}
      inputMode="numeric"
      maxLength={5}
      value={draft.present}
      onValue={(present) => change({ present })}
    />
    <Field
      label={w('names')}
      maxLength={500}
      autoComplete="off"
      value={draft.names}
      onValue={(names) => change({ names })}
    />
    <Lines
      label={w('said')}
      rows={5}
      max={4000}
      keptBy={null}
      hint={w('dictate')}
      value={draft.said}
      onValue={(said) => change({ said })}
      wrong={tried && draft.said.trim().length < 2 ? w('needSaid') : null}
    />
  </>
)
const Votes = ({ draft, change }: Omit<PartProps, 'tried'>) => (
  <section class="stack">
    <h2>{w('votes')}</h2>
    <Field
      label={w('votesFor')}
      inputMode="numeric"
      maxLength={5}
      value={draft.votesFor}
      onValue={(votesFor) => change({ votesFor })}
    />
    <Field
      label={w('votesAgainst')}
      inputMode="numeric"
      maxLength={5}
      value={draft.votesAgainst}
      onValue={(votesAgainst) => change({ votesAgainst })}
    />
  </section>
)
const Recorder = () => {
  const { draft, change, clear } = useKeptDraft('doorstep', empty)
  const [choosing, setChoosing] = useState(false)
  const [tried, setTried] = useState(false)
  const action = useAction(async (body: Record) => {
    const id = await doorstepOutbox.add({ body, photos: draft.photos })
    tell(id === null ? w('waits') : w('sent'))
    clear()
    setTried(false)
    if (id !== null) go(`/deliberation/meetings/${id}`)
  })
  const send = () => {
    setTried(true)
    const body = bodyOf(draft)
    if (body) void action.run(body)
  }
  if (choosing)
    return (
      <ChoosePlace
        title={w('where')}
        kinds={kinds}
        onClose={() => setChoosing(false)}
        onChoose={({ id, path }) => {
          change({ place: { id, path } })
          setChoosing(false)
        }}
      />
    )
  return (
    <>
      <p class="quiet">{w('doorLead')}</p>
      <Facts draft={draft} change={change} tried={tried} choose={() => setChoosing(true)} />
      <AgreedFields
        placeId={draft.place?.id ?? null}
        names={draft.names}
        agreed={draft.agreed}
        change={(agreed) => change({ agreed })}
      />
      <Votes draft={draft} change={change} />
      <PhotoPicker photos={draft.photos} onChange={(photos) => change({ photos })} />
      {action.trouble && <Failure trouble={action.trouble} />}
      <button type="button" class="button main" aria-disabled={action.busy} onClick={send}>
        {w('send')}
      </button>
    </>
  )
}
const Waiting = () => {
  const waits = useStore(doorstepOutbox.waiting)
  const wrong = useStore(doorstepOutbox.refused)
  useSending(doorstepOutbox)
  return (
    <>
      {waits.length > 0 && (
        <p class="notice wait" role="status">
          {w('waiting', { n: waits.length })}
        </p>
      )}
      {wrong.map((why) => (
        <p key={why} class="notice bad" role="alert">
          {w('refused', { why })}
        </p>
      ))}
    </>
  )
}
const Recent = () => {
  const list = useLoad('deliberation/doorstep', () =>
    call('GET /api/deliberation/meetings', { query: { scheme: 'doorstep', limit: 10 } }),
  )
  if (!list.data || list.data.rows.length === 0) return null
  return (
    <section class="stack">
      <h2>{w('recent')}</h2>
      <MeetingCells rows={list.data.rows} />
    </section>
  )
}
const DoorstepPage = () => {
  const who = useStore(session)
  return (
    <Page title={w('door')} backTo="/services">
      {who.state === 'out' && <SignInFirst />}
      {who.state === 'asking' && <Skeleton rows={4} height={4} />}
      {(who.state === 'in' || who.state === 'unknown') && (
        <>
          <Waiting />
          <Recorder />
          <Recent />
        </>
      )}
    </Page>
  )
}
export default DoorstepPage
