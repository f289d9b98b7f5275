// One field of words about a notice: an answer to a comment, or what came of it all.
import { Form, Input } from 'antd'
import { useAct } from '../../platform/api.ts'
import { useDone } from '../../platform/done.ts'
import { FormDrawer } from '../../platform/form-drawer.tsx'
import { useWords } from '../../platform/words.ts'
import { words } from './words.ts'

interface Props {
  readonly title: string
  readonly label: string
  readonly hint?: string
  readonly lead?: string
  readonly initial: string | null
  readonly most: number
  readonly act: { readonly isPending: boolean; readonly error: Error | null }
  readonly onSave: (said: string) => void
  readonly close: () => void
}
const SayForm = ({ title, label, hint, lead, initial, most, act, onSave, close }: Props) => {
  const say = useWords(words)
  return (
    <FormDrawer<{ said: string }>
      open
      title={title}
      {...(lead ? { lead } : {})}
      verb={title}
      initial={{ said: initial ?? '' }}
      isBusy={act.isPending}
      problem={act.error}
      onSave={({ said }) => onSave(said.trim())}
      onClose={close}
    >
      {() => (
        <Form.Item name="said" label={label} extra={hint} rules={[{ required: true, message: say.needed }]}>
          <Input.TextArea rows={5} maxLength={most} />
        </Form.Item>
      )}
    </FormDrawer>
  )
}
interface AnswerProps {
  readonly id: string
  readonly to: { readonly id: string; readonly words: string; readonly answer: string | null }
  readonly close: () => void
}
export const AnswerForm = ({ id, to, close }: AnswerProps) => {
  const say = useWords(words)
  const act = useAct('POST /api/publicnotices/:id/comments/:thingId', { onDone: useDone(say.done, close) })
  return (
    <SayForm
      title={say.answer}
      label={say.answer}
      lead={to.words}
      initial={to.answer}
      most={500}
      act={act}
      onSave={(said) => act.mutate({ params: { id, thingId: to.id }, body: { words: said } })}
      close={close}
    />
  )
}
interface OutcomeProps {
  readonly id: string
  readonly outcome: string | null
  readonly close: () => void
}
export const OutcomeForm = ({ id, outcome, close }: OutcomeProps) => {
  const say = useWords(words)
  const act = useAct('POST /api/publicnotices/:id/outcome', { onDone: useDone(say.done, close) })
  return (
    <SayForm
      title={say.outcome}
      label={say.outcomeLabel}
      hint={say.outcomeHint}
      initial={outcome}
      most={1000}
      act={act}
      onSave={(said) => act.mutate({ params: { id }, body: { words: said } })}
      close={close}
    />
  )
}
