// Spreadsheets in: choose what, fill in the template, upload, check every row, write. Earlier imports below.
import { useSearch } from '../../platform/address.ts'
import { PageHeader } from '../../platform/page.tsx'
import { useWords } from '../../platform/words.ts'
import { EarlierImports } from './earlier-imports.tsx'
import { ImportPreview } from './import-preview.tsx'
import { UploadPanel } from './upload-panel.tsx'
import { words } from './words.ts'
import './imports.css'

export default function ImportsPage() {
  const say = useWords(words)
  const [search, change] = useSearch()
  const run = search['run']
  return (
    <div className="page">
      <PageHeader title={say.title} lead={say.lead} />
      {run ? (
        <ImportPreview key={run} id={run} leave={() => change({ run: undefined, onlyErrors: undefined })} />
      ) : (
        <div className="stack imports">
          <UploadPanel open={(id) => change({ run: id })} />
          <EarlierImports open={(id) => change({ run: id })} />
        </div>
      )}
    </div>
  )
}
