// What was exchanged with other endpoints, newest first.
import { ArrowLeftRight } from 'lucide-react'
import { useList } from '../../platform/list.ts'
import { Listing } from '../../platform/listing.tsx'
import { useWords } from '../../platform/words.ts'
import { ExchangeRow } from './exchange-row.tsx'
import { words } from './words.ts'

export default function ExchangesTab() {
  const say = useWords(words)
  const list = useList('GET /api/open311/exchanges', { query: { limit: 30 } })
  return (
    <Listing list={list} icon={ArrowLeftRight} empty={{ title: say.noExchanges, hint: say.noExchangesHint }}>
      {(rows) => (
        <ul className="open-list">
          {rows.map((row) => (
            <li key={row.id}>
              <ExchangeRow of={row} withCase />
            </li>
          ))}
        </ul>
      )}
    </Listing>
  )
}
