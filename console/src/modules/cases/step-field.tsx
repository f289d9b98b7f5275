// One field of a step, as its name says: words, reason, advice, body, moment, photos, rating.
import { Checkbox, Form, Input, Rate, Select } from 'antd'
import type { ReactElement } from 'react'
import { limits, ratingReasons, rejectReasons, type PersonStep } from '../../../../contract/src/cases-life.ts'
import { usePick, useWords } from '../../platform/words.ts'
import { caseWords } from './case-words.ts'
import { HandlerChoice } from './handler-choice.tsx'
import { PhotoField } from './photo-field.tsx'
import type { AskedField, CaseView, StepField } from './steps.ts'
import { UntilInput } from './until-input.tsx'

interface FieldProps {
  readonly field: AskedField
  readonly step: PersonStep
  readonly view: CaseView
}
interface Part {
  readonly label: string
  readonly wrong: string
  readonly input: ReactElement
  readonly least?: number
  readonly type?: 'array' | 'number'
}
export const StepFieldInput = ({ field, step, view }: FieldProps) => {
  const say = useWords(caseWords)
  const { label, wrong, input, least, type } = usePart(field.name, step, view)
  const rule = { message: wrong, ...(type ? { type } : {}) }
  const length = type || !least ? [] : [{ min: least, whitespace: true, message: wrong }]
  return (
    <Form.Item
      name={field.name}
      label={field.isNeeded ? label : `${label}${say.optional}`}
      rules={[{ ...rule, required: field.isNeeded }, ...length]}
    >
      {input}
    </Form.Item>
  )
}
const usePart = (name: StepField, step: PersonStep, view: CaseView): Part => {
  const say = useWords(caseWords)
  const pick = usePick()
  const choices = (table: Readonly<Record<string, { zh: string; en: string }>>) =>
    Object.entries(table).map(([value, entry]) => ({ value, label: pick(entry) }))
  const area = <Input.TextArea rows={3} maxLength={500} showCount />
  const parts: Record<StepField, () => Part> = {
    words: () => ({
      label: say.words,
      wrong: say.wordsWrong,
      least: 2,
      input: (
        <Input.TextArea
          rows={3}
          maxLength={step === 'requestClosure' ? 1000 : 500}
          showCount
          placeholder={say.wordsHint}
        />
      ),
    }),
    reason: () =>
      step === 'reject'
        ? { label: say.rejectReason, wrong: say.rejectWrong, input: <Select options={choices(rejectReasons)} /> }
        : { label: say.reason, wrong: say.reasonWrong, least: 2, input: area },
    advice: () => ({
      label: say.advice,
      wrong: say.adviceWrong,
      least: 4,
      input: <Input.TextArea rows={3} maxLength={500} showCount placeholder={say.adviceHint} />,
    }),
    organisationId: () => ({
      label: say.organisationId,
      wrong: say.organisationWrong,
      input: <HandlerChoice caseId={view.id} without={step === 'transfer' ? view.handler?.id : undefined} />,
    }),
    until: () => ({ label: say.until, wrong: say.untilWrong, input: <UntilInput days={limits.suspendDays} /> }),
    photos: () => ({ label: say.photos, wrong: say.photosWrong, type: 'array', input: <PhotoField /> }),
    rating: () => ({ label: say.rating, wrong: say.ratingWrong, type: 'number', input: <Rate /> }),
    ratingReasons: () => ({
      label: say.ratingReasons,
      wrong: say.ratingWrong,
      type: 'array',
      input: <Checkbox.Group options={choices(ratingReasons)} />,
    }),
  }
  return parts[name]()
}
