// For each category: off, suggest only, or automatic, and from which confidence on; with how well the model knows it.
import { App, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { triageModes, type TriageMode } from '../../../../contract/src/likeness-kinds.ts'
import { useAct, type Out } from '../../platform/api.ts'
import { Ask } from '../../platform/ask.tsx'
import { ProblemPanel } from '../../platform/page.tsx'
import { ScrollX } from '../../platform/scroll-x.tsx'
import { usePick, useWords } from '../../platform/words.ts'
import { words } from './words.ts'

type Row = Out<'GET /api/triage'>['categories'][number]
interface Setting {
  readonly mode: TriageMode
  readonly leastConfidence: number
}

export const CategorySwitches = ({ rows }: { readonly rows: readonly Row[] }) => {
  const say = useWords(words)
  return (
    <section className="card">
      <ScrollX label={say.switches}>
        <table className="triage-table">
          <thead>
            <tr>
              {[say.category, say.mode, say.least, say.f1].map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <SwitchRow key={row.category.id} row={row} />
            ))}
          </tbody>
        </table>
      </ScrollX>
    </section>
  )
}
interface PartProps {
  readonly row: Row
  readonly save: (change: Partial<Setting>, done?: () => void) => void
}
const SwitchRow = ({ row }: { readonly row: Row }) => {
  const say = useWords(words)
  const { message } = App.useApp()
  const act = useAct('PUT /api/triage/categories/:id', { onDone: () => void message.success(say.saved) })
  const save: PartProps['save'] = (change, done) =>
    act.mutate(
      { params: { id: row.category.id }, body: { mode: row.mode, leastConfidence: row.leastConfidence, ...change } },
      { onSuccess: () => done?.() },
    )
  return (
    <tr>
      <th scope="row">{row.category.name}</th>
      <td>
        <ModeChoice row={row} save={save} />
        {act.error ? <ProblemPanel problem={act.error} /> : null}
      </td>
      <td>
        <LeastConfidence row={row} save={save} />
      </td>
      <td>
        {row.figures ? (
          say.figures(Math.round(row.figures.f1 * 100) / 100, row.figures.examples)
        ) : (
          <span className="quiet">{say.unknown}</span>
        )}
      </td>
    </tr>
  )
}
/** Letting it decide by itself is asked once more. */
const ModeChoice = ({ row, save }: PartProps) => {
  const say = useWords(words)
  const pick = usePick()
  const [isAsking, setAsking] = useState(false)
  const modes = Object.keys(triageModes) as TriageMode[]
  return (
    <>
      <Select
        aria-label={`${row.category.name} ${say.mode}`}
        value={row.mode}
        options={modes.map((value) => ({ value, label: pick(triageModes[value]) }))}
        onChange={(mode) => (mode === 'automatic' ? setAsking(true) : save({ mode }))}
      />
      <Ask
        open={isAsking}
        title={say.automaticAsk}
        what={say.automaticWhat(row.category.name)}
        verb={say.automaticYes}
        onYes={() => save({ mode: 'automatic' }, () => setAsking(false))}
        onNo={() => setAsking(false)}
      />
    </>
  )
}
const LeastConfidence = ({ row, save }: PartProps) => {
  const say = useWords(words)
  const now = Math.round(row.leastConfidence * 100)
  return (
    <InputNumber
      aria-label={`${row.category.name} ${say.least}`}
      min={30}
      max={99}
      precision={0}
      suffix="%"
      defaultValue={now}
      onBlur={(event) => {
        const percent = Number.parseInt(event.target.value, 10)
        if (percent >= 30 && percent <= 99 && percent !== now) save({ leastConfidence: percent / 100 })
      }}
    />
  )
}
