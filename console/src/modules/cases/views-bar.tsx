// Common views as words to click: four that are always there, then the saved ones, then saving this one.
import { Button } from 'antd'
import { BookmarkPlus, X } from 'lucide-react'
import { useState } from 'react'
import { useGo, useSearch } from '../../platform/address.ts'
import { useAct, useApi, type Out } from '../../platform/api.ts'
import { Ask } from '../../platform/ask.tsx'
import { useWords } from '../../platform/words.ts'
import { anyState, filtersOf } from './filters.ts'
import { SaveView } from './save-view.tsx'
import { words } from './words.ts'

type SavedView = Out<'GET /api/cases/views'>[number]
const sameAs = (a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>) =>
  new URLSearchParams(Object.entries(a).toSorted()).toString() ===
  new URLSearchParams(Object.entries(b).toSorted()).toString()

export const ViewsBar = () => {
  const say = useWords(words)
  const go = useGo()
  const [search] = useSearch()
  const [isSaving, save] = useState(false)
  const now = filtersOf(search)
  const saved = useApi('GET /api/cases/views', {}, { fresh: 60_000 })
  const today = useApi('GET /api/cases/today', {})
  const counts = today.data?.counts
  const own: readonly { name: string; query: Record<string, string>; count: number | undefined }[] = [
    { name: say.viewOpen, query: {}, count: counts?.openTotal },
    { name: say.viewWaiting, query: { waitingForMe: 'true' }, count: undefined },
    { name: say.viewOverdue, query: { overdue: 'true' }, count: counts?.overdue },
    { name: say.viewAll, query: { state: anyState }, count: undefined },
  ]
  const isKnown = [...own, ...(saved.data ?? [])].some((view) => sameAs(view.query, now))
  return (
    <div className="views" role="group" aria-label={say.views}>
      {own.map((view) => (
        <button
          key={view.name}
          type="button"
          className="view"
          aria-pressed={sameAs(view.query, now)}
          onClick={() => go('/cases', view.query)}
        >
          {view.name}
          {view.count === undefined ? null : <span className="view-count">{view.count}</span>}
        </button>
      ))}
      {(saved.data ?? []).map((view) => (
        <SavedChip key={view.id} view={view} isHere={sameAs(view.query, now)} />
      ))}
      {isKnown ? null : (
        <Button type="link" size="small" icon={<BookmarkPlus size={15} />} onClick={() => save(true)}>
          {say.saveView}
        </Button>
      )}
      <SaveView open={isSaving} query={now} close={() => save(false)} />
    </div>
  )
}
const SavedChip = ({ view, isHere }: { view: SavedView; isHere: boolean }) => {
  const say = useWords(words)
  const go = useGo()
  const [isAsking, ask] = useState(false)
  const remove = useAct('DELETE /api/cases/views/:id', { refreshes: ['/api/cases/views'], onDone: () => ask(false) })
  return (
    <span className="view-saved">
      <button type="button" className="view" aria-pressed={isHere} onClick={() => go('/cases', view.query)}>
        {view.name}
      </button>
      {view.mine ? (
        <button type="button" className="view-remove" aria-label={say.viewRemove(view.name)} onClick={() => ask(true)}>
          <X size={13} aria-hidden />
        </button>
      ) : null}
      <Ask
        open={isAsking}
        title={say.viewRemove(view.name)}
        what={say.viewRemoveAsk}
        verb={say.viewRemove(view.name)}
        isDangerous
        isBusy={remove.isPending}
        problem={remove.error}
        onYes={() => remove.mutate({ params: { id: view.id } })}
        onNo={() => ask(false)}
      />
    </span>
  )
}
