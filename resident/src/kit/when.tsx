// A moment in friendly words; a tap shows it exactly.
import { useState } from 'preact/hooks'
import { exact, friendly, friendlyWithTime } from '../dates.ts'
import { language } from '../words.ts'

/** In a list or a sentence: no button of its own. */
export const Moment = ({ at, withTime }: { at: string; withTime?: boolean }) => {
  const words = withTime ? friendlyWithTime : friendly
  return (
    <time dateTime={at} title={exact(at, language.get())}>
      {words(at, new Date(), language.get())}
    </time>
  )
}

/** On its own: a tap changes between friendly and exact. */
export const When = ({ at, withTime }: { at: string; withTime?: boolean }) => {
  const [isExact, setExact] = useState(false)
  return (
    <button type="button" class="when" aria-pressed={isExact} onClick={() => setExact(!isExact)}>
      {isExact ? (
        <time dateTime={at}>{exact(at, language.get())}</time>
      ) : (
        <Moment at={at} withTime={withTime ?? false} />
      )}
    </button>
  )
}
