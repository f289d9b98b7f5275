// A form in a drawer: keeps what was typed, shows a refusal beside its field or above the buttons.
import { Button, Drawer, Form, type FormInstance } from 'antd'
import { useEffect, useId, type ReactNode } from 'react'
import { Refused } from './api.ts'
import { focusFirstField } from './first-field.ts'
import './forms.css'
import { ProblemPanel } from './page.tsx'
import { pageWords } from './page-words.ts'
import { useUnsaved } from './unsaved.tsx'
import { useWords } from './words.ts'

interface FormDrawerProps<V extends object> {
  readonly open: boolean
  readonly title: string
  readonly lead?: ReactNode
  readonly initial: Partial<V>
  readonly verb?: string
  readonly width?: number
  readonly isBusy: boolean
  readonly problem: Error | null
  readonly children: (form: FormInstance<V>) => ReactNode
  readonly onSave: (values: V) => void
  readonly onClose: () => void
}
/** The drawer closes only by its buttons or Escape, and asks before typed words are lost. */
export const FormDrawer = <V extends object>(props: FormDrawerProps<V>) => {
  const say = useWords(pageWords)
  const formId = useId()
  const unsaved = useUnsaved(props.open, props.problem)
  const close = () => unsaved.leave(props.onClose)
  return (
    <Drawer
      open={props.open}
      title={props.title}
      size={props.width ?? 480}
      onClose={close}
      afterOpenChange={(isOpen) => isOpen && focusFirstField(document.getElementById(formId))}
      mask={{ closable: false }}
      destroyOnHidden
      closable={{ 'aria-label': say.close }}
      styles={{ wrapper: { maxWidth: '100vw' } }}
      footer={
        <div className="ask-buttons">
          <Button onClick={close}>{say.cancel}</Button>
          <Button type="primary" htmlType="submit" form={formId} loading={props.isBusy}>
            {props.verb ?? say.save}
          </Button>
        </div>
      }
    >
      {props.lead ? <div className="form-drawer-lead">{props.lead}</div> : null}
      <div onInput={unsaved.onInput}>
        <FormBody
          {...props}
          formId={formId}
          onSave={(values) => {
            unsaved.sent()
            props.onSave(values)
          }}
        />
      </div>
    </Drawer>
  )
}
const FormBody = <V extends object>(props: FormDrawerProps<V> & { readonly formId: string }) => {
  const [form] = Form.useForm<V>()
  const { problem } = props
  useEffect(() => {
    if (!(problem instanceof Refused)) return
    const known = Object.keys(form.getFieldsValue(true) as object)
    const fields = problem.fields.filter((field) => known.includes(field.path))
    form.setFields(fields.map((field) => ({ name: field.path, errors: [field.message] })) as never)
  }, [problem, form])
  return (
    <Form<V>
      id={props.formId}
      name={props.formId}
      form={form}
      layout="vertical"
      requiredMark={(label, { required }) => <span className={required ? 'is-required' : ''}>{label}</span>}
      initialValues={props.initial}
      scrollToFirstError={{ focus: true }}
      onFinish={props.onSave}
    >
      {props.children(form)}
      {problem ? <ProblemPanel problem={problem} /> : null}
    </Form>
  )
}
