// The roll of owners of a decision: who counts once, with which area (Civil Code art. 278; interpretation art. 8–9).

/** An exclusive part (专有部分) of the scope that votes. Areas are whole 0.01 m²; null where no source gives one. */
export interface RollPart {
  readonly id: string
  /** Ids of the persons who own it; several are co-owners and count once together. */
  readonly owners: readonly string[]
  /** Unsold or undelivered: it belongs to the developer's one owner, whoever is named. */
  readonly isDevelopers?: boolean
  readonly area: number | null
}
/** One owner of the roll: the key under which a ballot is counted, once. */
export interface RollOwner {
  readonly key: string
  readonly parts: readonly RollPart[]
  /** The sum of the known areas. */
  readonly area: number
  readonly unknownParts: readonly string[]
}
export interface Roll {
  readonly owners: ReadonlyMap<string, RollOwner>
  /** The sum of the known areas of all parts. */
  readonly area: number
  readonly unknownParts: readonly string[]
}
export const developerKey = 'developer'

export class RollError extends Error {
  readonly code: 'duplicate-part' | 'no-owner' | 'bad-area' | 'too-large'
  readonly partId: string
  constructor(code: RollError['code'], partId: string) {
    super(`${code}: ${partId}`)
    this.code = code
    this.partId = partId
  }
}
/** One person with several parts is one key; the same co-owners together are one key; the developer is one key. */
export const ownerKeyOf = (part: RollPart): string => {
  if (part.isDevelopers === true) return developerKey
  if (part.owners.length === 0) throw new RollError('no-owner', part.id)
  return [...new Set(part.owners)].toSorted().join('+')
}
/** The largest total that the comparisons below can hold exactly. */
const MOST = Math.floor(Number.MAX_SAFE_INTEGER / 8)

/** Builds the roll. @throws RollError for a part named twice, without an owner, or with an area that is no whole 0.01 m² */
export const rollOf = (parts: readonly RollPart[]): Roll => {
  const seen = new Set<string>()
  const owners = new Map<string, { key: string; parts: RollPart[]; area: number; unknownParts: string[] }>()
  const unknownParts: string[] = []
  let area = 0
  for (const part of parts) {
    if (seen.has(part.id)) throw new RollError('duplicate-part', part.id)
    seen.add(part.id)
    if (part.area !== null && (!Number.isSafeInteger(part.area) || part.area <= 0))
      throw new RollError('bad-area', part.id)
    const key = ownerKeyOf(part)
    const owner = owners.get(key) ?? { key, parts: [], area: 0, unknownParts: [] }
    owners.set(key, owner)
    owner.parts.push(part)
    if (part.area === null) {
      owner.unknownParts.push(part.id)
      unknownParts.push(part.id)
    } else {
      owner.area += part.area
      area += part.area
      if (area > MOST) throw new RollError('too-large', part.id)
    }
  }
  return { owners, area, unknownParts }
}
