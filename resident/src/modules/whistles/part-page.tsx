// One part on the phone: what is asked, where, by when, and the next step within thumb's reach.
import { useState } from 'preact/hooks'
import { whistleTimeline } from '../../../../contract/src/whistles-life.ts'
import { call } from '../../api.ts'
import { useLoad } from '../../kit/load.ts'
import { Page } from '../../kit/page.tsx'
import { Photos, picturesOf } from '../../kit/photos.tsx'
import { Failure, SignInFirst, Skeleton } from '../../kit/states.tsx'
import { When } from '../../kit/when.tsx'
import { aside, mark } from '../../marks.ts'
import { place } from '../../router.ts'
import { session } from '../../session.ts'
import { useStore } from '../../store.ts'
import { say } from '../../words.ts'
import { Deadlines, PartStateMark } from './part-row.tsx'
import { PartSheet } from './part-sheet.tsx'
import { unitState, w } from './words.ts'
import type { Part, UnitStep } from './part.ts'

const order: readonly UnitStep[] = ['arrive', 'answer', 'reportIn', 'refuse']
const timeline: Readonly<Record<string, { zh: string; en: string }>> = whistleTimeline

const Asked = ({ of }: { of: Part }) => (
  <section class="card stack">
    <PartStateMark of={of} />
    <p class="strong">
      {w('asked')}
      {mark('colon')}
      {of.asked}
    </p>
    <p>{of.case.place}</p>
    <Deadlines of={of} />
    {of.people && (
      <p class="small quiet">
        {w('people')}
        {mark('colon')}
        {of.people}
      </p>
    )}
  </section>
)
const Matter = ({ of }: { of: Part }) => (
  <section class="card stack">
    <p class="said-words">{of.case.words}</p>
    {of.casePhotos.length > 0 && <Photos pictures={picturesOf(of.casePhotos)} />}
    <p class="small quiet">
      {w('why')}
      {mark('colon')}
      {of.why}
    </p>
    <p class="small quiet">
      {w('caller')}
      {mark('colon')}
      {of.caller.organisation} {of.caller.name}
      {of.isLead && ` · ${w('lead')}`}
    </p>
    {of.colleagues.length > 0 && (
      <p class="small quiet">
        {w('colleagues')}
        {mark('colon')}
        {of.colleagues.map((one) => `${one.name}${aside(unitState(one.state))}`).join(mark('list'))}
      </p>
    )}
  </section>
)
const History = ({ of }: { of: Part }) => (
  <section class="card stack">
    <h2>{w('history')}</h2>
    <ol class="timeline">
      {of.history.map((entry) => (
        <li key={entry.id}>
          <p class="step">{say([timeline[entry.step]?.zh ?? '', timeline[entry.step]?.en ?? ''])}</p>
          <p class="row small quiet">
            <When at={entry.at} withTime />{' '}
            <span>{[entry.by.organisation, entry.by.name].filter(Boolean).join(' · ')}</span>
          </p>
          {entry.proof && <p class="small">{entry.proof}</p>}
          {entry.words && <p class="said">{entry.words}</p>}
          {entry.photos.length > 0 && <Photos pictures={picturesOf(entry.photos)} />}
        </li>
      ))}
    </ol>
  </section>
)
const Buttons = ({ of, onStep }: { of: Part; onStep: (step: UnitStep) => void }) => {
  const [first, ...others] = order.filter((step) => of.may.includes(step))
  if (!first) return null
  return (
    <>
      {others.toReversed().map((step) => (
        <button key={step} type="button" class="button" onClick={() => onStep(step)}>
          {w(step)}
        </button>
      ))}
      <button type="button" class="button main" onClick={() => onStep(first)}>
        {w(first)}
      </button>
    </>
  )
}
const PartPage = ({ id }: { id: string }) => {
  const who = useStore(session)
  const code = useStore(place).query.get('code')
  const loaded = useLoad(who.state === 'out' ? null : `whistles/${id}`, () =>
    call('GET /api/whistles/parts/:id', { params: { id } }),
  )
  const [step, setStep] = useState<UnitStep | null>(null)
  const found = loaded.data
  const canAct = found && order.some((one) => found.may.includes(one))
  return (
    <Page
      title={w('title')}
      subtitle={found?.case.number}
      backTo="/whistles"
      bar={canAct ? <Buttons of={found} onStep={setStep} /> : undefined}
    >
      {who.state === 'out' && <SignInFirst />}
      {loaded.trouble && !found && <Failure trouble={loaded.trouble} retry={loaded.reload} />}
      {who.state !== 'out' && !found && !loaded.trouble && <Skeleton rows={3} height={7} />}
      {found && (
        <>
          <Asked of={found} />
          <Matter of={found} />
          <History of={found} />
        </>
      )}
      {found && step && (
        <PartSheet
          of={found}
          step={step}
          code={code}
          onDone={(next) => {
            loaded.put(next)
            setStep(null)
          }}
          onClose={() => setStep(null)}
        />
      )}
    </Page>
  )
}
export default PartPage
