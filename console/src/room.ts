// A room of the console and a group of the navigation.
import type { LucideIcon } from 'lucide-react'
import type { ComponentType } from 'react'
import type { Permission } from '../../contract/src/permissions.ts'

export interface Room {
  readonly path: string
  readonly zh: string
  readonly en: string
  readonly icon: LucideIcon
  /** Any of these opens the door; none named: everybody with an appointment. */
  readonly permissions: readonly Permission[]
  readonly load: () => Promise<{ default: ComponentType }>
  /** Not in the navigation. */
  readonly hidden?: true
}
export interface RoomGroup {
  readonly zh: string
  readonly en: string
  /** Rarely needed: its rooms begin folded away. */
  readonly isRare?: true
  readonly rooms: readonly Room[]
}
