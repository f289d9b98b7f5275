// Message templates: what is said to whom at each event; the words are edited with their fields and previewed.
import { MessageSquareText, Smartphone } from 'lucide-react'
import { templateAudiences } from '../../../../contract/src/notices-events.ts'
import { useSearch } from '../../platform/address.ts'
import { addressOf, useApi, type Out } from '../../platform/api.ts'
import { ExportButton } from '../../platform/export-button.tsx'
import { EmptyState, Loaded, PageHeader } from '../../platform/page.tsx'
import { Tag } from '../../platform/tags.tsx'
import { usePick, useWords } from '../../platform/words.ts'
import { TemplateEditor } from './template-editor.tsx'
import { useEventName } from './template-words.ts'
import { words } from './words.ts'
import './settings.css'
import './templates.css'

type Template = Out<'GET /api/notices/templates'>[number]
export default function TemplatesPage() {
  const say = useWords(words)
  const templates = useApi('GET /api/notices/templates', {})
  return (
    <div className="page">
      <PageHeader
        title={say.templatesTitle}
        lead={say.templatesLead}
        actions={<ExportButton href={addressOf('GET /api/notices/templates.xlsx', {})} />}
      />
      <Loaded of={templates}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState icon={MessageSquareText} title={say.templatesEmpty} hint={say.templatesEmptyWords} />
          ) : (
            <Templates rows={rows} />
          )
        }
      </Loaded>
    </div>
  )
}

const audiences = Object.keys(templateAudiences) as (keyof typeof templateAudiences)[]
const Templates = ({ rows }: { readonly rows: readonly Template[] }) => {
  const say = useWords(words)
  const pick = usePick()
  const eventName = useEventName()
  const [search, change] = useSearch()
  const shown = audiences.flatMap((audience) => rows.filter((each) => each.audience === audience))
  const chosen = shown.find((each) => each.id === search['template']) ?? shown[0]
  return (
    <div className="templates">
      <nav className="card templates-list" aria-label={say.templatesTitle}>
        {audiences.map((audience) => {
          const some = shown.filter((each) => each.audience === audience)
          if (some.length === 0) return null
          return (
            <section key={audience}>
              <h2>{`${say.audience}${say.colon}${pick(templateAudiences[audience])}`}</h2>
              <ul>
                {some.map((each) => (
                  <li key={each.id}>
                    <button
                      type="button"
                      aria-current={each === chosen ? 'true' : undefined}
                      onClick={() => change({ template: each.id })}
                    >
                      <span className="grow">{eventName(each.event)}</span>
                      {each.sms ? <Tag icon={Smartphone}>{say.smsShort}</Tag> : null}
                    </button>
                  </li>
                ))}
              </ul>
            </section>
          )
        })}
      </nav>
      {chosen ? <TemplateEditor key={chosen.id} template={chosen} /> : null}
    </div>
  )
}
