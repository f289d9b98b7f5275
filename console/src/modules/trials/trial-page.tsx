// One trial: where it stands, how the households judge it, what was done, the decision, the contract.
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { trialStates, trialSteps, type TrialStep } from '../../../../contract/src/trials-life.ts'
import { useParam } from '../../platform/address.ts'
import { addressOf, call, useApi, type Out } from '../../platform/api.ts'
import { today } from '../../platform/day.ts'
import { Facts } from '../../platform/facts.tsx'
import { useMarks } from '../../platform/marks.ts'
import { LoadedPage, PageHeader } from '../../platform/page.tsx'
import { figures, PlainTable } from '../../platform/plain-table.tsx'
import { Tag } from '../../platform/tags.tsx'
import { usePick, useWords } from '../../platform/words.ts'
import { usePartKinds } from '../ballots/part-kinds.ts'
import { StepForm, type Step, type StepField, type Values } from '../funds/step-form.tsx'
import { words } from './words.ts'
import '../../platform/entries.css'

type Trial = Out<'GET /api/trials/:id'>
type Name = TrialStep | 'log'
export default function TrialPage() {
  const read = useApi('GET /api/trials/:id', { params: { id: useParam('id') } })
  const { title } = useWords(words)
  return (
    <LoadedPage of={read} title={title}>
      {(found) => <Body of={found} />}
    </LoadedPage>
  )
}
const useFields = (of: Trial): Readonly<Record<Name, readonly StepField[]>> => {
  const say = useWords(words)
  const partKinds = usePartKinds()
  const reason: StepField = { name: 'reason', label: say.reason, as: 'words' }
  const fee: StepField = { name: 'fee', label: say.fee, as: 'money', initial: (of.fee / 100).toFixed(2) }
  const afterDays = (days: number) => today(Date.now() + days * 86_400_000)
  return {
    start: [],
    log: [
      { name: 'day', label: say.day, as: 'day', initial: today() },
      { name: 'words', label: say.what, as: 'words' },
      { name: 'photos', label: say.photos, as: 'photos', initial: [], isOptional: true },
    ],
    decide: [
      {
        name: 'partKinds',
        label: say.parts,
        as: 'choices',
        initial: ['home'],
        options: partKinds,
      },
      { name: 'years', label: say.years, as: 'count', least: 1, most: 10, initial: 3 },
      fee,
    ],
    agree: [
      fee,
      { name: 'from', label: say.contractFrom, as: 'day', initial: today() },
      { name: 'to', label: say.contractTo, as: 'day', initial: afterDays(3 * 365) },
    ],
    fail: [{ name: 'leavesOn', label: say.leavesOn, as: 'day', initial: afterDays(30) }, reason],
    leave: [{ name: 'on', label: say.day, as: 'day', initial: today() }],
    cancel: [reason],
  }
}
const useStep = (of: Trial) => {
  const say = useWords(words)
  const pick = usePick()
  const fields = useFields(of)
  return (name: Name): Step => ({
    title: name === 'log' ? say.log : pick(trialSteps[name]),
    ...(name === 'decide' ? { lead: say.decideLead } : {}),
    refreshes: ['/api/trials', '/api/decisions'],
    fields: fields[name],
    // The fields above are those of this step's own body.
    send: (values: Values, key) =>
      call(
        `POST /api/trials/:id/${name}` as 'POST /api/trials/:id/cancel',
        { params: { id: of.id }, body: values as unknown as { reason: string } },
        { key },
      ),
  })
}
const order: readonly Name[] = ['start', 'agree', 'decide', 'leave', 'log', 'fail', 'cancel']
const Steps = ({ of, show }: { readonly of: Trial; readonly show: (name: Name) => void }) => {
  const say = useWords(words)
  const pick = usePick()
  const shown = order.filter((name) => of.may.includes(name) && (name !== 'agree' || of.decisionPassed))
  return (
    <p className="row">
      {shown.map((name, i) => (
        <Button
          key={name}
          type={i === 0 && name !== 'fail' && name !== 'cancel' ? 'primary' : 'default'}
          danger={name === 'fail' || name === 'cancel'}
          onClick={() => show(name)}
        >
          {name === 'log' ? say.log : pick(trialSteps[name])}
        </Button>
      ))}
    </p>
  )
}
const Body = ({ of }: { readonly of: Trial }) => {
  const say = useWords(words)
  const mark = useMarks()
  const pick = usePick()
  const [name, show] = useState<Name | null>(null)
  const stepOf = useStep(of)
  return (
    <div className="stack entry-page">
      <p>
        <Link to="/trials">{say.back}</Link>
      </p>
      <PageHeader title={`${of.company.name} · ${of.place.name}`} lead={of.number} />
      <p className="row">
        <Tag tone={of.state === 'agreed' ? 'good' : 'info'}>{pick(trialStates[of.state])}</Tag>
        <span>{say.dates(of.startsOn, of.endsOn)}</span>
      </p>
      <Steps of={of} show={show} />
      {of.endedWords ? <p className="entry">{of.endedWords}</p> : null}
      {of.decisionId ? (
        <p>
          <Link to={`/decisions/${of.decisionId}`}>{say.decision}</Link>
        </p>
      ) : null}
      <Facts
        facts={[
          { label: say.conditions, value: <span className="entry-words">{of.conditions}</span>, wide: true },
          { label: say.fee, value: say.perMetre(of.fee) },
          of.agreed
            ? {
                label: say.agreed,
                value: `${say.perMetre(of.agreed.fee)}${mark.comma}${say.dates(of.agreed.from, of.agreed.to)}`,
              }
            : null,
          of.leavesOn ? { label: say.leavesOn, value: of.leavesOn } : null,
        ]}
      />
      <Marks of={of} />
      <Log of={of} />
      {name ? <StepForm step={stepOf(name)} close={() => show(null)} /> : null}
    </div>
  )
}
const Marks = ({ of }: { readonly of: Trial }) => {
  const say = useWords(words)
  return (
    <section className="stack">
      <h2>{say.weeks}</h2>
      <p>
        {say.judged(of.marks, of.average)} · {say.ofHomes(of.homes)}
      </p>
      {of.weeks.length > 0 ? (
        <PlainTable label={say.weeks} heads={[say.week, ...figures(say.marks, say.average)]}>
          {of.weeks.map((one) => (
            <tr key={one.week}>
              <td>{one.week}</td>
              <td className="figure">{one.marks}</td>
              <td className="figure">{one.average === null ? '' : (one.average / 100).toFixed(2)}</td>
            </tr>
          ))}
        </PlainTable>
      ) : null}
      {of.remarks.length > 0 ? (
        <>
          <h3>{say.remarks}</h3>
          <ul className="entries">
            {of.remarks.map((one, i) => (
              <li key={`${one.week}${i}`} className="entry">
                <p>{one.words}</p>
                <p className="quiet">
                  {one.week} · {one.mark}
                </p>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  )
}
const Log = ({ of }: { readonly of: Trial }) => {
  const say = useWords(words)
  return (
    <section className="stack">
      <h2>{say.done}</h2>
      {of.log.length === 0 ? <p className="quiet">{say.nothingDone}</p> : null}
      <ul className="entries">
        {of.log.map((one) => (
          <li key={one.id} className="entry">
            <p>{one.words}</p>
            <p className="row">
              {one.photos.map((photo) => (
                <a key={photo} href={addressOf('GET /api/files/:id', { params: { id: photo } })}>
                  <img
                    src={addressOf('GET /api/files/:id/thumbnail', { params: { id: photo } })}
                    alt={one.words}
                    width={96}
                    height={72}
                  />
                </a>
              ))}
            </p>
            <p className="quiet">
              {one.day} · {one.byName}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
