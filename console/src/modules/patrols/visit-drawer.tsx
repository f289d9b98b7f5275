// One visit in full: points with their proof, what was found and what became of it, units, cancelling.
import { Link } from '@tanstack/react-router'
import { App, Button, Drawer } from 'antd'
import { CircleCheck, CircleDashed } from 'lucide-react'
import { useState } from 'react'
import { proofs } from '../../../../contract/src/patrols-life.ts'
import { useAct, useApi, type Out } from '../../platform/api.ts'
import { Ask } from '../../platform/ask.tsx'
import { Facts } from '../../platform/facts.tsx'
import { Loaded } from '../../platform/page.tsx'
import { pageWords } from '../../platform/page-words.ts'
import { Tag } from '../../platform/tags.tsx'
import { TimeText } from '../../platform/time.tsx'
import { usePick, useWords } from '../../platform/words.ts'
import { PhotoGallery } from '../cases/photo-gallery.tsx'
import { CategorySelect } from '../settings/category-select.tsx'
import './patrols.css'
import { VisitTag } from './visit-tag.tsx'
import { words } from './words.ts'

type Visit = Out<'GET /api/patrols/visits/:id'>
export const VisitDrawer = ({ id, close }: { readonly id: string; readonly close: () => void }) => {
  const common = useWords(pageWords)
  const visit = useApi('GET /api/patrols/visits/:id', { params: { id } })
  return (
    <Drawer
      open
      onClose={close}
      size={640}
      title={visit.data?.route.name ?? ''}
      closable={{ 'aria-label': common.close }}
      styles={{ wrapper: { maxWidth: '100vw' } }}
    >
      <Loaded of={visit}>{(data) => <Whole visit={data} />}</Loaded>
    </Drawer>
  )
}
const Whole = ({ visit }: { readonly visit: Visit }) => {
  const say = useWords(words)
  return (
    <div className="stack">
      <div className="row">
        <VisitTag state={visit.state} late={visit.late} />
        {visit.arrivedLater ? <Tag tone="quiet">{say.arrivedLater}</Tag> : null}
      </div>
      <Facts
        facts={[
          { label: say.place, value: visit.place.path },
          {
            label: say.time,
            value: (
              <>
                <TimeText at={visit.from} /> – <TimeText at={visit.until} />
              </>
            ),
          },
          { label: say.walker, value: visit.walker ?? '—' },
          visit.aim ? { label: say.aim, value: visit.aim } : null,
          visit.words ? { label: say.note, value: visit.words, wide: true } : null,
        ]}
      />
      <Units visit={visit} />
      <h2>{say.points}</h2>
      <ul className="stack">
        {visit.pointList.map((point) => (
          <Point key={point.id} point={point} visit={visit} />
        ))}
      </ul>
      <h2>{say.findings}</h2>
      {visit.found.length === 0 ? <p className="quiet">{say.noFindings}</p> : null}
      {visit.found.map((one) => (
        <Finding key={one.id} of={one} may={visit.may.includes('openCase')} />
      ))}
      <Cancel visit={visit} />
    </div>
  )
}
const Units = ({ visit }: { readonly visit: Visit }) => {
  const say = useWords(words)
  if (visit.units.length === 0) return null
  return (
    <>
      <h2>{say.units}</h2>
      <ul className="stack">
        {visit.units.map((unit) => (
          <li key={unit.organisation.id}>
            <strong>{unit.organisation.name}</strong> {unit.people}
            <div className="quiet">{say.unitDid(unit.checkins, unit.findings)}</div>
          </li>
        ))}
      </ul>
    </>
  )
}
const Point = ({ point, visit }: { readonly point: Visit['pointList'][number]; readonly visit: Visit }) => {
  const say = useWords(words)
  const pick = usePick()
  const checkins = visit.checkins.filter((one) => one.pointId === point.id)
  return (
    <li className="patrol-point">
      {checkins.length > 0 ? <CircleCheck size={18} aria-hidden /> : <CircleDashed size={18} aria-hidden />}
      <div className="grow">
        <strong>{point.name}</strong>
        {checkins.length === 0 ? <span className="quiet"> {say.notWalked}</span> : null}
        {checkins.map((one) => (
          <div key={one.id} className="quiet">
            <TimeText at={one.walkedAt} /> {one.by.organisation ?? one.by.name} · {pick(proofs[one.proof])}{' '}
            {one.proved ? say.proved : say.unproved}
            {one.distance === null ? '' : ` · ${say.near(one.distance)}`}
            {one.note ? ` · ${one.note}` : ''}
          </div>
        ))}
      </div>
    </li>
  )
}
const Finding = ({ of, may }: { readonly of: Visit['found'][number]; readonly may: boolean }) => {
  const say = useWords(words)
  const { message } = App.useApp()
  const [categoryId, setCategory] = useState<string | null>(null)
  const open = useAct('POST /api/patrols/findings/:id/case', {
    refreshes: ['/api/patrols', '/api/cases'],
    onDone: (made) => void message.success(say.toCaseDone(made.case?.number ?? '')),
  })
  return (
    <div className="card stack">
      <p>
        <strong>{of.words}</strong>
      </p>
      <p className="quiet">
        {[of.point, of.item, of.by.organisation ?? of.by.name].filter(Boolean).join(' · ')} · <TimeText at={of.at} />
      </p>
      <PhotoGallery photos={of.photos} isSmall />
      {of.case ? (
        <Link to={`/cases/${of.case.id}`}>{say.caseNumber(of.case.number)}</Link>
      ) : may ? (
        <div className="row">
          <CategorySelect label={say.category} placeholder={say.category} value={categoryId} onChange={setCategory} />
          <Button
            size="small"
            loading={open.isPending}
            onClick={() => open.mutate({ params: { id: of.id }, body: categoryId ? { categoryId } : {} })}
          >
            {say.toCase}
          </Button>
        </div>
      ) : null}
    </div>
  )
}
const Cancel = ({ visit }: { readonly visit: Visit }) => {
  const say = useWords(words)
  const [asking, ask] = useState(false)
  const cancel = useAct('POST /api/patrols/visits/:id/cancellation', { onDone: () => ask(false) })
  if (!visit.may.includes('cancel')) return null
  return (
    <div>
      <Button danger onClick={() => ask(true)}>
        {say.cancel}
      </Button>
      <Ask
        open={asking}
        title={say.cancelTitle}
        what={say.cancelWhat}
        verb={say.cancel}
        isDangerous
        reason={{ label: say.reason, wrong: say.reasonWrong }}
        isBusy={cancel.isPending}
        problem={cancel.error}
        onYes={(reason) => cancel.mutate({ params: { id: visit.id }, body: { reason } })}
        onNo={() => ask(false)}
      />
    </div>
  )
}
