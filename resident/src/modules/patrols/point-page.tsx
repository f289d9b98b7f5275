// One point: prove to be there by code or location, go through the checklist, check in; a problem becomes a case.
import { useState } from 'preact/hooks'
import { Chips, Field, Lines, SwitchCell, Wrong } from '../../kit/field.tsx'
import { Icon } from '../../kit/icon.tsx'
import { check, pin, right } from '../../kit/icons.ts'
import { lazy } from '../../kit/lazy.tsx'
import { Page } from '../../kit/page.tsx'
import { newKey } from '../../new-key.ts'
import type { KeptFile } from '../../outbox/item.ts'
import { useKeptDraft } from '../../outbox/kept-draft.ts'
import { go } from '../../router.ts'
import { PhotoPicker } from '../cases/photo-picker.tsx'
import { ScanCode } from '../doorcodes/scan-code.tsx'
import { NoVisit, useVisit } from './visit-page.tsx'
import { tellWalk, type Visit } from './walks.ts'
import type { Problem } from './walk-item.ts'
import { w } from './words.ts'

type Point = Visit['pointList'][number]
interface Fix {
  readonly lon: number
  readonly lat: number
  readonly accuracy: number
}
/** Asked for once, at this point, by a tap: never while walking. */
const locate = (): Promise<Fix | null> =>
  new Promise((resolve) => {
    if (!('geolocation' in navigator)) return resolve(null)
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve({ lon: coords.longitude, lat: coords.latitude, accuracy: Math.round(coords.accuracy) }),
      () => resolve(null),
      { enableHighAccuracy: true, timeout: 15_000, maximumAge: 0 },
    )
  })
interface ProofProps {
  readonly code: string
  readonly fix: Fix | null
  readonly onCode: (code: string) => void
  readonly onFix: (fix: Fix) => void
}
const Proof = ({ code, fix, onCode, onFix }: ProofProps) => {
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle')
  const ask = async () => {
    setState('busy')
    const found = await locate()
    if (found) onFix(found)
    setState(found ? 'idle' : 'failed')
  }
  return (
    <section class="stack">
      <h2>{w('proof')}</h2>
      <ScanCode onCode={onCode} />
      <Field label={w('code')} hint={w('codeHint')} value={code} onValue={onCode} maxLength={200} autoComplete="off" />
      <button type="button" class="button wide" aria-disabled={state === 'busy'} onClick={() => void ask()}>
        <Icon of={fix ? check : pin} /> {state === 'busy' ? w('locating') : w('locate')}
      </button>
      <p class="small quiet" role="status">
        {fix ? w('located', { n: fix.accuracy }) : state === 'failed' ? w('noLocation') : w('onceOnly')}
      </p>
    </section>
  )
}
interface Found {
  readonly id: string
  readonly words: string
  readonly photos: readonly KeptFile[]
  readonly asCase: boolean
  readonly category?: { readonly id: string; readonly name: string } | undefined
}
const CategorySheet = lazy(() => import('../cases/category-sheet.tsx').then((m) => m.default), 'nothing')
const CategoryCell = ({ of, change }: { of: Found; change: (next: Found) => void }) => {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <button type="button" class="cell" onClick={() => setOpen(true)}>
        <span class="grow">
          <span>{w('category')}</span>
          <span class="small quiet">{of.category?.name ?? w('byWords')}</span>
        </span>
        <Icon of={right} class="end" />
      </button>
      {isOpen && (
        <CategorySheet
          kind={null}
          categoryId={of.category?.id ?? null}
          onCategory={(category) => {
            change({ ...of, category })
            setOpen(false)
          }}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  )
}
const ProblemFields = ({ of, wrong, change }: { of: Found; wrong: boolean; change: (next: Found) => void }) => (
  <div class="stack">
    <Lines
      label={w('describe')}
      value={of.words}
      rows={2}
      max={500}
      keptBy={null}
      placeholder={w('describeHint')}
      wrong={wrong && of.words.trim().length < 2 ? w('wordsLeft') : null}
      onValue={(words) => change({ ...of, words })}
    />
    <PhotoPicker photos={of.photos} onChange={(photos) => change({ ...of, photos })} />
    <div class="cells">
      <SwitchCell
        label={w('toCase')}
        hint={w('toCaseHint')}
        on={of.asCase}
        onChange={(asCase) => change({ ...of, asCase })}
      />
      {of.asCase && <CategoryCell of={of} change={change} />}
    </div>
  </div>
)
type Answers = Readonly<Record<string, 'ok' | Found>>
const leftOf = (point: Point, answers: Answers) => point.items.filter((item) => answers[item.key] === undefined).length
const problemsOf = (answers: Answers): Problem[] =>
  Object.entries(answers).flatMap(([item, answer]) =>
    answer === 'ok' ? [] : [{ ...answer, item, words: answer.words.trim() }],
  )
const Checklist = (props: { point: Point; answers: Answers; wrong: boolean; change: (next: Answers) => void }) => {
  const { point, answers, wrong, change } = props
  const choose = (key: string, chosen: 'ok' | 'problem') => {
    const now = answers[key]
    const problem = now !== undefined && now !== 'ok' ? now : { id: newKey(), words: '', photos: [], asCase: true }
    change({ ...answers, [key]: chosen === 'ok' ? 'ok' : problem })
  }
  return (
    <section class="stack">
      <h2>{w('checklist')}</h2>
      {point.items.map((item) => {
        const answer = answers[item.key]
        return (
          <div key={item.key} class="card stack">
            <Chips
              label={item.text}
              of={[
                ['ok', w('ok')],
                ['problem', w('problem')],
              ]}
              chosen={answer === undefined ? [] : [answer === 'ok' ? 'ok' : 'problem']}
              onChoose={([chosen]) => chosen && choose(item.key, chosen)}
            />
            {answer !== undefined && answer !== 'ok' && (
              <ProblemFields of={answer} wrong={wrong} change={(next) => change({ ...answers, [item.key]: next })} />
            )}
          </div>
        )
      })}
    </section>
  )
}
const noAnswers: Answers = {}
const PointForm = ({ visit, point }: { visit: Visit; point: Point }) => {
  const [code, setCode] = useState('')
  const [fix, setFix] = useState<Fix | null>(null)
  const { draft: answers, change, clear } = useKeptDraft<Answers>(`point/${visit.id}/${point.id}`, noAnswers)
  const [wrong, setWrong] = useState(false)
  const [busy, setBusy] = useState(false)
  const left = leftOf(point, answers)
  const problems = problemsOf(answers)
  const isWhole = left === 0 && problems.every((problem) => problem.words.length >= 2)
  const checkIn = async () => {
    if (busy) return
    if (!isWhole) return setWrong(true)
    setBusy(true)
    await tellWalk(visit.id, {
      what: 'checkin',
      pointId: point.id,
      walkedAt: new Date().toISOString(),
      code: code.trim() || null,
      position: fix,
      okItems: Object.keys(answers).filter((key) => answers[key] === 'ok'),
      problems,
    })
    clear()
    go(`/patrols/${visit.id}`, { replace: true })
  }
  return (
    <Page
      title={point.name}
      subtitle={visit.route.name}
      backTo={`/patrols/${visit.id}`}
      bar={
        <>
          {wrong && !isWhole && <Wrong>{left > 0 ? w('itemsLeft', { n: left }) : w('wordsLeft')}</Wrong>}
          <button type="button" class="button main" aria-disabled={busy} onClick={() => void checkIn()}>
            {w('checkIn')}
          </button>
        </>
      }
    >
      <Proof code={code} fix={fix} onCode={setCode} onFix={setFix} />
      <Checklist point={point} answers={answers} wrong={wrong} change={change} />
    </Page>
  )
}
const PointPage = ({ id, point: pointId }: { id: string; point: string }) => {
  const found = useVisit(id)
  const point = found.visit?.pointList.find((one) => one.id === pointId)
  if (found.visit === null || point === undefined)
    return (
      <Page title={w('title')} backTo="/patrols">
        <NoVisit of={found} />
      </Page>
    )
  return <PointForm visit={found.visit} point={point} />
}
export default PointPage
