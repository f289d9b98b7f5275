// Positions and what they permit: one by one with its permissions to tick, or all in one table.
import { Segmented } from 'antd'
import { Check, KeyRound } from 'lucide-react'
import { useState } from 'react'
import { permissions, permissionNames } from '../../../../contract/src/permissions.ts'
import { AddButton } from '../../platform/add-button.tsx'
import { useSearch } from '../../platform/address.ts'
import { addressOf, useApi, type Out } from '../../platform/api.ts'
import { ExportButton } from '../../platform/export-button.tsx'
import { useMay } from '../../platform/me.ts'
import { EmptyState, Loaded, PageHeader } from '../../platform/page.tsx'
import { usePick, useWords } from '../../platform/words.ts'
import { PositionEditor } from './position-editor.tsx'
import { PositionForm } from './position-form.tsx'
import { words } from './words.ts'
import './organisations.css'

type Position = Out<'GET /api/organisations/positions'>[number]

export default function PositionsPage() {
  const say = useWords(words)
  const may = useMay()
  const [search, change] = useSearch()
  const [isAdding, setAdding] = useState(false)
  const positions = useApi('GET /api/organisations/positions', {})
  const isTable = search['view'] === 'table'
  const add = may('position.edit') ? <AddButton onClick={() => setAdding(true)}>{say.addPosition}</AddButton> : null
  return (
    <div className="page">
      <PageHeader
        title={say.positionsTitle}
        lead={say.positionsLead}
        actions={
          <>
            <Segmented
              aria-label={say.show}
              value={isTable ? 'table' : 'cards'}
              onChange={(view) => change({ view: view === 'table' ? 'table' : undefined })}
              options={[
                { value: 'cards', label: say.cards },
                { value: 'table', label: say.matrix },
              ]}
            />
            <ExportButton href={addressOf('GET /api/organisations/positions.xlsx', {})} />
            {add}
          </>
        }
      />
      <Loaded of={positions}>
        {(rows) => {
          if (rows.length === 0)
            return <EmptyState icon={KeyRound} title={say.positionsEmpty} hint={say.positionsEmptyWords} action={add} />
          return isTable ? <Matrix positions={rows} /> : <OneByOne positions={rows} />
        }}
      </Loaded>
      <PositionForm
        open={isAdding}
        close={() => setAdding(false)}
        done={(id) => {
          setAdding(false)
          change({ position: id, view: undefined })
        }}
      />
    </div>
  )
}

const OneByOne = ({ positions }: { readonly positions: readonly Position[] }) => {
  const say = useWords(words)
  const [search, change] = useSearch()
  const chosen = positions.find((each) => each.id === search['position']) ?? positions[0]
  return (
    <div className="positions">
      <nav aria-label={say.positionsTitle} className="card positions-list">
        <ul>
          {positions.map((each) => (
            <li key={each.id}>
              <button
                type="button"
                aria-current={each === chosen ? 'true' : undefined}
                onClick={() => change({ position: each.id })}
              >
                <strong>{each.name}</strong>
                <small>
                  {say.holdersCount(each.holders)} · {say.permissionCount(each.permissions.length)}
                </small>
              </button>
            </li>
          ))}
        </ul>
      </nav>
      {chosen ? <PositionEditor key={chosen.id} position={chosen} /> : null}
    </div>
  )
}

const Matrix = ({ positions }: { readonly positions: readonly Position[] }) => {
  const say = useWords(words)
  const pick = usePick()
  return (
    <div className="card matrix" role="region" aria-label={say.matrix} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{say.permissions}</th>
            {positions.map((each) => (
              <th key={each.id} scope="col">
                {each.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {permissionNames.map((permission) => (
            <tr key={permission}>
              <th scope="row">{pick(permissions[permission])}</th>
              {positions.map((each) => (
                <td key={each.id}>
                  {each.permissions.includes(permission) ? (
                    <Check size={15} role="img" aria-label={say.mayYes} />
                  ) : (
                    <span className="unseen">{say.mayNo}</span>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
