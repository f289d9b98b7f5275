// Brings a department's duties in from a spreadsheet.
import { App, Form, Input, Select } from 'antd'
import { addressOf, useAct, useApi } from '../../platform/api.ts'
import { FormDrawer } from '../../platform/form-drawer.tsx'
import { useWords } from '../../platform/words.ts'
import { words } from './words.ts'

interface Values {
  organisationId: string
  file: FileList
}
export const ImportForm = ({ close }: { readonly close: () => void }) => {
  const say = useWords(words)
  const { message } = App.useApp()
  const send = useAct('POST /api/dutylists/import', {
    refreshes: ['/api/dutylists'],
    onDone: ({ added }) => {
      void message.success(say.imported(added))
      close()
    },
  })
  return (
    <FormDrawer<Values>
      open
      title={say.importTitle}
      lead={
        <>
          {say.importLead}{' '}
          <a href={addressOf('GET /api/dutylists/template.xlsx', {})} download>
            {say.template}
          </a>
        </>
      }
      verb={say.importTitle}
      initial={{}}
      isBusy={send.isPending}
      problem={send.error}
      onSave={({ organisationId, file }) => {
        const [first] = file
        if (first) send.mutate({ body: { organisationId }, file: first })
      }}
      onClose={close}
    >
      {() => (
        <>
          <DepartmentField />
          <Form.Item
            name="file"
            label={say.file}
            valuePropName="files"
            getValueFromEvent={(event: { target: HTMLInputElement }) => event.target.files}
            rules={[{ required: true, message: say.fileNeeded }]}
          >
            <Input type="file" accept=".xlsx" />
          </Form.Item>
        </>
      )}
    </FormDrawer>
  )
}
const DepartmentField = () => {
  const say = useWords(words)
  const departments = useApi('GET /api/dutylists/departments', { query: { mine: 'true' } }, { fresh: 60_000 })
  return (
    <Form.Item name="organisationId" label={say.department} rules={[{ required: true, message: say.departmentNeeded }]}>
      <Select
        options={(departments.data ?? []).map((one) => ({
          value: one.organisation.id,
          label: one.organisation.name,
        }))}
      />
    </Form.Item>
  )
}
