// What other rooms add to the case page: whistles, parts, orders, plans. Each loads itself and shows nothing when empty.
import { lazy, Suspense, useState, type ComponentType } from 'react'
import type { Permission } from '../../../../contract/src/permissions.ts'
import { useMe } from '../../platform/me.ts'
import { useWords } from '../../platform/words.ts'
import { caseWords } from './case-words.ts'
import type { CasePanelProps } from './case-panel.ts'

type Panel = ComponentType<CasePanelProps>
type Load = () => Promise<{ default: Panel }>
const lazily = (panels: readonly (readonly [name: string, load: Load])[]) =>
  panels.map(([name, load]) => [name, lazy(load)] as const)
const deciding = lazily([
  ['triage', () => import('../triage/triage-panel.tsx')],
  ['similar', () => import('../likeness/similar-panel.tsx')],
])
/** In the order of the page; a panel that only offers a button joins the row of buttons at the end. */
const working = lazily([
  ['ladder', () => import('../escalation/case-panel.tsx')],
  ['whistle', () => import('../whistles/case-panel.tsx')],
  ['plan', () => import('../supervision/plan-panel.tsx')],
  ['supervision', () => import('../supervision/orders-panel.tsx')],
  ['family', () => import('./family-panel.tsx')],
  ['topic', () => import('../deliberation/case-panel.tsx')],
  ['mediation', () => import('../mediation/case-panel.tsx')],
])
const Panels = ({ of, view }: CasePanelProps & { readonly of: ReturnType<typeof lazily> }) =>
  of.map(([name, Shown]) => (
    <Suspense key={name} fallback={null}>
      <Shown view={view} />
    </Suspense>
  ))
/** What helps to decide where it goes: the model's suggestion, and cases that say the same. */
export const DecidingPanels = ({ view }: CasePanelProps) => <Panels of={deciding} view={view} />
/** Who holds it, whom it waits for, what was promised, and what else one may begin. */
export const WorkingPanels = ({ view }: CasePanelProps) => (
  <div className="case-panels">
    <Panels of={working} view={view} />
  </div>
)
const PhotosPanel = lazy(() => import('../redaction/photos-panel.tsx'))
const PublishPanel = lazy(() => import('../board/publish-panel.tsx'))
const ForwardPanel = lazy(() => import('../open311/forward-panel.tsx'))
const RatesPanel = lazy(() => import('../rates/case-panel.tsx'))
/** Rarely used: fetched only when unfolded. */
export const RarePanels = ({ view }: CasePanelProps) => {
  const say = useWords(caseWords)
  const { permissions, appointments } = useMe()
  const may = (permission: Permission) => permissions.includes(permission)
  const hasPhotos = view.photos.length > 0 || view.timeline.some((entry) => entry.photos.length > 0)
  const isOurs = view.handler !== null && appointments.some((one) => one.organisation.id === view.handler?.id)
  return (
    <div className="case-folds">
      {may('photo.redact') && hasPhotos ? <Fold title={say.foldPhotos} Shown={PhotosPanel} view={view} /> : null}
      {may('board.moderate') ? <Fold title={say.foldPublic} Shown={PublishPanel} view={view} /> : null}
      {isOurs || may('rates.review') ? <Fold title={say.foldRates} Shown={RatesPanel} view={view} /> : null}
      {may('case.dispatch') ? <Fold title={say.foldForward} Shown={ForwardPanel} view={view} /> : null}
    </div>
  )
}
interface FoldProps extends CasePanelProps {
  readonly title: string
  readonly Shown: Panel
}
const Fold = ({ title, Shown, view }: FoldProps) => {
  const say = useWords(caseWords)
  const [isOpen, open] = useState(false)
  return (
    <details className="case-fold" onToggle={(event) => open(event.currentTarget.open)}>
      <summary>{title}</summary>
      {isOpen ? (
        <Suspense fallback={<p className="quiet">{say.foldLoading}</p>}>
          <Shown view={view} />
          <p className="quiet case-fold-empty">{say.foldEmpty}</p>
        </Suspense>
      ) : null}
    </details>
  )
}
