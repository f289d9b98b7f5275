// Keeping the filters of the address under a name.
import { Checkbox, Form, Input } from 'antd'
import { useAct } from '../../platform/api.ts'
import { FormDrawer } from '../../platform/form-drawer.tsx'
import { useWords } from '../../platform/words.ts'
import { words } from './words.ts'

interface Fields {
  name: string
  shared: boolean
}
interface SaveViewProps {
  readonly open: boolean
  readonly query: Record<string, string>
  readonly close: () => void
}
export const SaveView = ({ open, query, close }: SaveViewProps) => {
  const say = useWords(words)
  const save = useAct('POST /api/cases/views', { refreshes: ['/api/cases/views'], onDone: close })
  return (
    <FormDrawer<Fields>
      open={open}
      title={say.saveView}
      initial={{ name: '', shared: false }}
      isBusy={save.isPending}
      problem={save.error}
      onSave={(fields) => save.mutate({ body: { name: fields.name.trim(), shared: fields.shared, query } })}
      onClose={close}
    >
      {() => (
        <>
          <Form.Item
            name="name"
            label={say.viewName}
            rules={[{ required: true, whitespace: true, max: 30, message: say.viewNameWrong }]}
          >
            <Input maxLength={30} placeholder={say.viewNameHint} />
          </Form.Item>
          <Form.Item name="shared" valuePropName="checked">
            <Checkbox>{say.viewShared}</Checkbox>
          </Form.Item>
        </>
      )}
    </FormDrawer>
  )
}
