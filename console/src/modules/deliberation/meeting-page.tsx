// One meeting for who runs it, step by step: notice, attendance, decisions, minutes, corrections, signing, publishing.
import { Link } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { useState } from 'react'
import { meetingStates, meetingLife, resolutionResults } from '../../../../contract/src/deliberation-life.ts'
import { useParam } from '../../platform/address.ts'
import { addressOf, useAct, useApi } from '../../platform/api.ts'
import { Facts } from '../../platform/facts.tsx'
import { useMarks } from '../../platform/marks.ts'
import { LoadedPage, PageHeader, ProblemPanel } from '../../platform/page.tsx'
import { Tag } from '../../platform/tags.tsx'
import { TimeText } from '../../platform/time.tsx'
import { usePick, useWords } from '../../platform/words.ts'
import { PhotoGallery } from '../cases/photo-gallery.tsx'
import { ItemCards } from './items-tab.tsx'
import { MeetingDrawer, type Ask } from './meeting-drawer.tsx'
import { CheckIn, HeldFacts, People } from './meeting-people.tsx'
import { words } from './words.ts'
import type { Meeting } from './meeting.ts'
import './deliberation.css'
import '../cases/cases.css'
import '../../platform/entries.css'

export default function MeetingPage() {
  const read = useApi('GET /api/deliberation/meetings/:id', { params: { id: useParam('id') } }, { every: 15_000 })
  const { title } = useWords(words)
  return (
    <LoadedPage of={read} title={title}>
      {(found) => <Body of={found} />}
    </LoadedPage>
  )
}
const Body = ({ of }: { readonly of: Meeting }) => {
  const say = useWords(words)
  const pick = usePick()
  const [ask, setAsk] = useState<Ask | null>(null)
  return (
    <div className="stack entry-page">
      <p>
        <Link to="/deliberation">{say.back}</Link>
      </p>
      <PageHeader title={of.title} lead={`${of.number} · ${of.schemeName} · ${of.place.name}`} />
      <p className="row">
        <Tag tone={of.state === 'published' ? 'good' : 'info'}>{pick(meetingStates[of.state])}</Tag>
        {of.held.early ? <Tag tone="warn">{say.early}</Tag> : null}
        {of.stage ? <span>{of.stage}</span> : null}
        <span>
          <TimeText at={of.startsAt} exact /> · {of.where}
        </span>
      </p>
      <Steps of={of} ask={setAsk} />
      <Facts
        facts={[
          { label: say.notice, value: `${of.notice} ${say.told(of.told, of.seen)}` },
          { label: say.rule, value: say.quorum(of.quorum.present, of.quorum.needed) },
        ]}
      />
      <HeldFacts of={of} />
      <CheckIn of={of} />
      <Agenda of={of} ask={setAsk} />
      <Decided of={of} />
      <People of={of} />
      <Minutes of={of} ask={setAsk} />
      {ask ? <MeetingDrawer of={of} ask={ask} close={() => setAsk(null)} /> : null}
    </div>
  )
}
interface PartProps {
  readonly of: Meeting
  readonly ask: (ask: Ask) => void
}
const simple = ['open', 'close', 'circulate', 'redraft', 'sign', 'publish'] as const
const useSimple = () => ({
  open: useAct('POST /api/deliberation/meetings/:id/open'),
  close: useAct('POST /api/deliberation/meetings/:id/close'),
  circulate: useAct('POST /api/deliberation/meetings/:id/circulate'),
  redraft: useAct('POST /api/deliberation/meetings/:id/redraft'),
  sign: useAct('POST /api/deliberation/meetings/:id/sign'),
  publish: useAct('POST /api/deliberation/meetings/:id/publish'),
})
const Steps = ({ of, ask }: PartProps) => {
  const say = useWords(words)
  const pick = usePick()
  const { message } = App.useApp()
  const acts = useSimple()
  const may = (name: Meeting['may'][number]) => of.may.includes(name)
  const problem = simple.map((name) => acts[name].error).find(Boolean)
  const drawers = [
    ['attend', say.attend],
    ['speak', say.speech],
    ['write', say.minutes],
  ] as const
  return (
    <>
      <p className="row">
        {drawers.map(([name, label]) =>
          may(name) ? (
            <Button key={name} onClick={() => ask({ name })}>
              {label}
            </Button>
          ) : null,
        )}
        {simple.map((name) =>
          may(name) ? (
            <Button
              key={name}
              type={name === 'redraft' ? 'default' : 'primary'}
              loading={acts[name].isPending}
              onClick={() =>
                acts[name].mutate({ params: { id: of.id } }, { onSuccess: () => void message.success(say.done) })
              }
            >
              {pick(meetingLife.steps[name])}
            </Button>
          ) : null,
        )}
        {may('cancel') ? (
          <Button danger onClick={() => ask({ name: 'cancel' })}>
            {pick(meetingLife.steps.cancel)}
          </Button>
        ) : null}
        {of.state === 'called' ? (
          <Button href={addressOf('GET /api/deliberation/meetings/:id/calendar.ics', { params: { id: of.id } })}>
            {say.ics}
          </Button>
        ) : null}
        {may('print') ? (
          <Button href={addressOf('GET /api/deliberation/meetings/:id/minutes.docx', { params: { id: of.id } })}>
            {say.docx}
          </Button>
        ) : null}
      </p>
      {problem ? <ProblemPanel problem={problem} /> : null}
    </>
  )
}
const Agenda = ({ of, ask }: PartProps) => {
  const say = useWords(words)
  return (
    <section className="stack">
      <h2>{say.agenda}</h2>
      <ol className="entries">
        {of.agendaItems.map((item) => (
          <li key={item.id} className="entry">
            <p>
              <strong>{item.title}</strong>
            </p>
            {item.words ? <p>{item.words}</p> : null}
            {of.may.includes('decide') && item.outcome === null ? (
              <p className="row">
                <Button type="primary" onClick={() => ask({ name: 'decide', agendaId: item.id, title: item.title })}>
                  {say.decide}
                </Button>
                {of.stage ? (
                  <Button onClick={() => ask({ name: 'carryOn', agendaId: item.id, outcome: 'carriedOn' })}>
                    {say.carryOn}
                  </Button>
                ) : null}
                <Button onClick={() => ask({ name: 'carryOn', agendaId: item.id, outcome: 'later' })}>
                  {say.later}
                </Button>
              </p>
            ) : null}
          </li>
        ))}
      </ol>
    </section>
  )
}
const Decided = ({ of }: { readonly of: Meeting }) => {
  const say = useWords(words)
  const pick = usePick()
  if (of.decided.length === 0) return null
  return (
    <section className="stack">
      <h2>{say.resolutions}</h2>
      {of.decided.map((one) => (
        <article key={one.id} className="stack">
          <p className="row">
            <strong>{one.title}</strong>
            <Tag tone={one.result === 'adopted' ? 'good' : 'warn'}>{pick(resolutionResults[one.result])}</Tag>
            <span className="quiet">
              {say.votesFor} {one.votesFor} · {say.votesAgainst} {one.votesAgainst} · {say.votesAbstain}{' '}
              {one.votesAbstain}
            </span>
          </p>
          <p className="entry-words">{one.words}</p>
          <ItemCards items={one.items} />
        </article>
      ))}
    </section>
  )
}
const Minutes = ({ of, ask }: PartProps) => {
  const say = useWords(words)
  const mark = useMarks()
  return (
    <section className="stack">
      <h2>{say.minutes}</h2>
      {of.speeches.map((one) => (
        <p key={one.id} className="entry-words">
          {one.who ? `${one.who}${mark.colon}` : ''}
          {one.words}
        </p>
      ))}
      {of.summary ? <p className="entry-words">{of.summary}</p> : null}
      <PhotoGallery photos={of.photos} isSmall />
      {of.corrections.map((one) => (
        <article key={one.id} className="entry">
          <p>
            {say.corrections} · {one.by}
            {mark.colon}
            {one.words}
          </p>
          {one.accepted === null && of.may.includes('sign') ? (
            <p className="row">
              <Button size="small" onClick={() => ask({ name: 'correction', correctionId: one.id, accepted: true })}>
                {say.accept}
              </Button>
              <Button size="small" onClick={() => ask({ name: 'correction', correctionId: one.id, accepted: false })}>
                {say.decline}
              </Button>
            </p>
          ) : (
            <p className="quiet">{one.answer}</p>
          )}
        </article>
      ))}
      {of.hash ? (
        <p className="quiet entry-words">
          {say.signatures(of.signatures)} · {say.hash} {of.hash}
          {of.intact === null ? '' : ` · ${of.intact ? say.intact : say.broken}`}
        </p>
      ) : null}
    </section>
  )
}
