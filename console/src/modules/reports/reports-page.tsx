// 报告: a week or month of an area on one page that prints; the same as a spreadsheet and a document.
import { Button, Input, Segmented } from 'antd'
import { Download, FileText, Printer } from 'lucide-react'
import { useSearch } from '../../platform/address.ts'
import { addressOf, useApi } from '../../platform/api.ts'
import { today } from '../../platform/day.ts'
import { Loaded, PageHeader } from '../../platform/page.tsx'
import { useWords } from '../../platform/words.ts'
import { ScopeSelect } from '../rates/period-bar.tsx'
import { ReportView } from './report-view.tsx'
import { words } from './words.ts'
import '../rates/rates.css'
import './reports.css'

export default function ReportsPage() {
  const say = useWords(words)
  const [search, change] = useSearch()
  const { scope, kind: asked, month = today().slice(0, 7), week = today() } = search
  const kind = asked === 'week' ? ('week' as const) : ('month' as const)
  const day = kind === 'month' ? `${month}-01` : week
  const query = { kind, day, ...(scope ? { scopeId: scope } : {}) }
  const report = useApi('GET /api/reports', { query }, { keep: true })
  const actions = (
    <>
      <Button icon={<Printer size={16} aria-hidden />} onClick={() => window.print()}>
        {say.print}
      </Button>
      <Button icon={<Download size={16} aria-hidden />} download href={addressOf('GET /api/reports/sheet', { query })}>
        {say.sheet}
      </Button>
      <Button
        icon={<FileText size={16} aria-hidden />}
        download
        href={addressOf('GET /api/reports/document', { query })}
      >
        {say.document}
      </Button>
    </>
  )
  return (
    <div className="page report">
      <PageHeader title={say.title} lead={say.lead} actions={actions} />
      <div className="filters no-print" role="search">
        <ScopeSelect value={scope} />
        <Segmented
          aria-label={say.kind}
          value={kind}
          onChange={(next) => change({ kind: String(next) })}
          options={[
            { value: 'week', label: say.week },
            { value: 'month', label: say.month },
          ]}
        />
        <Input
          type={kind === 'month' ? 'month' : 'date'}
          aria-label={say.day}
          style={{ width: 160 }}
          value={kind === 'month' ? month : week}
          onChange={(event) => change({ [kind]: event.target.value || undefined })}
        />
      </div>
      <Loaded of={report}>{(data) => <ReportView data={data} />}</Loaded>
    </div>
  )
}
