// The kinds of parts that vote, to choose from.
import { exclusivePartKinds, placeKinds } from '../../../../contract/src/places-tree.ts'
import { usePick } from '../../platform/words.ts'

export const usePartKinds = (): { readonly value: string; readonly label: string }[] => {
  const pick = usePick()
  return exclusivePartKinds.map((kind) => ({ value: kind, label: pick(placeKinds[kind]) }))
}
