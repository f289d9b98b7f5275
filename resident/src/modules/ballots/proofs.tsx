// What proves a decision to its owners: the roll and objecting to it, the log of ballots, receipts, the notice.
import { useState } from 'preact/hooks'
import { mark } from '../../marks.ts'
import { ObjectSheet } from './sheets.tsx'
import type { Decision } from './decision.ts'
import { w } from './words-proof.ts'

interface Props {
  of: Decision
  put: (next: Decision) => void
}
const breaking = 'overflow-wrap: anywhere'
/** The windows for objections, and what became of mine. */
export const Objecting = ({ of, put }: Props) => {
  const [about, object] = useState<'roll' | 'result' | null>(null)
  const own = of.objections.filter((one) => one.mine)
  const may = { roll: of.may.includes('objectRoll'), result: of.may.includes('objectResult') }
  if (own.length === 0 && !may.roll && !may.result) return null
  return (
    <section class="stack">
      <h2>{w('myObjections')}</h2>
      {may.roll && of.roll.objectionsUntil && <p>{w('rollUntil', { day: of.roll.objectionsUntil })}</p>}
      {may.result && of.result?.objectionsUntil && <p>{w('resultUntil', { day: of.result.objectionsUntil })}</p>}
      {own.map((one) => (
        <div key={one.id} class="card stack">
          <p>{one.words}</p>
          <p class="quiet">{one.answer === null ? w('noAnswer') : `${w('answer')}${mark('colon')}${one.answer}`}</p>
        </div>
      ))}
      {may.roll && (
        <button type="button" class="button" onClick={() => object('roll')}>
          {w('objectRoll')}
        </button>
      )}
      {may.result && (
        <button type="button" class="button" onClick={() => object('result')}>
          {w('objectResult')}
        </button>
      )}
      {about && <ObjectSheet of={of} about={about} put={put} onClose={() => object(null)} />}
    </section>
  )
}
export const Proofs = ({ of }: { of: Decision }) => (
  <section class="stack">
    <h2>{w('proofs')}</h2>
    <p>{w('rollSays', { owners: of.roll.owners, parts: of.roll.parts })}</p>
    {of.roll.hash && (
      <p class="small quiet" style={breaking}>
        {w('fingerprint')} {of.roll.hash}
      </p>
    )}
    {of.chain.length > 0 && (
      <>
        <p>{w('box', { n: of.chain.length })}</p>
        <p class="small quiet" style={breaking}>
          {w('headNow', { head: of.chain.head })}
        </p>
        {of.chain.daily.length > 0 && (
          <details>
            <summary>{w('daily')}</summary>
            {of.chain.daily.map((one) => (
              <p key={one.day} class="small" style={breaking}>
                {w('dayLine', { day: one.day, n: one.length })}
                <br />
                <span class="quiet">{one.head}</span>
              </p>
            ))}
          </details>
        )}
        <a class="button" href={`/decisions/${of.id}/receipt`}>
          {w('checkReceipt')}
        </a>
      </>
    )}
    {of.notice && (
      <a class="button" href={`/api/publicnotices/${of.notice.id}/sheet.pdf`} target="_blank" rel="noreferrer">
        {w('sheet')}
      </a>
    )}
  </section>
)
