// One template: title and words with fields to insert at the cursor, the phone message, and how it reads.
import { App, Button, Input, Switch } from 'antd'
import { useId, useState } from 'react'
import { templateAudiences } from '../../../../contract/src/notices-events.ts'
import { useAct, type Out } from '../../platform/api.ts'
import { ProblemPanel } from '../../platform/page.tsx'
import { usePick, useWords } from '../../platform/words.ts'
import { TemplatePreview } from './template-preview.tsx'
import { unknownFields, useEventName, useFieldName } from './template-words.ts'
import { words } from './words.ts'

type Template = Out<'GET /api/notices/templates'>[number]
const mostWords = 500

export const TemplateEditor = ({ template }: { readonly template: Template }) => {
  const say = useWords(words)
  const pick = usePick()
  const eventName = useEventName()
  const id = useId()
  const { message } = App.useApp()
  const [title, setTitle] = useState(template.title)
  const [body, setBody] = useState(template.body)
  const [sms, setSms] = useState(template.sms)
  const save = useAct('PUT /api/notices/templates/:id', {
    refreshes: ['/api/notices/templates'],
    onDone: () => message.success(say.saved),
  })
  const wrong = useWrong(template, title, body)
  const insert = (field: string) => {
    const area = document.getElementById(`${id}-body`) as HTMLTextAreaElement | null
    const at = area?.selectionStart ?? body.length
    setBody(`${body.slice(0, at)}{${field}}${body.slice(area?.selectionEnd ?? at)}`)
    area?.focus()
  }
  const isSame = title === template.title && body === template.body && sms === template.sms
  return (
    <section className="card stack" aria-labelledby={`${id}-name`}>
      <h2 id={`${id}-name`}>{`${eventName(template.event)} · ${pick(templateAudiences[template.audience])}`}</h2>
      <Wording id={id} title={title} body={body} setTitle={setTitle} setBody={setBody} />
      <Fields fields={template.fields} insert={insert} />
      <label className="row">
        <Switch checked={sms} onChange={setSms} aria-label={say.sms} />
        {say.sms}
      </label>
      {wrong ? (
        <p className="wrong" role="alert">
          {wrong}
        </p>
      ) : (
        <TemplatePreview id={template.id} title={title.trim()} body={body.trim()} />
      )}
      {save.error ? <ProblemPanel problem={save.error} /> : null}
      <div className="row">
        <Button
          type="primary"
          disabled={isSame || wrong !== null}
          loading={save.isPending}
          onClick={() => save.mutate({ params: { id: template.id }, body: { title, body, sms } })}
        >
          {say.save}
        </Button>
      </div>
    </section>
  )
}
/** What keeps the words from being saved, in a sentence; null when nothing does. */
const useWrong = (template: Template, title: string, body: string): string | null => {
  const say = useWords(words)
  if (title.trim() === '') return say.messageTitleNeeded
  if (body.trim() === '') return say.messageBodyNeeded
  const [unknown] = unknownFields(`${title} ${body}`, template.fields)
  return unknown === undefined ? null : say.unknownField(unknown)
}

interface WordingProps {
  readonly id: string
  readonly title: string
  readonly body: string
  readonly setTitle: (title: string) => void
  readonly setBody: (body: string) => void
}
const Wording = ({ id, title, body, setTitle, setBody }: WordingProps) => {
  const say = useWords(words)
  return (
    <>
      <div className="ask-reason">
        <label htmlFor={`${id}-title`}>{say.messageTitle}</label>
        <Input id={`${id}-title`} value={title} maxLength={60} onChange={(event) => setTitle(event.target.value)} />
      </div>
      <div className="ask-reason">
        <label htmlFor={`${id}-body`}>{say.messageBody}</label>
        <Input.TextArea
          id={`${id}-body`}
          value={body}
          rows={5}
          maxLength={mostWords}
          aria-describedby={`${id}-length`}
          onChange={(event) => setBody(event.target.value)}
        />
        <span id={`${id}-length`} className="quiet">
          {say.length(body.length, mostWords)}
        </span>
      </div>
    </>
  )
}

interface FieldsProps {
  readonly fields: readonly string[]
  readonly insert: (field: string) => void
}
const Fields = ({ fields, insert }: FieldsProps) => {
  const say = useWords(words)
  const fieldName = useFieldName()
  if (fields.length === 0) return null
  return (
    <div className="ask-reason">
      <strong>{say.fields}</strong>
      <div className="row">
        {fields.map((field) => (
          <Button key={field} size="small" onClick={() => insert(field)}>
            {`${fieldName(field)} {${field}}`}
          </Button>
        ))}
      </div>
      <span className="quiet">{say.fieldsHelp}</span>
    </div>
  )
}
