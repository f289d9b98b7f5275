// One joint operation: units, findings, results; the steps that are allowed.
import { Link } from '@tanstack/react-router'
import { Button, Drawer } from 'antd'
import { useState } from 'react'
import { useAct, useApi } from '../../platform/api.ts'
import { Ask } from '../../platform/ask.tsx'
import { Facts } from '../../platform/facts.tsx'
import { Loaded } from '../../platform/page.tsx'
import { pageWords } from '../../platform/page-words.ts'
import { DayText, TimeText } from '../../platform/time.tsx'
import { useWords } from '../../platform/words.ts'
import { PhotoGallery } from '../cases/photo-gallery.tsx'
import { CloseForm } from './close-form.tsx'
import { FindingForm } from './finding-form.tsx'
import { OperationForm } from './operation-form.tsx'
import { OperationTag } from './operation-tag.tsx'
import { words } from './words.ts'
import type { Operation } from './operation.ts'

export const OperationDrawer = ({ id, close }: { readonly id: string; readonly close: () => void }) => {
  const common = useWords(pageWords)
  const operation = useApi('GET /api/operations/:id', { params: { id } })
  return (
    <Drawer
      open
      size={640}
      onClose={close}
      title={operation.data?.name ?? ''}
      closable={{ 'aria-label': common.close }}
      styles={{ wrapper: { maxWidth: '100vw' } }}
    >
      <Loaded of={operation}>{(data) => <Whole operation={data} />}</Loaded>
    </Drawer>
  )
}
const Whole = ({ operation }: { readonly operation: Operation }) => {
  const say = useWords(words)
  return (
    <div className="stack">
      <div className="row">
        <OperationTag state={operation.state} />
      </div>
      <Facts
        facts={[
          { label: say.day, value: <DayText day={operation.day} /> },
          { label: say.place, value: operation.place.path },
          { label: say.leadUnit, value: operation.lead.name },
          operation.createdBy ? { label: say.createdBy, value: operation.createdBy } : null,
          { label: say.aim, value: operation.aim, wide: true },
          operation.words ? { label: say.resultWords, value: operation.words, wide: true } : null,
        ]}
      />
      {operation.results.length > 0 ? (
        <Facts facts={operation.results.map((one) => ({ label: one.label, value: one.value }))} />
      ) : null}
      <Steps operation={operation} />
      <h2>{say.units}</h2>
      <ul className="stack">
        {operation.unitList.map((unit) => (
          <li key={unit.organisation.id}>
            <strong>{unit.organisation.name}</strong> {unit.people}
            <div className="quiet">{[unit.task, say.unitFound(unit.findings)].filter(Boolean).join(' · ')}</div>
          </li>
        ))}
      </ul>
      <h2>{say.found}</h2>
      {operation.found.length === 0 ? <p className="quiet">{say.noFindings}</p> : null}
      {operation.found.map((one) => (
        <Finding key={one.id} of={one} may={operation.may.includes('openCase')} />
      ))}
    </div>
  )
}
const Steps = ({ operation }: { readonly operation: Operation }) => {
  const say = useWords(words)
  const [doing, setDoing] = useState<'edit' | 'find' | 'close' | 'cancel' | null>(null)
  const stop = () => setDoing(null)
  const start = useAct('POST /api/operations/:id/start')
  const cancel = useAct('POST /api/operations/:id/cancel', { onDone: stop })
  const params = { id: operation.id }
  const may = (what: Operation['may'][number]) => operation.may.includes(what)
  return (
    <div className="row">
      {may('start') ? (
        <Button type="primary" loading={start.isPending} onClick={() => start.mutate({ params, body: {} })}>
          {say.start}
        </Button>
      ) : null}
      {may('find') ? <Button onClick={() => setDoing('find')}>{say.note}</Button> : null}
      {may('close') ? <Button onClick={() => setDoing('close')}>{say.close}</Button> : null}
      {may('edit') ? <Button onClick={() => setDoing('edit')}>{say.edit}</Button> : null}
      {may('cancel') ? (
        <Button danger onClick={() => setDoing('cancel')}>
          {say.cancel}
        </Button>
      ) : null}
      {doing === 'edit' ? <OperationForm operation={operation} close={stop} /> : null}
      {doing === 'find' ? <FindingForm operation={operation} close={stop} /> : null}
      {doing === 'close' ? <CloseForm operation={operation} close={stop} /> : null}
      <Ask
        open={doing === 'cancel'}
        title={say.cancel}
        what={say.cancelWhat}
        verb={say.cancel}
        isDangerous
        reason={{ label: say.reason, wrong: say.reasonWrong }}
        isBusy={cancel.isPending}
        problem={cancel.error}
        onYes={(reason) => cancel.mutate({ params, body: { words: reason } })}
        onNo={stop}
      />
    </div>
  )
}
const Finding = ({ of, may }: { readonly of: Operation['found'][number]; readonly may: boolean }) => {
  const say = useWords(words)
  const open = useAct('POST /api/operations/findings/:id/case', { refreshes: ['/api/operations', '/api/cases'] })
  return (
    <div className="card stack">
      <p>
        <strong>{of.words}</strong>
      </p>
      <p className="quiet">
        {[of.place.path, of.by.organisation ?? of.by.name].filter(Boolean).join(' · ')} · <TimeText at={of.at} />
      </p>
      <PhotoGallery photos={of.photos} isSmall />
      {of.case ? (
        <Link to={`/cases/${of.case.id}`}>{say.caseNumber(of.case.number)}</Link>
      ) : may ? (
        <div>
          <Button
            size="small"
            loading={open.isPending}
            onClick={() => open.mutate({ params: { id: of.id }, body: {} })}
          >
            {say.toCase}
          </Button>
        </div>
      ) : null}
    </div>
  )
}
