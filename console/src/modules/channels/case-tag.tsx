// A case in short, as a link, with its state.
import type { CaseState } from '../../../../contract/src/cases-life.ts'
import { StateTag } from '../../platform/tags.tsx'
import { useWords } from '../../platform/words.ts'
import { words } from './words.ts'

export const CaseTag = ({
  of,
}: {
  readonly of: { readonly id: string; readonly number: string; readonly state: CaseState }
}) => {
  const say = useWords(words)
  return (
    <span className="row">
      <a href={`/console/cases/${of.id}`}>{say.becameCase(of.number)}</a>
      <StateTag state={of.state} />
    </span>
  )
}
