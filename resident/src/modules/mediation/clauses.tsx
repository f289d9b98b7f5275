// What each promised: who owes it says it is done, the other side confirms.
import { useState } from 'preact/hooks'
import { clauseKinds } from '../../../../contract/src/mediation-life.ts'
import { call } from '../../api.ts'
import { useAction } from '../../kit/action.ts'
import { Lines } from '../../kit/field.tsx'
import { useNeededWords } from '../../kit/needed-words.ts'
import { Sheet } from '../../kit/sheet.tsx'
import { Failure } from '../../kit/states.tsx'
import { tell } from '../../kit/toast.tsx'
import { WordsSheet } from '../../kit/words-sheet.tsx'
import { say } from '../../words.ts'
import { partyName, type Mediation, type PartProps } from './mediation.ts'
import { w } from './words.ts'

type Clause = NonNullable<Mediation['settlement']>['clauses'][number]
const yuan = (fen: number) => `¥${(fen / 100).toFixed(2).replace(/\B(?=(\d{3})+(?!\d)\.)/g, ',')}`
const dayOf = (day: string) => `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`

interface ClauseProps extends PartProps {
  clause: Clause
}
const KeepSheet = ({ of, put, clause, onClose }: ClauseProps & { onClose: () => void }) => (
  <WordsSheet
    title={w('keepTitle')}
    label={w('keepWords')}
    about={clause.id}
    onClose={onClose}
    send={async (words, key) => {
      const params = { id: of.id, thingId: clause.id }
      put(await call('POST /api/mediations/:id/clauses/:thingId/keep', { params, body: { words }, key }))
    }}
  />
)
const ConfirmSheet = ({ of, put, clause, onClose }: ClauseProps & { onClose: () => void }) => {
  const said = useNeededWords(w('writeNeeded'))
  const answer = useAction(async (body: { kept: boolean; words?: string }, key) => {
    const params = { id: of.id, thingId: clause.id }
    put(await call('POST /api/mediations/:id/clauses/:thingId/confirm', { params, body, key }))
    tell(w('sent'))
    onClose()
  })
  const notKept = () => {
    const words = said.take()
    if (words !== null) void answer.run({ kept: false, words })
  }
  return (
    <Sheet title={w('confirm')} onClose={onClose}>
      <p>{clause.what}</p>
      {clause.keptWords && <p class="quiet">{clause.keptWords}</p>}
      <button
        type="button"
        class="button main"
        aria-disabled={answer.busy}
        onClick={() => void answer.run({ kept: true })}
      >
        {w('confirmYes')}
      </button>
      <Lines label={w('confirmWhy')} keptBy={clause.id} max={500} {...said.field} />
      {answer.trouble && <Failure trouble={answer.trouble} />}
      <button type="button" class="button" aria-disabled={answer.busy} onClick={notKept}>
        {w('confirmNo')}
      </button>
    </Sheet>
  )
}
const ClauseCard = ({ of, put, clause }: ClauseProps) => {
  const [sheet, setSheet] = useState<'keep' | 'confirm' | null>(null)
  const kind = clauseKinds[clause.kind]
  const close = () => setSheet(null)
  return (
    <li class="card stack">
      <p class="small quiet">{w('by', { who: partyName(of, clause.fromId), day: dayOf(clause.dueOn) })}</p>
      <p class="strong">
        {say([kind.zh, kind.en])}
        {clause.amountFen !== null && ` ${yuan(clause.amountFen)}`}
      </p>
      <p class="said">{clause.what}</p>
      {clause.toId && <p class="small quiet">{w('to', { who: partyName(of, clause.toId) })}</p>}
      <p class="row">
        <span class="strong">{w(clause.state)}</span>
        {clause.late && <span class="mark">{w('isLate')}</span>}
      </p>
      {clause.keptWords && <p class="small">{clause.keptWords}</p>}
      {clause.disputedWords && <p class="small">{w('disputed', { why: clause.disputedWords })}</p>}
      {clause.may.includes('keep') && (
        <button type="button" class="button main" onClick={() => setSheet('keep')}>
          {w('keep')}
        </button>
      )}
      {clause.may.includes('confirm') && (
        <button type="button" class="button main" onClick={() => setSheet('confirm')}>
          {w('confirm')}
        </button>
      )}
      {sheet === 'keep' && <KeepSheet of={of} put={put} clause={clause} onClose={close} />}
      {sheet === 'confirm' && <ConfirmSheet of={of} put={put} clause={clause} onClose={close} />}
    </li>
  )
}
export const Clauses = ({ of, put }: PartProps) => (
  <ul class="stack">
    {of.settlement!.clauses.map((clause) => (
      <ClauseCard key={clause.id} of={of} put={put} clause={clause} />
    ))}
  </ul>
)
