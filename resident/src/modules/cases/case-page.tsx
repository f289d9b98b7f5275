// One case, read like a parcel on its way: who has it now, by when, and the line of what happened, newest on top.
import { useEffect, useState } from 'preact/hooks'
import { openStates } from '../../../../contract/src/cases-life.ts'
import { call } from '../../api.ts'
import { useLoad } from '../../kit/load.ts'
import { Page } from '../../kit/page.tsx'
import { Photos, picturesOf } from '../../kit/photos.tsx'
import { Failure, SignInFirst, Skeleton } from '../../kit/states.tsx'
import { When } from '../../kit/when.tsx'
import { onCaseChange } from '../../live.ts'
import { session } from '../../session.ts'
import { useStore } from '../../store.ts'
import { lazy } from '../../kit/lazy.tsx'
import { CasePanels } from './case-panels.tsx'
import { Due, State } from './case-row.tsx'
import { stepWords, w } from './case-words.ts'
import type { CaseView, ReporterStep } from './case-view.ts'

const StepSheet = lazy(() => import('./step-sheet.tsx').then((m) => m.default), 'nothing')

const isOpen = (of: CaseView) => (openStates as readonly string[]).includes(of.state)
/** States in which the community has it, whoever handled it before. */
const withCommunity: readonly CaseView['state'][] = [
  'submitted',
  'accepted',
  'returned',
  'closureRequested',
  'reopenAsked',
  'reopened',
]
const holder = (of: CaseView) =>
  withCommunity.includes(of.state) ? of.community.name || w('community') : (of.handler?.name ?? null)

const NowCard = ({ of }: { of: CaseView }) => (
  <section class="card now-card">
    <State of={of} mine={of.reporter.mine} />
    {holder(of) && (
      <p>
        <span class="quiet">{w('pair', { label: isOpen(of) ? w('nowWith') : w('handledBy') })}</span>
        <span class="strong">{holder(of)}</span>
      </p>
    )}
    <Due of={of} />
    {of.reopenUntil && of.may.includes('askReopening') && (
      <p class="small quiet">
        {w('reopenUntil')} <When at={of.reopenUntil} withTime />
      </p>
    )}
    {of.rating !== null && of.reporter.mine && <p class="small quiet">{w('yourRating', { n: of.rating })}</p>}
    {isForStaff(of) && (
      <a class="button wide" href={`/console/cases/${of.id}`}>
        {w('atDesk')}
      </a>
    )}
  </section>
)

const Said = ({ of }: { of: CaseView }) => (
  <section class="card stack" aria-label={w('reportedBy')}>
    <p class="said-words">{of.words}</p>
    {of.photos.length > 0 && <Photos pictures={picturesOf(of.photos)} />}
    {of.voice && <audio controls preload="none" src={`/api/files/${of.voice}`} aria-label={w('voice')} />}
    <p class="small quiet">
      {[of.place.path, of.placeNote, of.category.name].filter(Boolean).join(' · ')}
      {of.reporter.hidden && of.reporter.mine && <span> · {w('hidden')}</span>}
    </p>
  </section>
)

type Entry = CaseView['timeline'][number]
const organisationOf = (entry: Entry) =>
  entry.data?.['organisation'] ?? (entry.step === 'takeUp' ? entry.by.organisation : null)

const TimelineEntry = ({ entry, mine }: { entry: Entry; mine: boolean }) => {
  const by = entry.by.mine ? w('you') : [entry.by.organisation, entry.by.name].filter(Boolean).join(' · ')
  return (
    <li>
      <p class="step">{stepWords(entry.step, organisationOf(entry), mine)}</p>
      <p class="row small quiet">
        <When at={entry.at} withTime /> <span>{by}</span>
      </p>
      {entry.words && <p class="said">{entry.words}</p>}
      {entry.photos.length > 0 && <Photos pictures={picturesOf(entry.photos)} />}
    </li>
  )
}

const Timeline = ({ of }: { of: CaseView }) => {
  const newestFirst = [...of.timeline].sort((a, b) => (a.at === b.at ? (a.id < b.id ? 1 : -1) : a.at < b.at ? 1 : -1))
  return (
    <section class="card stack">
      <h2>{w('timeline')}</h2>
      <ol class="timeline">
        {newestFirst.map((entry) => (
          <TimelineEntry key={entry.id} entry={entry} mine={of.reporter.mine} />
        ))}
      </ol>
    </section>
  )
}

const actionWords: Readonly<Record<ReporterStep, 'confirm' | 'reopen' | 'withdraw' | 'addWords'>> = {
  confirm: 'confirm',
  askReopening: 'reopen',
  withdraw: 'withdraw',
  note: 'addWords',
}
const order: readonly ReporterStep[] = ['confirm', 'askReopening', 'note', 'withdraw']

/** Staff who came here by a message do their part of it in the console, on a phone too. */
const isForStaff = (of: CaseView) =>
  !of.reporter.mine && of.may.some((one) => !(order as readonly string[]).includes(one))

const Actions = ({ of, onStep }: { of: CaseView; onStep: (step: ReporterStep) => void }) => {
  const steps = order.filter((step) => of.may.includes(step))
  const [first, ...others] = of.reporter.mine ? steps : steps.filter((step) => step !== 'note')
  if (!first) return null
  return (
    <>
      {others.slice(0, first === 'confirm' ? 1 : 2).map((step) => (
        <button key={step} type="button" class="button" onClick={() => onStep(step)}>
          {w(actionWords[step])}
        </button>
      ))}
      <button type="button" class={first === 'confirm' ? 'button main' : 'button'} onClick={() => onStep(first)}>
        {w(actionWords[first])}
      </button>
    </>
  )
}

const CasePage = ({ id }: { id: string }) => {
  const who = useStore(session)
  const loaded = useLoad(who.state === 'out' ? null : `cases/${id}`, () =>
    call('GET /api/cases/:id', { params: { id } }),
  )
  const [step, setStep] = useState<ReporterStep | null>(null)
  useEffect(() => onCaseChange((changed) => changed === id && loaded.reload()), [id])
  const found = loaded.data
  const actions = found && found.may.some((one) => (order as readonly string[]).includes(one))
  return (
    <Page
      title={w('title')}
      subtitle={found ? w('number', { number: found.number }) : undefined}
      backTo="/cases"
      bar={actions ? <Actions of={found} onStep={setStep} /> : undefined}
    >
      {who.state === 'out' && <SignInFirst />}
      {loaded.trouble && <Failure trouble={loaded.trouble} retry={loaded.reload} />}
      {!found && !loaded.trouble && who.state !== 'out' && <Skeleton rows={3} height={8} />}
      {found && (
        <>
          <NowCard of={found} />
          <Said of={found} />
          <CasePanels of={found} />
          <Timeline of={found} />
        </>
      )}
      {found && step && (
        <StepSheet
          of={found}
          step={step}
          onClose={() => setStep(null)}
          onDone={(next) => {
            loaded.put(next)
            setStep(null)
          }}
        />
      )}
    </Page>
  )
}
export default CasePage
