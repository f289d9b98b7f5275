// Choosing several organisations by typing; in a form the value is the list of their ids.
import { Select } from 'antd'
import { useState } from 'react'
import { useApi } from '../../platform/api.ts'
import { useLater } from '../../platform/later.ts'
import { useMay } from '../../platform/me.ts'

interface Props {
  readonly id?: string
  readonly value?: string[]
  readonly onChange?: (ids: string[]) => void
  readonly label: string
}
interface Choice {
  readonly value: string
  readonly label: string
}
export const BodiesPicker = ({ id, value = [], onChange, label }: Props) => {
  const may = useMay()
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState<readonly Choice[]>([])
  const search = useLater(text.trim(), 250)
  const found = useApi(
    'GET /api/organisations',
    { query: { limit: 20, ...(search ? { search } : {}) } },
    { keep: true, when: may('organisation.see') },
  )
  const rows = (found.data?.rows ?? []).map((row) => ({ value: row.id, label: row.name }))
  const options = [...chosen.filter((one) => !rows.some((row) => row.value === one.value)), ...rows]
  return (
    <Select
      {...(id ? { id } : {})}
      mode="multiple"
      aria-label={label}
      value={value}
      showSearch={{ filterOption: false, onSearch: setText }}
      options={options}
      onChange={(ids: string[]) => {
        setChosen(options.filter((one) => ids.includes(one.value)))
        onChange?.(ids)
      }}
    />
  )
}
