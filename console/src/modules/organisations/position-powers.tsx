// What a position may do, in words, folded away until somebody asks.
import { permissions, type Permission } from '../../../../contract/src/permissions.ts'
import { useApi } from '../../platform/api.ts'
import { useMay } from '../../platform/me.ts'
import { usePick, useWords } from '../../platform/words.ts'
import { words } from './words.ts'
import './organisations.css'

/** `<PositionPowers name={row.position.name} />`; nothing for those who may not see positions. */
export const PositionPowers = ({ name }: { readonly name: string }) => {
  const say = useWords(words)
  const pick = usePick()
  const may = useMay()
  const positions = useApi('GET /api/organisations/positions', {}, { when: may('organisation.see'), fresh: 60_000 })
  const position = positions.data?.find((each) => each.name === name)
  if (position === undefined) return null
  const held = position.permissions as readonly Permission[]
  return (
    <details className="powers">
      <summary>{say.mayDo(held.length)}</summary>
      {held.length === 0 ? <p className="quiet">{say.mayDoNothing}</p> : null}
      <ul>
        {held.map((permission) => (
          <li key={permission}>{pick(permissions[permission])}</li>
        ))}
      </ul>
    </details>
  )
}
