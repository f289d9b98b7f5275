// What other rooms add to a case for its reader: its plan, its parts, its units. Each loads itself and shows nothing when empty.
import type { ComponentType } from 'preact'
import { lazy } from '../../kit/lazy.tsx'
import type { CasePanelProps } from './case-panel.ts'

type Load = () => Promise<ComponentType<CasePanelProps>>
const loads: readonly Load[] = [
  () => import('./plan-panel.tsx').then((part) => part.PlanPanel),

  () => import('./family-panel.tsx').then((part) => part.FamilyPanel),
  () => import('../whistles/units-panel.tsx').then((part) => part.UnitsPanel),
  () => import('../board/share-panel.tsx').then((part) => part.SharePanel),
]
const panels = loads.map((load) => lazy<CasePanelProps>(load, 'nothing'))

export const CasePanels = ({ of }: CasePanelProps) => (
  <>
    {panels.map((Panel, place) => (
      <Panel key={place} of={of} />
    ))}
  </>
)
