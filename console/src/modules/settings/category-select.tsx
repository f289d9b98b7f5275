// Choosing a category, grouped under its parent; in a form the value is the id.
import { Select } from 'antd'
import { useMemo } from 'react'
import { useApi } from '../../platform/api.ts'

interface CategorySelectProps {
  readonly id?: string
  readonly label?: string
  readonly placeholder?: string
  readonly value?: string | null
  readonly onChange?: (id: string | null) => void
}
export const CategorySelect = ({ id, label, placeholder, value, onChange }: CategorySelectProps) => {
  const categories = useApi('GET /api/cases/categories', {}, { fresh: 60_000 })
  const options = useMemo(() => {
    const active = (categories.data ?? []).filter((each) => each.active).toSorted((a, b) => a.order - b.order)
    const nameOf = new Map(active.map((each) => [each.id, each.name]))
    return active.map((each) => {
      const above = each.parentId ? nameOf.get(each.parentId) : undefined
      return { value: each.id, label: above ? `${above} · ${each.name}` : each.name }
    })
  }, [categories.data])
  return (
    <Select
      {...(id ? { id } : {})}
      {...(label ? { 'aria-label': label } : {})}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={placeholder}
      loading={categories.isPending}
      value={value ?? null}
      options={options}
      onChange={(chosen: string | null | undefined) => onChange?.(chosen ?? null)}
    />
  )
}
