// A short word at the bottom that something was done. It is announced, and goes by itself.
import { store, useStore } from '../store.ts'

const shown = store<string | null>(null)
let clock: ReturnType<typeof setTimeout> | undefined

/** Shows a sentence for a few seconds. */
export const tell = (sentence: string) => {
  shown.set(sentence)
  clearTimeout(clock)
  clock = setTimeout(() => shown.set(null), 4000)
}

export const Toast = () => {
  const sentence = useStore(shown)
  return (
    <div class="toast" role="status">
      {sentence && <p>{sentence}</p>}
    </div>
  )
}
