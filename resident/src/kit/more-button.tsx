// Under a list that comes page by page: the button for more, and why the next page did not come.
import { useAction } from './action.ts'
import { Failure } from './states.tsx'
import { w } from './kit-words.ts'

interface Props {
  /** Where the next page begins; null: there is no more. */
  readonly next: string | null
  readonly load: (after: string) => Promise<void>
  readonly word?: string
}
/** `<MoreButton next={next} load={async (after) => …} />`. */
export const MoreButton = ({ next, load, word }: Props) => {
  const more = useAction(load)
  return (
    <>
      {more.trouble && <Failure trouble={more.trouble} />}
      {next !== null && (
        <button type="button" class="button wide" aria-disabled={more.busy} onClick={() => void more.run(next)}>
          {word ?? w('more')}
        </button>
      )}
    </>
  )
}
