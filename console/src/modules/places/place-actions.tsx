// What may be done with a place: add below, change, retire or use again.
import { App, Button } from 'antd'
import { Pencil, Plus } from 'lucide-react'
import { useState } from 'react'
import { addressOf, useAct } from '../../platform/api.ts'
import { Ask } from '../../platform/ask.tsx'
import { ExportButton } from '../../platform/export-button.tsx'
import { useMay } from '../../platform/me.ts'
import { useWords } from '../../platform/words.ts'
import { PlaceForm } from './place-form.tsx'
import { kindsBelow, type Place } from './place-kinds.ts'
import { words } from './words.ts'

interface PlaceActionsProps {
  readonly place: Place
  readonly choose: (id: string) => void
}
export const PlaceActions = ({ place, choose }: PlaceActionsProps) => {
  const say = useWords(words)
  const may = useMay()
  const { message } = App.useApp()
  const [doing, setDoing] = useState<'add' | 'edit' | 'retire' | null>(null)
  const stop = () => setDoing(null)
  const change = useAct('PATCH /api/places/:id', {
    onDone: (out) => {
      stop()
      message.success(out.active ? say.restoreDone : say.retireDone)
    },
  })
  const set = (active: boolean) =>
    change.mutate(
      { params: { id: place.id }, body: { active } },
      { onError: (failure) => active && message.error(failure.message) },
    )
  const tree = <ExportTree place={place} />
  if (!may('place.edit') || !place.may.includes('edit')) return <div className="row">{tree}</div>
  return (
    <div className="row">
      {kindsBelow(place.kind).length > 0 && place.may.includes('add') ? (
        <Button icon={<Plus size={15} aria-hidden />} onClick={() => setDoing('add')}>
          {say.add}
        </Button>
      ) : null}
      <Button icon={<Pencil size={15} aria-hidden />} onClick={() => setDoing('edit')}>
        {say.edit}
      </Button>
      {place.kind === 'district' ? null : place.active ? (
        <Button danger onClick={() => setDoing('retire')}>
          {say.retire}
        </Button>
      ) : (
        <Button loading={change.isPending} onClick={() => set(true)}>
          {say.restore}
        </Button>
      )}
      {tree}
      <Ask
        open={doing === 'retire'}
        title={say.retireAsk(place.name)}
        what={say.retireWhat}
        verb={say.retire}
        isDangerous
        isBusy={change.isPending}
        problem={change.error}
        onYes={() => set(false)}
        onNo={stop}
      />
      <PlaceForms place={place} doing={doing} stop={stop} choose={choose} />
    </div>
  )
}

interface PlaceFormsProps extends PlaceActionsProps {
  readonly doing: 'add' | 'edit' | 'retire' | null
  readonly stop: () => void
}
const PlaceForms = ({ place, doing, stop, choose }: PlaceFormsProps) => (
  <>
    <PlaceForm open={doing === 'edit'} place={place} close={stop} done={stop} />
    <PlaceForm
      open={doing === 'add'}
      parent={place}
      close={stop}
      done={(id) => {
        stop()
        choose(id)
      }}
    />
  </>
)
const ExportTree = ({ place }: { readonly place: Place }) => {
  const say = useWords(words)
  if (kindsBelow(place.kind).length === 0) return null
  return (
    <ExportButton
      label={say.exportTree}
      href={addressOf('GET /api/places/:id/tree.xlsx', { params: { id: place.id } })}
    />
  )
}
