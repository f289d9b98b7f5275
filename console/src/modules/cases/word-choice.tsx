// One word of the sentence: a choice, or several, that read as text until opened.
import { Select } from 'antd'
import { useMarks } from '../../platform/marks.ts'

interface Option {
  readonly value: string
  readonly label: string
}
interface ChoiceProps {
  readonly label: string
  /** How it reads when nothing is chosen. */ readonly none: string
  readonly value: string | undefined
  readonly options: readonly Option[]
  readonly onChange: (value: string | undefined) => void
}
const common = { size: 'small', variant: 'filled', popupMatchSelectWidth: false, className: 'word-choice' } as const

export const WordChoice = ({ label, none, value, options, onChange }: ChoiceProps) => (
  <Select
    {...common}
    aria-label={label}
    value={value ?? ''}
    options={[{ value: '', label: none }, ...options]}
    showSearch={options.length > 12 ? { optionFilterProp: 'label' } : false}
    onChange={(next: string) => onChange(next === '' ? undefined : next)}
  />
)
/** Several at once; in the address they are joined by commas. */
export const WordChoices = ({ label, none, value, options, onChange }: ChoiceProps) => {
  const mark = useMarks()
  return (
    <Select
      {...common}
      mode="multiple"
      aria-label={label}
      value={value ? value.split(',') : []}
      placeholder={none}
      options={[...options]}
      maxTagCount={0}
      maxTagPlaceholder={(chosen) => chosen.map((one) => one.label).join(mark.list)}
      showSearch={false}
      onChange={(next: string[]) => onChange(next.length > 0 ? next.join(',') : undefined)}
    />
  )
}
