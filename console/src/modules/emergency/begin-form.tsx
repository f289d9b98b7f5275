// Switches an area to emergency mode.
import { App, Form, Input } from 'antd'
import { emergencyPlaceKinds } from '../../../../contract/src/emergency-kinds.ts'
import { useAct } from '../../platform/api.ts'
import { FormDrawer } from '../../platform/form-drawer.tsx'
import { PlacePicker } from '../../platform/place-picker.tsx'
import { useWords } from '../../platform/words.ts'
import { words } from './words.ts'

interface Values {
  placeId: string
  name: string
  reason: string
  advice?: string
}
export const BeginForm = ({ close, done }: { readonly close: () => void; readonly done: (id: string) => void }) => {
  const say = useWords(words)
  const { message } = App.useApp()
  const begin = useAct('POST /api/emergency', {
    refreshes: ['/api/emergency', '/api/cases'],
    onDone: (made) => {
      message.success(say.begun)
      done(made.id)
    },
  })
  const rules = [{ required: true, whitespace: true, message: say.required }]
  return (
    <FormDrawer<Values>
      open
      title={say.begin}
      lead={say.beginLead}
      verb={say.beginVerb}
      initial={{}}
      isBusy={begin.isPending}
      problem={begin.error}
      onSave={({ placeId, name, reason, advice }) =>
        begin.mutate({ body: { placeId, name, reason, ...(advice?.trim() ? { advice } : {}) } })
      }
      onClose={close}
    >
      {() => (
        <>
          <Form.Item name="placeId" label={say.area} rules={[{ required: true, message: say.required }]}>
            <PlacePicker label={say.area} placeholder={say.areaHint} kinds={emergencyPlaceKinds} />
          </Form.Item>
          <Form.Item name="name" label={say.name} rules={rules}>
            <Input maxLength={60} placeholder={say.nameHint} />
          </Form.Item>
          <Form.Item name="reason" label={say.reason} rules={rules}>
            <Input.TextArea rows={2} maxLength={300} />
          </Form.Item>
          <Form.Item name="advice" label={say.advice}>
            <Input.TextArea rows={3} maxLength={500} />
          </Form.Item>
        </>
      )}
    </FormDrawer>
  )
}
