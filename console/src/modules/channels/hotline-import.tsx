// Importing a sheet of the hotline: choose, say which column is which, look at every row, write.
import { App, Button, Select, Table, Upload } from 'antd'
import { Download, FileSpreadsheet } from 'lucide-react'
import { useState } from 'react'
import { hotlineFields, type HotlineField } from '../../../../contract/src/channels-kinds.ts'
import { addressOf, useAct, type Out } from '../../platform/api.ts'
import { useMarks } from '../../platform/marks.ts'
import { ProblemPanel } from '../../platform/page.tsx'
import { ScrollX } from '../../platform/scroll-x.tsx'
import { Tag } from '../../platform/tags.tsx'
import { TimeText } from '../../platform/time.tsx'
import { usePick, useWords } from '../../platform/words.ts'
import { hotlineWords } from './hotline-words.ts'

type Run = Out<'GET /api/hotline/imports/:id'>
export const HotlineImport = ({ close }: { readonly close: () => void }) => {
  const say = useWords(hotlineWords)
  const [run, setRun] = useState<Run | null>(null)
  const upload = useAct('POST /api/hotline/imports', { refreshes: [], onDone: setRun })
  if (run) return <Preview run={run} changed={setRun} close={close} />
  return (
    <div className="stack">
      <p>{say.uploadLead}</p>
      <Button icon={<Download size={16} aria-hidden />} href={addressOf('GET /api/hotline/template.xlsx', {})} download>
        {say.template}
      </Button>
      <Upload.Dragger
        accept=".xlsx,.csv"
        showUploadList={false}
        multiple={false}
        beforeUpload={(file) => {
          upload.mutate({ body: {}, file })
          return false
        }}
      >
        <p className="import-drop">
          <FileSpreadsheet size={28} strokeWidth={1.5} aria-hidden />
          <strong>{upload.isPending ? say.reading : say.drop}</strong>
        </p>
      </Upload.Dragger>
      {upload.error ? <ProblemPanel problem={upload.error} /> : null}
    </div>
  )
}
interface PreviewProps {
  readonly run: Run
  readonly changed: (run: Run) => void
  readonly close: () => void
}
const Preview = ({ run, changed, close }: PreviewProps) => {
  const say = useWords(hotlineWords)
  const { message } = App.useApp()
  const map = useAct('PUT /api/hotline/imports/:id/mapping', { refreshes: [], onDone: changed })
  const commit = useAct('POST /api/hotline/imports/:id/commit', {
    refreshes: ['/api/hotline', '/api/cases'],
    onDone: (done) => {
      message.success(say.imported(done.created, done.updated))
      close()
    },
  })
  const { create, update, nothing, error } = run.counts
  const write = (which: 'all' | 'good') => commit.mutate({ params: { id: run.id }, body: { which } })
  const problem = map.error ?? commit.error
  return (
    <div className="stack">
      <h2>{run.fileName}</h2>
      <Mapping
        run={run}
        isBusy={map.isPending}
        set={(mapping) => map.mutate({ params: { id: run.id }, body: { mapping } })}
      />
      <p role="status">{say.counts(create, update, nothing, error)}</p>
      {problem ? <ProblemPanel problem={problem} /> : null}
      <div className="row">
        {error === 0 ? (
          <Button
            type="primary"
            disabled={run.rows.length === 0}
            loading={commit.isPending}
            onClick={() => write('all')}
          >
            {say.commitAll}
          </Button>
        ) : (
          <Button
            type="primary"
            disabled={run.rows.length === error}
            loading={commit.isPending}
            onClick={() => write('good')}
          >
            {say.commitGood}
          </Button>
        )}
        <Button onClick={close}>{say.close}</Button>
      </div>
      <Rows run={run} />
    </div>
  )
}
interface MappingProps {
  readonly run: Run
  readonly isBusy: boolean
  readonly set: (mapping: Run['mapping']) => void
}
const Mapping = ({ run, isBusy, set }: MappingProps) => {
  const say = useWords(hotlineWords)
  const pick = usePick()
  const fields = Object.entries(hotlineFields) as [HotlineField, (typeof hotlineFields)[HotlineField]][]
  return (
    <fieldset className="mapping-grid">
      <legend>{say.mapping}</legend>
      {fields.map(([field, words]) => (
        <div key={field}>
          <span className={words.required ? 'is-required' : ''}>{pick(words)}</span>
          <Select
            aria-label={pick(words)}
            style={{ width: '100%' }}
            disabled={isBusy}
            status={run.missing.includes(field) ? 'error' : ''}
            value={run.mapping[field] ?? ''}
            options={[
              { value: '', label: say.notMapped },
              ...run.headers.map((header) => ({ value: header, label: header })),
            ]}
            onChange={(header: string) => {
              const { [field]: _before, ...rest } = run.mapping
              set(header === '' ? rest : { ...rest, [field]: header })
            }}
          />
        </div>
      ))}
    </fieldset>
  )
}
const tones = { create: 'good', update: 'info', nothing: 'quiet', error: 'late' } as const
const Rows = ({ run }: { readonly run: Run }) => {
  const say = useWords(hotlineWords)
  const mark = useMarks()
  return (
    <ScrollX label={run.fileName}>
      <Table<Run['rows'][number]>
        size="small"
        rowKey="row"
        pagination={run.rows.length > 50 ? { pageSize: 50, showSizeChanger: false } : false}
        dataSource={run.rows}
        columns={[
          { title: say.row, dataIndex: 'row' },
          {
            title: say.does,
            render: (_, row) => (
              <>
                <Tag tone={tones[row.does]}>{say[row.does]}</Tag>
                {row.errors.map((one) => (
                  <div key={one.field + one.message} className="wrong">
                    {hotlineFields[one.field].zh}
                    {mark.colon}
                    {one.message}
                  </div>
                ))}
              </>
            ),
          },
          { title: say.order, dataIndex: 'number' },
          { title: say.words, responsive: ['md'], render: (_, row) => row.words.slice(0, 50) },
          { title: say.place, dataIndex: 'place' },
          {
            title: say.due,
            responsive: ['md'],
            render: (_, row) => (row.replyDueAt ? <TimeText at={row.replyDueAt} exact /> : null),
          },
          { title: say.caller, responsive: ['lg'], dataIndex: 'caller' },
        ]}
      />
    </ScrollX>
  )
}
