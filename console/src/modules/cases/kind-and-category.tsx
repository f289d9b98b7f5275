// Kinds and categories as choices in forms.
import { Select } from 'antd'
import { useApi } from '../../platform/api.ts'
import { usePick, useLanguage, useWords } from '../../platform/words.ts'
import { caseWords } from './case-words.ts'

interface KindEntry {
  readonly zh: string
  readonly en: string
  readonly promise: string
  readonly promiseEn: string
}
/** Each kind with its promise: 急事 · 急事立即办. */
export const useKindOptions = (kinds: Readonly<Record<string, KindEntry>>) => {
  const pick = usePick()
  const { language } = useLanguage()
  return Object.entries(kinds).map(([value, kind]) => ({
    value,
    label: `${pick(kind)} · ${language === 'en' ? kind.promiseEn : kind.promise}`,
  }))
}
interface CategorySelectProps {
  readonly id?: string
  readonly value?: string
  readonly onChange?: (id: string) => void
}
/** Categories that are in use, those below another under its name. */
export const CategorySelect = ({ id, value, onChange }: CategorySelectProps) => {
  const say = useWords(caseWords)
  const categories = useApi('GET /api/cases/categories', {}, { fresh: 300_000 })
  const all = (categories.data ?? []).filter((one) => one.active)
  const options = all.map((one) => {
    const parent = all.find((other) => other.id === one.parentId)
    return { value: one.id, label: parent ? `${parent.name} / ${one.name}` : one.name }
  })
  return (
    <Select
      {...(id ? { id } : {})}
      aria-label={say.category}
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={say.suggestHint}
      loading={categories.isPending}
      options={options}
      value={value ?? null}
      onChange={(next: string | null) => next && onChange?.(next)}
    />
  )
}
