// Asks before a step that matters: says what it will do, takes a reason where one is needed, shows a refusal in place.
import { Button, Input, Modal } from 'antd'
import { useId, useState, type ReactNode } from 'react'
import { focusFirstField } from './first-field.ts'
import { ProblemPanel } from './page.tsx'
import './forms.css'
import { pageWords } from './page-words.ts'
import { useUnsaved } from './unsaved.tsx'
import { useWords } from './words.ts'

interface AskProps {
  readonly open: boolean
  readonly title: string
  /** What the step will do, and whether it can be undone. */ readonly what: ReactNode
  /** The step itself, as a verb. */ readonly verb: string
  readonly isDangerous?: boolean
  /** Ask for a reason of at least `least` characters. */
  readonly reason?: { readonly label: string; readonly hint?: string; readonly wrong: string; readonly least?: number }
  readonly isBusy?: boolean
  readonly problem?: Error | null
  readonly children?: ReactNode
  readonly onYes: (reason: string) => void
  readonly onNo: () => void
}
export const Ask = (props: AskProps) => {
  const say = useWords(pageWords)
  const formId = useId()
  const unsaved = useUnsaved(props.open, props.problem)
  const close = () => unsaved.leave(props.onNo)
  return (
    <Modal
      open={props.open}
      title={props.title}
      footer={null}
      onCancel={close}
      destroyOnHidden
      afterOpenChange={(isOpen) => isOpen && focusFirstField(document.getElementById(formId))}
      closable={{ 'aria-label': say.close }}
    >
      <div onInput={unsaved.onInput}>
        <AskBody
          {...props}
          formId={formId}
          onNo={close}
          onYes={(reason) => {
            unsaved.sent()
            props.onYes(reason)
          }}
        />
      </div>
    </Modal>
  )
}
const AskBody = (props: AskProps & { readonly formId: string }) => {
  const { what, verb, isDangerous, reason, isBusy, problem, children, formId, onYes, onNo } = props
  const say = useWords(pageWords)
  const id = useId()
  const [text, setText] = useState('')
  const [isWrong, setWrong] = useState(false)
  const go = () => {
    if (reason && text.trim().length < (reason.least ?? 2)) setWrong(true)
    else onYes(text.trim())
  }
  return (
    <form
      id={formId}
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        if (!isBusy) go()
      }}
    >
      <div>{what}</div>
      {children}
      {reason ? (
        <div className="ask-reason">
          <label htmlFor={id}>{reason.label}</label>
          <Input.TextArea
            id={id}
            value={text}
            rows={2}
            maxLength={200}
            placeholder={reason.hint}
            aria-invalid={isWrong}
            aria-describedby={isWrong ? `${id}-wrong` : undefined}
            status={isWrong ? 'error' : ''}
            onChange={(event) => {
              setText(event.target.value)
              setWrong(false)
            }}
          />
          {isWrong ? (
            <p id={`${id}-wrong`} className="wrong" role="alert">
              {reason.wrong}
            </p>
          ) : null}
        </div>
      ) : null}
      {problem ? <ProblemPanel problem={problem} /> : null}
      <div className="ask-buttons">
        <Button onClick={onNo}>{say.cancel}</Button>
        <Button type="primary" htmlType="submit" danger={isDangerous ?? false} loading={isBusy ?? false}>
          {verb}
        </Button>
      </div>
    </form>
  )
}
