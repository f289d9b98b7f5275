// One complaint meeting on a phone: a sentence, and the next one; then all are committed, and what became of each.
import { useEffect, useRef, useState } from 'preact/hooks'
import { caseStates } from '../../../../contract/src/cases-life.ts'
import { call } from '../../api.ts'
import { useAction } from '../../kit/action.ts'
import { Field, Lines } from '../../kit/field.tsx'
import { Icon } from '../../kit/icon.tsx'
import { cross } from '../../kit/icons.ts'
import { useLoad } from '../../kit/load.ts'
import { Page } from '../../kit/page.tsx'
import { Failure, SignInFirst, Skeleton, troubleOf, type Trouble } from '../../kit/states.tsx'
import { tell } from '../../kit/toast.tsx'
import { session } from '../../session.ts'
import { useStore } from '../../store.ts'
import { say } from '../../words.ts'
import './channels.css'
import {
  forgetRows,
  joined,
  keepRows,
  localRows,
  rowOf,
  saveRows,
  type Meeting,
  type MeetingRow,
} from './meeting-draft.ts'
import { w } from './meeting-words.ts'

const useMeetingDraft = (first: Meeting) => {
  const meeting = useRef(first)
  const [rows, setRows] = useState<readonly MeetingRow[]>(first.rows)
  const [kept, setKept] = useState<'kept' | 'here' | 'changed'>('kept')
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const chain = useRef(Promise.resolve())
  const latest = useRef(rows)
  const change = (next: readonly MeetingRow[]) => {
    latest.current = next
    setRows(next)
    void keepRows(first.id, next)
    // One after the other: a version is used once.
    chain.current = chain.current.then(async () => {
      if (latest.current !== next) return
      try {
        const saved = await saveRows(meeting.current, next)
        setKept(saved.state)
        setTrouble(null)
        if (saved.state === 'here') return
        meeting.current = saved.meeting
        if (latest.current !== next) return
        if (saved.state === 'changed') {
          latest.current = saved.meeting.rows
          setRows(saved.meeting.rows)
        }
        await forgetRows(first.id)
      } catch (failure) {
        setTrouble(troubleOf(failure))
      }
    })
    return chain.current
  }
  useEffect(() => {
    void localRows(first.id).then((local) => {
      if (local.length > 0) void change(joined(latest.current, local))
    })
    const again = () =>
      void localRows(first.id).then((local) => {
        if (local.length > 0) void change([...latest.current])
      })
    addEventListener('online', again)
    return () => removeEventListener('online', again)
  }, [first.id])
  return { rows, kept, trouble, change, meeting }
}
const OneMore = ({ add }: { add: (row: MeetingRow) => void }) => {
  const [text, setText] = useState('')
  const [note, setNote] = useState('')
  const form = useRef<HTMLFormElement>(null)
  const submit = () => {
    if (text.trim().length < 2) return
    add(rowOf(text.trim(), note.trim()))
    setText('')
    setNote('')
    form.current?.querySelector('textarea')?.focus()
  }
  return (
    <form
      ref={form}
      class="stack"
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <Lines label={w('words')} rows={2} max={2000} value={text} onValue={setText} />
      <Field label={w('note')} maxLength={100} autoComplete="off" value={note} onValue={setNote} />
      <button type="submit" class="button">
        {w('add')}
      </button>
    </form>
  )
}
const Entering = ({ first, committed }: { first: Meeting; committed: (meeting: Meeting) => void }) => {
  const draft = useMeetingDraft(first)
  const { rows } = draft
  const commit = useAction(async (_input: number, key) => {
    await draft.change([...rows])
    const { version } = draft.meeting.current
    const done = await call('POST /api/channels/meetings/:id/commit', {
      params: { id: first.id },
      body: { version },
      key,
    })
    await forgetRows(first.id)
    tell(w('done', { n: done.matters }))
    committed(done)
  })
  const trouble = draft.trouble ?? commit.trouble
  return (
    <>
      <OneMore add={(row) => void draft.change([...rows, row])} />
      <p class="small quiet" role="status">
        {w('rows', { n: rows.length })} · {w(draft.kept)}
      </p>
      <ol class="cells">
        {rows.map((row, i) => (
          <li key={i} class="cell">
            <span class="grow">
              <span class="post-words">
                {i + 1}. {row.words}
              </span>
              {row.placeNote && <span class="small quiet">{row.placeNote}</span>}
            </span>
            <button
              type="button"
              class="back"
              aria-label={w('remove', { n: i + 1 })}
              onClick={() => void draft.change(rows.filter((_, n) => n !== i))}
            >
              <Icon of={cross} />
            </button>
          </li>
        ))}
      </ol>
      {trouble && <Failure trouble={trouble} />}
      <p class="small quiet">{w('more')}</p>
      {rows.length > 0 && (
        <button
          type="button"
          class="button main"
          aria-disabled={commit.busy}
          onClick={() => void commit.run(rows.length)}
        >
          {w('commit', { n: rows.length })}
        </button>
      )}
    </>
  )
}
const Results = ({ meeting }: { meeting: Meeting }) => (
  <>
    <p>{w('line', { n: meeting.matters, settled: meeting.settled })}</p>
    <ol class="cells">
      {meeting.rows.map((row, i) => (
        <li key={row.case?.id ?? i} class="cell">
          <span class="grow">
            <span class="post-words">
              {i + 1}. {row.words}
            </span>
            {row.case && (
              <span class="small quiet">
                {row.case.number} · {say([caseStates[row.case.state].zh, caseStates[row.case.state].en])}
                {row.case.handler && ` · ${row.case.handler}`}
              </span>
            )}
            <span class="small">{row.case?.said ?? w('noAnswer')}</span>
          </span>
        </li>
      ))}
    </ol>
  </>
)
const Loaded = ({ id }: { id: string }) => {
  const meeting = useLoad(`meetings/${id}`, () => call('GET /api/channels/meetings/:id', { params: { id } }))
  if (!meeting.data)
    return meeting.trouble ? (
      <Failure trouble={meeting.trouble} retry={meeting.reload} />
    ) : (
      <Skeleton rows={4} height={4} />
    )
  return (
    <>
      <h2>{meeting.data.name}</h2>
      <p class="quiet">
        {meeting.data.heldOn} · {meeting.data.place.path} · {meeting.data.chair}
      </p>
      {meeting.data.committedAt === null ? (
        <Entering key={id} first={meeting.data} committed={meeting.put} />
      ) : (
        <Results meeting={meeting.data} />
      )}
    </>
  )
}
const MeetingPage = ({ id }: { id: string }) => {
  const who = useStore(session)
  return (
    <Page title={w('title')} backTo="/meetings">
      {who.state === 'out' && <SignInFirst />}
      {who.state === 'asking' && <Skeleton rows={4} height={4} />}
      {(who.state === 'in' || who.state === 'unknown') && <Loaded id={id} />}
    </Page>
  )
}
export default MeetingPage
