// One template: what it says in each language, fields to insert at the cursor, the phone message, and how it reads.
import { App, Button, Switch } from 'antd'
import { useId, useState } from 'react'
import { templateAudiences } from '../../../../contract/src/notices-events.ts'
import { useAct, type Out } from '../../platform/api.ts'
import { ProblemPanel } from '../../platform/page.tsx'
import { useUnsaved } from '../../platform/unsaved.tsx'
import { usePick, useWords } from '../../platform/words.ts'
import { TemplatePreview } from './template-preview.tsx'
import { isSameWording, TemplateWording, type Side, type Wording } from './template-wording.tsx'
import { unknownFields, useEventName, useFieldName } from './template-words.ts'
import { words } from './words.ts'

type Template = Out<'GET /api/notices/templates'>[number]
type Wordings = Readonly<Record<Side, Wording>>
const sides: readonly Side[] = ['zh', 'en']
const trimmed = ({ title, body }: Wording): Wording => ({ title: title.trim(), body: body.trim() })

export const TemplateEditor = ({ template }: { readonly template: Template }) => {
  const say = useWords(words)
  const title = useTitle(template)
  const id = useId()
  const { message } = App.useApp()
  const saved: Wordings = { zh: { title: template.title, body: template.body }, en: template.en }
  const [texts, setTexts] = useState(saved)
  const [sms, setSms] = useState(template.sms)
  const { insert, setLast } = useInsert(id, texts, setTexts)
  const save = useAct('PUT /api/notices/templates/:id', {
    refreshes: ['/api/notices/templates'],
    onDone: () => message.success(say.saved),
  })
  const unsaved = useUnsaved(true, save.error)
  const wrong = useWrong(template, texts)
  const isSame = sms === template.sms && sides.every((side) => isSameWording(texts[side], saved[side]))
  const input = { ...trimmed(texts.zh), en: trimmed(texts.en) }
  return (
    <section className="card stack" aria-labelledby={`${id}-name`} onInput={unsaved.onInput}>
      <h2 id={`${id}-name`}>{title}</h2>
      <p className="quiet">{say.languagesHelp}</p>
      <div className="template-languages">
        {sides.map((side) => (
          <TemplateWording
            key={side}
            side={side}
            value={texts[side]}
            delivered={template.delivered[side]}
            bodyId={bodyId(id, side)}
            onChange={(value) => setTexts({ ...texts, [side]: value })}
            onFocus={() => setLast(side)}
          />
        ))}
      </div>
      <Fields fields={template.fields} insert={insert} />
      <ByPhone on={sms} change={setSms} />
      {wrong ? (
        <p className="wrong" role="alert">
          {wrong}
        </p>
      ) : (
        <TemplatePreview id={template.id} input={input} />
      )}
      {save.error ? <ProblemPanel problem={save.error} /> : null}
      <div className="row">
        <Button
          type="primary"
          disabled={isSame || wrong !== null}
          loading={save.isPending}
          onClick={() => {
            unsaved.sent()
            save.mutate({ params: { id: template.id }, body: { ...input, sms } })
          }}
        >
          {say.save}
        </Button>
      </div>
    </section>
  )
}
const useTitle = ({ event, audience }: Template): string => {
  const pick = usePick()
  return `${useEventName()(event)} · ${pick(templateAudiences[audience])}`
}
const ByPhone = ({ on, change }: { readonly on: boolean; readonly change: (on: boolean) => void }) => {
  const say = useWords(words)
  return (
    <label className="row">
      <Switch checked={on} onChange={change} aria-label={say.sms} />
      {say.sms}
    </label>
  )
}
const bodyId = (id: string, side: Side) => `${id}-${side}`
/** Puts a field where the cursor stands, or last stood, in the words of either language. */
const useInsert = (id: string, texts: Wordings, setTexts: (texts: Wordings) => void) => {
  const [last, setLast] = useState<Side>('zh')
  const insert = (field: string) => {
    const area = document.getElementById(bodyId(id, last)) as HTMLTextAreaElement | null
    const { title, body } = texts[last]
    const from = area?.selectionStart ?? body.length
    const to = area?.selectionEnd ?? from
    setTexts({ ...texts, [last]: { title, body: `${body.slice(0, from)}{${field}}${body.slice(to)}` } })
    area?.focus()
  }
  return { insert, setLast }
}
/** What keeps the words from being saved, in a sentence; null when nothing does. */
const useWrong = (template: Template, texts: Wordings): string | null => {
  const say = useWords(words)
  const all = sides.map((side) => trimmed(texts[side]))
  if (all.some(({ title }) => title === '')) return say.messageTitleNeeded
  if (all.some(({ body }) => body === '')) return say.messageBodyNeeded
  const [unknown] = unknownFields(all.map(({ title, body }) => `${title} ${body}`).join(' '), template.fields)
  return unknown === undefined ? null : say.unknownField(unknown)
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
