// Words that must be there before they are sent: two characters at least, said under the field only once tried.
import { useState } from 'preact/hooks'

export interface NeededWords {
  /** For the field: `<Lines label=… max={500} {...said.field} />`. */
  readonly field: { readonly value: string; readonly onValue: (value: string) => void; readonly wrong: string | null }
  /** The words to send, or null after saying that they are missing. */
  readonly take: () => string | null
}
export const useNeededWords = (missing: string): NeededWords => {
  const [typed, setTyped] = useState('')
  const [isTried, setTried] = useState(false)
  const words = typed.trim()
  const isShort = words.length < 2
  const take = () => {
    setTried(isShort)
    return isShort ? null : words
  }
  return { field: { value: typed, onValue: setTyped, wrong: isTried && isShort ? missing : null }, take }
}
