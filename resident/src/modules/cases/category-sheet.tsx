// Changing the suggested kind and category: a few words to tap.
import { caseKinds, type CaseKind } from '../../../../contract/src/cases-life.ts'
import { call } from '../../api.ts'
import { Chips } from '../../kit/field.tsx'
import { Icon } from '../../kit/icon.tsx'
import { check } from '../../kit/icons.ts'
import { useLoad } from '../../kit/load.ts'
import { Sheet } from '../../kit/sheet.tsx'
import { Failure, Skeleton } from '../../kit/states.tsx'
import { say, words } from '../../words.ts'
import { w as report } from './report-words.ts'

const w = words({
  kind: ['这是哪一类事', 'What kind of matter'],
  done: ['好了', 'Done'],
})

interface Props {
  kind: CaseKind | null
  categoryId: string | null
  /** Without it only the category is chosen: its kind follows. */
  onKind?: (kind: CaseKind) => void
  onCategory: (category: { id: string; name: string }, kind: CaseKind) => void
  onClose: () => void
}
/** In the language spoken when they are shown. */
const kinds = () =>
  (Object.keys(caseKinds) as CaseKind[]).map((kind) => [kind, say([caseKinds[kind].zh, caseKinds[kind].en])] as const)

/** The sheet: kinds as chips, categories below their parents. */
const CategorySheet = ({ kind, categoryId, onKind, onCategory, onClose }: Props) => {
  const loaded = useLoad('cases/categories', () => call('GET /api/cases/categories'))
  const active = (loaded.data ?? []).filter((one) => one.active).sort((a, b) => a.order - b.order)
  const parents = active.filter((one) => one.parentId === null)
  const below = (parent: string) => active.filter((one) => one.parentId === parent)
  return (
    <Sheet title={report('chooseKind')} onClose={onClose}>
      {onKind && (
        <Chips label={w('kind')} of={kinds()} chosen={kind ? [kind] : []} onChoose={([one]) => one && onKind(one)} />
      )}
      {loaded.trouble && <Failure trouble={loaded.trouble} retry={loaded.reload} />}
      {!loaded.data && !loaded.trouble && <Skeleton rows={5} height={3.25} />}
      {parents.map((parent) => {
        const rows = below(parent.id)
        return (
          <section key={parent.id} class="stack">
            {rows.length > 0 && <h3>{parent.name}</h3>}
            <ul class="cells">
              {(rows.length > 0 ? rows : [parent]).map((one) => (
                <li key={one.id}>
                  <button
                    type="button"
                    class="cell"
                    aria-pressed={one.id === categoryId}
                    onClick={() => onCategory({ id: one.id, name: one.name }, one.kind)}
                  >
                    <span class="grow">{one.name}</span>
                    {one.id === categoryId && <Icon of={check} />}
                  </button>
                </li>
              ))}
            </ul>
          </section>
        )
      })}
      <button type="button" class="button wide" onClick={onClose}>
        {w('done')}
      </button>
    </Sheet>
  )
}
export default CategorySheet
