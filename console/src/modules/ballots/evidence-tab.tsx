// What proves a decision: the published hash of the roll, the head of the log of ballots day by day, certificate and bundle.
import { Button } from 'antd'
import { addressOf } from '../../platform/api.ts'
import { Facts } from '../../platform/facts.tsx'
import { PlainTable } from '../../platform/plain-table.tsx'
import { TimeText } from '../../platform/time.tsx'
import { useWords } from '../../platform/words.ts'
import type { Decision } from './step-forms.tsx'
import { words } from './words.ts'

export default function EvidenceTab({ of }: { readonly of: Decision }) {
  const say = useWords(words)
  return (
    <section className="stack">
      <h2>{say.evidence}</h2>
      <p className="quiet">{say.evidenceLead}</p>
      <Facts
        facts={[
          of.roll.hash
            ? { label: say.hash, value: <code className="entry-words">{of.roll.hash}</code>, wide: true }
            : null,
          of.roll.frozenAt ? { label: say.frozenAt, value: <TimeText at={of.roll.frozenAt} /> } : null,
          of.notice ? { label: say.noticed, value: say.fromTo(of.notice.postedOn, of.notice.endsOn) } : null,
          { label: say.chain, value: say.entries(of.chain.length) },
          of.chain.length > 0
            ? { label: say.headNow, value: <code className="entry-words">{of.chain.head}</code>, wide: true }
            : null,
          of.deliveriesHash
            ? { label: say.deliveriesHash, value: <code className="entry-words">{of.deliveriesHash}</code>, wide: true }
            : null,
          of.certificate
            ? {
                label: say.certificateHash,
                value: <code className="entry-words">{of.certificate.hash}</code>,
                wide: true,
              }
            : null,
        ]}
      />
      <p className="row">
        {of.notice ? (
          <Button href={addressOf('GET /api/publicnotices/:id/sheet.pdf', { params: { id: of.notice.id } })}>
            {say.noticeSheet}
          </Button>
        ) : null}
        {of.certificate ? (
          <Button href={addressOf('GET /api/decisions/:id/certificate.pdf', { params: { id: of.id } })}>
            {say.certificate}
          </Button>
        ) : null}
        {of.result ? (
          <Button href={addressOf('GET /api/decisions/:id/bundle.zip', { params: { id: of.id } })}>{say.bundle}</Button>
        ) : null}
      </p>
      {of.result ? <p className="quiet">{say.recount}</p> : null}
      <Daily of={of} />
    </section>
  )
}
const Daily = ({ of }: { readonly of: Decision }) => {
  const say = useWords(words)
  if (of.chain.daily.length === 0) return <p className="quiet">{say.noHeads}</p>
  return (
    <>
      <h3>{say.daily}</h3>
      <PlainTable label={say.daily} heads={[say.day, say.ballots, say.head]}>
        {of.chain.daily.map((one) => (
          <tr key={one.day}>
            <th scope="row">{one.day}</th>
            <td>{one.length}</td>
            <td>
              <code className="entry-words">{one.head}</code>
            </td>
          </tr>
        ))}
      </PlainTable>
    </>
  )
}
