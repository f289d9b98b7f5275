// Takes the roll of a decision from a spreadsheet.
import { Form, Input } from 'antd'
import { useAct } from '../../platform/api.ts'
import { FormDrawer } from '../../platform/form-drawer.tsx'
import { useWords } from '../../platform/words.ts'
import type { Decision } from './step-forms.tsx'
import { words } from './words.ts'

/** The drawer that takes an .xlsx file as the roll. */
export const ImportRoll = ({ of, close }: { readonly of: Decision; readonly close: () => void }) => {
  const say = useWords(words)
  const act = useAct('POST /api/decisions/:id/roll/import', { onDone: close })
  return (
    <FormDrawer<{ file: FileList }>
      open
      title={say.importRoll}
      lead={say.importLead}
      verb={say.importRoll}
      initial={{}}
      isBusy={act.isPending}
      problem={act.error}
      onSave={({ file }) => {
        const [first] = file
        if (first) act.mutate({ params: { id: of.id }, body: {}, file: first })
      }}
      onClose={close}
    >
      {() => (
        <Form.Item
          name="file"
          label={say.importFile}
          valuePropName="files"
          getValueFromEvent={(event: { target: HTMLInputElement }) => event.target.files}
          rules={[{ required: true, message: say.needed }]}
        >
          <Input type="file" accept=".xlsx" />
        </Form.Item>
      )}
    </FormDrawer>
  )
}
