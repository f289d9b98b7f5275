// What is measured of the product at one size.
import type { Creation, QueueFigures } from './measures.ts'
import type { PageFigures } from './pages.ts'

export interface SizeFigures {
  readonly count: number
  readonly openInCommunity: number
  readonly startMilliseconds: number
  /** Before anybody asked for anything. */
  readonly idleMb: number
  readonly memoryMb: number
  readonly creation: Creation
  readonly queue: QueueFigures
  readonly pages: PageFigures | null
}
