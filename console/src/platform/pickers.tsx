// Choosing a person or an organisation by typing; in a form the value is the id.
import { Select } from 'antd'
import { useState } from 'react'
import type { OrganisationKind } from '../../../contract/src/organisations-kinds.ts'
import { useApi } from './api.ts'
import { useLater } from './later.ts'
import { useMay } from './me.ts'
import { pageWords } from './page-words.ts'
import { useWords } from './words.ts'

interface PickerProps {
  readonly value?: string | null | undefined
  readonly onChange?: (id: string | null) => void
  /** How the chosen one reads before anything was searched. */
  readonly initial?: { readonly id: string; readonly name: string } | null
  readonly id?: string
  readonly label?: string
  readonly placeholder?: string
  readonly disabled?: boolean
}
interface Choice {
  readonly value: string
  readonly label: string
}
interface SearchSelectProps extends PickerProps {
  readonly choices: readonly Choice[]
  readonly onSearch: (text: string) => void
  readonly nothing: string
}
const SearchSelect = (props: SearchSelectProps) => {
  const [chosen, setChosen] = useState<Choice | null>(
    props.initial ? { value: props.initial.id, label: props.initial.name } : null,
  )
  const missing = chosen && chosen.value === props.value && !props.choices.some((each) => each.value === chosen.value)
  const options = missing ? [chosen, ...props.choices] : [...props.choices]
  return (
    <Select
      {...(props.id ? { id: props.id } : {})}
      aria-label={props.label ?? props.placeholder}
      allowClear
      disabled={props.disabled ?? false}
      value={props.value ?? null}
      placeholder={props.placeholder}
      showSearch={{ filterOption: false, onSearch: props.onSearch }}
      notFoundContent={props.nothing}
      options={options}
      onChange={(id: string | null | undefined) => {
        setChosen(options.find((each) => each.value === id) ?? null)
        props.onChange?.(id ?? null)
      }}
    />
  )
}
/** A person of my area, masked: `<PersonPicker staffOnly />`. */
export const PersonPicker = ({ staffOnly, ...props }: PickerProps & { readonly staffOnly?: boolean }) => {
  const say = useWords(pageWords)
  const may = useMay()
  const [text, setText] = useState('')
  const search = useLater(text.trim(), 250)
  const found = useApi(
    'GET /api/identity/people',
    { query: { limit: 20, ...(search ? { search } : {}), ...(staffOnly ? { staffOnly: 'true' as const } : {}) } },
    { keep: true, when: may('person.see') },
  )
  const choices = (found.data?.rows ?? []).map((row) => ({
    value: row.id,
    label: row.phone ? `${row.name} · ${row.phone}` : row.name,
  }))
  return (
    <SearchSelect
      {...props}
      placeholder={props.placeholder ?? say.personHint}
      choices={choices}
      onSearch={setText}
      nothing={say.noPerson}
    />
  )
}
/** An organisation of my area: `<OrganisationPicker kind="propertyCompany" />`. */
export const OrganisationPicker = ({ kind, ...props }: PickerProps & { readonly kind?: OrganisationKind }) => {
  const say = useWords(pageWords)
  const may = useMay()
  const [text, setText] = useState('')
  const search = useLater(text.trim(), 250)
  const found = useApi(
    'GET /api/organisations',
    { query: { limit: 20, ...(search ? { search } : {}), ...(kind ? { kind } : {}) } },
    { keep: true, when: may('organisation.see') },
  )
  const choices = (found.data?.rows ?? []).map((row) => ({ value: row.id, label: row.name }))
  return (
    <SearchSelect
      {...props}
      placeholder={props.placeholder ?? say.organisationHint}
      choices={choices}
      onSearch={setText}
      nothing={say.noOrganisation}
    />
  )
}
