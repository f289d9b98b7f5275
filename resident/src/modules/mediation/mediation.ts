// What the parts of a mediation's page share.
import type { Api } from '../../../../contract/src/all.ts'
import type { OutOf } from '../../../../contract/src/endpoint.ts'

export type Mediation = OutOf<Api['GET /api/mediations/:id']>
export interface PartProps {
  of: Mediation
  put: (next: Mediation) => void
}
/** 甲方 王秀英 */
export const partyName = (of: Mediation, id: string): string => {
  const party = of.parties.find((one) => one.id === id)
  return party ? `${party.letter} ${party.name}` : ''
}
