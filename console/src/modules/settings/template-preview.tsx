// How a template reads in both languages with example values, as it is typed.
import { useQuery } from '@tanstack/react-query'
import { call, type Out, type Refused } from '../../platform/api.ts'
import { useLater } from '../../platform/later.ts'
import { ProblemPanel } from '../../platform/page.tsx'
import { useWords } from '../../platform/words.ts'
import type { Wording } from './template-wording.tsx'
import { words } from './words.ts'

type Preview = Out<'POST /api/notices/templates/:id/preview'>
interface TemplatePreviewProps {
  readonly id: string
  readonly input: Wording & { readonly en: Wording }
}
export const TemplatePreview = ({ id, input }: TemplatePreviewProps) => {
  const say = useWords(words)
  const typed = JSON.stringify(input)
  const still = useLater(typed, 500)
  // A POST that changes nothing, so it is read like a query.
  const preview = useQuery<Preview, Refused>({
    queryKey: ['POST /api/notices/templates/:id/preview', id, still],
    queryFn: () => call('POST /api/notices/templates/:id/preview', { params: { id }, body: input }),
    enabled: still === typed,
    placeholderData: (before) => before,
  })
  return (
    <section className="template-preview" aria-live="polite" aria-label={say.preview}>
      <h3>{say.preview}</h3>
      <p className="quiet">{say.previewHelp}</p>
      {preview.error ? <ProblemPanel problem={preview.error} /> : null}
      {preview.data ? (
        <div className="template-languages">
          <Message lang="zh-CN" of={preview.data} />
          <Message lang="en" of={preview.data.en} />
        </div>
      ) : null}
    </section>
  )
}
const Message = ({ lang, of }: { readonly lang: string; readonly of: Wording }) => (
  <div className="template-message" lang={lang}>
    <strong>{of.title}</strong>
    <p>{of.body}</p>
  </div>
)
