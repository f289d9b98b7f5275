// The seats of a scheme in a form: who sits there by position or kind of body, the written duties, and whether it votes.
import { Button, Form, Input, Select, Switch } from 'antd'
import { defaultPositions } from '../../../../contract/src/organisations-positions.ts'
import { useApi, type Out } from '../../platform/api.ts'
import { useMay } from '../../platform/me.ts'
import { usePick, useWords } from '../../platform/words.ts'
import { schemeWords } from './scheme-words.ts'
import '../../platform/forms.css'

type Seat = Out<'GET /api/deliberation/schemes'>[number]['seats'][number]
export interface SeatValues {
  key?: string
  say: string
  positions?: string[]
  kinds?: Seat['kinds']
  duties?: string
  votes?: boolean
}
export const seatValues = (seats: readonly Seat[]): SeatValues[] =>
  seats.map((seat) => ({
    ...seat,
    positions: [...seat.positions],
    kinds: [...seat.kinds],
    duties: seat.duties.join('\n'),
  }))
/** A new seat gets a key of its own; the keys of others stay, meetings refer to them. */
export const seatsOf = (values: readonly SeatValues[]): Seat[] => {
  const used = new Set(values.map((seat) => seat.key))
  const fresh = (at: number): string => {
    let n = at + 1
    while (used.has(`seat${n}`)) n += 1
    used.add(`seat${n}`)
    return `seat${n}`
  }
  return values.map((seat, at) => ({
    key: seat.key ?? fresh(at),
    say: seat.say.trim(),
    positions: seat.positions ?? [],
    kinds: seat.kinds ?? [],
    duties: (seat.duties ?? '')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
    votes: seat.votes ?? true,
  }))
}
const usePositions = () => {
  const pick = usePick()
  const may = useMay()
  const known = useApi('GET /api/organisations/positions', {}, { when: may('organisation.see') })
  const shipped = defaultPositions.map((one) => ({
    value: one.code as string,
    label: pick({ zh: one.zh, en: one.en }),
  }))
  const own = (known.data ?? []).map((one) => ({ value: one.code, label: one.name }))
  return [...own, ...shipped.filter((one) => !own.some((two) => two.value === one.value))]
}
type Kinds = readonly { readonly value: Seat['kinds'][number]; readonly label: string }[]
export const SeatFields = ({ kinds }: { readonly kinds: Kinds }) => {
  const say = useWords(schemeWords)
  const positions = usePositions()
  return (
    <Form.List name="seats">
      {(fields, { add, remove }) => (
        <fieldset className="form-block">
          <legend>{say.seats}</legend>
          {fields.map((field) => (
            <div key={field.key} className="form-block">
              <Form.Item
                name={[field.name, 'say']}
                label={say.seatName}
                rules={[{ required: true, message: say.needed }]}
              >
                <Input maxLength={30} />
              </Form.Item>
              <Form.Item name={[field.name, 'positions']} label={say.positions}>
                <Select mode="multiple" showSearch={{ optionFilterProp: 'label' }} options={positions} />
              </Form.Item>
              <Form.Item name={[field.name, 'kinds']} label={say.kinds}>
                <Select mode="multiple" showSearch={{ optionFilterProp: 'label' }} options={[...kinds]} />
              </Form.Item>
              <Form.Item name={[field.name, 'duties']} label={say.duties}>
                <Input.TextArea rows={2} maxLength={2000} />
              </Form.Item>
              <Form.Item name={[field.name, 'votes']} label={say.votes} valuePropName="checked" initialValue>
                <Switch />
              </Form.Item>
              <Button size="small" onClick={() => remove(field.name)}>
                {say.remove}
              </Button>
            </div>
          ))}
          <Button onClick={() => add({ votes: true })}>{say.addSeat}</Button>
        </fieldset>
      )}
    </Form.List>
  )
}
