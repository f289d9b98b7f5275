// One intended action of a person: a fixed key while its content stays the same, busy while under way, trouble if refused.
import { useRef, useState } from 'preact/hooks'
import { newKey } from '../new-key.ts'
import { troubleOf, type Trouble } from './states.tsx'

export interface Action<In> {
  readonly busy: boolean
  readonly trouble: Trouble | null
  readonly run: (input: In) => Promise<void>
  readonly clear: () => void
}

/** `work` receives the input and the idempotency key: the same input again is the same action again. */
export const useAction = <In>(work: (input: In, key: string) => Promise<void>): Action<In> => {
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const last = useRef({ content: '', key: '' })
  const under = useRef(false)
  const run = async (input: In) => {
    if (under.current) return
    under.current = true
    const content = JSON.stringify(input)
    if (last.current.content !== content || !last.current.key) last.current = { content, key: newKey() }
    setBusy(true)
    setTrouble(null)
    try {
      await work(input, last.current.key)
      last.current = { content: '', key: '' }
    } catch (thrown) {
      setTrouble(troubleOf(thrown))
    } finally {
      under.current = false
      setBusy(false)
    }
  }
  return { busy, trouble, run, clear: () => setTrouble(null) }
}
