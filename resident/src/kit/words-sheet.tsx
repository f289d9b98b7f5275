// A sheet with one question that is answered in words: the field, what went wrong, and the way to send it.
import type { ComponentChildren } from 'preact'
import { words } from '../words.ts'
import { useAction } from './action.ts'
import { Lines } from './field.tsx'
import { useNeededWords } from './needed-words.ts'
import { Sheet } from './sheet.tsx'
import { Failure } from './states.tsx'
import { tell } from './toast.tsx'

const w = words({
  needed: ['请写一句。', 'Write one sentence.'],
  send: ['提交', 'Send'],
  sending: ['正在提交', 'Sending'],
  sent: ['已提交', 'Sent'],
})
interface Props {
  title: string
  /** Above the field. */
  lead?: ComponentChildren
  label: string
  /** What the words are about, where a page has several such sheets. */
  about?: string
  /** On the button, when sending is a step with a name of its own. */
  verb?: string
  send: (words: string, key: string) => Promise<void>
  onClose: () => void
}
/** Says that it was sent and closes itself; stays open, with the reason, when it was refused. */
export const WordsSheet = ({ title, lead, label, about = '', verb, send, onClose }: Props) => {
  const said = useNeededWords(w('needed'))
  const action = useAction(async (text: string, key) => {
    await send(text, key)
    tell(w('sent'))
    onClose()
  })
  const submit = () => {
    const text = said.take()
    if (text !== null) void action.run(text)
  }
  return (
    <Sheet title={title} onClose={onClose}>
      {lead}
      <Lines label={label} max={500} keptBy={about} {...said.field} />
      {action.trouble && <Failure trouble={action.trouble} />}
      <button type="button" class="button main" aria-disabled={action.busy} onClick={submit}>
        {action.busy ? w('sending') : (verb ?? w('send'))}
      </button>
    </Sheet>
  )
}
