// Recording that the ballot reached one owner, or a whole building by one signed list but for those who did not sign.
import { App, Form, Input, Radio, Select } from 'antd'
import { deliveryWays, type DeliveryWay } from '../../../../contract/src/ballots-life.ts'
import { useAct, useApi } from '../../platform/api.ts'
import { FormDrawer } from '../../platform/form-drawer.tsx'
import type { RowOf } from '../../platform/list.ts'
import { usePick, useWords } from '../../platform/words.ts'
import { PhotoField } from '../cases/photo-field.tsx'
import { required, type Decision } from './step-forms.tsx'
import { words } from './words.ts'

/** An owner, and whether the ballot has reached them. */
export type Receiver = RowOf<'GET /api/decisions/:id/deliveries'>
type Whom = { readonly building: string } | { readonly owner: Receiver }
interface Values {
  how: Exclude<DeliveryWay, 'app'>
  on: string
  except?: string[]
  photos: string[]
}
interface Props {
  readonly of: Decision
  readonly whom: Whom
  readonly close: () => void
}
const byHand = ['signature', 'registered'] as const
export const RecordDelivery = ({ of, whom, close }: Props) => {
  const say = useWords(words)
  const pick = usePick()
  const { message } = App.useApp()
  const act = useAct('POST /api/decisions/:id/deliveries', {
    onDone: ({ recorded }) => {
      void message.success(say.recordedNow(recorded))
      close()
    },
  })
  const save = ({ how, on, except = [], photos }: Values) =>
    act.mutate({
      params: { id: of.id },
      body: {
        how,
        on,
        photos,
        whom: 'owner' in whom ? { keys: [whom.owner.key] } : { building: whom.building, except },
      },
    })
  return (
    <FormDrawer<Values>
      open
      title={say.recordDelivery}
      lead={'owner' in whom ? `${whom.owner.doors} ${whom.owner.names}` : say.recordDeliveryLead}
      verb={say.recordDelivery}
      initial={{ how: 'signature', photos: [] }}
      isBusy={act.isPending}
      problem={act.error}
      onSave={save}
      onClose={close}
    >
      {() => (
        <>
          {'building' in whom ? <Except of={of} building={whom.building} /> : null}
          <Form.Item name="how" label={say.how} rules={required(say.needed)}>
            <Radio.Group options={byHand.map((value) => ({ value, label: pick(deliveryWays[value]) }))} />
          </Form.Item>
          <Form.Item name="on" label={say.deliveredOn} rules={required(say.needed)}>
            <Input type="date" />
          </Form.Item>
          <Form.Item
            name="photos"
            label={say.deliveryPhotos}
            rules={[{ type: 'array', required: true, min: 1, message: say.photoNeeded }]}
          >
            <PhotoField />
          </Form.Item>
        </>
      )}
    </FormDrawer>
  )
}
/** Those of a building who lack proof: whoever did not sign the list is left out. */
const Except = ({ of, building }: { readonly of: Decision; readonly building: string }) => {
  const say = useWords(words)
  const page = (after: string | null) =>
    ({ params: { id: of.id }, query: { limit: 200, proven: 'false', building, ...(after ? { after } : {}) } }) as const
  const first = useApi('GET /api/decisions/:id/deliveries', page(null))
  const next = first.data?.next ?? null
  const second = useApi('GET /api/decisions/:id/deliveries', page(next), { when: next !== null })
  const rows = [...(first.data?.rows ?? []), ...(next === null ? [] : (second.data?.rows ?? []))]
  return (
    <>
      <p>
        <strong>{building}</strong>
      </p>
      <Form.Item name="except" label={say.except}>
        <Select
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          options={rows.map((row) => ({ value: row.key, label: `${row.names} ${row.doors}` }))}
        />
      </Form.Item>
    </>
  )
}
