// Registers a person, or changes one. The number of an existing person is masked, so an empty field keeps it.
import { App, Checkbox, Form, Input } from 'antd'
import { useAct, type Out } from '../../platform/api.ts'
import { FormDrawer } from '../../platform/form-drawer.tsx'
import { useWords } from '../../platform/words.ts'
import { words } from './words.ts'

export type Person = Out<'GET /api/identity/people/:id'>
interface Values {
  name: string
  phone?: string
  removePhone?: boolean
  login?: string
  password?: string
}
interface PersonFormProps {
  readonly open: boolean
  readonly person?: Person
  readonly close: () => void
  readonly done: (id: string) => void
}
const mobile = /^1[3-9]\d{9}$/
const orNothing = (text: string | undefined) => (text?.trim() ? text.trim() : undefined)

export const PersonForm = ({ open, person, close, done }: PersonFormProps) => {
  const say = useWords(words)
  const { message } = App.useApp()
  const after = (out: { readonly id: string }) => {
    message.success(say.saved)
    done(out.id)
  }
  const register = useAct('POST /api/identity/people', { onDone: after })
  const change = useAct('PATCH /api/identity/people/:id', { onDone: after })
  const save = (values: Values) => {
    const phone = orNothing(values.phone)
    const login = orNothing(values.login)
    const password = orNothing(values.password)
    const common = { name: values.name, ...(password ? { password } : {}) }
    if (!person) {
      register.mutate({ body: { ...common, phone: phone ?? null, ...(login ? { login } : {}) } })
      return
    }
    const newPhone = values.removePhone ? { phone: null } : phone ? { phone } : {}
    const newLogin = (login ?? null) === person.login ? {} : { login: login ?? null }
    change.mutate({ params: { id: person.id }, body: { ...common, ...newPhone, ...newLogin } })
  }
  const act = person ? change : register
  const leave = () => {
    register.reset()
    change.reset()
    close()
  }
  return (
    <FormDrawer<Values>
      open={open}
      title={person ? `${say.edit} · ${person.name}` : say.register}
      initial={person ? { name: person.name, login: person.login ?? '' } : {}}
      isBusy={act.isPending}
      problem={act.error}
      onSave={save}
      onClose={leave}
    >
      {() => <PersonFields person={person} />}
    </FormDrawer>
  )
}

const PersonFields = ({ person }: { readonly person: Person | undefined }) => {
  const say = useWords(words)
  return (
    <>
      <Form.Item name="name" label={say.name} rules={[{ required: true, whitespace: true, message: say.nameNeeded }]}>
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="phone"
        label={say.phone}
        extra={person?.phone ? `${person.phone} · ${say.phoneKeep}` : say.phoneHelp}
        rules={[{ pattern: mobile, message: say.phoneWrong }]}
        validateTrigger="onBlur"
      >
        <Input inputMode="numeric" maxLength={11} autoComplete="off" />
      </Form.Item>
      {person?.phone ? (
        <Form.Item name="removePhone" valuePropName="checked">
          <Checkbox>{say.phoneRemove}</Checkbox>
        </Form.Item>
      ) : null}
      <Form.Item name="login" label={say.login} extra={say.loginHelp}>
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="password"
        label={person ? say.newPassword : say.password}
        extra={person ? `${say.passwordKeep} ${say.passwordHelp}` : say.passwordHelp}
      >
        <Input.Password maxLength={200} autoComplete="new-password" />
      </Form.Item>
    </>
  )
}
