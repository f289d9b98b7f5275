// What follows a resolution later: one more thing to do, or the owners' decision it was sent to.
import { Form, Input, Select } from 'antd'
import { useAct, useApi } from '../../platform/api.ts'
import { useDone } from '../../platform/done.ts'
import { FormDrawer } from '../../platform/form-drawer.tsx'
import type { RowOf } from '../../platform/list.ts'
import { useMarks } from '../../platform/marks.ts'
import { OrganisationPicker } from '../../platform/pickers.tsx'
import { useWords } from '../../platform/words.ts'
import { words } from './words.ts'

export type Resolution = RowOf<'GET /api/deliberation/resolutions'>
interface Props {
  readonly of: Resolution
  readonly close: () => void
}
export const AddItem = ({ of, close }: Props) => {
  const say = useWords(words)
  const add = useAct('POST /api/deliberation/resolutions/:id/items', {
    onDone: useDone(say.done, close),
  })
  return (
    <FormDrawer<{ what: string; ownerId?: string | null; dueOn?: string }>
      open
      title={say.addItem}
      lead={of.title}
      initial={{}}
      isBusy={add.isPending}
      problem={add.error}
      onSave={({ what, ownerId, dueOn }) =>
        add.mutate({
          params: { id: of.id },
          body: { what, ...(ownerId ? { ownerId } : {}), ...(dueOn ? { dueOn } : {}) },
        })
      }
      onClose={close}
    >
      {() => (
        <>
          <Form.Item name="what" label={say.itemWhat} rules={[{ required: true, min: 2, message: say.wordsNeeded }]}>
            <Input maxLength={200} />
          </Form.Item>
          <Form.Item name="ownerId" label={say.itemOwner}>
            <OrganisationPicker label={say.itemOwner} placeholder={say.noOwner} />
          </Form.Item>
          <Form.Item name="dueOn" label={say.itemDue}>
            <Input type="date" />
          </Form.Item>
        </>
      )}
    </FormDrawer>
  )
}
export const SendTo = ({ of, close }: Props) => {
  const say = useWords(words)
  const mark = useMarks()
  const decisions = useApi('GET /api/decisions', { query: { limit: 100 } })
  const send = useAct('POST /api/deliberation/resolutions/:id/decision', {
    onDone: useDone(say.done, close),
  })
  return (
    <FormDrawer<{ decisionId: string }>
      open
      title={say.sendTo}
      lead={say.sendToLead}
      initial={of.decisionId ? { decisionId: of.decisionId } : {}}
      isBusy={send.isPending}
      problem={send.error}
      onSave={(body) => send.mutate({ params: { id: of.id }, body })}
      onClose={close}
    >
      {() => (
        <Form.Item name="decisionId" label={say.decision} rules={[{ required: true, message: say.needed }]}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={(decisions.data?.rows ?? []).map((one) => ({
              value: one.id,
              label: `${one.title}${mark.aside(one.place.name)}`,
            }))}
          />
        </Form.Item>
      )}
    </FormDrawer>
  )
}
