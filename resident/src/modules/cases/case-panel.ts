// What every panel on the page of a case is given.
import type { CaseView } from './case-view.ts'

export interface CasePanelProps {
  readonly of: CaseView
}
