// While a report is written: like open cases nearby, first as a list, then one in full with “this is it, follow it”.
import { useEffect, useState } from 'preact/hooks'
import type { Api } from '../../../../contract/src/all.ts'
import type { OutOf } from '../../../../contract/src/endpoint.ts'
import { call } from '../../api.ts'
import { useAction } from '../../kit/action.ts'
import { Icon } from '../../kit/icon.tsx'
import { check, right } from '../../kit/icons.ts'
import { useLoad } from '../../kit/load.ts'
import { Sheet } from '../../kit/sheet.tsx'
import { Failure, Skeleton } from '../../kit/states.tsx'
import { Moment } from '../../kit/when.tsx'
import { clearDraft } from '../../outbox/draft.ts'
import { go } from '../../router.ts'
import { AlikeView, Stand, type InFull } from './alike-view.tsx'
import { w } from './words.ts'

type Row = OutOf<Api['POST /api/likeness/similar']>['rows'][number]
const PAUSE_MS = 900
const SHOWN = 3

const useHints = (words: string, placeId: string): readonly Row[] => {
  const [rows, setRows] = useState<readonly Row[]>([])
  useEffect(() => {
    let current = true
    const clock = setTimeout(() => {
      call('POST /api/likeness/similar', { body: { words, placeId } }).then(
        (answer) => current && setRows(answer.rows.slice(0, SHOWN)),
        // A hint that does not come is no obstacle to reporting.
        () => current && setRows([]),
      )
    }, PAUSE_MS)
    return () => {
      current = false
      clearTimeout(clock)
    }
  }, [words, placeId])
  return rows
}

const Followed = ({ id, onClose }: { id: string; onClose: () => void }) => {
  const leave = () => {
    clearDraft()
    go(`/followed/${id}`)
  }
  return (
    <div class="stack">
      <p class="notice good" role="status">
        <Icon of={check} />
        <span class="grow strong">{w('followed')}</span>
      </p>
      <button type="button" class="button main wide" onClick={leave}>
        {w('noNeed')}
      </button>
      <button type="button" class="button wide" onClick={onClose}>
        {w('writeOn')}
      </button>
    </div>
  )
}
const Choice = ({ of, onClose }: { of: InFull; onClose: () => void }) => {
  const [isFollowed, setFollowed] = useState(of.following)
  const follow = useAction<string>(async (id, key) => {
    await call('POST /api/cases/:id/follow', { params: { id }, key })
    setFollowed(true)
  })
  if (isFollowed) return <Followed id={of.id} onClose={onClose} />
  return (
    <div class="stack">
      {follow.trouble && <Failure trouble={follow.trouble} />}
      {of.mine ? (
        <a class="button main wide" href={`/cases/${of.id}`}>
          {w('toMine')}
        </a>
      ) : (
        <button
          type="button"
          class="button main wide"
          aria-disabled={follow.busy}
          onClick={() => void follow.run(of.id)}
        >
          {w('thisIsIt')}
        </button>
      )}
      <button type="button" class="button wide" onClick={onClose}>
        {w('notThis')}
      </button>
    </div>
  )
}
const InFullSheet = ({ id, onClose }: { id: string; onClose: () => void }) => {
  const loaded = useLoad(`likeness/${id}`, () => call('GET /api/likeness/cases/:id', { params: { id } }))
  return (
    <Sheet title={w('title')} onClose={onClose}>
      {loaded.trouble && <Failure trouble={loaded.trouble} retry={loaded.reload} />}
      {!loaded.data && !loaded.trouble && <Skeleton rows={3} />}
      {loaded.data && (
        <div class="stack">
          <AlikeView of={loaded.data} heading="h3" />
          <Choice of={loaded.data} onClose={onClose} />
        </div>
      )}
    </Sheet>
  )
}
/** Nothing is shown until something like it is found. */
export const Hints = ({ words, placeId }: { words: string; placeId: string }) => {
  const rows = useHints(words, placeId)
  const [open, setOpen] = useState<string | null>(null)
  return (
    <div role="status">
      {rows.length > 0 && (
        <section class="stack" aria-label={w('title')}>
          <div>
            <h2>{w('title')}</h2>
            <p class="small quiet">{w('hint')}</p>
          </div>
          <ul class="cells">
            {rows.map((row) => (
              <li key={row.id}>
                <button type="button" class="cell" onClick={() => setOpen(row.id)}>
                  <span class="grow">
                    <span class="strong">{row.said ?? row.category.name}</span>
                    <span class="small quiet">
                      {row.place} · <Moment at={`${row.raisedOn}T00:00:00+08:00`} />
                    </span>
                    <span class="small">
                      {row.mine ? w('mine') : row.following ? w('following') : <Stand of={row} />}
                    </span>
                  </span>
                  <Icon of={right} class="end" />
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {open !== null && <InFullSheet id={open} onClose={() => setOpen(null)} />}
    </div>
  )
}
