// Above a list that works without a signal: whether there is one, how much waits, and what the server refused.
import { Wrong } from '../kit/field.tsx'
import { online } from '../signal.ts'
import { useStore, type Store } from '../store.ts'
import { words } from '../words.ts'

export const outboxWords = words({
  offline: ['没有信号。记在手机上，有信号就发。', 'No signal. Kept on the phone and sent later.'],
  waits: ['等待发送', 'Waiting to be sent'],
  toSend: ['还有 {n} 条等待发送', '{n} waiting to be sent'],
})
interface OutboxNoteProps {
  queue: { readonly waiting: Store<readonly unknown[]>; readonly refused: Store<readonly string[]> }
}
export const OutboxNote = ({ queue }: OutboxNoteProps) => {
  const isOnline = useStore(online)
  const items = useStore(queue.waiting)
  const problems = useStore(queue.refused)
  return (
    <>
      {!isOnline && (
        <p class="notice wait" role="status">
          {outboxWords('offline')}
        </p>
      )}
      {items.length > 0 && (
        <p class="small quiet" role="status">
          {outboxWords('toSend', { n: items.length })}
        </p>
      )}
      {problems.map((problem) => (
        <Wrong key={problem}>{problem}</Wrong>
      ))}
    </>
  )
}
