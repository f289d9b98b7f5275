// Parts of a fund's page: its entries, its pledges, the residents' questions.
import { Button } from 'antd'
import { BookOpenText, HandCoins, MessageCircleQuestion } from 'lucide-react'
import { entryKinds } from '../../../../contract/src/funds-life.ts'
import { useSearch } from '../../platform/address.ts'
import { EntryListing } from '../../platform/entry-list.tsx'
import { useList, type RowOf } from '../../platform/list.ts'
import { Listing } from '../../platform/listing.tsx'
import { PlainTable } from '../../platform/plain-table.tsx'
import { Tag } from '../../platform/tags.tsx'
import { TimeText } from '../../platform/time.tsx'
import { usePick, useWords } from '../../platform/words.ts'
import { PhotoGallery } from '../cases/photo-gallery.tsx'
import type { Fund } from './fund.ts'
import type { FundStep } from './fund-steps.tsx'
import { yuan } from './money.ts'
import { words } from './words.ts'

interface PartProps {
  readonly of: Fund
  readonly ask: (step: FundStep) => void
}
const EntryRow = ({ row, ask }: Pick<PartProps, 'ask'> & { readonly row: RowOf<'GET /api/funds/:id/entries'> }) => {
  const say = useWords(words)
  const pick = usePick()
  return (
    <tr>
      <td>{row.day}</td>
      <td>{pick(entryKinds[row.kind])}</td>
      <td>
        {row.purpose}
        {row.payee ? <span className="quiet"> → {row.payee}</span> : null}
        <PhotoGallery photos={row.photos} isSmall />
      </td>
      <td className="figure">{yuan(row.amount === 0 ? row.turnover : row.amount)}</td>
      <td>
        {row.reversed ? <Tag>{say.reversed}</Tag> : null}
        {row.mayReverse ? (
          <Button size="small" danger onClick={() => ask({ name: 'reverse', thingId: row.id })}>
            {say.reverse}
          </Button>
        ) : null}
      </td>
    </tr>
  )
}
export const Entries = ({ of, ask }: PartProps) => {
  const say = useWords(words)
  const [{ entries }, change] = useSearch()
  const isSpent = entries === 'spending'
  const list = useList('GET /api/funds/:id/entries', {
    params: { id: of.id },
    query: isSpent ? { kind: 'spending' } : {},
  })
  return (
    <section className="stack">
      <h2>{say.entries}</h2>
      <p>
        <Button
          size="small"
          aria-pressed={isSpent}
          onClick={() => change({ entries: isSpent ? undefined : 'spending' })}
        >
          {isSpent ? say.allEntries : say.onlySpent}
        </Button>
      </p>
      <Listing list={list} icon={BookOpenText} empty={{ title: say.noEntries, hint: say.noEntriesHint }} isPlain>
        {(rows) => (
          <PlainTable label={say.entries} heads={[say.day, say.kind, say.purpose, { figure: say.amount }, say.act]}>
            {rows.map((row) => (
              <EntryRow key={row.id} row={row} ask={ask} />
            ))}
          </PlainTable>
        )}
      </Listing>
    </section>
  )
}
export const Pledges = ({ of, ask }: PartProps) => {
  const say = useWords(words)
  const list = useList('GET /api/funds/:id/pledges', { params: { id: of.id } })
  return (
    <section className="stack">
      <h2>{say.pledges}</h2>
      <EntryListing list={list} icon={HandCoins} empty={{ title: say.pledges, hint: say.addPledge }} isSideBySide>
        {(row) => (
          <article className="entry">
            <p>
              <strong>{row.name}</strong>
            </p>
            <p>{say.paidOf(yuan(row.paid), yuan(row.amount))}</p>
            {of.state === 'raising' && row.paid < row.amount && !row.withdrawn ? (
              <p>
                <Button
                  size="small"
                  onClick={() => ask({ name: 'pledgePaid', thingId: row.id, open: row.amount - row.paid })}
                >
                  {say.recordPayment}
                </Button>
              </p>
            ) : null}
          </article>
        )}
      </EntryListing>
    </section>
  )
}
export const Questions = ({ of, ask }: PartProps) => {
  const say = useWords(words)
  const list = useList('GET /api/funds/:id/questions', { params: { id: of.id } })
  return (
    <section className="stack">
      <h2>{say.questions}</h2>
      <EntryListing list={list} icon={MessageCircleQuestion} empty={{ title: say.noQuestions, hint: '' }} isSideBySide>
        {(row) => (
          <article className="entry">
            <p>
              <strong>{row.words}</strong>
            </p>
            <p className="quiet">
              <TimeText at={row.askedAt} />
              {row.entry ? ` · ${row.entry.purpose}` : ''}
            </p>
            {row.answer ? <p>{row.answer}</p> : null}
            {row.answer === null && of.may.includes('keep') ? (
              <p>
                <Button size="small" type="primary" onClick={() => ask({ name: 'answer', thingId: row.id })}>
                  {say.answer}
                </Button>
              </p>
            ) : null}
          </article>
        )}
      </EntryListing>
    </section>
  )
}
