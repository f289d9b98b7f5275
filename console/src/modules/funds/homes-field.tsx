// Which homes take part in a shared cost, and what each pays where amounts are agreed. Works in a form.
import { Button, Checkbox, Form, Input } from 'antd'
import { useEffect } from 'react'
import type { ShareMethod } from '../../../../contract/src/funds-life.ts'
import { useApi, type Out } from '../../platform/api.ts'
import { Loaded } from '../../platform/page.tsx'
import { useWords } from '../../platform/words.ts'
import './funds.css'
import { fenOf, yuan } from './money.ts'
import { words } from './words.ts'

type Home = Out<'GET /api/funds/plans/homes'>[number]
export interface ChosenHomes {
  /** null: all homes and shops of the place. */
  readonly ids: readonly string[] | null
  /** As typed, by home. */
  readonly amounts: Readonly<Record<string, string>>
}
export const noChoice: ChosenHomes = { ids: null, amounts: {} }
/** Agreed amounts in fen; what cannot be read counts as nothing. */
export const agreedOf = ({ amounts }: ChosenHomes, ids: readonly string[]) =>
  ids.map((homeId) => ({ homeId, amount: fenOf(amounts[homeId] ?? '') ?? 0 }))
interface Props {
  readonly value?: ChosenHomes
  readonly onChange?: (value: ChosenHomes) => void
}
export const HomesField = ({ value = noChoice, onChange }: Props) => {
  const say = useWords(words)
  const placeId = Form.useWatch<string | null | undefined>('placeId')
  const found = useApi('GET /api/funds/plans/homes', { query: { placeId: placeId ?? '' } }, { when: Boolean(placeId) })
  if (!placeId) return <p className="quiet">{say.homesFirst}</p>
  return (
    <Loaded of={found} rows={3}>
      {(homes) => <HomesTable homes={homes} value={value} change={(next) => onChange?.(next)} />}
    </Loaded>
  )
}
interface TableProps {
  readonly homes: readonly Home[]
  readonly value: ChosenHomes
  readonly change: (value: ChosenHomes) => void
}
const HomesTable = ({ homes, value, change }: TableProps) => {
  const say = useWords(words)
  const isAgreed = Form.useWatch<ShareMethod | undefined>('method') === 'agreed'
  const usual = homes.filter((home) => home.kind !== 'parking').map((home) => home.id)
  const ids = new Set(value.ids ?? usual)
  const choose = (next: readonly string[]) => change({ ...value, ids: next })
  // Chosen elsewhere before the place was changed.
  const isStrange = [...ids].some((id) => !homes.some((home) => home.id === id))
  useEffect(() => {
    if (isStrange) change(noChoice)
  }, [isStrange])
  const toggle = (id: string, isIn: boolean) =>
    choose(homes.map((home) => home.id).filter((one) => (one === id ? isIn : ids.has(one))))
  return (
    <div className="stack">
      <p className="row">
        <Button size="small" onClick={() => choose(homes.map((home) => home.id))}>
          {say.allHomes}
        </Button>
        <Button size="small" onClick={() => choose([])}>
          {say.noneHomes}
        </Button>
        <span role="status">{say.chosenHomes(ids.size, homes.length)}</span>
      </p>
      <ul className="fund-homes" aria-label={say.homes}>
        {homes.map((home) => (
          <li key={home.id}>
            <Checkbox checked={ids.has(home.id)} onChange={({ target }) => toggle(home.id, target.checked)}>
              {home.name}
              <span className="quiet"> {home.area === null ? '' : `${(home.area / 100).toFixed(2)} m²`}</span>
            </Checkbox>
            {isAgreed && ids.has(home.id) ? (
              <Input
                aria-label={say.agreedAmount(home.name)}
                inputMode="decimal"
                maxLength={16}
                value={value.amounts[home.id] ?? ''}
                onChange={({ target }) => change({ ...value, amounts: { ...value.amounts, [home.id]: target.value } })}
              />
            ) : null}
          </li>
        ))}
      </ul>
      {isAgreed ? <AgreedSum of={value} ids={[...ids]} /> : null}
    </div>
  )
}
const AgreedSum = ({ of, ids }: { readonly of: ChosenHomes; readonly ids: readonly string[] }) => {
  const say = useWords(words)
  const [total, subsidy] = [Form.useWatch<string | undefined>('total'), Form.useWatch<string | undefined>('subsidy')]
  const sum = agreedOf(of, ids).reduce((all, one) => all + one.amount, 0)
  const wanted = (fenOf(total ?? '') ?? 0) - (fenOf(subsidy ?? '') ?? 0)
  return (
    <p role="status" className={sum === wanted ? 'quiet' : 'wrong'}>
      {say.agreedSum(yuan(sum), yuan(wanted))}
    </p>
  )
}
