// One import: how many rows are good, every row's errors beside it, writing all or the good rows, and the result.
import { App, Button, Checkbox } from 'antd'
import { ChevronLeft, CircleCheck, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { useGo, useSearch } from '../../platform/address.ts'
import { addressOf, useAct, useApi, type Out } from '../../platform/api.ts'
import { Ask } from '../../platform/ask.tsx'
import { ExportButton } from '../../platform/export-button.tsx'
import { Loaded, ProblemPanel } from '../../platform/page.tsx'
import { useWords } from '../../platform/words.ts'
import { ImportRows } from './import-rows.tsx'
import { Working } from './working.tsx'
import { words } from './words.ts'

type Run = Out<'GET /api/imports/:id'>
interface ImportPreviewProps {
  readonly id: string
  readonly leave: () => void
}
export const ImportPreview = ({ id, leave }: ImportPreviewProps) => {
  const say = useWords(words)
  const run = useApi('GET /api/imports/:id', { params: { id } })
  return (
    <div className="stack">
      <div>
        <Button icon={<ChevronLeft size={16} aria-hidden />} onClick={leave}>
          {say.another}
        </Button>
      </div>
      <Loaded of={run}>
        {(data) => (
          <>
            <Summary run={data} leave={leave} />
            <Rows run={data} />
          </>
        )}
      </Loaded>
    </div>
  )
}

const Summary = ({ run, leave }: { readonly run: Run; readonly leave: () => void }) => {
  const say = useWords(words)
  return (
    <section className="card stack" aria-labelledby="import-title">
      <h2 id="import-title">
        {run.state === 'committed' ? `${say.doneTitle} · ${run.fileName}` : say.previewOf(run.fileName)}
      </h2>
      <ul className="import-figures">
        <Figure label={say.rows} count={run.rows} />
        <Figure label={say.good} count={run.good} tone="good" />
        <Figure label={say.bad} count={run.bad} {...(run.bad > 0 ? { tone: 'late' as const } : {})} />
        <Figure label={say.created} count={run.created} />
        <Figure label={say.updated} count={run.updated} />
        <Figure label={say.unchanged} count={run.unchanged} />
      </ul>
      {run.state === 'committed' ? <Result run={run} leave={leave} /> : <Commit run={run} />}
    </section>
  )
}
interface FigureProps {
  readonly label: string
  readonly count: number
  readonly tone?: 'good' | 'late'
}
const Figure = ({ label, count, tone }: FigureProps) => (
  <li className={tone ? `tone-${tone}` : ''}>
    <span>{label}</span>
    <strong>{count}</strong>
  </li>
)

const roomOf = {
  places: '/places',
  residents: '/places',
  organisations: '/organisations',
  staff: '/appointments',
} as const
const Result = ({ run, leave }: { readonly run: Run; readonly leave: () => void }) => {
  const say = useWords(words)
  const go = useGo()
  return (
    <>
      <p className="import-done" role="status">
        <CircleCheck size={18} aria-hidden />
        {say.resultWords(run.created, run.updated, run.unchanged)}
      </p>
      <div className="row">
        <Button type="primary" onClick={() => go(roomOf[run.kind])}>
          {say.see}
        </Button>
        <Button onClick={leave}>{say.another}</Button>
      </div>
    </>
  )
}

const Commit = ({ run }: { readonly run: Run }) => {
  const say = useWords(words)
  const { message } = App.useApp()
  const [isAsking, setAsking] = useState(false)
  const isClean = run.bad === 0
  const commit = useAct('POST /api/imports/:id/commit', {
    refreshes: ['/api/imports', '/api/places', '/api/organisations', '/api/identity/people'],
    onDone: (out) => message.success(say.resultWords(out.created, out.updated, out.unchanged)),
  })
  if (commit.isPending) return <Working words={say.writing(run.good)} />
  if (run.good === 0) return <Mend words={say.mendAll} />
  return (
    <>
      {isClean ? null : <Mend words={say.mendFirst} />}
      {commit.error ? <ProblemPanel problem={commit.error} /> : null}
      <div className="row">
        <Button type="primary" onClick={() => setAsking(true)}>
          {isClean ? say.commitAll(run.rows) : say.commitGood(run.good)}
        </Button>
      </div>
      <Ask
        open={isAsking}
        title={say.commitAskAll}
        what={isClean ? say.commitWhat(run.rows) : say.commitGoodWhat(run.good, run.bad)}
        verb={say.write}
        onYes={() => {
          setAsking(false)
          commit.mutate({ params: { id: run.id }, body: { which: isClean ? 'all' : 'good' } })
        }}
        onNo={() => setAsking(false)}
      />
    </>
  )
}
const Mend = ({ words: text }: { readonly words: string }) => (
  <p className="import-mend">
    <TriangleAlert size={18} aria-hidden />
    {text}
  </p>
)

const Rows = ({ run }: { readonly run: Run }) => {
  const say = useWords(words)
  const [search, change] = useSearch()
  const isOnlyErrors = search['onlyErrors'] === '1'
  return (
    <section className="card stack">
      <div className="row">
        {run.bad > 0 ? (
          <Checkbox
            checked={isOnlyErrors}
            onChange={(event) => change({ onlyErrors: event.target.checked ? '1' : undefined })}
          >
            {say.onlyErrors}
          </Checkbox>
        ) : null}
        <span className="grow" />
        <ExportButton
          href={addressOf('GET /api/imports/:id/rows.xlsx', {
            params: { id: run.id },
            query: isOnlyErrors ? { onlyErrors: 'true' as const } : {},
          })}
        />
      </div>
      <ImportRows run={run} isOnlyErrors={isOnlyErrors} />
    </section>
  )
}
