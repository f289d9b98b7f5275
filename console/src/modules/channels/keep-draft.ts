// Keeps the draft of a complaint meeting: in this browser at once, on the server a moment later, again until it is there.
import { useEffect, useRef, useState } from 'react'
import { call, Refused, type Body, type Out } from '../../platform/api.ts'

type Meeting = Out<'GET /api/channels/meetings/:id'>
export type DraftRow = NonNullable<Body<'PUT /api/channels/meetings/:id'>['rows']>[number]
export type Keeping = 'kept' | 'keeping' | 'here' | 'changed'
const PAUSE_MS = 700
const AGAIN_MS = 4000
const nameOf = (id: string) => `linli-meeting-${id}`

interface Local {
  readonly version: number
  readonly rows: readonly DraftRow[]
}
/** What this browser still holds that the server has not. */
export const localDraft = (id: string): Local | null => {
  try {
    return JSON.parse(localStorage.getItem(nameOf(id)) ?? 'null') as Local | null
  } catch {
    return null
  }
}
const keepLocal = (id: string, local: Local | null) => {
  try {
    if (local === null) localStorage.removeItem(nameOf(id))
    else localStorage.setItem(nameOf(id), JSON.stringify(local))
  } catch {
    // A full or closed store: the server's copy is kept all the same.
  }
}
export const rowsOf = (meeting: Meeting): DraftRow[] =>
  meeting.rows.map((row) => ({
    words: row.words,
    placeId: row.place?.id ?? null,
    placeNote: row.placeNote,
    kind: row.kind,
    who: row.who,
  }))
const putDraft = ({ id, name, heldOn, chair, present }: Meeting, version: number, rows: readonly DraftRow[]) =>
  call('PUT /api/channels/meetings/:id', {
    params: { id },
    body: { version, name, heldOn, chair, present, rows: [...rows] },
  })
/** Rows being typed, and where they are kept so far. */
export const useDraft = (meeting: Meeting) => {
  const left = useRef(localDraft(meeting.id))
  const [rows, setRows] = useState<readonly DraftRow[]>(left.current?.rows ?? rowsOf(meeting))
  const [keeping, setKeeping] = useState<Keeping>(left.current ? 'here' : 'kept')
  const version = useRef(left.current?.version ?? meeting.version)
  const latest = useRef(rows)
  const clock = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const under = useRef<Promise<void> | null>(null)
  const send = async (): Promise<void> => {
    clearTimeout(clock.current)
    if (under.current) await under.current
    const sent = latest.current
    setKeeping('keeping')
    under.current = putDraft(meeting, version.current, sent)
      .then((out) => {
        version.current = out.version
        if (latest.current === sent) {
          keepLocal(meeting.id, null)
          setKeeping('kept')
        } else keepLocal(meeting.id, { version: out.version, rows: latest.current })
      })
      .catch((failure: unknown) => {
        if (failure instanceof Refused && failure.code === 'meeting.changed') return setKeeping('changed')
        setKeeping('here')
        clock.current = setTimeout(() => void send(), AGAIN_MS)
      })
      .finally(() => (under.current = null))
    return under.current
  }
  const change = (next: readonly DraftRow[]) => {
    latest.current = next
    setRows(next)
    keepLocal(meeting.id, { version: version.current, rows: next })
    clearTimeout(clock.current)
    clock.current = setTimeout(() => void send(), PAUSE_MS)
  }
  useEffect(() => {
    if (left.current) void send()
    return () => clearTimeout(clock.current)
    // Once, when the page opens: what an earlier visit could not send.
  }, [])
  /** The newest of the server instead of what was typed here. */
  const takeTheirs = async () => {
    const newest = await call('GET /api/channels/meetings/:id', { params: { id: meeting.id } })
    version.current = newest.version
    latest.current = rowsOf(newest)
    setRows(latest.current)
    keepLocal(meeting.id, null)
    setKeeping('kept')
  }
  const keepMine = async () => {
    version.current = (await call('GET /api/channels/meetings/:id', { params: { id: meeting.id } })).version
    await send()
  }
  return { rows, change, keeping, send, takeTheirs, keepMine, version, forget: () => keepLocal(meeting.id, null) }
}
