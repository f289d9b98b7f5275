// What other rooms add to the case page: whistles, parts, orders, plans. Each loads itself and shows nothing when empty.
import { lazy, Suspense, type ComponentType } from 'react'
import type { CaseView } from './steps.ts'

export interface CasePanelProps {
  readonly view: CaseView
}
type Load = () => Promise<{ default: ComponentType<CasePanelProps> }>
/** In the order of the page. */
const panels: readonly (readonly [name: string, load: Load])[] = [
  ['triage', () => import('../triage/triage-panel.tsx')],
  ['similar', () => import('../likeness/similar-panel.tsx')],
  ['family', () => import('./family-panel.tsx')],
  ['plan', () => import('../supervision/plan-panel.tsx')],
  ['supervision', () => import('../supervision/orders-panel.tsx')],
  ['ladder', () => import('../escalation/case-panel.tsx')],
  ['whistle', () => import('../whistles/case-panel.tsx')],
  ['mediation', () => import('../mediation/case-panel.tsx')],
  ['photos', () => import('../redaction/photos-panel.tsx')],
  ['public', () => import('../board/publish-panel.tsx')],
  ['forward', () => import('../open311/forward-panel.tsx')],
]
const shown = panels.map(([name, load]) => [name, lazy(load)] as const)

export const CasePanels = ({ view }: CasePanelProps) =>
  shown.map(([name, Panel]) => (
    <Suspense key={name} fallback={null}>
      <Panel view={view} />
    </Suspense>
  ))
