// What is measured of cases at one size.
import type { Counted } from './case-history.ts'
import type { Reads } from './case-reads.ts'

export interface CasesSize {
  readonly count: number
  readonly counted: Counted
  readonly reads: Reads
  readonly memoryMb: number
}
