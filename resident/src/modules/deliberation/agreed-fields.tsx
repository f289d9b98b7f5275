// What a doorstep meeting agreed: each thing with who does it and by when.
import { call } from '../../api.ts'
import { Lines } from '../../kit/field.tsx'
import { Icon } from '../../kit/icon.tsx'
import { cross } from '../../kit/icons.ts'
import { useLoad } from '../../kit/load.ts'
import { w } from './words.ts'

export interface Agreed {
  readonly what: string
  /** An organisation's id, `n0` for the first name, or nothing. */
  readonly owner: string
  readonly dueOn: string
}
export const nothingAgreed: Agreed = { what: '', owner: '', dueOn: '' }
export const namesOf = (text: string): string[] =>
  text
    .split(/[\s,，、]+/)
    .filter((one) => one !== '')
    .slice(0, 100)
interface Props {
  readonly placeId: string | null
  readonly names: string
  readonly agreed: readonly Agreed[]
  readonly change: (agreed: readonly Agreed[]) => void
}
interface OwnerProps {
  readonly value: string
  readonly names: string
  readonly bodies: readonly { readonly id: string; readonly name: string }[]
  readonly onValue: (owner: string) => void
}
const OwnerField = ({ value, names, bodies, onValue }: OwnerProps) => (
  <label class="field">
    <span>{w('owner')}</span>
    <select class="input" value={value} onChange={(event) => onValue(event.currentTarget.value)}>
      <option value="">{w('nobody')}</option>
      {namesOf(names).map((name, n) => (
        <option key={name + String(n)} value={`n${n}`}>
          {name}
        </option>
      ))}
      {bodies.map((body) => (
        <option key={body.id} value={body.id}>
          {body.name}
        </option>
      ))}
    </select>
  </label>
)
/** Each with an owner (a body, or somebody who came) and a day, or openly without. */
export const AgreedFields = ({ placeId, names, agreed, change }: Props) => {
  const bodies = useLoad(placeId && `deliberation/owners/${placeId}`, () =>
    call('GET /api/deliberation/owners', { query: { placeId: placeId! } }),
  )
  const set = (at: number, part: Partial<Agreed>) =>
    change(agreed.map((one, n) => (n === at ? { ...one, ...part } : one)))
  return (
    <section class="stack" aria-label={w('agreed')}>
      <h2>{w('agreed')}</h2>
      {agreed.map((one, at) => (
        <fieldset key={at} class="stack">
          <legend class="strong">{w('agreedN', { n: at + 1 })}</legend>
          <Lines
            label={w('agreed')}
            hideLabel
            rows={2}
            max={200}
            keptBy={null}
            value={one.what}
            onValue={(what) => set(at, { what })}
          />
          <OwnerField
            value={one.owner}
            names={names}
            bodies={bodies.data ?? []}
            onValue={(owner) => set(at, { owner })}
          />
          <label class="field">
            <span>{w('due')}</span>
            <input
              class="input"
              type="date"
              value={one.dueOn}
              onInput={(event) => set(at, { dueOn: event.currentTarget.value })}
            />
          </label>
          {agreed.length > 1 && (
            <button
              type="button"
              class="button"
              aria-label={w('remove', { n: at + 1 })}
              onClick={() => change(agreed.filter((_, n) => n !== at))}
            >
              <Icon of={cross} /> {w('remove', { n: at + 1 })}
            </button>
          )}
        </fieldset>
      ))}
      <button type="button" class="button" onClick={() => change([...agreed, nothingAgreed])}>
        {w('add')}
      </button>
    </section>
  )
}
