// On the case page, for who moderates: what the public sees of it, and why; words to release; links to it.
import { App, Button, Input, Radio } from 'antd'
import { useId, useState } from 'react'
import { useAct, useApi, type Out } from '../../platform/api.ts'
import { useMay } from '../../platform/me.ts'
import { ProblemPanel } from '../../platform/page.tsx'
import { StateTag } from '../../platform/tags.tsx'
import { useUnsaved } from '../../platform/unsaved.tsx'
import { useWords } from '../../platform/words.ts'
import type { CasePanelProps } from '../cases/case-panel.ts'
import { LinksList } from './links-list.tsx'
import './board.css'
import { words } from './words.ts'

type Publication = Out<'GET /api/board/cases/:id'>
type Openness = Publication['openness']

export default function PublishPanel({ view }: CasePanelProps) {
  const may = useMay()
  const say = useWords(words)
  const { data } = useApi(
    'GET /api/board/cases/:id',
    { params: { id: view.id } },
    { when: may('board.moderate'), fresh: 5_000 },
  )
  if (!data) return null
  return (
    <section className="stack" aria-label={say.panelTitle}>
      <h3>{say.panelTitle}</h3>
      <p className="quiet">{say.panelLead}</p>
      <Seen of={data} />
      <Decide key={`${data.openness} ${data.summary} ${data.reason}`} caseId={view.id} now={data} />
      <LinksList caseId={view.id} mayMake={data.openness !== 'withheld'} />
    </section>
  )
}
const Seen = ({ of: { shown, hiddenBecause } }: { readonly of: Publication }) => {
  const say = useWords(words)
  if (!shown)
    return (
      <p className="board-seen">
        <strong>{say.hidden}</strong> {hiddenBecause ? `· ${say[`because_${hiddenBecause}`]}` : ''}
      </p>
    )
  return (
    <div className="board-seen">
      <p className="row">
        <strong>{say.seen}</strong>
        <StateTag state={shown.state} />
      </p>
      <p>
        {shown.place} · {shown.category.name}
        {shown.handler ? ` · ${shown.handler}` : ''}
      </p>
      {shown.summary ? <p>{shown.summary}</p> : null}
      {shown.photos.length > 0 ? (
        <p className="row">
          {shown.photos.map((photo) => (
            <img key={photo} className="board-photo" src={`/api/public/photos/${photo}/thumbnail`} alt="" />
          ))}
        </p>
      ) : null}
    </div>
  )
}
const bodyOf = (openness: Openness, text: string) =>
  openness === 'summary'
    ? { openness, summary: text.trim() }
    : openness === 'withheld'
      ? { openness, reason: text.trim() }
      : { openness }

const Decide = ({ caseId, now }: { readonly caseId: string; readonly now: Publication }) => {
  const say = useWords(words)
  const id = useId()
  const { message } = App.useApp()
  const [openness, setOpenness] = useState<Openness>(now.openness)
  const [summary, setSummary] = useState(now.summary ?? '')
  const [reason, setReason] = useState(now.reason ?? '')
  const [isWrong, setWrong] = useState(false)
  const act = useAct('PUT /api/board/cases/:id', {
    refreshes: ['/api/board', '/api/public'],
    onDone: () => void message.success(say.saved),
  })
  const unsaved = useUnsaved(true, act.error)
  const isSummary = openness === 'summary'
  const text = isSummary ? summary : reason
  const save = () => {
    const least = isSummary ? 4 : openness === 'withheld' ? 2 : 0
    if (text.trim().length < least) return setWrong(true)
    setWrong(false)
    unsaved.sent()
    act.mutate({ params: { id: caseId }, body: bodyOf(openness, text) })
  }
  return (
    <div className="stack" onInput={unsaved.onInput}>
      <Radio.Group
        aria-label={say.choose}
        value={openness}
        onChange={(event) => setOpenness(event.target.value as Openness)}
        options={(['plain', 'summary', 'withheld'] as const).map((value) => ({ value, label: say[value] }))}
      />
      {openness === 'plain' ? null : (
        <div>
          <label htmlFor={id}>{isSummary ? say.summaryLabel : say.whyLabel}</label>
          <Input.TextArea
            id={id}
            rows={2}
            maxLength={isSummary ? 300 : 200}
            placeholder={isSummary ? say.summaryHint : ''}
            status={isWrong ? 'error' : ''}
            value={text}
            onChange={(event) => (isSummary ? setSummary : setReason)(event.target.value)}
          />
          {isWrong ? (
            <p className="wrong" role="alert">
              {isSummary ? say.summaryWrong : say.reasonWrong}
            </p>
          ) : null}
        </div>
      )}
      {act.error ? <ProblemPanel problem={act.error} /> : null}
      <div>
        <Button onClick={save} loading={act.isPending}>
          {say.save}
        </Button>
      </div>
    </div>
  )
}
