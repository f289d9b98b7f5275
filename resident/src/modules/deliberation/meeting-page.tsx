// One meeting on a phone: the notice and its answer, checking in, what came out, correcting and signing the minutes.
import { useEffect, useState } from 'preact/hooks'
import type { Api } from '../../../../contract/src/all.ts'
import { itemStates, meetingStates, resolutionResults } from '../../../../contract/src/deliberation-life.ts'
import type { OutOf } from '../../../../contract/src/endpoint.ts'
import { call } from '../../api.ts'
import { useAction } from '../../kit/action.ts'
import { Field, Lines } from '../../kit/field.tsx'
import { useLoad } from '../../kit/load.ts'
import { Page } from '../../kit/page.tsx'
import { Photos, picturesOf } from '../../kit/photos.tsx'
import { Failure, SignInFirst, Skeleton } from '../../kit/states.tsx'
import { tell } from '../../kit/toast.tsx'
import { Moment } from '../../kit/when.tsx'
import { aside } from '../../marks.ts'
import { place } from '../../router.ts'
import { session } from '../../session.ts'
import { useStore } from '../../store.ts'
import { say } from '../../words.ts'
import '../../kit/paper.css'
import { w } from './words.ts'

type Meeting = OutOf<Api['GET /api/deliberation/meetings/:id']>
interface Props {
  readonly of: Meeting
  readonly put: (next: Meeting) => void
}
const named = (table: { readonly zh: string; readonly en: string }) => say([table.zh, table.en])

/** The code of the picture that was scanned, in the address it leads to. */
const codeInAddress = (): string => place.get().query.get('code') ?? ''
const Answer = ({ of, put }: Props) => {
  const params = { id: of.id }
  const answer = useAction(async (said: 'comes' | 'cannot', key) =>
    put(await call('POST /api/deliberation/meetings/:id/answer', { params, body: { answer: said }, key })),
  )
  const scanned = codeInAddress()
  const [code, setCode] = useState(scanned)
  const checkIn = useAction(async (typed: string, key) => {
    put(await call('POST /api/deliberation/meetings/:id/check-in', { params, body: { code: typed }, key }))
    tell(w('here'))
  })
  const mayCheckIn = of.may.includes('checkIn')
  // Opened by the code on the wall: that is the check-in.
  useEffect(() => {
    if (scanned !== '' && mayCheckIn) void checkIn.run(scanned)
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once for what was scanned
  }, [scanned, mayCheckIn])
  const trouble = answer.trouble ?? checkIn.trouble
  return (
    <section class="stack no-print">
      {of.may.includes('answer') && (
        <>
          <button type="button" class="button main" onClick={() => void answer.run('comes')}>
            {w('comes')}
          </button>
          <button type="button" class="button" onClick={() => void answer.run('cannot')}>
            {w('cannot')}
          </button>
        </>
      )}
      {mayCheckIn && (
        <>
          <Field label={w('code')} inputMode="numeric" maxLength={6} value={code} onValue={setCode} />
          <button type="button" class="button" onClick={() => code.trim().length >= 4 && void checkIn.run(code.trim())}>
            {w('checkIn')}
          </button>
        </>
      )}
      {trouble && <Failure trouble={trouble} />}
    </section>
  )
}
const Decided = ({ of }: { of: Meeting }) =>
  of.decided.length === 0 ? null : (
    <section class="stack">
      <h2>{w('decided')}</h2>
      {of.decided.map((one) => (
        <article key={one.id} class="stack">
          <p class="strong">
            {one.title}
            {aside(named(resolutionResults[one.result]))}
          </p>
          <p class="said">{one.words}</p>
          {one.way === 'hands' && (
            <p class="small quiet">
              {w('counts', { yes: one.votesFor, no: one.votesAgainst, blank: one.votesAbstain })}
            </p>
          )}
          {one.items.length > 0 && (
            <ul class="cells">
              {one.items.map((item) => (
                <li key={item.id} class="cell">
                  <span class="grow">
                    <a href={`/deliberation/items/${item.id}`}>{item.what}</a>
                    <span class="small quiet">
                      {item.owner ?? w('nobody')}
                      {item.dueOn && ` · ${w('dueBy', { day: item.dueOn })}`} · {named(itemStates[item.state])}
                      {item.late && ` · ${w('late')}`}
                    </span>
                  </span>
                </li>
              ))}
            </ul>
          )}
        </article>
      ))}
    </section>
  )
const Minutes = ({ of, put }: Props) => {
  const params = { id: of.id }
  const [wrong, setWrong] = useState('')
  const correct = useAction(async (text: string, key) => {
    put(await call('POST /api/deliberation/meetings/:id/corrections', { params, body: { words: text }, key }))
    setWrong('')
    tell(w('done'))
  })
  const sign = useAction(async (hash: string, key) => {
    put(await call('POST /api/deliberation/meetings/:id/acknowledgement', { params, body: { hash }, key }))
    tell(w('done'))
  })
  const trouble = correct.trouble ?? sign.trouble
  return (
    <section class="stack">
      {of.summary && (
        <>
          <h2>{w('summary')}</h2>
          <p class="agreement">{of.summary}</p>
        </>
      )}
      {of.photos.length > 0 && <Photos pictures={picturesOf(of.photos)} />}
      {of.may.includes('acknowledge') && of.hash && (
        <button type="button" class="button main" onClick={() => void sign.run(of.hash!)}>
          {w('acknowledge')}
        </button>
      )}
      {of.may.includes('correct') && (
        <>
          <Lines label={w('correctWords')} rows={3} max={1000} value={wrong} onValue={setWrong} />
          <button
            type="button"
            class="button"
            onClick={() => wrong.trim().length >= 2 && void correct.run(wrong.trim())}
          >
            {w('correct')}
          </button>
        </>
      )}
      {trouble && <Failure trouble={trouble} />}
      {of.state === 'published' && of.hash && (
        <p class="small quiet fingerprint">
          {w('hash')} {of.hash} · {w(of.intact ? 'intact' : 'broken')}
        </p>
      )}
    </section>
  )
}
const who = ({ name, role }: NonNullable<Meeting['held']['chair']>): string =>
  [name, role].filter((part) => part !== null).join(' · ')
/** When it really was, who led it and who wrote it down. */
const Held = ({ held }: Pick<Meeting, 'held'>) => (
  <>
    {held.openedAt && (
      <p class="quiet">
        {held.early && `${w('early')} · `}
        {w('opened')} <Moment at={held.openedAt} withTime />
        {held.closedAt && (
          <>
            {' · '}
            {w('closed')} <Moment at={held.closedAt} withTime />
          </>
        )}
      </p>
    )}
    {held.chair && (
      <p class="quiet">
        {w('chair', { who: who(held.chair) })}
        <br />
        {held.recorder && w('recorder', { who: who(held.recorder) })}
      </p>
    )}
  </>
)
const Body = ({ of, put }: Props) => (
  <>
    <header class="stack">
      <h2>{of.title}</h2>
      <p class="quiet">
        {of.schemeName}
        {of.stage && ` · ${of.stage}`} · {named(meetingStates[of.state])}
      </p>
      <p>
        <Moment at={of.startsAt} withTime /> · {of.place.name} {of.where}
      </p>
      <Held held={of.held} />
      {of.reason && <p class="notice bad">{w('cancelled', { why: of.reason })}</p>}
      {of.present > 0 && <p>{w('peopleCame', { n: of.present })}</p>}
    </header>
    <Answer of={of} put={put} />
    <section class="stack">
      <h2>{w('agenda')}</h2>
      <ol>
        {of.agendaItems.map((item) => (
          <li key={item.id}>{item.title}</li>
        ))}
      </ol>
    </section>
    <Decided of={of} />
    <Minutes of={of} put={put} />
    <p class="stack no-print">
      {of.state === 'called' && (
        <a class="button" href={`/api/deliberation/meetings/${of.id}/calendar.ics`} download>
          {w('calendar')}
        </a>
      )}
      {of.may.includes('print') && (
        <a class="button" href={`/api/deliberation/meetings/${of.id}/minutes.docx`} download>
          {w('print')}
        </a>
      )}
      {of.may.includes('print') && (
        <button type="button" class="button" onClick={() => print()}>
          {w('printPage')}
        </button>
      )}
    </p>
  </>
)
const Loaded = ({ id }: { id: string }) => {
  const meeting = useLoad(`deliberation/meetings/${id}`, () =>
    call('GET /api/deliberation/meetings/:id', { params: { id } }),
  )
  if (meeting.data) return <Body of={meeting.data} put={meeting.put} />
  return meeting.trouble ? (
    <Failure trouble={meeting.trouble} retry={meeting.reload} />
  ) : (
    <Skeleton rows={4} height={4} />
  )
}
const MeetingPage = ({ id }: { id: string }) => {
  const who = useStore(session)
  return (
    <Page title={w('title')} backTo="/deliberation">
      {who.state === 'out' && <SignInFirst />}
      {who.state === 'asking' && <Skeleton rows={4} height={4} />}
      {(who.state === 'in' || who.state === 'unknown') && <Loaded id={id} />}
    </Page>
  )
}
export default MeetingPage
