// What came out of a box, emptying by emptying, slip by slip.
import { Button } from 'antd'
import { Inbox } from 'lucide-react'
import { slipFilings } from '../../../../contract/src/channels-kinds.ts'
import { useList } from '../../platform/list.ts'
import { Listing } from '../../platform/listing.tsx'
import { Tag } from '../../platform/tags.tsx'
import { DayText } from '../../platform/time.tsx'
import { usePick, useWords } from '../../platform/words.ts'
import { CaseTag } from './case-tag.tsx'
import type { Target } from './emptying-form.tsx'
import { words } from './words.ts'

interface EmptyingsListProps {
  readonly box: { readonly id: string; readonly name: string; readonly removedAt: string | null }
  readonly goOn: (target: Target) => void
}
export const EmptyingsList = ({ box, goOn }: EmptyingsListProps) => {
  const say = useWords(words)
  const pick = usePick()
  const list = useList('GET /api/channels/boxes/:id/emptyings', { params: { id: box.id }, query: {} })
  return (
    <Listing list={list} icon={Inbox} empty={{ title: say.noEmptyings, hint: '' }} isPlain>
      {(rows) => (
        <div className="stack">
          {rows.map((row) => {
            const left = row.slipCount - row.slips.length
            return (
              <section key={row.id} className="stack">
                <h2>
                  <DayText day={row.on} /> · {row.by} · {say.slip(row.slipCount)}
                </h2>
                <ol>
                  {row.slips.map((slip) => (
                    <li key={slip.id} className="slip-row">
                      <p className="post-words">{slip.words}</p>
                      {slip.case ? <CaseTag of={slip.case} /> : null}
                      {slip.filedAs ? (
                        <span className="row">
                          <Tag>{pick(slipFilings[slip.filedAs])}</Tag>
                          <span className="quiet">{slip.reason}</span>
                        </span>
                      ) : null}
                    </li>
                  ))}
                </ol>
                {left > 0 ? (
                  <div className="row">
                    <span className="quiet">{say.left(left)}</span>
                    <Button
                      size="small"
                      onClick={() => goOn({ box, goOn: { id: row.id, left, entered: row.slips.length } })}
                    >
                      {say.enterRest}
                    </Button>
                  </div>
                ) : null}
              </section>
            )
          })}
        </div>
      )}
    </Listing>
  )
}
