// A short choice of what a list shows; it lives in the address.
import { Segmented } from 'antd'
import { useSearch } from '../../platform/address.ts'
import { useWords } from '../../platform/words.ts'
import { words } from './words.ts'

export const ShowFilter = ({
  options,
  first,
}: {
  readonly options: readonly { value: string; label: string }[]
  readonly first: string
}) => {
  const say = useWords(words)
  const [{ show = first }, change] = useSearch()
  return (
    <div className="filters">
      <Segmented
        aria-label={say.which}
        value={show}
        options={[...options]}
        onChange={(value) => change({ show: String(value) })}
      />
    </div>
  )
}
