// How a template reads with example values, as it is typed.
import { useQuery } from '@tanstack/react-query'
import { call, type Out, type Refused } from '../../platform/api.ts'
import { useLater } from '../../platform/later.ts'
import { ProblemPanel } from '../../platform/page.tsx'
import { useWords } from '../../platform/words.ts'
import { words } from './words.ts'

type Preview = Out<'POST /api/notices/templates/:id/preview'>
interface TemplatePreviewProps {
  readonly id: string
  readonly title: string
  readonly body: string
}
export const TemplatePreview = ({ id, title, body }: TemplatePreviewProps) => {
  const say = useWords(words)
  const still = useLater(`${title}\n${body}`, 500)
  const isStill = still === `${title}\n${body}`
  // A POST that changes nothing, so it is read like a query.
  const preview = useQuery<Preview, Refused>({
    queryKey: ['POST /api/notices/templates/:id/preview', id, still],
    queryFn: () => call('POST /api/notices/templates/:id/preview', { params: { id }, body: { title, body } }),
    enabled: isStill,
    placeholderData: (before) => before,
  })
  return (
    <section className="template-preview" aria-live="polite" aria-label={say.preview}>
      <h3>{say.preview}</h3>
      <p className="quiet">{say.previewHelp}</p>
      {preview.error ? <ProblemPanel problem={preview.error} /> : null}
      {preview.data ? (
        <div className="template-message">
          <strong>{preview.data.title}</strong>
          <p>{preview.data.body}</p>
        </div>
      ) : null}
    </section>
  )
}
