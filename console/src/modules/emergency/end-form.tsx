// Ends an emergency: what becomes of open tasks, and the words of the report.
import { App, Form, Input, Radio, type FormInstance } from 'antd'
import { useAct } from '../../platform/api.ts'
import { FormDrawer } from '../../platform/form-drawer.tsx'
import { OrganisationPicker } from '../../platform/pickers.tsx'
import { useWords } from '../../platform/words.ts'
import type { Emergency } from './emergency.ts'
import { words } from './words.ts'

interface Values {
  words: string
  openTasks?: 'close' | 'handOn'
  organisationId?: string
}
export const EndForm = ({ emergency, close }: { readonly emergency: Emergency; readonly close: () => void }) => {
  const say = useWords(words)
  const { message } = App.useApp()
  const end = useAct('POST /api/emergency/:id/end', {
    refreshes: ['/api/emergency', '/api/cases'],
    onDone: () => {
      message.success(say.endedDone)
      close()
    },
  })
  return (
    <FormDrawer<Values>
      open
      title={say.end}
      lead={say.endLead}
      verb={say.end}
      initial={{}}
      isBusy={end.isPending}
      problem={end.error}
      onSave={(values) =>
        end.mutate({
          params: { id: emergency.id },
          body: {
            words: values.words,
            ...(values.openTasks ? { openTasks: values.openTasks } : {}),
            ...(values.openTasks === 'handOn' && values.organisationId
              ? { organisationId: values.organisationId }
              : {}),
          },
        })
      }
      onClose={close}
    >
      {(form) => <Fields form={form} open={emergency.openTasks} />}
    </FormDrawer>
  )
}
const Fields = ({ form, open }: { readonly form: FormInstance<Values>; readonly open: number }) => {
  const say = useWords(words)
  const what = Form.useWatch('openTasks', form) as Values['openTasks']
  return (
    <>
      {open > 0 ? (
        <Form.Item name="openTasks" label={say.openLeft(open)} rules={[{ required: true, message: say.required }]}>
          <Radio.Group
            options={[
              { value: 'close', label: say.closeThem },
              { value: 'handOn', label: say.handOn },
            ]}
          />
        </Form.Item>
      ) : null}
      {what === 'handOn' ? (
        <Form.Item name="organisationId" label={say.organisations} rules={[{ required: true, message: say.required }]}>
          <OrganisationPicker label={say.organisations} />
        </Form.Item>
      ) : null}
      <Form.Item name="words" label={say.endWords} rules={[{ required: true, min: 2, message: say.required }]}>
        <Input.TextArea rows={4} maxLength={1000} />
      </Form.Item>
    </>
  )
}
