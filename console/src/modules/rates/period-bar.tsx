// Which area and which days: in the address, so that a view can be sent to somebody.
import { Input, Segmented, Select } from 'antd'
import { useSearch } from '../../platform/address.ts'
import { useApi } from '../../platform/api.ts'
import { today } from '../../platform/day.ts'
import { useWords } from '../../platform/words.ts'
import { askedOf } from './percent.ts'
import { words } from './words.ts'

export const ScopeSelect = ({ value }: { readonly value: string | undefined }) => {
  const say = useWords(words)
  const [, change] = useSearch()
  const scopes = useApi('GET /api/rates/scopes', {})
  return (
    <Select
      aria-label={say.scope}
      className="scope-select"
      showSearch={{ optionFilterProp: 'label' }}
      value={value ?? scopes.data?.rows[0]?.id ?? null}
      onChange={(id) => change({ scope: id })}
      options={(scopes.data?.rows ?? []).map((row) => ({
        value: row.id,
        label: row.name,
      }))}
    />
  )
}
export const PeriodBar = () => {
  const say = useWords(words)
  const [search, change] = useSearch()
  const kind = search['kind'] ?? 'month'
  const { from, to } = askedOf(search)
  return (
    <div className="filters no-print" role="search">
      <ScopeSelect value={search['scope']} />
      <Segmented
        aria-label={say.period}
        value={kind}
        onChange={(next) => change({ kind: String(next), from, to, published: undefined })}
        options={[
          { value: 'month', label: say.month },
          { value: 'week', label: say.week },
          { value: 'custom', label: say.custom },
        ]}
      />
      {kind === 'month' ? (
        <Input
          type="month"
          aria-label={say.month}
          style={{ width: 160 }}
          value={search['month'] ?? today().slice(0, 7)}
          onChange={(event) => change({ month: event.target.value || undefined, published: undefined })}
        />
      ) : null}
      {kind === 'week' ? (
        <Input
          type="date"
          aria-label={say.week}
          style={{ width: 160 }}
          value={from}
          onChange={(event) => change({ week: event.target.value || undefined })}
        />
      ) : null}
      {kind === 'custom' ? (
        <>
          <Input
            type="date"
            aria-label={say.from}
            style={{ width: 160 }}
            value={from}
            max={to}
            onChange={(event) => change({ from: event.target.value || undefined, to })}
          />
          <Input
            type="date"
            aria-label={say.to}
            style={{ width: 160 }}
            value={to}
            min={from}
            onChange={(event) => change({ to: event.target.value || undefined, from })}
          />
        </>
      ) : null}
    </div>
  )
}
