// The ladder on the case page: who holds it now, since when, until when, who is next; taking it up or handing it down.
import { Button, Radio } from 'antd'
import { useState } from 'react'
import { caseLevels, type CaseLevel } from '../../../../contract/src/cases-kinds.ts'
import { useAct, useApi, type Out } from '../../platform/api.ts'
import { Ask } from '../../platform/ask.tsx'
import { useDone } from '../../platform/done.ts'
import { useMarks } from '../../platform/marks.ts'
import { Tag } from '../../platform/tags.tsx'
import { TimeText } from '../../platform/time.tsx'
import { usePick, useWords } from '../../platform/words.ts'
import type { CasePanelProps } from '../cases/case-panel.ts'
import { words } from './words.ts'

type Ladder = Out<'GET /api/cases/:id/ladder'>
export default function LadderPanel({ view }: CasePanelProps) {
  const say = useWords(words)
  const pick = usePick()
  const [open, setOpen] = useState<'escalate' | 'handDown' | null>(null)
  const { data } = useApi('GET /api/cases/:id/ladder', { params: { id: view.id } }, { fresh: 5_000 })
  if (!data) return null
  const close = () => setOpen(null)
  return (
    <section className="stack" aria-label={say.panel}>
      <h3>{say.panel}</h3>
      <p className="row">
        <strong>{data.holder}</strong>
        <Tag tone="info">{pick(caseLevels[data.level])}</Tag>
        <span>
          {say.since} <TimeText at={data.since} />
        </span>
        {data.isOver ? (
          <Tag tone="late">{say.over}</Tag>
        ) : data.until ? (
          <span>
            {say.until} <TimeText at={data.until} />
          </span>
        ) : null}
        {data.next && data.until ? <span className="quiet">{say.next(data.next.holder)}</span> : null}
      </p>
      <Records ladder={data} />
      {data.may.length > 0 ? (
        <p className="row">
          {data.may.includes('escalate') && data.next ? (
            <Button onClick={() => setOpen('escalate')}>{say.escalateTo(data.next.holder)}</Button>
          ) : null}
          {data.may.includes('handDown') ? <Button onClick={() => setOpen('handDown')}>{say.handDown}</Button> : null}
        </p>
      ) : null}
      {open === 'escalate' ? <Escalate id={view.id} ladder={data} close={close} /> : null}
      {open === 'handDown' ? <HandDown id={view.id} ladder={data} close={close} /> : null}
    </section>
  )
}
const Records = ({ ladder }: { readonly ladder: Ladder }) => {
  const say = useWords(words)
  const mark = useMarks()
  const pick = usePick()
  if (ladder.records.length === 0) return null
  return (
    <ul aria-label={say.records} className="ladder-records">
      {ladder.records.map((one) => (
        <li key={one.id}>
          <TimeText at={one.at} /> {pick(caseLevels[one.from])} → {pick(caseLevels[one.to])}
          {mark.comma}
          {one.by === 'clock' ? say.clock : one.name}
          {one.reason ? `${mark.colon}${one.reason}` : ''}
        </li>
      ))}
    </ul>
  )
}
interface DialogProps {
  readonly id: string
  readonly ladder: Ladder
  readonly close: () => void
}
const Escalate = ({ id, ladder, close }: DialogProps) => {
  const say = useWords(words)
  const act = useAct('POST /api/cases/:id/escalation', {
    onDone: useDone(say.done, close),
  })
  const name = ladder.next?.holder ?? ''
  return (
    <Ask
      open
      title={say.escalateTo(name)}
      what={say.escalateWhat(name)}
      verb={say.escalate}
      reason={{ label: say.reason, hint: say.reasonHint, wrong: say.wrong }}
      isBusy={act.isPending}
      problem={act.error}
      onYes={(reason) => act.mutate({ params: { id }, body: { reason } })}
      onNo={close}
    />
  )
}
const HandDown = ({ id, ladder, close }: DialogProps) => {
  const say = useWords(words)
  const pick = usePick()
  const [to, setTo] = useState<CaseLevel>(ladder.below.at(-1)!)
  const act = useAct('POST /api/cases/:id/hand-down', {
    onDone: useDone(say.done, close),
  })
  return (
    <Ask
      open
      title={say.handDown}
      what={say.handDownWhat}
      verb={say.handDown}
      reason={{ label: say.instruction, wrong: say.wrong }}
      isBusy={act.isPending}
      problem={act.error}
      onYes={(instruction) => act.mutate({ params: { id }, body: { to, instruction } })}
      onNo={close}
    >
      <Radio.Group
        aria-label={say.to}
        value={to}
        onChange={(event) => setTo(event.target.value as CaseLevel)}
        options={ladder.below.map((level) => ({ value: level, label: pick(caseLevels[level]) }))}
      />
    </Ask>
  )
}
