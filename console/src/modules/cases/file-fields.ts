// What is filled in when a case is filed for somebody.
import type { CaseKind, filedChannels } from '../../../../contract/src/cases-life.ts'

export interface FileFields {
  channel: (typeof filedChannels)[number]
  placeId: string
  placeNote?: string
  words: string
  photos?: string[]
  kind?: CaseKind
  categoryId?: string
  isNamed: boolean
  name?: string
  phone?: string
  consent?: boolean
  hideName?: boolean
}
