// One position: where it may be held, what it covers, and what it permits; a change is confirmed, for it acts at once.
import { App, Button } from 'antd'
import { useState } from 'react'
import { organisationKinds } from '../../../../contract/src/organisations-kinds.ts'
import { placeKinds, type PlaceKind } from '../../../../contract/src/places-tree.ts'
import type { Permission } from '../../../../contract/src/permissions.ts'
import { useAct, type Out } from '../../platform/api.ts'
import { Ask } from '../../platform/ask.tsx'
import { Facts } from '../../platform/facts.tsx'
import { useMarks } from '../../platform/marks.ts'
import { useMay } from '../../platform/me.ts'
import { Tag } from '../../platform/tags.tsx'
import { usePick, useWords } from '../../platform/words.ts'
import { PermissionChecks } from './permission-checks.tsx'
import { words } from './words.ts'

type Position = Out<'GET /api/organisations/positions'>[number]

export const PositionEditor = ({ position }: { readonly position: Position }) => {
  const say = useWords(words)
  const may = useMay()
  const [held, setHeld] = useState<readonly Permission[]>(position.permissions)
  const more = held.filter((each) => !position.permissions.includes(each)).length
  const less = position.permissions.filter((each) => !held.includes(each)).length
  return (
    <section className="card stack" aria-labelledby="position-name">
      <div className="row">
        <h2 id="position-name">{position.name}</h2>
        {position.isDefault ? <Tag>{say.isDefault}</Tag> : null}
      </div>
      <PositionFacts position={position} />
      {may('position.edit') ? null : <p className="quiet">{say.readOnly}</p>}
      <PermissionChecks value={held} onChange={setHeld} disabled={!may('position.edit')} />
      {more + less > 0 ? (
        <SaveBar
          position={position}
          held={held}
          words={say.unsaved(more, less)}
          undo={() => setHeld(position.permissions)}
        />
      ) : null}
    </section>
  )
}

const PositionFacts = ({ position }: { readonly position: Position }) => {
  const say = useWords(words)
  const mark = useMarks()
  const pick = usePick()
  const scope = (kind: string) => (kind in placeKinds ? pick(placeKinds[kind as PlaceKind]) : kind)
  return (
    <Facts
      facts={[
        { label: say.holders, value: say.holdersCount(position.holders) },
        {
          label: say.inKinds,
          value: position.organisationKinds.map((kind) => pick(organisationKinds[kind])).join(mark.list),
        },
        { label: say.scopeKinds, value: position.scopeKinds.map(scope).join(mark.list) },
      ]}
    />
  )
}

interface SaveBarProps {
  readonly position: Position
  readonly held: readonly Permission[]
  readonly words: string
  readonly undo: () => void
}
const SaveBar = ({ position, held, words: text, undo }: SaveBarProps) => {
  const say = useWords(words)
  const { message } = App.useApp()
  const [isAsking, setAsking] = useState(false)
  const change = useAct('PATCH /api/organisations/positions/:id', {
    refreshes: ['/api/organisations', '/api/identity/me'],
    onDone: () => {
      setAsking(false)
      message.success(say.saved)
    },
  })
  return (
    <div className="save-bar">
      <span className="quiet" role="status">
        {text}
      </span>
      <Button onClick={undo}>{say.reset}</Button>
      <Button type="primary" onClick={() => setAsking(true)}>
        {say.save}
      </Button>
      <Ask
        open={isAsking}
        title={say.positionAsk(position.name)}
        what={say.positionWhat(position.holders)}
        verb={say.change}
        isBusy={change.isPending}
        problem={change.error}
        onYes={() => change.mutate({ params: { id: position.id }, body: { permissions: [...held] } })}
        onNo={() => setAsking(false)}
      />
    </div>
  )
}
