// Opens a mediation: the matter, where, and the parties with their phones.
import { App, Button, Form, Input } from 'antd'
import { partyLetterIn } from '../../../../contract/src/mediation-life.ts'
import { useAct } from '../../platform/api.ts'
import { FormDrawer } from '../../platform/form-drawer.tsx'
import { PlacePicker } from '../../platform/place-picker.tsx'
import { useLanguage, useWords } from '../../platform/words.ts'
import { words } from './words.ts'
import '../../platform/entries.css'

interface Values {
  placeId?: string | null
  subject: string
  words?: string
  parties: { name: string; phone: string; role: string }[]
}
interface Props {
  /** Opened from this case: the place is the case's. */
  readonly caseId?: string
  readonly close: () => void
  readonly onOpened: (id: string) => void
}
export const OpenForm = ({ caseId, close, onOpened }: Props) => {
  const say = useWords(words)
  const { message } = App.useApp()
  const open = useAct('POST /api/mediations', {
    refreshes: ['/api/mediations', '/api/cases'],
    onDone: (made) => {
      void message.success(say.opened)
      onOpened(made.id)
    },
  })
  const save = ({ placeId, subject, words: background, parties }: Values) =>
    open.mutate({
      body: {
        ...(caseId === undefined ? { placeId: placeId ?? undefined } : { caseId }),
        subject,
        ...(background === undefined || background.trim() === '' ? {} : { words: background }),
        parties,
      },
    })
  return (
    <FormDrawer<Values>
      open
      title={caseId === undefined ? say.openTitle : say.handOver}
      lead={say.openLead}
      verb={say.open}
      initial={{
        parties: [
          { name: '', phone: '', role: '' },
          { name: '', phone: '', role: '' },
        ],
      }}
      isBusy={open.isPending}
      problem={open.error}
      onSave={save}
      onClose={close}
    >
      {() => (
        <>
          {caseId === undefined ? (
            <Form.Item name="placeId" label={say.place} rules={[{ required: true, message: say.placeNeeded }]}>
              <PlacePicker label={say.place} />
            </Form.Item>
          ) : null}
          <Form.Item name="subject" label={say.subject} rules={[{ required: true, min: 2, message: say.needed }]}>
            <Input maxLength={80} placeholder={say.subjectHint} />
          </Form.Item>
          <Form.Item name="words" label={say.background}>
            <Input.TextArea rows={3} maxLength={2000} />
          </Form.Item>
          <Parties />
        </>
      )}
    </FormDrawer>
  )
}
const Parties = () => {
  const say = useWords(words)
  const { language } = useLanguage()
  return (
    <Form.List name="parties">
      {(fields, { add, remove }) => (
        <>
          {fields.map((field) => (
            <fieldset key={field.key} className="form-block">
              <div className="form-block-head">
                <strong>{partyLetterIn(language, field.name)}</strong>
                {fields.length > 2 ? (
                  <Button size="small" type="text" onClick={() => remove(field.name)}>
                    {say.dropParty}
                  </Button>
                ) : null}
              </div>
              <Form.Item
                name={[field.name, 'name']}
                label={say.name}
                rules={[{ required: true, whitespace: true, message: say.needed }]}
              >
                <Input maxLength={60} />
              </Form.Item>
              <Form.Item
                name={[field.name, 'phone']}
                label={say.phone}
                rules={[{ required: true, pattern: /^1[3-9]\d{9}$/, message: say.phoneWrong }]}
              >
                <Input maxLength={11} inputMode="numeric" />
              </Form.Item>
              <Form.Item
                name={[field.name, 'role']}
                label={say.role}
                rules={[{ required: true, whitespace: true, message: say.needed }]}
              >
                <Input maxLength={30} placeholder={say.roleHint} />
              </Form.Item>
            </fieldset>
          ))}
          {fields.length < 6 ? (
            <Button onClick={() => add({ name: '', phone: '', role: '' })}>{say.addParty}</Button>
          ) : null}
        </>
      )}
    </Form.List>
  )
}
