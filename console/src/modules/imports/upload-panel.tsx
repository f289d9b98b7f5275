// The first three steps of an import: choose what, take the template, upload the spreadsheet.
import { Button, Upload } from 'antd'
import { Building2, Contact, Download, FileSpreadsheet, IdCard, Users, type LucideIcon } from 'lucide-react'
import { useState } from 'react'
import { useSearch } from '../../platform/address.ts'
import { addressOf, useAct, type Out } from '../../platform/api.ts'
import { ProblemPanel } from '../../platform/page.tsx'
import { useWords } from '../../platform/words.ts'
import { Working } from './working.tsx'
import { words } from './words.ts'

export type ImportKind = Out<'GET /api/imports/:id'>['kind']
const kinds = [
  { kind: 'places', what: 'placesWhat', icon: Building2 },
  { kind: 'residents', what: 'residentsWhat', icon: Users },
  { kind: 'organisations', what: 'organisationsWhat', icon: Contact },
  { kind: 'staff', what: 'staffWhat', icon: IdCard },
] as const satisfies readonly { kind: ImportKind; what: keyof typeof words; icon: LucideIcon }[]

export const UploadPanel = ({ open }: { readonly open: (id: string) => void }) => {
  const say = useWords(words)
  const [search, change] = useSearch()
  const kind = kinds.find((each) => each.kind === search['kind'])?.kind ?? 'places'
  return (
    <ol className="import-steps">
      <li className="card">
        <h2>{say.step1}</h2>
        <fieldset className="import-kinds">
          <legend className="unseen">{say.step1}</legend>
          {kinds.map((each) => (
            <label key={each.kind} className={each.kind === kind ? 'import-kind is-chosen' : 'import-kind'}>
              <input
                type="radio"
                name="kind"
                className="unseen"
                checked={each.kind === kind}
                onChange={() => change({ kind: each.kind })}
              />
              <each.icon size={20} aria-hidden />
              <span>
                <strong>{say[each.kind]}</strong>
                <br />
                <span className="quiet">{say[each.what]}</span>
              </span>
            </label>
          ))}
        </fieldset>
      </li>
      <li className="card">
        <h2>{say.step2}</h2>
        <div className="row">
          <Button
            icon={<Download size={16} aria-hidden />}
            href={addressOf('GET /api/imports/templates/:kind.xlsx', { params: { kind } })}
            download
          >
            {`${say.template} · ${say[kind]}`}
          </Button>
          <span className="quiet">{say.templateHelp}</span>
        </div>
      </li>
      <li className="card">
        <h2>{say.step3}</h2>
        <Drop key={kind} kind={kind} open={open} />
      </li>
    </ol>
  )
}

interface DropProps {
  readonly kind: ImportKind
  readonly open: (id: string) => void
}
const Drop = ({ kind, open }: DropProps) => {
  const say = useWords(words)
  const [file, setFile] = useState<File | null>(null)
  const [isWrong, setWrong] = useState(false)
  const upload = useAct('POST /api/imports', { onDone: (run) => open(run.id) })
  const take = (chosen: File) => {
    setFile(chosen)
    const isRight = chosen.name.toLowerCase().endsWith('.xlsx')
    setWrong(!isRight)
    if (isRight) upload.mutate({ body: { kind }, file: chosen })
    else upload.reset()
    return false
  }
  if (upload.isPending) return <Working words={say.readingFile(file?.name ?? '')} />
  return (
    <div className="stack">
      <Upload.Dragger accept=".xlsx" beforeUpload={take} showUploadList={false} multiple={false}>
        <p className="import-drop">
          <FileSpreadsheet size={28} strokeWidth={1.5} aria-hidden />
          <strong>{say.drop}</strong>
          <span className="quiet">{say.dropHelp}</span>
        </p>
      </Upload.Dragger>
      {isWrong ? (
        <p className="wrong" role="alert">
          {say.wrongType}
        </p>
      ) : null}
      {upload.error && !isWrong ? (
        <ProblemPanel problem={upload.error} retry={file ? () => take(file) : undefined} />
      ) : null}
    </div>
  )
}
