// Takes over the result of the city's own system, which binds there; what was voted here stays a consultation.
import { Form, Input, InputNumber } from 'antd'
import { useAct } from '../../platform/api.ts'
import { useDone } from '../../platform/done.ts'
import { FormDrawer } from '../../platform/form-drawer.tsx'
import { usePick, useWords } from '../../platform/words.ts'
import { ballotChoices, type BallotChoice } from '../../../../contract/src/ballots-life.ts'
import { required, type Decision } from './step-forms.tsx'
import { words } from './words.ts'

type Sums<T> = Record<BallotChoice, T>
interface Values {
  reference: string
  objectionDays: number
  /** Areas are typed in m² with two decimals. */
  figures: Record<string, { owners: Sums<number>; area: Sums<string> }>
}
const hundredths = (text: string): number => Math.round(Number(text) * 100)
const choices = Object.keys(ballotChoices) as BallotChoice[]
export const CityResult = ({ of, close }: { readonly of: Decision; readonly close: () => void }) => {
  const say = useWords(words)
  const act = useAct('POST /api/decisions/:id/city-result', { onDone: useDone(say.done, close) })
  const save = ({ reference, objectionDays, figures }: Values) =>
    act.mutate({
      params: { id: of.id },
      body: {
        reference,
        objectionDays,
        items: of.items.map(({ id }) => {
          const { owners, area } = figures[id]!
          return {
            itemId: id,
            owners,
            area: {
              for: hundredths(area.for),
              against: hundredths(area.against),
              abstain: hundredths(area.abstain),
            },
          }
        }),
      },
    })
  return (
    <FormDrawer<Values>
      open
      title={say.cityImport}
      lead={say.cityLead}
      verb={say.cityImport}
      width={560}
      initial={{ objectionDays: 7 }}
      isBusy={act.isPending}
      problem={act.error}
      onSave={save}
      onClose={close}
    >
      {() => (
        <>
          <Form.Item
            name="reference"
            label={say.cityReference}
            rules={[{ required: true, min: 2, message: say.needed }]}
          >
            <Input maxLength={120} />
          </Form.Item>
          {of.items.map((item) => (
            <ItemFigures key={item.id} id={item.id} title={item.title} />
          ))}
          <Form.Item name="objectionDays" label={say.objectionDays}>
            <InputNumber min={1} max={60} />
          </Form.Item>
        </>
      )}
    </FormDrawer>
  )
}
const ItemFigures = ({ id, title }: { readonly id: string; readonly title: string }) => {
  const say = useWords(words)
  const pick = usePick()
  return (
    <fieldset className="form-block">
      <legend>{title}</legend>
      {choices.map((choice) => (
        <div key={choice} className="decision-pair">
          <Form.Item
            name={['figures', id, 'owners', choice]}
            label={`${pick(ballotChoices[choice])} · ${say.ownersUnit}`}
            rules={required(say.needed)}
          >
            <InputNumber min={0} max={1_000_000} precision={0} />
          </Form.Item>
          <Form.Item
            name={['figures', id, 'area', choice]}
            label={`${pick(ballotChoices[choice])} · ${say.areaUnit}`}
            rules={[{ required: true, pattern: /^\d{1,9}(\.\d{1,2})?$/, message: say.areaWrong }]}
          >
            <Input inputMode="decimal" />
          </Form.Item>
        </div>
      ))}
    </fieldset>
  )
}
