// A moment in the future, in the district's own time: quick choices, and the browser's own date and time field.
import { Button, Input } from 'antd'
import { useWords } from '../../platform/words.ts'
import { caseWords } from './case-words.ts'

const day = 86_400_000
/** A moment as a datetime-local field writes it, in Asia/Shanghai. */
const local = (milliseconds: number) => new Date(milliseconds + 8 * 3_600_000).toISOString().slice(0, 16)

interface UntilInputProps {
  readonly days: number
  readonly id?: string
  readonly value?: string
  readonly onChange?: (value: string) => void
}
export const UntilInput = ({ days, id, value, onChange }: UntilInputProps) => {
  const say = useWords(caseWords)
  const now = Date.now()
  return (
    <div className="stack is-close">
      <Input
        {...(id ? { id } : {})}
        type="datetime-local"
        min={local(now + 60_000)}
        max={local(now + days * day)}
        value={value ?? ''}
        onChange={(event) => onChange?.(event.target.value)}
      />
      <div className="row">
        {[1, 3, 7, 15].map((n) => (
          <Button key={n} size="small" onClick={() => onChange?.(local(now + n * day))}>
            {say.inDays(n)}
          </Button>
        ))}
      </div>
      <p className="quiet">{say.untilHelp(days)}</p>
    </div>
  )
}
