// 我要反映: one screen. Words first, everything else optional or filled in. Reached by the tab or by a door code.
import { useEffect, useState } from 'preact/hooks'
import { caseKinds, limits } from '../../../../contract/src/cases-life.ts'
import { Field, Lines, SwitchCell, Wrong } from '../../kit/field.tsx'
import { Icon } from '../../kit/icon.tsx'
import { hide, mic, pin, right, tag } from '../../kit/icons.ts'
import { lazy } from '../../kit/lazy.tsx'
import { Page } from '../../kit/page.tsx'
import { Failure, type Trouble } from '../../kit/states.tsx'
import { aside, mark } from '../../marks.ts'
import { changeDraft, draft, loadDraft } from '../../outbox/draft.ts'
import { emptyDraft, isEmpty } from '../../outbox/item.ts'
import { sending } from '../../outbox/sender.ts'
import { session } from '../../session.ts'
import { online } from '../../signal.ts'
import { useStore } from '../../store.ts'
import { say } from '../../words.ts'
import { PhotoPicker } from './photo-picker.tsx'
import { w } from './report-words.ts'
import { signInAndComeBack, useDoorCode, useMyHome, useSend, useSuggestion, type Suggestion } from './use-report.ts'

const VoiceSheet = lazy(() => import('./voice-note.tsx').then((m) => m.default), 'nothing')
const VoicePlayer = lazy(() => import('./voice-note.tsx').then((m) => m.VoicePlayer), 'nothing')
const CategorySheet = lazy(() => import('./category-sheet.tsx').then((m) => m.default), 'nothing')
const Hints = lazy(() => import('../likeness/hints.tsx').then((m) => m.Hints), 'nothing')
const ChoosePlace = lazy(() => import('../places/choose-place.tsx').then((m) => m.default), 'nothing')
const placeKinds = ['community', 'grid', 'microGrid', 'estate', 'building', 'unit', 'home', 'shop', 'parking'] as const
type OpenSheet = 'voice' | 'kind' | 'place' | null

const BadCode = ({ trouble, retry }: { trouble: Trouble; retry: () => void }) =>
  trouble.noSignal ? (
    <Failure trouble={trouble} retry={retry} />
  ) : (
    <Failure trouble={{ ...trouble, remedy: `${trouble.remedy} ${w('forgedRemedy')}`, id: '' }} />
  )

const categoryLine = (suggestion: Suggestion | null) => {
  const now = draft.get()
  const kind = now.kind ?? suggestion?.kind ?? null
  const category = now.category ?? (now.kind ? null : (suggestion?.category ?? null))
  const parts = [category?.name, kind && say([caseKinds[kind].zh, caseKinds[kind].en])].filter(Boolean)
  return parts.length > 0 ? parts.join(' · ') : w('automatic')
}

/** That it is a suggestion, which words spoke for it, and how sure a model is. */
const whySuggested = ({ because: [first], confidence }: Suggestion) =>
  [
    w('suggested'),
    first && w('because', { words: first }),
    confidence !== null && w('sure', { n: Math.round(confidence * 100) }),
  ]
    .filter(Boolean)
    .join(mark('comma'))

interface CellsProps {
  suggestion: Suggestion | null
  fromCode: boolean
  wrongPlace: string | undefined
  onOpen: (sheet: OpenSheet) => void
}
const Cells = ({ suggestion, fromCode, wrongPlace, onOpen }: CellsProps) => {
  const now = useStore(draft)
  const who = useStore(session)
  const byHand = now.kind || now.category
  return (
    <>
      <div class="cells">
        <button
          type="button"
          class="cell report-place"
          onClick={() => (who.state === 'out' ? signInAndComeBack() : onOpen('place'))}
        >
          <Icon of={pin} />
          <span class="grow">
            <span class="small quiet">{fromCode ? `${w('where')}${aside(w('fromCode'))}` : w('where')}</span>
            <span class={now.place ? 'strong' : ''}>{now.place?.path ?? w('choosePlace')}</span>
            {!now.place && who.state === 'out' && <span class="small quiet">{w('signInToChoose')}</span>}
          </span>
          <Icon of={right} class="end" />
        </button>
        <button type="button" class="cell" disabled={who.state !== 'in'} onClick={() => onOpen('kind')}>
          <Icon of={tag} />
          <span class="grow">
            <span class="small quiet">{w('kind')}</span>
            <span>{categoryLine(suggestion)}</span>
            {suggestion && !byHand && <span class="small quiet">{whySuggested(suggestion)}</span>}
          </span>
          {who.state === 'in' && <Icon of={right} class="end" />}
        </button>
        <SwitchCell
          icon={hide}
          label={w('hide')}
          hint={w('hideHint')}
          on={now.hideName}
          onChange={(hideName) => changeDraft({ hideName })}
        />
      </div>
      {wrongPlace && <Wrong>{wrongPlace}</Wrong>}
    </>
  )
}

const Sheets = ({
  open,
  suggestion,
  onClose,
}: {
  open: OpenSheet
  suggestion: Suggestion | null
  onClose: () => void
}) => {
  const now = useStore(draft)
  if (open === 'voice') {
    return (
      <VoiceSheet
        onClose={onClose}
        onDone={(voice) => {
          changeDraft({ voice })
          onClose()
        }}
      />
    )
  }
  if (open === 'kind') {
    return (
      <CategorySheet
        kind={now.kind ?? suggestion?.kind ?? null}
        categoryId={now.category?.id ?? suggestion?.category?.id ?? null}
        onKind={(kind) => changeDraft({ kind })}
        onCategory={(category, kind) => {
          changeDraft({ category, kind })
          onClose()
        }}
        onClose={onClose}
      />
    )
  }
  if (open !== 'place') return null
  return (
    <ChoosePlace
      title={w('choosePlace')}
      kinds={placeKinds}
      onClose={onClose}
      onChoose={({ id, path }) => {
        changeDraft({ place: { id, path }, doorCode: null })
        onClose()
      }}
    />
  )
}

const SendButton = ({ busy, onSend }: { busy: boolean; onSend: () => void }) => {
  const who = useStore(session)
  const isOnline = useStore(online)
  const progress = useStore(sending)
  const idle = who.state === 'out' ? w('signInToSend') : isOnline ? w('send') : w('sendOffline')
  const moving = progress && progress.of > 1 && progress.done < progress.of - 1
  const underWay = moving ? w('sendingFile', { n: progress.done + 1, of: progress.of - 1 }) : w('sending')
  return (
    <button type="button" class="button main" aria-disabled={busy} onClick={() => busy || onSend()}>
      {busy ? underWay : idle}
    </button>
  )
}

/** Empties the form; the place stays, it was not typed. */
const startOver = () => {
  const { place, doorCode } = draft.get()
  changeDraft({ ...emptyDraft, place, doorCode })
}

/** That nothing is lost, and the way to begin anew. */
const Kept = () => (
  <div class="row spread">
    <p class="small quiet">{w('keptNote')}</p>
    <button type="button" class="button plain" onClick={startOver}>
      {w('startOver')}
    </button>
  </div>
)

/** Who was called to the place signs in by its code. */
const SignInHere = ({ code }: { code: string }) => {
  const who = useStore(session)
  if (who.state !== 'in' || !who.me.permissions.includes('whistle.answer')) return null
  return (
    <a class="button wide" href={`/whistles?code=${encodeURIComponent(code)}`}>
      {w('signInHere')}
    </a>
  )
}

/** The page; with a code the place comes from the door. */
const ReportPage = ({ code }: { code?: string }) => {
  const now = useStore(draft)
  const who = useStore(session)
  const [open, setOpen] = useState<OpenSheet>(null)
  const door = useDoorCode(code ?? null)
  useMyHome(!code || door.trouble !== null)
  useEffect(() => void loadDraft(), [])
  const suggestion = useSuggestion(now.words, who.state === 'in' && !now.category)
  const { missing, trouble, busy, send } = useSend()
  const words = now.words.trim().length < 2 ? missing.words : undefined
  return (
    <Page title={w('title')} backTo="/" bar={<SendButton busy={busy} onSend={() => void send()} />}>
      {code && <SignInHere code={code} />}
      {door.trouble && <BadCode trouble={door.trouble} retry={door.reload} />}
      {trouble && <Failure trouble={trouble} />}
      <div class="report-words">
        <Lines
          label={w('what')}
          placeholder={w('whatHint')}
          max={limits.words}
          keptBy={null}
          value={now.words}
          wrong={words}
          onValue={(value) => changeDraft({ words: value })}
        />
      </div>
      {who.state === 'in' && now.place && now.words.trim().length > 3 && (
        <Hints words={now.words.trim()} placeId={now.place.id} />
      )}
      <PhotoPicker photos={now.photos} onChange={(photos) => changeDraft({ photos })}>
        <button type="button" class="button attach" onClick={() => setOpen('voice')}>
          <Icon of={mic} /> {w('voice')}
        </button>
      </PhotoPicker>
      {now.voice && <VoicePlayer file={now.voice} onRemove={() => changeDraft({ voice: null })} />}
      <Cells
        suggestion={suggestion}
        fromCode={now.doorCode !== null}
        wrongPlace={now.place ? undefined : missing.place}
        onOpen={setOpen}
      />
      <Field
        label={w('placeNote')}
        placeholder={w('placeNoteHint')}
        maxLength={100}
        autoComplete="off"
        value={now.placeNote}
        onValue={(placeNote) => changeDraft({ placeNote })}
      />
      {!isEmpty(now) && <Kept />}
      <Sheets open={open} suggestion={suggestion} onClose={() => setOpen(null)} />
    </Page>
  )
}
export default ReportPage
