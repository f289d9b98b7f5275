// A figure that opens its cases; zero stays quiet.
import { useSearch } from '../../platform/address.ts'
import type { RateFigure } from '../../../../contract/src/rates-kinds.ts'
import { rateFigures } from '../../../../contract/src/rates-kinds.ts'
import { usePick } from '../../platform/words.ts'

interface Props {
  readonly figure: RateFigure
  readonly value: number
  readonly narrowed?: Readonly<Record<string, string>>
}
export const FigureButton = ({ figure, value, narrowed = {} }: Props) => {
  const pick = usePick()
  const [, change] = useSearch()
  if (value === 0) return <span className="quiet">0</span>
  return (
    <button
      type="button"
      className="link-button"
      aria-label={`${pick(rateFigures[figure])} ${value}`}
      onClick={() => change({ figure, bodyId: undefined, categoryId: undefined, placeId: undefined, ...narrowed })}
    >
      {value}
    </button>
  )
}
