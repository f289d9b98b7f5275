// Form parts on the browser's own controls: a labelled field, a switch, chips to choose from.
import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import { Icon } from './icon.tsx'
import { alert } from './icons.ts'
import { useKeptWords } from './kept-words.ts'

/** An error under its field, announced when it appears. */
export const Wrong = ({ id, children }: { id?: string; children: ComponentChildren }) => (
  <p class="wrong" id={id} role="alert">
    <Icon of={alert} />
    <span>{children}</span>
  </p>
)

interface InputProps {
  label: string
  value: string
  onValue: (value: string) => void
  hint?: string | undefined
  wrong?: string | null | undefined
  type?: 'text' | 'tel' | 'time' | 'search'
  inputMode?: 'text' | 'numeric' | 'tel' | 'search'
  autoComplete?: 'tel' | 'one-time-code' | 'name' | 'off'
  maxLength?: number
  placeholder?: string
  readOnly?: boolean
  onBlur?: () => void
  /** Keep what is typed until it is sent; said of what it is about. */
  keptBy?: string
}
/** One line of text. */
export const Field = ({ label, value, onValue, hint, wrong, type = 'text', keptBy, ...rest }: InputProps) => {
  const id = useId()
  useKeptWords(label, keptBy ?? null, value, onValue)
  const described = [hint && `${id}-hint`, wrong && `${id}-wrong`].filter(Boolean).join(' ')
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        {...rest}
        // The typings tell every type apart; these four take the same attributes.
        type={type as 'text'}
        id={id}
        class="input"
        value={value}
        aria-invalid={wrong ? 'true' : undefined}
        aria-describedby={described || undefined}
        onInput={(event) => onValue(event.currentTarget.value)}
      />
      {hint && (
        <p class="small quiet" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {wrong && <Wrong id={`${id}-wrong`}>{wrong}</Wrong>}
    </div>
  )
}

interface LinesProps {
  label: string
  value: string
  onValue: (value: string) => void
  placeholder?: string
  rows?: number
  max: number
  wrong?: string | null | undefined
  hint?: string
  hideLabel?: boolean
  /** What the words are about, where a page has several such fields; null where the form has a draft of its own. */
  keptBy?: string | null
}
/** Several lines of text; what is written is kept until it is sent. */
export const Lines = (props: LinesProps) => {
  const { label, value, onValue, placeholder, rows = 4, max, wrong, hint, hideLabel, keptBy = '' } = props
  const id = useId()
  useKeptWords(label, keptBy, value, onValue)
  const described = [hint && `${id}-hint`, wrong && `${id}-wrong`].filter(Boolean).join(' ')
  return (
    <div class="field">
      <label for={id} class={hideLabel ? 'hidden-text' : undefined}>
        {label}
      </label>
      <textarea
        id={id}
        class="input"
        rows={rows}
        maxLength={max}
        placeholder={placeholder}
        value={value}
        aria-invalid={wrong ? 'true' : undefined}
        aria-describedby={described || undefined}
        onInput={(event) => onValue(event.currentTarget.value)}
      />
      {hint && (
        <p class="small quiet" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {wrong && <Wrong id={`${id}-wrong`}>{wrong}</Wrong>}
    </div>
  )
}

interface SwitchProps {
  label: string
  hint?: string
  icon?: string
  on: boolean
  disabled?: boolean
  onChange: (on: boolean) => void
}
/** A cell with an on/off switch; the whole cell can be tapped. */
export const SwitchCell = ({ label, hint, icon, on, disabled, onChange }: SwitchProps) => {
  const id = useId()
  return (
    <label class="cell">
      {icon && <Icon of={icon} />}
      <span class="grow">
        <span>{label}</span>
        {hint && (
          <span class="small quiet" id={id}>
            {hint}
          </span>
        )}
      </span>
      <input
        type="checkbox"
        role="switch"
        class="switch"
        checked={on}
        disabled={disabled}
        aria-describedby={hint ? id : undefined}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    </label>
  )
}

interface ChipsProps<T extends string> {
  label: string
  hideLabel?: boolean
  of: readonly (readonly [value: T, label: string])[]
  chosen: readonly T[]
  many?: boolean
  onChoose: (chosen: T[]) => void
}
/** Words to choose from: one, or several with `many`. */
export const Chips = <T extends string>({ label, hideLabel, of, chosen, many, onChoose }: ChipsProps<T>) => {
  const name = useId()
  const toggled = (value: T) => (chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value])
  return (
    <fieldset class="field">
      <legend class={hideLabel ? 'hidden-text' : undefined}>{label}</legend>
      <div class="chips">
        {of.map(([value, text]) => (
          <label key={value} class="chip">
            <input
              type={many ? 'checkbox' : 'radio'}
              name={name}
              value={value}
              checked={chosen.includes(value)}
              onChange={() => onChoose(many ? toggled(value) : [value])}
            />
            <span>{text}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
