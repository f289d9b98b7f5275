// Checking a receipt: it is looked up in the public log of ballots, which shows numbers, days and hashes, never a choice.
import { useState } from 'preact/hooks'
import type { Api } from '../../../../contract/src/all.ts'
import type { OutOf } from '../../../../contract/src/endpoint.ts'
import { call } from '../../api.ts'
import { useAction } from '../../kit/action.ts'
import { Field } from '../../kit/field.tsx'
import { Icon } from '../../kit/icon.tsx'
import { check } from '../../kit/icons.ts'
import { useLoad } from '../../kit/load.ts'
import { OwnPage } from '../../kit/own-page.tsx'
import { Failure, Skeleton } from '../../kit/states.tsx'
import { When } from '../../kit/when.tsx'
import type { Decision } from './decision.ts'
import { w } from './words-proof.ts'

type Found = OutOf<Api['POST /api/decisions/:id/receipt']> & { receipt: string }
type Log = OutOf<Api['GET /api/decisions/:id/log']>
/** Tidies what was typed or pasted: a receipt has a number, a dash and sixteen letters or figures. */
const tidy = (text: string) => text.replace(/[^0-9a-fA-F-]/g, '').toLowerCase()
const seqOf = (receipt: string) => Number(receipt.slice(0, receipt.indexOf('-')))

const Entries = ({ log, mine }: { log: Log; mine: number | null }) => (
  <ol class="cells" aria-label={w('log')}>
    {log.rows.map((row) => (
      <li key={row.seq} class="cell">
        <span class="grow">
          <span class="row spread">
            <span class="strong">
              {w('entry', { n: row.seq })}
              {row.seq === mine ? ` · ${w('this')}` : ''}
            </span>
            <span class="small quiet">{row.day}</span>
          </span>
          <span class="small quiet" style="overflow-wrap: anywhere">
            {row.hash}
          </span>
        </span>
      </li>
    ))}
  </ol>
)
const LogList = ({ id, mine }: { id: string; mine: number | null }) => {
  const from = mine === null ? 1 : Math.max(1, mine - 2)
  const { data, trouble, reload } = useLoad(`decisions/${id}/log/${from}`, () =>
    call('GET /api/decisions/:id/log', { params: { id }, query: { from, limit: 10 } }),
  )
  const [more, setMore] = useState<Log | null>(null)
  const older = useAction(async (after: string) => {
    const page = await call('GET /api/decisions/:id/log', { params: { id }, query: { from, after, limit: 30 } })
    setMore({ ...page, rows: [...(more?.rows ?? []), ...page.rows] })
  })
  if (trouble && !data) return <Failure trouble={trouble} retry={reload} />
  if (!data) return <Skeleton rows={2} />
  const next = more === null ? data.next : more.next
  return (
    <section class="stack">
      <h2>{w('logTitle', { n: data.total ?? 0 })}</h2>
      <p class="small quiet">{w('logSays')}</p>
      <Entries log={{ ...data, rows: [...data.rows, ...(more?.rows ?? [])] }} mine={mine} />
      {older.trouble && <Failure trouble={older.trouble} />}
      {next && (
        <button type="button" class="button wide" aria-disabled={older.busy} onClick={() => void older.run(next)}>
          {w('moreEntries')}
        </button>
      )}
    </section>
  )
}
const Body = ({ id }: { id: string }) => {
  const { data } = useLoad<Decision>(`decisions/${id}`, () => call('GET /api/decisions/:id', { params: { id } }))
  const [typed, setTyped] = useState('')
  const [wrong, setWrong] = useState(false)
  const [found, setFound] = useState<Found | null>(null)
  const look = useAction(async (receipt: string, key) => {
    setFound(null)
    const out = await call('POST /api/decisions/:id/receipt', { params: { id }, body: { receipt }, key })
    setFound({ ...out, receipt })
  })
  const submit = (receipt: string) => {
    const isWrong = !/^\d{1,9}-[0-9a-f]{16}$/.test(receipt)
    setWrong(isWrong)
    if (!isWrong) void look.run(receipt)
  }
  const own = (data?.mine ?? []).flatMap((one) => (one.ballot === null ? [] : [one.ballot.receipt]))
  return (
    <>
      {data && <p class="strong">{data.title}</p>}
      <Field
        label={w('receipt')}
        value={typed}
        onValue={(text) => setTyped(tidy(text))}
        hint={w('receiptHint')}
        autoComplete="off"
        maxLength={26}
        wrong={wrong ? w('receiptWrong') : null}
      />
      {own.map((receipt) => (
        <button
          key={receipt}
          type="button"
          class="button"
          onClick={() => {
            setTyped(receipt)
            submit(receipt)
          }}
        >
          {w('mineIs', { receipt })}
        </button>
      ))}
      {look.trouble && <Failure trouble={look.trouble} />}
      {found && (
        <div class="card stack" role="status">
          <p class="strong">
            <Icon of={check} /> {w('found', { n: seqOf(found.receipt) })}
          </p>
          <p>
            {w('receivedAt')} <When at={found.at} withTime />
          </p>
          <p>{found.isLast ? w('isLast') : w('isReplaced')}</p>
        </div>
      )}
      <button type="button" class="button main" aria-disabled={look.busy} onClick={() => submit(typed)}>
        {w('look')}
      </button>
      <LogList key={found?.receipt ?? ''} id={id} mine={found === null ? null : seqOf(found.receipt)} />
    </>
  )
}
const ReceiptPage = ({ id }: { id: string }) => (
  <OwnPage title={w('title')} backTo={`/decisions/${id}`}>
    <Body id={id} />
  </OwnPage>
)
export default ReceiptPage
