// What every panel on the page of a case is given.
import type { CaseView } from './steps.ts'

export interface CasePanelProps {
  readonly view: CaseView
}
