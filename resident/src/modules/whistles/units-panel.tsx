// For the reporter: which units are on the case, by name only, and a rating of each once its work is accepted.
import { useState } from 'preact/hooks'
import { call } from '../../api.ts'
import { useAction } from '../../kit/action.ts'
import { Chips } from '../../kit/field.tsx'
import { useLoad } from '../../kit/load.ts'
import { Failure } from '../../kit/states.tsx'
import { tell } from '../../kit/toast.tsx'
import type { CasePanelProps } from '../cases/case-panel.ts'
import type { Api } from '../../../../contract/src/all.ts'
import type { OutOf } from '../../../../contract/src/endpoint.ts'
import { aside } from '../../marks.ts'
import { unitState, w } from './words.ts'

type Unit = OutOf<Api['GET /api/whistles/of-case/:id/units']>[number]
const points = ['1', '2', '3', '4', '5'] as const

const UnitLine = ({ unit, onRated }: { unit: Unit; onRated: () => void }) => {
  const [chosen, setChosen] = useState<(typeof points)[number][]>([])
  const action = useAction(async (rating: number, key) => {
    await call('POST /api/whistles/parts/:id/reporter-rating', { params: { id: unit.id }, body: { rating }, key })
    tell(w('thanks'))
    onRated()
  })
  return (
    <li class="stack">
      <p>
        <span class="strong">{unit.name}</span>
        {unit.isLead && <span class="small quiet">{aside(w('leads'))}</span>}{' '}
        <span class="small quiet">{unitState(unit.state)}</span>
      </p>
      {unit.myRating !== null && <p class="small quiet">{w('rated', { n: unit.myRating })}</p>}
      {unit.mayRate && (
        <Chips
          label={w('rate', { name: unit.name })}
          of={points.map((n) => [n, w('points', { n })] as const)}
          chosen={chosen}
          onChoose={(next) => {
            setChosen(next)
            void action.run(Number(next[0]))
          }}
        />
      )}
      {action.trouble && <Failure trouble={action.trouble} />}
    </li>
  )
}
export const UnitsPanel = ({ of }: CasePanelProps) => {
  const loaded = useLoad(`whistles/of-case/${of.id}/${of.timeline.length}`, () =>
    call('GET /api/whistles/of-case/:id/units', { params: { id: of.id } }),
  )
  if (!loaded.data || loaded.data.length === 0) return null
  return (
    <section class="card stack">
      <h2>{w('units')}</h2>
      <ul class="stack">
        {loaded.data.map((unit) => (
          <UnitLine key={unit.id} unit={unit} onRated={loaded.reload} />
        ))}
      </ul>
    </section>
  )
}
