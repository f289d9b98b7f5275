// What a template says in one language: title and words, and the way back to what was delivered.
import { Button, Input } from 'antd'
import { useId } from 'react'
import { templateMost } from '../../../../contract/src/notices-events.ts'
import { useWords } from '../../platform/words.ts'
import { words } from './words.ts'

export interface Wording {
  readonly title: string
  readonly body: string
}
export type Side = 'zh' | 'en'
export const isSameWording = (one: Wording, other: Wording): boolean =>
  one.title === other.title && one.body === other.body

interface TemplateWordingProps {
  readonly side: Side
  readonly value: Wording
  readonly delivered: Wording
  /** Of the field for the words: fields are inserted there. */ readonly bodyId: string
  readonly onChange: (value: Wording) => void
  readonly onFocus: () => void
}
export const TemplateWording = ({ side, value, delivered, bodyId, onChange, onFocus }: TemplateWordingProps) => {
  const say = useWords(words)
  const id = useId()
  const most = templateMost[side]
  const lang = side === 'en' ? 'en' : 'zh-CN'
  return (
    <fieldset className="template-wording" onFocus={onFocus}>
      <legend>{say[side]}</legend>
      <div className="ask-reason">
        <label htmlFor={`${id}-title`}>{say.messageTitle}</label>
        <Input
          id={`${id}-title`}
          lang={lang}
          value={value.title}
          maxLength={most.title}
          onChange={(event) => onChange({ ...value, title: event.target.value })}
        />
      </div>
      <div className="ask-reason">
        <label htmlFor={bodyId}>{say.messageBody}</label>
        <Input.TextArea
          id={bodyId}
          lang={lang}
          value={value.body}
          rows={5}
          maxLength={most.body}
          aria-describedby={`${id}-length`}
          onChange={(event) => onChange({ ...value, body: event.target.value })}
        />
        <span id={`${id}-length`} className="quiet">
          {say.length(value.body.length, most.body)}
        </span>
      </div>
      <div>
        <Button size="small" disabled={isSameWording(value, delivered)} onClick={() => onChange(delivered)}>
          {say.toDelivered}
        </Button>
      </div>
    </fieldset>
  )
}
