// The rows of a meeting while they are typed: Enter goes on, everything is kept, all is committed at once.
import { Button, Checkbox, Input, Select } from 'antd'
import { Plus, Trash2 } from 'lucide-react'
import { useRef, useState } from 'react'
import { caseKinds, type CaseKind } from '../../../../contract/src/cases-life.ts'
import { useAct } from '../../platform/api.ts'
import { Ask } from '../../platform/ask.tsx'
import { usePick, useWords } from '../../platform/words.ts'
import { useDraft, type DraftRow, type Keeping } from './keep-draft.ts'
import type { Meeting } from './meeting.ts'
import { meetingWords } from './meeting-words.ts'

const emptyRow: DraftRow = { words: '', placeId: null, placeNote: '', kind: null, who: null }
const MOST = 100

interface EntryProps {
  readonly meeting: Meeting
  readonly committed: (count: number) => void
}
export const MeetingEntry = ({ meeting, committed }: EntryProps) => {
  const say = useWords(meetingWords)
  const draft = useDraft(meeting)
  const [asking, setAsking] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const rows = draft.rows.length === 0 ? [emptyRow] : draft.rows
  const filled = rows.filter((row) => row.words.trim() !== '').length
  const focus = (i: number) =>
    setTimeout(() => box.current?.querySelectorAll<HTMLTextAreaElement>('textarea[data-words]')[i]?.focus(), 0)
  const change = (i: number, part: Partial<DraftRow>) =>
    draft.change(rows.map((row, n) => (n === i ? { ...row, ...part } : row)))
  const next = (i: number) => {
    if (i === rows.length - 1 && rows.length < MOST) draft.change([...rows, emptyRow])
    focus(i + 1)
  }
  return (
    <div className="stack" ref={box}>
      <div className="row spread">
        <p className="quiet">{say.hint}</p>
        <KeptWords keeping={draft.keeping} />
      </div>
      <Changed draft={draft} />
      <div className="meeting-rows">
        {rows.map((row, i) => (
          <Row
            key={i}
            n={i + 1}
            row={row}
            change={(part) => change(i, part)}
            next={() => next(i)}
            remove={rows.length > 1 ? () => draft.change(rows.filter((_, n) => n !== i)) : null}
          />
        ))}
      </div>
      <div className="row">
        <Button
          icon={<Plus size={16} aria-hidden />}
          disabled={rows.length >= MOST}
          onClick={() => next(rows.length - 1)}
        >
          {say.addRow}
        </Button>
        <Button type="primary" disabled={filled === 0} onClick={() => setAsking(true)}>
          {say.commit(filled)}
        </Button>
      </div>
      <Commit
        meeting={meeting}
        draft={draft}
        filled={filled}
        open={asking}
        close={() => setAsking(false)}
        committed={committed}
      />
    </div>
  )
}
type Draft = ReturnType<typeof useDraft>
const Changed = ({ draft }: { readonly draft: Draft }) => {
  const say = useWords(meetingWords)
  if (draft.keeping !== 'changed') return null
  return (
    <div className="row" role="alert">
      <span>{say.changed}</span>
      <Button size="small" onClick={() => void draft.takeTheirs()}>
        {say.takeTheirs}
      </Button>
      <Button size="small" onClick={() => void draft.keepMine()}>
        {say.keepMine}
      </Button>
    </div>
  )
}
interface CommitProps extends EntryProps {
  readonly draft: Draft
  readonly filled: number
  readonly open: boolean
  readonly close: () => void
}
const Commit = ({ meeting, draft, filled, open, close, committed }: CommitProps) => {
  const say = useWords(meetingWords)
  const act = useAct('POST /api/channels/meetings/:id/commit', {
    refreshes: ['/api/channels', '/api/cases'],
    onDone: () => {
      draft.forget()
      committed(filled)
    },
  })
  const commit = async () => {
    await draft.send()
    act.mutate({ params: { id: meeting.id }, body: { version: draft.version.current } })
  }
  return (
    <Ask
      open={open}
      title={say.commit(filled)}
      what={say.commitWhat}
      verb={say.commit(filled)}
      isBusy={act.isPending}
      problem={act.error}
      onYes={() => void commit()}
      onNo={close}
    />
  )
}
const KeptWords = ({ keeping }: { readonly keeping: Keeping }) => {
  const say = useWords(meetingWords)
  const text = { kept: say.kept, keeping: say.keeping, here: say.keptHere, changed: say.keptHere }[keeping]
  return (
    <span className="quiet" role="status">
      {text}
    </span>
  )
}
interface RowProps {
  readonly n: number
  readonly row: DraftRow
  readonly change: (part: Partial<DraftRow>) => void
  readonly next: () => void
  readonly remove: (() => void) | null
}
const Row = ({ n, row, change, next, remove }: RowProps) => {
  const say = useWords(meetingWords)
  const pick = usePick()
  const kinds = [
    { value: '' as const, label: say.automatic },
    ...Object.entries(caseKinds).map(([value, kind]) => ({ value: value as CaseKind, label: pick(kind) })),
  ]
  return (
    <div className="slip-row" role="group" aria-label={say.row(n, '')}>
      <span className="quiet">{n}</span>
      <Input.TextArea
        data-words
        aria-label={say.row(n, say.words)}
        placeholder={say.words}
        autoSize={{ minRows: 1, maxRows: 6 }}
        maxLength={2000}
        value={row.words}
        onChange={(event) => change({ words: event.target.value })}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
          event.preventDefault()
          if (row.words.trim() !== '') next()
        }}
      />
      <Input
        aria-label={say.row(n, say.where)}
        placeholder={say.where}
        maxLength={100}
        value={row.placeNote ?? ''}
        onChange={(event) => change({ placeNote: event.target.value })}
      />
      <Select
        aria-label={say.row(n, say.kind)}
        value={row.kind ?? ('' as const)}
        options={kinds}
        onChange={(kind) => change({ kind: kind === '' ? null : kind })}
      />
      <Who n={n} row={row} change={change} />
      {remove ? (
        <Button
          type="text"
          aria-label={say.row(n, say.remove)}
          icon={<Trash2 size={14} aria-hidden />}
          onClick={remove}
        />
      ) : (
        <span />
      )}
    </div>
  )
}
const Who = ({ n, row, change }: Pick<RowProps, 'n' | 'row' | 'change'>) => {
  const say = useWords(meetingWords)
  const who = row.who ?? { name: '', phone: '', consent: false }
  const set = (part: Partial<{ name: string; phone: string; consent: boolean }>) => {
    const changed = { ...who, phone: who.phone ?? '', ...part }
    change({ who: changed.name === '' && changed.phone === '' ? null : changed })
  }
  return (
    <div className="stack">
      <Input
        aria-label={say.row(n, say.who)}
        placeholder={say.who}
        maxLength={60}
        value={who.name}
        onChange={(event) => set({ name: event.target.value })}
      />
      {row.who ? (
        <Checkbox checked={who.consent} onChange={(event) => set({ consent: event.target.checked })}>
          {say.consent}
        </Checkbox>
      ) : null}
      {row.who && who.consent ? (
        <Input
          aria-label={say.row(n, say.phone)}
          placeholder={say.phone}
          maxLength={11}
          value={who.phone ?? ''}
          onChange={(event) => set({ phone: event.target.value })}
        />
      ) : null}
    </div>
  )
}
