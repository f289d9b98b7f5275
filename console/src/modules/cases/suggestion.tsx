// Suggests kind and category from the words and fills them in until a person chooses otherwise.
import { Form } from 'antd'
import { Sparkles } from 'lucide-react'
import { useEffect, useState } from 'react'
import { caseKinds } from '../../../../contract/src/cases-life.ts'
import { call, type Out } from '../../platform/api.ts'
import { useLater } from '../../platform/later.ts'
import { useMarks } from '../../platform/marks.ts'
import { usePick, useWords } from '../../platform/words.ts'
import type { FileFields } from './file-fields.ts'
import { fileWords } from './file-words.ts'

type Suggested = Out<'POST /api/cases/suggestions'>
export const Suggestion = () => {
  const say = useWords(fileWords)
  const mark = useMarks()
  const pick = usePick()
  const form = Form.useFormInstance<FileFields>()
  const typed: unknown = Form.useWatch('words', form)
  const text = useLater(typeof typed === 'string' ? typed.trim() : '', 500)
  const [suggested, setSuggested] = useState<Suggested | null>(null)
  useEffect(() => {
    if (text.length < 4) return undefined
    const stop = new AbortController()
    call('POST /api/cases/suggestions', { body: { words: text } }, { signal: stop.signal })
      .then((out) => {
        setSuggested(out)
        if (!form.isFieldTouched('kind')) form.setFieldValue('kind', out.kind)
        if (!form.isFieldTouched('categoryId') && out.category) form.setFieldValue('categoryId', out.category.id)
      })
      // A suggestion that does not come is no obstacle: the person chooses.
      .catch(() => undefined)
    return () => stop.abort()
  }, [text, form])
  if (!suggested) return null
  const because = suggested.because.slice(0, 3).join(mark.list)
  return (
    <p className="suggestion" role="status">
      <Sparkles size={15} aria-hidden />
      {say.suggested(pick(caseKinds[suggested.kind]), suggested.category?.name ?? say.noCategory)}
      {because ? <span className="quiet">{say.because(because)}</span> : null}
      {suggested.confidence === null ? null : (
        <span className="quiet">{say.confidence(Math.round(suggested.confidence * 100))}</span>
      )}
    </p>
  )
}
