// Keys that stand for people and doors in published files: salted, so that a name or a door cannot be looked up.
import { createHash, randomBytes } from 'node:crypto'
import { developerKey } from '../../../../rules/src/owners-roll.ts'

export const sha256 = (text: string | Buffer): string => createHash('sha256').update(text).digest('hex')
export const newSalt = (): string => randomBytes(24).toString('base64url')
const KEY_LENGTH = 16
const salted = (salt: string, text: string) => sha256(`${salt}\n${text}`).slice(0, KEY_LENGTH)
export interface PartOwners {
  readonly label: string
  readonly isDevelopers: boolean
  readonly ownerIds: readonly string[]
}
/** Who owns a part, as one owner; nobody on record is an owner of that part alone. */
export const ownerKey = (salt: string, part: PartOwners): string =>
  part.isDevelopers
    ? developerKey
    : salted(salt, part.ownerIds.length === 0 ? `part ${part.label}` : [...new Set(part.ownerIds)].toSorted().join('+'))
export const partKey = (salt: string, label: string): string => salted(salt, `door ${label}`)
export const voterKey = (salt: string, personId: string): string => salted(salt, `voter ${personId}`)
