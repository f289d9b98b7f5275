// Settings of the ladder and of whistles: the limit of each rung, and how long units have.
import { App, Button, Checkbox } from 'antd'
import { useState } from 'react'
import { caseKinds, caseLevels } from '../../../../contract/src/cases-kinds.ts'
import { useAct, useApi, type Out } from '../../platform/api.ts'
import { useMarks } from '../../platform/marks.ts'
import { useMay } from '../../platform/me.ts'
import { Loaded, PageHeader, ProblemPanel } from '../../platform/page.tsx'
import { usePick, useWords } from '../../platform/words.ts'
import { BudgetField } from '../settings/budget-field.tsx'
import { words } from './words.ts'
import '../settings/settings.css'

type Ladder = Out<'GET /api/ladder'>
type Settings = Out<'GET /api/whistles/settings'>

export default function LadderPage() {
  const say = useWords(words)
  const ladder = useApi('GET /api/ladder', {})
  const settings = useApi('GET /api/whistles/settings', {})
  return (
    <div className="page stack">
      <PageHeader title={say.title} lead={say.lead} />
      <section className="stack">
        <h2>{say.ladder}</h2>
        <Loaded of={ladder}>{(data) => <LadderEditor key={JSON.stringify(data)} saved={data} />}</Loaded>
      </section>
      <section className="stack">
        <h2>{say.whistles}</h2>
        <Loaded of={settings}>{(data) => <WhistleEditor key={JSON.stringify(data)} saved={data} />}</Loaded>
      </section>
    </div>
  )
}
interface SaveBarProps {
  readonly isChanged: boolean
  readonly isBusy: boolean
  readonly problem: Error | null
  readonly save: () => void
  readonly undo: () => void
}
const SaveBar = ({ isChanged, isBusy, problem, save, undo }: SaveBarProps) => {
  const say = useWords(words)
  return (
    <>
      {problem ? <ProblemPanel problem={problem} /> : null}
      <div className="row">
        <Button type="primary" disabled={!isChanged} loading={isBusy} onClick={save}>
          {say.save}
        </Button>
        {isChanged ? <Button onClick={undo}>{say.undo}</Button> : null}
      </div>
    </>
  )
}
const LadderEditor = ({ saved }: { readonly saved: Ladder }) => {
  const say = useWords(words)
  const mark = useMarks()
  const pick = usePick()
  const mayEdit = useMay()('case.configure')
  const { message } = App.useApp()
  const [rungs, setRungs] = useState(saved.rungs)
  const [gridKinds, setGridKinds] = useState(saved.gridKinds)
  const act = useAct('PUT /api/ladder', { onDone: () => void message.success(say.saved) })
  const set = (index: number, change: Partial<Ladder['rungs'][number]>) =>
    setRungs(rungs.map((rung, n) => (n === index ? { ...rung, ...change } : rung)))
  return (
    <>
      <ul className="deadlines">
        {rungs.map((rung, index) => (
          <li key={rung.level} className="card">
            <h3>{pick(caseLevels[rung.level])}</h3>
            <BudgetField
              label={pick(caseLevels[rung.level])}
              budget={rung.limit}
              mayEdit={mayEdit}
              set={(limit) => set(index, { limit })}
            />
            {rung.level === 'district' ? (
              <p className="quiet">{say.top}</p>
            ) : (
              <Checkbox
                checked={rung.byClock}
                disabled={!mayEdit}
                onChange={(event) => set(index, { byClock: event.target.checked })}
              >
                {say.byClock}
              </Checkbox>
            )}
          </li>
        ))}
      </ul>
      <GridKinds chosen={gridKinds} mayEdit={mayEdit} set={setGridKinds} />
      <p className="quiet">{say.ladderHelp}</p>
      <p className="quiet">
        {say.source}
        {mark.colon}
        {saved.source}
      </p>
      {mayEdit ? (
        <SaveBar
          isChanged={JSON.stringify([rungs, gridKinds]) !== JSON.stringify([saved.rungs, saved.gridKinds])}
          isBusy={act.isPending}
          problem={act.error}
          save={() => act.mutate({ body: { rungs, gridKinds } })}
          undo={() => {
            setRungs(saved.rungs)
            setGridKinds(saved.gridKinds)
          }}
        />
      ) : null}
    </>
  )
}
interface GridKindsProps {
  readonly chosen: Ladder['gridKinds']
  readonly mayEdit: boolean
  readonly set: (kinds: Ladder['gridKinds']) => void
}
/** Which kinds of cases begin on the lowest rung. */
const GridKinds = ({ chosen, mayEdit, set }: GridKindsProps) => {
  const say = useWords(words)
  const pick = usePick()
  return (
    <fieldset className="card">
      <legend>{say.gridKinds}</legend>
      <Checkbox.Group
        disabled={!mayEdit}
        value={chosen}
        onChange={set}
        options={(Object.keys(caseKinds) as Ladder['gridKinds']).map((kind) => ({
          value: kind,
          label: pick(caseKinds[kind]),
        }))}
      />
      <p className="quiet">{say.gridKindsHelp}</p>
    </fieldset>
  )
}
const WhistleEditor = ({ saved }: { readonly saved: Settings }) => {
  const say = useWords(words)
  const mark = useMarks()
  const mayEdit = useMay()('case.configure')
  const { message } = App.useApp()
  const before = { urgent: saved.urgent, other: saved.other }
  const [next, setNext] = useState(before)
  const act = useAct('PUT /api/whistles/settings', { onDone: () => void message.success(say.saved) })
  return (
    <>
      <ul className="deadlines">
        {(['urgent', 'other'] as const).map((kind) => (
          <li key={kind} className="card">
            <h3>{say[kind]}</h3>
            {(['arrival', 'result'] as const).map((part) => (
              <div key={part} className="deadline-part">
                <span>{say[part]}</span>
                <BudgetField
                  label={`${say[kind]} ${say[part]}`}
                  budget={next[kind][part]}
                  mayEdit={mayEdit}
                  set={(budget) => setNext({ ...next, [kind]: { ...next[kind], [part]: budget } })}
                />
              </div>
            ))}
          </li>
        ))}
      </ul>
      <p className="quiet">
        {say.source}
        {mark.colon}
        {saved.source}
      </p>
      {mayEdit ? (
        <SaveBar
          isChanged={JSON.stringify(next) !== JSON.stringify(before)}
          isBusy={act.isPending}
          problem={act.error}
          save={() => act.mutate({ body: next })}
          undo={() => setNext(before)}
        />
      ) : null}
    </>
  )
}
